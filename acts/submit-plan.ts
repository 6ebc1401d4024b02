import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import type { PlanContent } from '../domain/plan.ts';
import { decideReformCycle, dueStepsOf, type ReformCycleCommand } from '../domain/reform-cycle.ts';
import type { VersionRow } from '../adapters/database/versions.ts';
import { defineAct, type ActDependencies, type CheckedCall } from './act.ts';
import { boundHashOf } from './bound-hash.ts';
import { checkWholePaper } from './check-plan.ts';
import { commanded, readCycle, sendToCycle, yearOf } from './on-strand.ts';
import { planContentSchema } from './plan-content-schema.ts';
import { wholeNumber } from './year-file/fields.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const readVersion = async (deps: ActDependencies, call: Call, given: number) => {
  const planId = `plan-${String(yearOf(call))}`;
  const latest = await deps.stores.versions.latest(call.officeId, 'plan', planId);
  // The latest may be the copy that this very act made before a fault.
  if (latest && (latest.version === given || latest.act_id === call.actId)) return latest;
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

// Withdrawn or returned and submitted as it was: its approval has ended, so it goes as a new version,
// still by its author.
const asNewVersion = async (
  deps: ActDependencies,
  call: Call,
  row: VersionRow,
  lastSubmitted: number,
): Promise<VersionRow> => {
  if (row.version > lastSubmitted) return row;
  return deps.stores.versions.save({
    office_id: row.office_id,
    kind: row.kind,
    id: row.id,
    basedOn: row.version,
    text: row.text,
    sha256: row.sha256,
    author_id: row.author_id,
    act_id: call.actId,
    occurred_at: call.at,
    entered_at: call.enteredAt,
  });
};

const commandFor = (
  deps: ActDependencies,
  call: Call,
  row: VersionRow,
  plan: PlanContent,
): ReformCycleCommand => {
  const { template, locale } = deps.paperCheck.pins('plan');
  return {
    ...commanded(call),
    type: 'submitPlan',
    schedule: dueStepsOf(plan.schedule),
    submitted: {
      version: row.version,
      boundHash: boundHashOf(row.text, template.sha256, locale.sha256),
      pins: { template: template.sha256, locale: locale.sha256 },
      authorId: row.author_id,
      signer: plan.signer,
    },
  };
};

/** Puts the plan before the leader, with the template and words that its paper will have. */
export const submitPlan = defineAct({
  name: 'submit-plan',
  schema: z.strictObject({ version: wholeNumber(1) }),
  power: 'submitPlan',
  async perform(deps, call) {
    const { officeId } = call;
    const row = await readVersion(deps, call, call.data.version);
    const plan = planContentSchema.parse(JSON.parse(row.text));
    const facts = await deps.stores.factsOn(officeId, localDateOf(call.at));
    if (plan.tasks.length === 0) {
      throw new DomainError('missing-field', 'a plan has at least one task', {}, '/tasks');
    }
    checkWholePaper(deps, plan, facts);

    const state = await readCycle(deps, call);
    const newest = { ...row, version: Math.max(row.version, state.lastSubmitted + 1) };
    decideReformCycle(state, commandFor(deps, call, newest, plan), call.enteredAt);
    const { template, locale } = deps.paperCheck.pins('plan');
    await deps.stores.versions.pinWords(officeId, template.sha256, template.text);
    await deps.stores.versions.pinWords(officeId, locale.sha256, locale.text);
    const submitted = await asNewVersion(deps, call, row, state.lastSubmitted);
    return sendToCycle(deps, call, commandFor(deps, call, submitted, plan));
  },
});
