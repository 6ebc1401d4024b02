import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import type { ReformCycleState } from '../domain/reform-cycle.ts';
import { planContentId } from '../domain/registration.ts';
import { defineAct, outcome } from './act.ts';
import { checkPlan } from './check-plan.ts';
import { readCycle, yearOf } from './on-strand.ts';
import { planContentSchema } from './plan-content-schema.ts';
import { saveContent } from './save-content.ts';
import { wholeNumber } from './year-file/fields.ts';

const notBeingDrafted = ({ cancelled, plan, last }: ReformCycleState): DomainError =>
  new DomainError('out-of-time', 'a plan is written while it is being drafted', {
    phase: cancelled ? 'cancelled' : plan.phase,
    lastEvent: last?.event ?? null,
    lastAt: last?.at ?? null,
    lastBy: last?.personId ?? null,
  });

/** A new version of the plan's draft on top of `basedOn`. What is before the leader is locked. */
export const savePlan = defineAct({
  name: 'save-plan',
  schema: z.strictObject({ basedOn: wholeNumber(1), plan: planContentSchema }),
  power: 'writePlan',
  async perform(deps, call) {
    const { plan, basedOn } = call.data;
    const state = await readCycle(deps, call);
    if (plan.year !== yearOf(call)) {
      throw new DomainError('not-schema', 'the plan is of another year', {}, '/plan/year');
    }
    if (state.cancelled || state.plan.phase !== 'drafting') throw notBeingDrafted(state);
    checkPlan(deps, plan, await deps.stores.factsOn(call.officeId, localDateOf(call.at)));
    const saved = await saveContent(deps, call, 'plan', planContentId(plan.year), basedOn, plan);
    return outcome({ workflowId: null, seq: null, result: { version: saved.version } });
  },
});
