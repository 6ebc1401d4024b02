import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import type { PlanContent } from '../domain/plan.ts';
import { decideReformCycle, dueStepsOf, type ReformCycleCommand } from '../domain/reform-cycle.ts';
import { planContentId } from '../domain/registration.ts';
import type { SubmittedPaper } from '../domain/submitted-paper.ts';
import { defineAct, type CheckedCall } from './act.ts';
import { checkWholePaper } from './check-plan.ts';
import { askedInitials } from './initials/asked-initials.ts';
import { commanded, readCycle, sendToCycle, yearOf } from './on-strand.ts';
import { bindPaper, unboundPaper } from './pin-words.ts';
import { planContentSchema } from './plan-content-schema.ts';
import { asNewVersion, readSubmitted } from './submitted-version.ts';
import { wholeNumber } from './year-file/fields.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const commandFor = (
  call: Call,
  plan: PlanContent,
  submitted: SubmittedPaper,
): ReformCycleCommand => ({
  ...commanded(call),
  type: 'submitPlan',
  schedule: dueStepsOf(plan.schedule),
  submitted,
});

/** Puts the plan before the leader, with the template and words that its paper will have. */
export const submitPlan = defineAct({
  name: 'submit-plan',
  schema: z.strictObject({ version: wholeNumber(1) }),
  power: 'submitPlan',
  async perform(deps, call) {
    const { officeId } = call;
    const planId = planContentId(yearOf(call));
    const row = await readSubmitted(deps, call, 'plan', planId, call.data.version);
    const plan = planContentSchema.parse(JSON.parse(row.text));
    const facts = await deps.stores.factsOn(officeId, localDateOf(call.at));
    if (plan.tasks.length === 0) {
      throw new DomainError('missing-field', 'a plan has at least one task', {}, '/tasks');
    }
    await checkWholePaper(deps, { officeId, year: yearOf(call) }, plan, facts);

    const state = await readCycle(deps, call);
    const newest = Math.max(row.version, state.lastSubmitted + 1);
    const unbound = unboundPaper(call, newest, plan.signer);
    decideReformCycle(state, commandFor(call, plan, unbound), call.enteredAt);
    const saved = await asNewVersion(deps, call, row, state.lastSubmitted);
    const of = { officeId, year: yearOf(call) };
    const submitted = {
      ...(await bindPaper(deps, of, 'plan', saved, plan.signer)),
      ...(await askedInitials(deps, call, 'plan', facts)),
    };
    return sendToCycle(deps, call, commandFor(call, plan, submitted));
  },
});
