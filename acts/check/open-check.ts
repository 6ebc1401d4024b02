import * as z from 'zod';
import { checkStrandOf } from '../../domain/check/check-opening.ts';
import { decideReformCycle } from '../../domain/reform-cycle.ts';
import { defineAct } from '../act.ts';
import { commanded, readCycle, sendToCycle } from '../on-strand.ts';
import { quarter } from '../year-file/fields.ts';

/** Opens a quarter's check before the schedule does. */
export const openCheck = defineAct({
  name: 'open-check',
  schema: z.strictObject({ quarter }),
  power: 'openCheck',
  async perform(deps, call) {
    const state = await readCycle(deps, call);
    const strand = checkStrandOf(state, call.data.quarter);
    const command = { ...commanded(call), type: 'openStrand' as const, strand };
    decideReformCycle(state, command, call.enteredAt);
    return sendToCycle(deps, call, command);
  },
});
