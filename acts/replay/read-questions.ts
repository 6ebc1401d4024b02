import type { LocalDate } from '../../domain/local-date.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { countQuestions, type QuestionCounts } from '../../domain/dialogue/question-end.ts';
import type { QuestionState } from '../../domain/dialogue/question.ts';
import type { CycleClock } from '../../domain/cycle-clock.ts';
import type { ActDependencies } from '../act.ts';
import { questionsOf, questionStrandOf, type FileQuestion } from './dialogue-content.ts';
import { differ, type Difference } from './difference.ts';
import type { YearToEnter } from './year-to-enter.ts';

export type ReplayedQuestions = Omit<QuestionCounts, 'asked' | 'unanswered'>;

// The year is over: what was due in it and never came is overdue, wherever its clock has stopped.
const dayAfter = ({ year }: YearToEnter, clock: CycleClock): LocalDate => {
  const newYear = `${String(year + 1)}-01-01`;
  const reached = clock.mode === 'entered' ? localDateOf(clock.at) : newYear;
  return reached > newYear ? reached : newYear;
};

const statusOf = ({ phase, answer, passedUp }: QuestionState): string | null => {
  if (phase === 'merged') return 'MERGED';
  if (passedUp !== null) return 'ESCALATED';
  if (answer === null) return null;
  return answer.how === 'in-writing' ? 'ANSWERED_IN_WRITING' : 'ANSWERED_AT_CONFERENCE';
};

const statusOfEscalation = (state: QuestionState, today: LocalDate): string | null => {
  if (state.reply !== null) return 'ANSWERED';
  // Also where it was given up when the year closed.
  return countQuestions([state], today).escalatedOverdue > 0 ? 'OVERDUE' : null;
};

const differencesOf = (
  { question, place }: FileQuestion,
  state: QuestionState | null,
  today: LocalDate,
): readonly Difference[] => {
  const { status, escalation } = question;
  const differs = differ(`${place}/status`, status, state && statusOf(state));
  if (status !== 'ESCALATED' || !escalation || !state) return differs;
  const { sentOn, repliedOn } = escalation;
  const at = `${place}/escalation`;
  return [
    ...differs,
    ...(state.slip?.issuedOn ? differ(`${at}/sentOn`, sentOn, state.slip.issuedOn) : []),
    ...differ(`${at}/status`, escalation.status, statusOfEscalation(state, today)),
    ...differ(`${at}/repliedOn`, repliedOn, state.reply?.date ?? null),
  ];
};

/** How the questions of the file stand in the system, once the year is over, and where the file says otherwise. */
export const readQuestions = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  year: YearToEnter,
  clock: CycleClock,
): Promise<{ questions: ReplayedQuestions; differences: readonly Difference[] }> => {
  const found = await Promise.all(
    questionsOf(year).map(async (one) => {
      const workflowId = questionStrandOf(year, one.id);
      const strand = await stores.strands.find(year.officeId, workflowId, 'question');
      return { one, state: strand?.state ?? null };
    }),
  );
  const today = dayAfter(year, clock);
  const states = found.flatMap(({ state }) => (state ? [state] : []));
  const { answered, inWriting, merged, escalated, escalatedAnswered, escalatedOverdue } =
    countQuestions(states, today);
  return {
    questions: { answered, inWriting, merged, escalated, escalatedAnswered, escalatedOverdue },
    differences: found.flatMap(({ one, state }) => differencesOf(one, state, today)),
  };
};
