import type { IssuedAmendment } from '../../domain/amendment/plan-amendment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { tasksInForce } from '../../domain/plan-in-force.ts';
import type { PlanContent, PlanTask } from '../../domain/plan.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import { planContentId } from '../../domain/registration.ts';
import { cycleId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';
import { planContentSchema } from '../plan-content-schema.ts';

type Deps = Pick<ActDependencies, 'stores'>;
interface InYear {
  readonly officeId: string;
  readonly year: number | null;
}

const readState = async ({ stores }: Deps, { officeId, year }: InYear) => {
  const id = cycleId(officeId, year ?? 0);
  const strand = await stores.strands.find(officeId, id, 'reformCycle');
  if (strand) return strand.state;
  throw new DomainError('cycle-unknown', 'there is no such cycle', { officeId, year });
};

/** The issued amendments of the year's plan, in the order of their papers. */
export const readAmendments = async (
  deps: Deps,
  call: InYear,
): Promise<readonly IssuedAmendment[]> => {
  const { drafts } = await readState(deps, call);
  return deps.stores.plansInForce.listAmendments(call.officeId, drafts);
};

const readPlanOf = async (
  { stores }: Deps,
  officeId: string,
  { year, plan }: ReformCycleState,
): Promise<{ readonly plan: PlanContent; readonly version: number }> => {
  const isApproved = plan.phase === 'approved' || plan.phase === 'issued';
  const row = isApproved
    ? await stores.versions.find(officeId, 'plan', planContentId(year), plan.submitted.version)
    : await stores.versions.latest(officeId, 'plan', planContentId(year));
  if (!row) throw new DomainError('cycle-unknown', 'that year has no plan', { year });
  return { plan: planContentSchema.parse(JSON.parse(row.text)), version: row.version };
};

/**
 * The plan that the office works by, or the latest draft of one that is not approved, with the issued
 * amendments; `tasks` as they are in force on the day.
 */
export const readPlanInForce = async (deps: Deps, call: InYear, on: LocalDate) => {
  const state = await readState(deps, call);
  const [{ plan, version }, amendments] = await Promise.all([
    readPlanOf(deps, call.officeId, state),
    deps.stores.plansInForce.listAmendments(call.officeId, state.drafts),
  ]);
  const contents = amendments.map(({ content }) => content);
  return { plan, version, amendments, tasks: tasksInForce(plan.tasks, contents, on) };
};

/** The plan's tasks as they are in force on the day: what a check of that day grades by. */
export const readTasksInForce = async (
  deps: Deps,
  call: InYear,
  on: LocalDate,
): Promise<readonly PlanTask[]> => (await readPlanInForce(deps, call, on)).tasks;
