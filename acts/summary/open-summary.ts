import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { decideReformCycle } from '../../domain/reform-cycle.ts';
import { SUMMARY_ID } from '../../domain/summary/year-end-summary.ts';
import { defineAct } from '../act.ts';
import { commanded, readCycle, sendToCycle } from '../on-strand.ts';

/** Begins to sum the year up; what it rests on is the issued plan. */
export const openSummary = defineAct({
  name: 'open-summary',
  schema: z.strictObject({}),
  power: 'sumUpYear',
  async perform(deps, call) {
    const state = await readCycle(deps, call);
    const command = {
      ...commanded(call),
      type: 'openStrand' as const,
      strand: { kind: 'summary', id: SUMMARY_ID } as const,
    };
    decideReformCycle(state, command, call.enteredAt);
    if (state.plan.phase !== 'issued') {
      throw new DomainError('not-ready', 'a year is summed up by its issued plan', {
        phase: state.plan.phase,
      });
    }
    return sendToCycle(deps, call, command);
  },
});
