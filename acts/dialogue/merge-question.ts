import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { defineAct } from '../act.ts';
import { commanded } from '../on-strand.ts';
import { key } from '../year-file/fields.ts';
import { pressOnQuestion, readQuestion } from './on-question.ts';

/** Two ask the same: one is kept, and both askers get its answer. */
export const mergeQuestion = defineAct({
  name: 'merge-question',
  schema: z.strictObject({ questionId: key, intoId: key }),
  power: 'mergeQuestion',
  async perform(deps, call) {
    const { questionId, intoId } = call.data;
    const kept = await readQuestion(deps, call, intoId, '/intoId');
    if (kept.phase === 'merged' || kept.phase === 'cancelled') {
      throw new DomainError(
        'out-of-time',
        `the question to be kept is ${kept.phase}`,
        { phase: kept.phase },
        '/intoId',
      );
    }
    const command = { ...commanded(call), type: 'mergeQuestion' as const, intoId };
    return pressOnQuestion(deps, call, questionId, () => command);
  },
});
