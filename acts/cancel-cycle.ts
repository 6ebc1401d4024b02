import * as z from 'zod';
import { decideReformCycle } from '../domain/reform-cycle.ts';
import { defineAct } from './act.ts';
import { commanded, readCycle, sendToCycle } from './on-strand.ts';
import { saveReason } from './save-reason.ts';
import { text } from './year-file/fields.ts';

export const cancelCycle = defineAct({
  name: 'cancel-cycle',
  schema: z.strictObject({ reason: text }),
  power: 'cancelCycle',
  async perform(deps, call) {
    const command = {
      ...commanded(call),
      type: 'cancelCycle' as const,
      reasonId: call.actId,
    };
    decideReformCycle(await readCycle(deps, call), command, call.enteredAt);
    await saveReason(deps, call, call.data.reason);
    return sendToCycle(deps, call, command);
  },
});
