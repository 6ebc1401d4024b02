import { DomainError } from '../../domain/errors.ts';
import type { QuestionState } from '../../domain/dialogue/question.ts';
import { localDateOf, type Instant } from '../../domain/local-date.ts';
import { cycleId } from '../../workflows/contract.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import { CONFERENCE_ID } from './conference-steps.ts';
import { delegateStep } from './decision-steps.ts';
import {
  isSlip,
  momentsOf,
  questionsOf,
  questionStrandOf,
  upwardPapersOf,
  type FileQuestion,
  type UpwardPaper,
} from './dialogue-content.ts';
import { replySteps, upwardRoom } from './upward-steps.ts';
import {
  joinRooms,
  NO_STEPS,
  onceStrand,
  type PlannedRoom,
  type ReadyActs,
  type ReplayStep,
} from './replay-step.ts';
import type { YearToEnter } from './year-to-enter.ts';

const HEAD = ['leader', 'dialogueResponder'] as const;

const onceQuestion = (
  year: YearToEnter,
  { id }: FileQuestion,
  isReady: (state: QuestionState) => boolean,
): ReadyActs =>
  onceStrand(questionStrandOf(year, id), 'question', (state) => (isReady(state) ? {} : null));

const isAsked = ({ phase }: QuestionState): boolean => phase === 'asked';

const stepOf = (
  { id, place }: FileQuestion,
  name: string,
  step: Omit<ReplayStep, 'id' | 'place' | 'data'> & { data?: ReplayStep['data'] },
): ReplayStep => ({
  ...step,
  id: `dialogue-${id}-${name}`,
  place,
  data: { questionId: id, ...step.data },
});

const askStep = (year: YearToEnter, one: FileQuestion): ReplayStep => {
  const { text, domain, askedById, askedByOrgUnitId, anonymous } = one.question;
  const { askedAt, isAtConference } = momentsOf(year, one);
  const isOffice = askedByOrgUnitId === year.officeId;
  return stepOf(one, 'ask', {
    at: askedAt,
    personId: year.coordinatorOn(localDateOf(askedAt)),
    act: 'ask-question',
    data: {
      question: {
        text,
        domain,
        askedById,
        askedByUnitId: isOffice ? null : askedByOrgUnitId,
        isAnonymous: anonymous,
        conferenceId: isAtConference ? CONFERENCE_ID : null,
      },
    },
    ready: onceStrand(cycleId(year.officeId, year.year), 'reformCycle', () => ({})),
  });
};

// The act looks at both questions: at the one kept too, which is asked by a strand of its own.
const onceBothAsked =
  (ready: ReadyActs, keptStrand: string): ReadyActs =>
  async (reader, waitedMs) =>
    (await reader.strand(keptStrand, 'question')) && ready(reader, waitedMs);

// Whatever was merged into a question goes with it when that is merged in turn.
const mergeStep = (year: YearToEnter, one: FileQuestion): readonly ReplayStep[] => {
  const all = questionsOf(year);
  const into = all.find(({ question }) => question.id === one.question.mergedIntoId);
  if (one.question.status !== 'MERGED' || !into) return [];
  const before = all.filter(({ question }) => question.mergedIntoId === one.question.id);
  const { askedAt } = momentsOf(year, one);
  return [
    ...before.flatMap((earlier) => mergeStep(year, earlier)),
    stepOf(one, 'merge', {
      at: askedAt,
      personId: year.coordinatorOn(localDateOf(askedAt)),
      act: 'merge-question',
      data: { intoId: into.id },
      ready: onceBothAsked(
        onceQuestion(
          year,
          one,
          (state) => isAsked(state) && before.every(({ id }) => state.joined.includes(id)),
        ),
        questionStrandOf(year, into.id),
      ),
    }),
  ];
};

const mergesOf = (year: YearToEnter): readonly ReplayStep[] => {
  const all = questionsOf(year);
  const isLast = ({ question }: FileQuestion): boolean =>
    all.find(({ question: { id } }) => id === question.mergedIntoId)?.question.status !== 'MERGED';
  return all.filter(isLast).flatMap((one) => mergeStep(year, one));
};

/** Who presses for whom: the head alone, the secretary for a deputy's letter, else a delegate of the day. */
const responderSteps = (
  year: YearToEnter,
  one: FileQuestion,
  at: Instant,
): { personId: string; data: ReplayStep['data']; before: readonly ReplayStep[] } => {
  const day = localDateOf(at);
  const byId = one.question.answeredById ?? year.file.dialogue?.responderId ?? year.leaderOn(day);
  if (year.holdsOn(byId, HEAD, day)) return { personId: byId, data: {}, before: [] };
  const secretaryId = year.secretaryOn(day);
  const isDeputysLetter =
    one.question.status === 'ANSWERED_IN_WRITING' && year.holdsOn(byId, ['deputyLeader'], day);
  if (isDeputysLetter && secretaryId !== null) {
    return { personId: secretaryId, data: { answeredById: byId }, before: [] };
  }
  const delegate = delegateStep(year, { id: `dialogue-${one.id}`, at, toPersonId: byId, day });
  return { personId: byId, data: {}, before: [{ ...delegate, place: one.place }] };
};

const workOf = ({ officeId }: YearToEnter, { id, question }: FileQuestion) => {
  const { actionOwnerOrgUnitId: unitId, dueOn, answer } = question;
  if (unitId === undefined || unitId === officeId || dueOn === undefined) return null;
  return { assignmentId: `${id}-work`.slice(-40), unitId, dueOn, task: answer ?? '' };
};

const assumedWork = (year: YearToEnter, one: FileQuestion): readonly Assumption[] => {
  const path = one.place;
  if (workOf(year, one)) {
    const assumed = 'the work is what the answer says, and still open';
    return [{ path, assumed, because: 'the file does not say that it was reported as done' }];
  }
  if (one.question.actionOwnerOrgUnitId === undefined) return [];
  const because = 'work is a unit’s, and due on a day';
  return [{ path, assumed: 'the answer gave no unit work', because }];
};

const answerRoom = (year: YearToEnter, one: FileQuestion): PlannedRoom => {
  const { status, answer = '' } = one.question;
  if (status !== 'ANSWERED_AT_CONFERENCE' && status !== 'ANSWERED_IN_WRITING') return NO_STEPS;
  const { answeredAt: at } = momentsOf(year, one);
  const { personId, data, before } = responderSteps(year, one, at);
  const step = stepOf(one, 'answer', {
    at,
    personId,
    act: 'answer-question',
    data: {
      how: status === 'ANSWERED_AT_CONFERENCE' ? 'at-conference' : 'in-writing',
      answer,
      work: workOf(year, one),
      ...data,
    },
    ready: onceQuestion(year, one, isAsked),
  });
  return { steps: [...before, step], assumed: assumedWork(year, one), papers: {} };
};

const passUpRoom = (year: YearToEnter, { questions, kind, superiorIds }: UpwardPaper) =>
  joinRooms(
    questions.map((one): PlannedRoom => {
      const { answeredAt: at } = momentsOf(year, one);
      const { personId, data, before } = responderSteps(year, one, at);
      const answer = one.question.answer ?? one.question.text;
      const step = stepOf(one, 'pass-up', {
        at,
        personId,
        act: 'pass-question-up',
        data: {
          answer,
          reason: answer,
          toSuperiorIds: superiorIds,
          dueOn: one.escalation.dueOn,
          form: isSlip(kind) ? kind : 'report-up',
          ...data,
        },
        ready: onceQuestion(year, one, isAsked),
      });
      const because = 'the file has the answer alone, which says that others decide';
      const assumed = [{ path: one.place, assumed: 'why it went up is the answer', because }];
      return { steps: [...before, step], assumed, papers: {} };
    }),
  );

const because = 'the file has the questions without the days on which they were asked and answered';

const assumedDays = (year: YearToEnter): readonly Assumption[] =>
  year.file.conference
    ? [
        {
          path: '/dialogue/questions',
          assumed:
            'asked and answered at the conference, unless a day of the file is earlier; recorded by the coordinator',
          because,
        },
      ]
    : [
        {
          path: '/dialogue/questions',
          assumed:
            'asked and answered on the first day that the file has of each, or of its year’s check',
          because,
        },
      ];

// Only what is legitimate and beyond the head goes up (domain rule): what the office answered does not.
const checkPassedUp = ({ question, place }: FileQuestion): void => {
  const { status, escalation } = question;
  if (status === 'ESCALATED' || !escalation) return;
  throw new DomainError(
    'not-schema',
    'what the office answers itself is not passed up',
    { given: status, expected: 'ESCALATED' },
    `${place}/escalation`,
  );
};

/**
 * The dialogue: what was asked, merged, answered and passed up, with the papers that went up and the replies.
 * @throws DomainError not-schema where a question that the office answered is passed up
 */
export const dialogueRoom = (year: YearToEnter): PlannedRoom => {
  const questions = questionsOf(year);
  if (questions.length === 0) return NO_STEPS;
  questions.forEach(checkPassedUp);
  const upward = upwardPapersOf(year);
  return joinRooms([
    {
      steps: [...questions.map((one) => askStep(year, one)), ...mergesOf(year)],
      assumed: assumedDays(year),
      papers: {},
    },
    ...questions.map((one) => answerRoom(year, one)),
    ...upward.map((one) => passUpRoom(year, one)),
    ...upward.map((one) => upwardRoom(year, one)),
    ...upward.map((one) => replySteps(year, one)),
  ]);
};
