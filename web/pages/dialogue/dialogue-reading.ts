import type { QuestionAnswer, QuestionReply } from '../../../domain/dialogue/question-content.ts';
import { isReplyOverdue, type QuestionState } from '../../../domain/dialogue/question.ts';
import { numberAndSymbol } from '../../../locale/paper-names.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import type { Tone } from '../../layout/content.tsx';
import { pathOfCycle, type RunningCycle } from '../cycle/cycle-reading.ts';

/** A question with the texts that its state stands for. */
export interface ReadQuestion {
  readonly state: QuestionState;
  readonly text: string;
  readonly answer: QuestionAnswer | null;
  readonly reply: QuestionReply | null;
  /** Of the paper by which it went up, once that is numbered. */
  readonly slipNumber: string | null;
}

export const pathOfDialogue = (year: number): string => `${pathOfCycle(year)}/dialogue`;
export const pathOfQuestion = ({
  year,
  questionId,
}: Pick<QuestionState, 'year' | 'questionId'>): string => `${pathOfDialogue(year)}/${questionId}`;

const readTexts = async (c: WebContext, state: QuestionState): Promise<ReadQuestion> => {
  const { officeId } = c.get('user') ?? { officeId: '' };
  const { questions, papers } = c.get('deps').acts.stores;
  const { year, questionId, reply, slip } = state;
  const [content, answer, replied, paper] = await Promise.all([
    questions.read(officeId, state),
    questions.readAnswer(officeId, state),
    reply ? questions.readReply(officeId, year, questionId, reply.version) : null,
    slip ? papers.find(officeId, slip.paperId) : null,
  ]);
  const slipNumber = paper ? numberAndSymbol(paper) : null;
  return { state, text: content.text, answer, reply: replied, slipNumber };
};

const byAsking = (left: QuestionState, right: QuestionState): number =>
  left.askedAt.localeCompare(right.askedAt) ||
  left.questionId.localeCompare(right.questionId, 'en', { numeric: true });

/** All questions of the year, in the order in which they were asked. */
export const readQuestions = async (
  c: WebContext,
  { facts, year }: RunningCycle,
): Promise<readonly ReadQuestion[]> => {
  const { strands } = c.get('deps').acts.stores;
  const states = await strands.list(facts.officeId, year, 'question');
  return Promise.all(states.toSorted(byAsking).map((state) => readTexts(c, state)));
};

/** Who asked, by the names of the day; of whoever has left by their own. */
export const askerIn = (
  t: Words,
  { facts, nameOf }: RunningCycle,
  { isAnonymous, askedById, askedByUnitId }: QuestionState,
): string => {
  if (isAnonymous) return t('dialogue.unnamed');
  const unit = [...facts.units, ...(facts.otherUnits ?? [])].find(({ id }) => id === askedByUnitId);
  const person = askedById === null ? null : nameOf(askedById);
  return [person, unit?.name ?? askedByUnitId].filter((part) => part !== null).join(', ');
};

const TONES: Readonly<Record<QuestionState['phase'], Tone>> = {
  asked: 'soon',
  answered: 'good',
  'passed-up': 'busy',
  replied: 'good',
  'given-up': 'plain',
  merged: 'plain',
  cancelled: 'plain',
};

/** In which state a question shows on a day. */
export const standingOf = (
  t: Words,
  state: QuestionState,
  day: string,
): { readonly tone: Tone; readonly words: string } =>
  isReplyOverdue(state, day)
    ? { tone: 'bad', words: t('dialogue.phase-overdue') }
    : { tone: TONES[state.phase], words: t(`dialogue.phase-${state.phase}`) };
