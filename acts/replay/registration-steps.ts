import { localDateOf, type Instant } from '../../domain/local-date.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { cycleId, listApprovalId, noticePaperId } from '../../workflows/contract.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import {
  assumedApproval,
  assumedSubmission,
  decideSteps,
  decisionsOnList,
  reasonOf,
  type Decision,
} from './decision-steps.ts';
import { issueSteps } from './issue-steps.ts';
import {
  joinRooms,
  NO_STEPS,
  onceStrand,
  type PlannedRoom,
  type ReplayStep,
} from './replay-step.ts';
import { unitSteps } from './unit-steps.ts';
import { laterOf, morningOf, signerOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

const cycleIs = (year: YearToEnter, isReached: Parameters<typeof onceStrand<'reformCycle'>>[2]) =>
  onceStrand(cycleId(year.officeId, year.year), 'reformCycle', isReached);

const openingOf = (year: YearToEnter): PlannedRoom => {
  const { plan } = year.file;
  const paper = year.paperOf('registration-opening');
  // The notice can't go out before the registration that it opens.
  const day =
    paper && paper.document.issuedOn < plan.registrationOpensOn
      ? paper.document.issuedOn
      : plan.registrationOpensOn;
  const at = morningOf(day);
  const { signer, assumed } = signerOf(year, paper, day);
  const planPaper = year.paperOf('plan');
  const isOnIssuedPlan = planPaper !== null && planPaper.document.issuedOn <= day;
  const personId = year.coordinatorOn(day);
  const open: ReplayStep = {
    id: 'registration-open',
    at,
    personId,
    act: 'open-registration',
    data: {
      subject: paper?.document.subject ?? REPLAY_WORDS.openingSubject(year.year),
      dueOn: plan.registrationDeadline,
      signer,
      requirements: [],
    },
    place: '/plan/registrationOpensOn',
    ready: cycleIs(year, (state) => (!isOnIssuedPlan || state.plan.phase === 'issued' ? {} : null)),
  };
  const paperId = noticePaperId('registration-opening', year.year, 1);
  return joinRooms([
    {
      steps: [open],
      assumed: [assumedSubmission('/plan/registrationOpensOn', personId, at), ...assumed],
      papers: {},
    },
    paper ? issueSteps(year, { paper, kind: 'registration-opening', paperId, from: at }) : NO_STEPS,
  ]);
};

const listDecisions = (
  year: YearToEnter,
  paper: FilePaper | null,
): { readonly decisions: readonly Decision[]; readonly assumed: readonly Assumption[] } => {
  const said = decisionsOnList(year);
  if (!paper || said.some(({ decision }) => decision === 'APPROVED')) {
    return { decisions: said, assumed: [] };
  }
  const silent = assumedApproval(year, paper, said.at(-1)?.at);
  return { decisions: [...said, silent.decision], assumed: silent.assumed };
};

/** When the leader had approved the list; null: never. What registers later is a supplement. */
const listApprovedAt = (year: YearToEnter): Instant | null =>
  listDecisions(year, year.paperOf('registration-result')).decisions.find(
    ({ decision }) => decision === 'APPROVED',
  )?.at ?? null;

// The list can be closed once the cycle knows of each unit that was judged.
const judgedUnits = (year: YearToEnter, before: Instant): readonly string[] =>
  (year.file.registrations ?? [])
    .filter(({ status, submittedAt }) => status !== 'RETURNED' && submittedAt <= before)
    .map(({ orgUnitId }) => orgUnitId);

const listRound = (year: YearToEnter, one: Decision, version: number, paper: FilePaper | null) => {
  const day = localDateOf(one.at);
  const personId = year.coordinatorOn(day);
  const { signer, assumed } = signerOf(year, paper, paper?.document.issuedOn ?? day);
  const judged = judgedUnits(year, one.at);
  const close: ReplayStep = {
    id: `list-close-${String(version)}`,
    at: one.at,
    personId,
    act: 'close-list',
    data: { subject: paper?.document.subject ?? REPLAY_WORDS.resultSubject(year.year), signer },
    place: '/registrations',
    ready: cycleIs(year, ({ registration }) => {
      const isOpen = registration?.phase === 'open' && registration.lastSubmitted === version - 1;
      const areJudged = registration?.units.every(
        ({ unitId, standing }) => standing !== 'open' || !judged.includes(unitId),
      );
      return isOpen && areJudged === true ? {} : null;
    }),
  };
  const isApproval = one.decision === 'APPROVED';
  const decided = decideSteps(year, one, {
    id: `list-decide-${String(version)}`,
    act: isApproval ? 'approve-list' : 'return-list',
    data: { version, ...(!isApproval && { reason: reasonOf(one) }) },
    ready: onceStrand(
      listApprovalId(year.officeId, year.year, version),
      'approval',
      ({ boundHash }) => ({ boundHash }),
    ),
  });
  return {
    steps: [close, ...decided.steps],
    assumed: [
      assumedSubmission('/registrations', personId, one.at),
      ...assumed,
      ...decided.assumed,
    ],
    papers: {},
  };
};

const listOf = (year: YearToEnter): PlannedRoom => {
  const paper = year.paperOf('registration-result');
  const { decisions, assumed } = listDecisions(year, paper);
  const last = decisions.at(-1);
  const rounds = decisions.map((one, index) => listRound(year, one, index + 1, paper));
  const issued =
    paper && last?.decision === 'APPROVED'
      ? issueSteps(year, {
          paper,
          kind: 'registration-result',
          paperId: noticePaperId('registration-result', year.year, decisions.length),
          from: laterOf(last.at, morningOf(paper.document.issuedOn)),
        })
      : NO_STEPS;
  return joinRooms([...rounds, { steps: [], assumed, papers: {} }, issued]);
};

/** The period of registration: opened, each unit's registration, the list and its result. */
export const registrationRoom = (year: YearToEnter): PlannedRoom => {
  const approvedAt = listApprovedAt(year);
  const units = (year.file.registrations ?? []).map((registration, index) => {
    const isLater = approvedAt !== null && registration.submittedAt > approvedAt;
    const place = `/registrations/${String(index)}`;
    return { ...unitSteps(year, registration, place, isLater ? 2 : 1), papers: {} };
  });
  return joinRooms([openingOf(year), ...units, listOf(year)]);
};
