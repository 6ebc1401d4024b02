import * as z from 'zod';
import { localDateOf } from '../domain/local-date.ts';
import { planContentId } from '../domain/registration.ts';
import { defineAct } from './act.ts';
import { checkWholePaper } from './check-plan.ts';
import { approve, giveBack, versionRead, withdraw } from './decide-approval.ts';
import { yearOf } from './on-strand.ts';
import { planContentSchema } from './plan-content-schema.ts';
import { text, wholeNumber } from './year-file/fields.ts';

const planOf = (call: Parameters<typeof yearOf>[0]) =>
  ({ kind: 'plan', year: yearOf(call) }) as const;

export const approvePlan = defineAct({
  name: 'approve-plan',
  schema: z.strictObject(versionRead),
  power: 'decidePlan',
  perform: (deps, call) =>
    approve(deps, call, planOf(call), call.data, async () => {
      const planId = planContentId(yearOf(call));
      const { versions } = deps.stores;
      const row = await versions.find(call.officeId, 'plan', planId, call.data.version);
      const plan = planContentSchema.parse(JSON.parse(row?.text ?? '{}'));
      const of = { officeId: call.officeId, year: yearOf(call) };
      const facts = await deps.stores.factsOn(of.officeId, localDateOf(call.at));
      await checkWholePaper(deps, of, plan, facts);
    }),
});

export const returnPlan = defineAct({
  name: 'return-plan',
  schema: z.strictObject({ ...versionRead, reason: text }),
  power: 'decidePlan',
  perform: (deps, call) => giveBack(deps, call, planOf(call), call.data),
});

export const withdrawPlan = defineAct({
  name: 'withdraw-plan',
  schema: z.strictObject({ version: wholeNumber(1) }),
  power: 'submitPlan',
  perform: (deps, call) => withdraw(deps, call, planOf(call), call.data.version),
});
