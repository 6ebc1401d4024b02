import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { decideReformCycle, dueStepsOf } from '../domain/reform-cycle.ts';
import { defineAct, type ActDependencies } from './act.ts';
import { boundHashOf } from './bound-hash.ts';
import { checkPlan, checkSigner } from './check-plan.ts';
import { commanded, readCycle, sendToCycle, yearOf } from './on-strand.ts';
import { planContentSchema } from './plan-content-schema.ts';
import { wholeNumber } from './year-file/fields.ts';

const readVersion = async (
  deps: ActDependencies,
  officeId: string,
  year: number,
  given: number,
) => {
  const latest = await deps.stores.versions.latest(officeId, 'plan', `plan-${String(year)}`);
  if (latest?.version === given) return latest;
  throw new DomainError(
    'stale-version',
    'somebody saved a newer version meanwhile',
    {
      given,
      current: latest?.version ?? null,
      lastBy: latest?.author_id ?? null,
      lastAt: latest?.entered_at ?? null,
    },
    '/version',
  );
};

/** Puts the plan before the leader, with the template and words that its paper will have. */
export const submitPlan = defineAct({
  name: 'submit-plan',
  schema: z.strictObject({ version: wholeNumber(1) }),
  power: 'submitPlan',
  async perform(deps, call) {
    const { officeId } = call;
    const row = await readVersion(deps, officeId, yearOf(call), call.data.version);
    const plan = planContentSchema.parse(JSON.parse(row.text));
    const facts = await deps.stores.factsOn(officeId, localDateOf(call.at));
    if (plan.tasks.length === 0) {
      throw new DomainError('missing-field', 'a plan has at least one task', {}, '/tasks');
    }
    checkPlan(deps, plan, facts);
    checkSigner(plan, facts);
    await deps.paperCheck.render('plan', plan, facts);

    const pins = deps.paperCheck.pins('plan');
    const command = {
      ...commanded(call),
      type: 'submitPlan' as const,
      schedule: dueStepsOf(plan.schedule),
      submitted: {
        version: row.version,
        boundHash: boundHashOf(row.text, pins.template.sha256, pins.locale.sha256),
        pins: { template: pins.template.sha256, locale: pins.locale.sha256 },
        authorId: row.author_id,
        signer: plan.signer,
      },
    };
    decideReformCycle(await readCycle(deps, call), command, call.enteredAt);
    await deps.stores.versions.pinWords(officeId, pins.template.sha256, pins.template.text);
    await deps.stores.versions.pinWords(officeId, pins.locale.sha256, pins.locale.text);
    return sendToCycle(deps, call, command);
  },
});
