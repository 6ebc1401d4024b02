import * as z from 'zod';
import { defineAct } from './act.ts';
import { commanded, pressOnPaper } from './on-strand.ts';
import { saveReason } from './save-reason.ts';
import { text } from './year-file/fields.ts';

const delivery = { paperId: text, recipientId: text };

/** Handed over on paper, against a signature on the hand-over list. */
export const handOverPaper = defineAct({
  name: 'hand-over-paper',
  schema: z.strictObject(delivery),
  power: 'handlePaper',
  async perform(deps, call) {
    const { paperId, recipientId } = call.data;
    const command = { ...commanded(call), type: 'handOver' as const, recipientId };
    return pressOnPaper(deps, call, paperId, command);
  },
});

/** After a refusal: once more, to the mailbox that the post has now. */
export const sendAgain = defineAct({
  name: 'send-again',
  schema: z.strictObject(delivery),
  power: 'handlePaper',
  async perform(deps, call) {
    const { paperId, recipientId } = call.data;
    const command = { ...commanded(call), type: 'sendAgain' as const, recipientId };
    return pressOnPaper(deps, call, paperId, command);
  },
});

/** After a refusal: the office says that this recipient can't be reached, and why. */
export const giveUpDelivery = defineAct({
  name: 'give-up-delivery',
  schema: z.strictObject({ ...delivery, reason: text }),
  power: 'handlePaper',
  async perform(deps, call) {
    const { paperId, recipientId, reason } = call.data;
    const command = {
      ...commanded(call),
      type: 'giveUp' as const,
      recipientId,
      reasonId: call.actId,
    };
    return pressOnPaper(deps, call, paperId, command, () => saveReason(deps, call, reason));
  },
});
