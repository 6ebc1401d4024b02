import type { Authority } from '../authority.ts';
import type { Commanded } from '../commanded.ts';
import { checkMoment, momentOf, type CycleClock, type LastStep } from '../cycle-clock.ts';
import type { DraftNews, DraftPhase } from '../draft.ts';
import { DomainError } from '../errors.ts';
import { localDateOf, type Instant, type LocalDate } from '../local-date.ts';
import type { AssignmentStrand, QuestionStrand, StrandEnd } from '../year-strand.ts';

/**
 * `asked`: waits for its answer. `passed-up`: legitimate and beyond the head, before bodies above.
 * `replied`: they have answered. `given-up`: they never did, and the coordinator says why that is left.
 */
export type QuestionPhase =
  'asked' | 'answered' | 'passed-up' | 'replied' | 'given-up' | 'merged' | 'cancelled';
export type AnsweredHow = 'at-conference' | 'in-writing';
/** `report-up`: said in a report that goes up anyway, so that no paper of its own is written. */
export type EscalationForm = 'transfer-slip' | 'submission' | 'report-up';

/** The paper by which a question goes up, as far as it has come. */
export interface QuestionSlip {
  readonly draftId: string;
  readonly phase: DraftPhase;
  readonly paperId: string;
  readonly number: number | null;
  readonly issuedOn: LocalDate | null;
}

/** A question or proposal of the dialogue, from being asked until what it led to is done. */
export interface QuestionState {
  readonly year: number;
  readonly questionId: string;
  readonly contentVersion: number;
  readonly domain: string;
  /** Then neither asker nor unit is kept anywhere. */
  readonly isAnonymous: boolean;
  readonly askedByUnitId: string | null;
  readonly askedById: string | null;
  readonly conferenceId: string | null;
  readonly askedAt: Instant;
  readonly clock: CycleClock;
  readonly phase: QuestionPhase;
  /** The questions merged into this one, whose askers get its answer too. */
  readonly joined: readonly string[];
  readonly merged: {
    readonly intoId: string;
    readonly at: Instant;
    readonly isPassedOn: boolean;
  } | null;
  readonly answer: {
    readonly version: number;
    /** null: what was said when it was passed up. */
    readonly how: AnsweredHow | null;
    readonly isLegitimate: boolean;
    readonly answeredById: string;
    readonly at: Instant;
  } | null;
  readonly passedUp: {
    readonly form: EscalationForm;
    readonly superiorIds: readonly string[];
    readonly dueOn: LocalDate;
    readonly at: Instant;
  } | null;
  readonly slip: QuestionSlip | null;
  readonly reply: {
    readonly version: number;
    readonly date: LocalDate;
    readonly issuerId: string;
    readonly at: Instant;
  } | null;
  readonly givenUp: { readonly reasonId: string; readonly at: Instant } | null;
  readonly work: {
    readonly strand: AssignmentStrand;
    readonly by: Authority;
    readonly isOpened: boolean;
    readonly ended: StrandEnd | null;
  } | null;
  /** Questions, this one or merged ones, whose askers have been told. */
  readonly told: readonly string[];
  readonly last: LastStep | null;
}

export type QuestionCommand = Commanded &
  (
    | { readonly type: 'mergeQuestion'; readonly intoId: string }
    | {
        readonly type: 'answerQuestion';
        readonly version: number;
        readonly how: AnsweredHow;
        readonly isLegitimate: boolean;
        readonly answeredById: string;
        readonly work: AssignmentStrand | null;
      }
    | {
        readonly type: 'passQuestionUp';
        readonly version: number;
        readonly answeredById: string;
        readonly form: EscalationForm;
        readonly superiorIds: readonly string[];
        readonly dueOn: LocalDate;
      }
    | {
        readonly type: 'enterReply';
        readonly version: number;
        readonly date: LocalDate;
        readonly issuerId: string;
      }
    | { readonly type: 'closeQuestion'; readonly reasonId: string }
  );

type Fact<K extends QuestionCommand['type'], T extends string> = Omit<
  QuestionCommand & { type: K },
  'type' | 'actId' | 'occurredAt'
> & { readonly type: T };

export type QuestionEvent =
  | { readonly type: 'QuestionAsked'; readonly by: Authority }
  | Fact<'mergeQuestion', 'QuestionMerged'>
  /** The kept question knows of it, or had ended before it could. */
  | { readonly type: 'MergePassedOn' }
  | { readonly type: 'QuestionsJoined'; readonly questionIds: readonly string[] }
  | Fact<'answerQuestion', 'QuestionAnswered'>
  | Fact<'passQuestionUp', 'QuestionPassedUp'>
  | { readonly type: 'SlipMoved'; readonly news: DraftNews }
  | Fact<'enterReply', 'ReplyEntered'>
  | Fact<'closeQuestion', 'QuestionGivenUp'>
  | { readonly type: 'AnswerWorkOpened' }
  | { readonly type: 'AnswerWorkEnded'; readonly how: StrandEnd }
  | { readonly type: 'AskersTold'; readonly questionIds: readonly string[] }
  | { readonly type: 'QuestionCancelled' }
  | { readonly type: 'ClockWentLive' };

/** A question's contents are kept under an id that is one within the office. */
export const questionContentId = (year: number, questionId: string): string =>
  `${String(year)}-${questionId}`;

export const askedQuestion = (
  year: number,
  strand: QuestionStrand,
  { clock, openedAt }: { readonly clock: CycleClock; readonly openedAt: Instant },
): QuestionState => ({
  year,
  questionId: strand.id,
  contentVersion: strand.contentVersion,
  domain: strand.domain,
  isAnonymous: strand.isAnonymous,
  askedByUnitId: strand.askedByUnitId,
  askedById: strand.askedById,
  conferenceId: strand.conferenceId,
  askedAt: openedAt,
  clock,
  phase: 'asked',
  joined: [],
  merged: null,
  answer: null,
  passedUp: null,
  slip: null,
  reply: null,
  givenUp: null,
  work: null,
  told: [],
  last: null,
});

const refuse = (state: QuestionState, message: string): DomainError =>
  new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });

const requirePhase = (state: QuestionState, phase: QuestionPhase): void => {
  if (state.phase !== phase) throw refuse(state, `the question is ${state.phase}`);
};

const impossibleDay = (given: LocalDate, expected: string, place: string): DomainError =>
  new DomainError('impossible-date', 'that day can not be', { given, expected }, place);

const checkWork = ({ work, isLegitimate }: QuestionCommand & { type: 'answerQuestion' }): void => {
  if (work === null || isLegitimate) return;
  throw new DomainError('not-schema', 'what is not legitimate gives nobody work', {}, '/work');
};

const checkReply = (state: QuestionState, date: LocalDate, today: LocalDate): void => {
  requirePhase(state, 'passed-up');
  if (date > today) throw impossibleDay(date, `<= ${today}`, '/reply/date');
  const sentOn = state.passedUp ? localDateOf(state.passedUp.at) : date;
  if (date < sentOn) throw impossibleDay(date, `>= ${sentOn}`, '/reply/date');
};

const checkGivingUp = (state: QuestionState, today: LocalDate): void => {
  requirePhase(state, 'passed-up');
  if (isReplyOverdue(state, today)) return;
  throw refuse(state, 'a question is given up once its reply is overdue');
};

/** @throws DomainError out-of-time, impossible-date, not-schema */
export const decideQuestion = (
  state: QuestionState,
  command: QuestionCommand,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  const today = localDateOf(momentOf(state.clock, command.occurredAt, now));
  switch (command.type) {
    case 'mergeQuestion':
      requirePhase(state, 'asked');
      if (command.intoId === state.questionId) {
        throw new DomainError('duplicate-id', 'a question stays itself', {}, '/intoId');
      }
      return;
    case 'answerQuestion':
      requirePhase(state, 'asked');
      checkWork(command);
      return;
    case 'passQuestionUp':
      requirePhase(state, 'asked');
      if (command.dueOn < today) throw impossibleDay(command.dueOn, `>= ${today}`, '/dueOn');
      return;
    case 'enterReply':
      checkReply(state, command.date, today);
      return;
    case 'closeQuestion':
      checkGivingUp(state, today);
      return;
  }
};

export const applyQuestion = (command: QuestionCommand): QuestionEvent => {
  const { by } = command;
  switch (command.type) {
    case 'mergeQuestion':
      return { type: 'QuestionMerged', intoId: command.intoId, by };
    case 'answerQuestion': {
      const { version, how, isLegitimate, answeredById, work } = command;
      return { type: 'QuestionAnswered', version, how, isLegitimate, answeredById, work, by };
    }
    case 'passQuestionUp': {
      const { version, answeredById, form, superiorIds, dueOn } = command;
      return { type: 'QuestionPassedUp', version, answeredById, form, superiorIds, dueOn, by };
    }
    case 'enterReply': {
      const { version, date, issuerId } = command;
      return { type: 'ReplyEntered', version, date, issuerId, by };
    }
    case 'closeQuestion':
      return { type: 'QuestionGivenUp', reasonId: command.reasonId, by };
  }
};

/** The bodies above have not answered by the day they were asked to. */
export const isReplyOverdue = (
  { phase, passedUp }: Pick<QuestionState, 'phase' | 'passedUp'>,
  today: LocalDate,
): boolean => phase === 'passed-up' && passedUp !== null && passedUp.dueOn < today;
