import type { CycleClock } from '../domain/cycle-clock.ts';
import { DomainError } from '../domain/errors.ts';
import type { PlanContent } from '../domain/plan.ts';
import { dueStepsOf } from '../domain/reform-cycle.ts';
import { cycleId } from '../workflows/contract.ts';
import { outcome, type ActDependencies, type ActOutcome, type CheckedCall } from './act.ts';
import { canonicalText } from './canonical-text.ts';

export interface CycleOpening {
  readonly plan: PlanContent;
  readonly clock: CycleClock;
  /** A past year's papers are mailed; else they are marked as historic. */
  readonly isMailed?: boolean;
}

const originOf = (call: Omit<CheckedCall<unknown>, 'data'>, clock: CycleClock) => {
  if (call.channel === 'example') return 'example';
  return clock.mode === 'entered' ? 'entered' : 'live';
};

const refuseExisting = (row: { started_at: string; started_by: string; workflow_id: string }) =>
  new DomainError('cycle-exists', 'the office has a cycle of that year', {
    workflowId: row.workflow_id,
    startedAt: row.started_at,
    lastBy: row.started_by,
    lastAt: row.started_at,
  });

/**
 * One cycle per office and year: a unique row, then the plan's first version, then the workflow. Whoever
 * repeats it after a fault goes on where it stopped; a second start is refused, naming the first.
 */
export const openCycle = async (
  deps: ActDependencies,
  call: Omit<CheckedCall<unknown>, 'data'>,
  opening: CycleOpening,
): Promise<ActOutcome> => {
  const { plan } = opening;
  const workflowId = cycleId(call.officeId, plan.year);
  const startedAt = opening.clock.mode === 'entered' ? opening.clock.at : call.at;
  const row = await deps.stores.cycles.insert({
    office_id: call.officeId,
    year: plan.year,
    origin: originOf(call, opening.clock),
    workflow_id: workflowId,
    act_id: call.actId,
    started_by: call.personId,
    started_at: startedAt,
    entered_at: call.enteredAt,
    is_mailed: opening.isMailed ?? false,
  });
  // The start was answered, or its workflow shows: not one that stopped half way.
  const isRunning =
    (await deps.stores.acts.find(call.officeId, row.act_id)) !== undefined ||
    (await deps.stores.strands.find(call.officeId, workflowId, 'reformCycle')) !== null;
  if (row.act_id !== call.actId && isRunning) throw refuseExisting(row);

  // Who carries a broken start on keeps its clock, whatever way they came.
  const clock: CycleClock =
    row.started_at < row.entered_at && row.origin !== 'live'
      ? { mode: 'entered', at: row.started_at }
      : opening.clock;
  const draft = canonicalText(plan);
  const saved = await deps.stores.versions.save({
    office_id: call.officeId,
    kind: 'plan',
    id: `plan-${String(plan.year)}`,
    basedOn: null,
    ...draft,
    author_id: row.started_by,
    act_id: row.act_id,
    occurred_at: row.started_at,
    entered_at: call.enteredAt,
  });
  // Two started the year at the same moment with plans of their own: one of them has it.
  if (saved.sha256 !== draft.sha256) throw refuseExisting(row);
  await deps.temporal.startCycle({
    officeId: call.officeId,
    year: plan.year,
    continueAfterEvents: deps.continueAfterEvents,
    carried: null,
    clock,
    schedule: dueStepsOf(plan.schedule),
    startedBy: { ...call.authority, personId: row.started_by },
    actId: row.act_id,
    maySignInSystem: deps.isAllEmbedded,
  });
  // From now on somebody may be waited for.
  await deps.temporal.wakeOfficeDay(call.officeId);
  return outcome({
    workflowId,
    seq: 1,
    result: { year: plan.year },
    notices: row.act_id === call.actId ? [] : ['start-resumed'],
  });
};
