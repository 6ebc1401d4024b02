import {
  decideQuestion,
  questionContentId,
  type QuestionCommand,
  type QuestionState,
} from '../../domain/dialogue/question.ts';
import { DomainError } from '../../domain/errors.ts';
import { yearStrandId } from '../../workflows/contract.ts';
import { actOnQuestion } from '../../workflows/dialogue-contract.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { datedFor, readCycle, sendOrExplain, yearOf } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';

export type Call = Omit<CheckedCall<unknown>, 'data'>;

export const questionWorkflowId = (call: Call, questionId: string): string =>
  yearStrandId(call.officeId, yearOf(call), { kind: 'question', id: questionId });

/** @throws DomainError unknown-reference at `place` */
export const readQuestion = async (
  deps: ActDependencies,
  call: Call,
  questionId: string,
  place = '/questionId',
): Promise<QuestionState> => {
  const workflowId = questionWorkflowId(call, questionId);
  const found = await deps.stores.strands.find(call.officeId, workflowId, 'question');
  if (found) return found.state;
  await readCycle(deps, call);
  throw new DomainError(
    'unknown-reference',
    'there is no such question',
    { given: questionId },
    place,
  );
};

/** A new version of what was answered or replied; a press that came to nothing may have left one. */
export const saveText = async (
  deps: ActDependencies,
  call: Call,
  kind: 'question' | 'question-answer' | 'question-reply',
  questionId: string,
  content: object,
): Promise<number> => {
  const id = questionContentId(yearOf(call), questionId);
  const last = await deps.stores.versions.latest(call.officeId, kind, id);
  return (await saveContent(deps, call, kind, id, last?.version ?? null, content)).version;
};

const NO_VERSION = 1;

/**
 * Judged by the read model first, so that a refusal writes nothing; `keep` saves what the command refers
 * to, and answers its version.
 */
export const pressOnQuestion = async (
  deps: ActDependencies,
  call: Call,
  questionId: string,
  commandFor: (version: number) => QuestionCommand,
  keep: () => Promise<number> = () => Promise.resolve(NO_VERSION),
): Promise<ActOutcome> => {
  const state = await readQuestion(deps, call, questionId);
  const clocked = datedFor(call, state.clock);
  decideQuestion(state, { ...commandFor(NO_VERSION), ...clocked }, call.enteredAt);
  const dated = { ...commandFor(await keep()), ...clocked };
  const workflowId = questionWorkflowId(call, questionId);
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnQuestion, dated),
    workflowId,
    async () => {
      decideQuestion(await readQuestion(deps, call, questionId), dated, call.enteredAt);
    },
  );
};
