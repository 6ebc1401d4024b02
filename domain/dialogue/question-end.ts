import type { DraftNews } from '../draft.ts';
import type { Instant, LocalDate } from '../local-date.ts';
import { isReplyOverdue, type QuestionState } from './question.ts';

const hasOutcome = ({ phase }: QuestionState): boolean =>
  phase === 'answered' || phase === 'replied' || phase === 'given-up';

/** This question and those merged into it whose askers have to be told now: its outcome is there. */
export const untoldQuestions = (state: QuestionState): readonly string[] =>
  hasOutcome(state)
    ? [state.questionId, ...state.joined].filter((id) => !state.told.includes(id))
    : [];

const isWorkOver = ({ work }: QuestionState): boolean => work === null || work.ended !== null;

/** Merged into another that knows of it; or all askers told and the work that the answer gave done. */
export const isQuestionOver = (state: QuestionState): boolean => {
  if (state.phase === 'cancelled') return true;
  if (state.phase === 'merged') return state.merged?.isPassedOn === true;
  return hasOutcome(state) && untoldQuestions(state).length === 0 && isWorkOver(state);
};

/** How the question of `workflowId` came out, to be told to the askers of those of `toldWorkflowIds`. */
export interface TellableOutcome {
  readonly officeId: string;
  readonly year: number;
  readonly workflowId: string;
  readonly toldWorkflowIds: readonly string[];
  readonly at: Instant;
}

/** A paper by which it goes up is still to be written: none yet, or the last one came to nothing. */
export const wantsSlip = ({ phase, passedUp, slip }: QuestionState): boolean =>
  phase === 'passed-up' &&
  passedUp !== null &&
  passedUp.form !== 'report-up' &&
  (slip === null || slip.phase === 'dropped');

/** News of a paper may come twice. */
export const isNewsOfSlip = (
  { slip }: Pick<QuestionState, 'slip'>,
  { draftId, phase, version, paperId }: DraftNews,
): boolean =>
  slip === null ||
  slip.draftId !== draftId ||
  slip.phase !== phase ||
  (version > 0 && slip.paperId !== paperId);

/** How a year's questions came out on a day; each is counted in `escalated` once, however it ended. */
export interface QuestionCounts {
  readonly asked: number;
  readonly unanswered: number;
  readonly answered: number;
  readonly inWriting: number;
  readonly merged: number;
  readonly escalated: number;
  readonly escalatedAnswered: number;
  readonly escalatedOverdue: number;
}

/** Cancelled ones are left out: their year was. */
export const countQuestions = (
  questions: readonly QuestionState[],
  today: LocalDate,
): QuestionCounts => {
  const counted = questions.filter(({ phase }) => phase !== 'cancelled');
  const count = (is: (question: QuestionState) => boolean): number => counted.filter(is).length;
  const escalated = counted.filter(({ passedUp }) => passedUp !== null);
  return {
    asked: counted.length,
    unanswered: count(({ phase }) => phase === 'asked'),
    answered: count(({ answer }) => answer?.how === 'at-conference'),
    inWriting: count(({ answer }) => answer?.how === 'in-writing'),
    merged: count(({ phase }) => phase === 'merged'),
    escalated: escalated.length,
    escalatedAnswered: escalated.filter(({ reply }) => reply !== null).length,
    // What was given up was overdue, and no reply came after it.
    escalatedOverdue: escalated.filter(
      (question) => question.phase === 'given-up' || isReplyOverdue(question, today),
    ).length,
  };
};
