import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { QuestionCommand, QuestionState } from '../domain/dialogue/question.ts';
import type { Instant } from '../domain/local-date.ts';
import type { ActReceipt, YearStrandInput } from './contract.ts';

export type DialogueQuestionInput = YearStrandInput<'question'>;

export const actOnQuestion = defineUpdate<ActReceipt, [QuestionCommand]>('actOnQuestion');
export const questionState = defineQuery<QuestionState>('questionState');
/** From a merged question to the one that is kept: whose askers get its answer too. */
export const questionsJoined =
  defineSignal<[{ readonly questionIds: readonly string[]; readonly at: Instant }]>(
    'questionsJoined',
  );
