import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { defineAct } from './act.ts';
import { checkPlan } from './check-plan.ts';
import { openCycle } from './open-cycle.ts';
import { planContentSchema } from './plan-content-schema.ts';

/** Opens the year of the caller's office with the first draft of its plan. */
export const startCycle = defineAct({
  name: 'start-cycle',
  schema: z.strictObject({ plan: planContentSchema }),
  power: 'startCycle',
  async perform(deps, call) {
    const { plan } = call.data;
    if (call.year !== null && call.year !== plan.year) {
      throw new DomainError('not-schema', 'the plan is of another year', {}, '/plan/year');
    }
    if (plan.year < Number(call.at.slice(0, 4))) {
      throw new DomainError(
        'impossible-date',
        'a year that is over is entered from a file',
        { given: plan.year, expected: `>= ${call.at.slice(0, 4)}` },
        '/plan/year',
      );
    }
    checkPlan(deps, plan, await deps.stores.factsOn(call.officeId, call.at.slice(0, 10)));
    return openCycle(deps, call, { plan, clock: { mode: 'live' } });
  },
});
