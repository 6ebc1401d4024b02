import * as z from 'zod';
import { decideApproval } from '../domain/approval.ts';
import { localDateOf } from '../domain/local-date.ts';
import { defineAct } from './act.ts';
import { checkWholePaper } from './check-plan.ts';
import { commanded, readApproval, sendToApproval, yearOf } from './on-strand.ts';
import { planContentSchema } from './plan-content-schema.ts';
import { saveReason } from './save-reason.ts';
import { text, wholeNumber } from './year-file/fields.ts';

const planOf = (call: Parameters<typeof yearOf>[0]) =>
  ({ kind: 'plan', year: yearOf(call) }) as const;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const readVersion = { version: wholeNumber(1), boundHash: sha256 };

export const approvePlan = defineAct({
  name: 'approve-plan',
  schema: z.strictObject(readVersion),
  power: 'decidePlan',
  async perform(deps, call) {
    const command = { ...commanded(call), type: 'approve' as const, ...call.data };
    decideApproval(
      await readApproval(deps, call, planOf(call), command.version),
      command,
      call.enteredAt,
    );
    const planId = `plan-${String(yearOf(call))}`;
    const row = await deps.stores.versions.find(call.officeId, 'plan', planId, command.version);
    const plan = planContentSchema.parse(JSON.parse(row?.text ?? '{}'));
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    checkWholePaper(deps, plan, facts);
    return sendToApproval(deps, call, planOf(call), command);
  },
});

/** Back to the drafting unit with the reason (Decree 30/2020, art. 10.3). */
export const returnPlan = defineAct({
  name: 'return-plan',
  schema: z.strictObject({ ...readVersion, reason: text }),
  power: 'decidePlan',
  async perform(deps, call) {
    const { reason, ...version } = call.data;
    const command = {
      ...commanded(call),
      type: 'giveBack' as const,
      ...version,
      reasonId: call.actId,
    };
    decideApproval(
      await readApproval(deps, call, planOf(call), command.version),
      command,
      call.enteredAt,
    );
    await saveReason(deps, call, reason);
    return sendToApproval(deps, call, planOf(call), command);
  },
});

/** The coordinator takes the plan back before the leader has decided. */
export const withdrawPlan = defineAct({
  name: 'withdraw-plan',
  schema: z.strictObject({ version: wholeNumber(1) }),
  power: 'submitPlan',
  async perform(deps, call) {
    const command = { ...commanded(call), type: 'withdraw' as const, ...call.data };
    decideApproval(
      await readApproval(deps, call, planOf(call), command.version),
      command,
      call.enteredAt,
    );
    return sendToApproval(deps, call, planOf(call), command);
  },
});
