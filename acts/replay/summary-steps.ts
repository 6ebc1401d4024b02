import type { Instant } from '../../domain/local-date.ts';
import { SUMMARY_ID } from '../../domain/summary/year-end-summary.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { cycleId } from '../../workflows/contract.ts';
import { summaryWorkflowId } from '../summary/on-summary.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';
import { lastHeldAt } from './check-steps.ts';
import { draftSteps } from './draft-steps.ts';
import {
  atOnce,
  joinRooms,
  NO_STEPS,
  onceStrand,
  type PlannedRoom,
  type ReadyActs,
  type ReplayStep,
} from './replay-step.ts';
import { laterOf, morningOf, signerOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

type Summary = NonNullable<YearFile['yearSummary']>;
type Data = Readonly<Record<string, unknown>>;
type StepOf = (id: string, act: string, data: Data, place: string) => ReplayStep;

const PLACE = '/yearSummary';
const SCORES = `${PLACE}/selfScore`;

// The file scores by domain: the most that can be had, what the office gives itself, what those above do.
const scoredDomains = ({ file }: YearToEnter, { selfScore }: Summary) =>
  Object.entries(selfScore.byDomain).flatMap(([code, [maxScore, self, appraised = null]]) =>
    maxScore === undefined || self === undefined
      ? []
      : [
          {
            code,
            name: REPLAY_WORDS.criterion(
              file.domains.find((one) => one.code === code)?.officialName ?? code,
            ),
            maxScore,
            self,
            appraised,
          },
        ],
  );

const scoreSteps = (year: YearToEnter, summary: Summary, step: StepOf): PlannedRoom => {
  const rows = scoredDomains(year, summary);
  if (rows.length === 0) return NO_STEPS;
  const judged = rows.flatMap(({ code, self, appraised }) =>
    appraised === null ? [] : [{ code, self, appraised }],
  );
  const criteria = rows.map(({ code, name, maxScore }) => ({ code, domain: code, name, maxScore }));
  const scores = rows.map(({ code, self }) => ({ code, self }));
  const appraisals = judged.map(({ code, self, appraised }) => ({
    code,
    appraised,
    differenceReason: appraised === self ? null : REPLAY_WORDS.appraisedOtherwise,
  }));
  return {
    steps: [
      step('criteria', 'save-criteria', { criteria }, SCORES),
      step('self', 'score-self', { scores }, SCORES),
      ...(judged.length > 0
        ? [step('appraised', 'score-appraised', { scores: appraisals }, SCORES)]
        : []),
    ],
    assumed: [
      {
        path: SCORES,
        assumed: 'one criterion for each domain, named after it',
        because: "the file has sums by domain, and not the office's table of criteria",
      },
      ...judged
        .filter(({ self, appraised }) => self !== appraised)
        .map(({ code }) => ({
          path: `${SCORES}/byDomain/${code}`,
          assumed: REPLAY_WORDS.appraisedOtherwise,
          because: 'an appraisal that differs needs its reason, and the file has none',
        })),
    ],
    papers: {},
  };
};

const outcomeSteps = (year: YearToEnter, summary: Summary, step: StepOf): PlannedRoom => {
  const { taskOutcomes } = summary;
  const unmeasured = year.file.plan.tasks
    .filter(({ indicators }) => indicators.length === 0)
    .map(({ id }) => id);
  const carried = taskOutcomes.flatMap(({ taskId, outcome }, index) =>
    outcome === 'CARRIED_OVER' ? [{ taskId, index }] : [],
  );
  const said = taskOutcomes.filter(
    ({ taskId, outcome }) => outcome !== 'CARRIED_OVER' && unmeasured.includes(taskId),
  );
  if (carried.length === 0 && said.length === 0) return NO_STEPS;
  const carriedOver = carried.map(({ taskId }) => ({ taskId, reason: REPLAY_WORDS.carriedOver }));
  return {
    steps: [step('outcomes', 'decide-outcomes', { carriedOver, said }, `${PLACE}/taskOutcomes`)],
    assumed: carried.map(({ index }) => ({
      path: `${PLACE}/taskOutcomes/${String(index)}`,
      assumed: REPLAY_WORDS.carriedOver,
      because: 'what is handed to the next year needs its reason, and the file has none',
    })),
    papers: {},
  };
};

const reportOf = (year: YearToEnter, paper: FilePaper, from: Instant): PlannedRoom => {
  const { subject, issuedOn } = paper.document;
  const { signer, assumed } = signerOf(year, paper, issuedOn);
  const drafted = draftSteps(year, {
    paper,
    kind: 'year-report',
    about: SUMMARY_ID,
    subjects: [],
    act: 'submit-year-report',
    data: { subject, signer },
    from,
    ready: onceStrand(summaryWorkflowId(year.officeId, year.year), 'summary', ({ parts }) =>
      parts.text ? {} : null,
    ),
  });
  return { ...drafted, assumed: [...assumed, ...drafted.assumed] };
};

// A plan that never goes out is refused at once; another is waited for.
const oncePlanIsOut = (year: YearToEnter): ReadyActs =>
  typeof year.paperOf('plan')?.document.number === 'number'
    ? onceStrand(cycleId(year.officeId, year.year), 'reformCycle', ({ plan }) =>
        plan.phase === 'issued' ? {} : null,
      )
    : atOnce;

const assumedOf = (personId: string, at: Instant): readonly Assumption[] => [
  {
    path: PLACE,
    assumed: `written and scored by ${personId} on ${at.slice(0, 10)}`,
    because: 'the file does not say who wrote it; its report has one day',
  },
  {
    path: `${PLACE}/conferenceOn`,
    assumed: 'the sitting that heard the report is not entered as a conference',
    because: 'the file has its day alone',
  },
];

/** The end of the year: its scores, outcomes and words, and the report with its paper. */
export const summaryRoom = (year: YearToEnter): PlannedRoom => {
  const summary = year.file.yearSummary;
  if (!summary) return NO_STEPS;
  const paper = year.paperOf('year-report');
  const heldAt = lastHeldAt(year);
  const writtenAt = morningOf(paper?.document.issuedOn ?? summary.conferenceOn);
  const at = heldAt === null ? writtenAt : laterOf(writtenAt, heldAt);
  const personId = year.coordinatorOn(at.slice(0, 10));
  const isOpen = onceStrand(summaryWorkflowId(year.officeId, year.year), 'summary', ({ phase }) =>
    phase === 'open' ? {} : null,
  );
  const stepWhen =
    (ready: ReadyActs): StepOf =>
    (id, act, data, place) => ({ id: `summary-${id}`, at, personId, act, data, place, ready });
  const step = stepWhen(isOpen);
  const { strengths, weaknesses, causes, nextYearDirections, commendations } = summary;
  const text = {
    strengths,
    weaknesses,
    causes,
    lessons: [],
    nextYearDirections,
    proposals: [],
    commendations,
  };
  return joinRooms([
    {
      steps: [stepWhen(oncePlanIsOut(year))('open', 'open-summary', {}, PLACE)],
      assumed: assumedOf(personId, at),
      papers: {},
    },
    scoreSteps(year, summary, step),
    outcomeSteps(year, summary, step),
    {
      steps: [step('write', 'write-summary', { basedOn: null, summary: text }, PLACE)],
      assumed: [],
      papers: {},
    },
    paper ? reportOf(year, paper, at) : NO_STEPS,
  ]);
};
