import { DomainError } from '../../domain/errors.ts';
import type { PlanTask } from '../../domain/plan.ts';
import { sharedTasksOf, type RegistrationPeriod } from '../../domain/registration-period.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import { planContentId, taskKeyOf, type RegisteredTask } from '../../domain/registration.ts';
import { formatTargetInUnits } from '../../locale/registration-papers.ts';
import type { ActDependencies, CheckedCall } from '../act.ts';
import { planContentSchema } from '../plan-content-schema.ts';
import { yearOf } from '../on-strand.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** The task, and behind a colon what each of its indicators is to reach. */
const pointOf = ({ title, indicators }: Pick<PlanTask, 'title' | 'indicators'>): string => {
  const targets = indicators.map((each) => `${each.name} ${formatTargetInUnits(each)}`);
  return targets.length === 0 ? title : `${title}: ${targets.join('; ')}`;
};

const planTasks = async (
  deps: ActDependencies,
  call: Call,
  version: number | null,
): Promise<readonly PlanTask[]> => {
  const { versions } = deps.stores;
  const id = planContentId(yearOf(call));
  const row =
    version === null
      ? await versions.latest(call.officeId, 'plan', id)
      : await versions.find(call.officeId, 'plan', id, version);
  return row ? planContentSchema.parse(JSON.parse(row.text)).tasks : [];
};

// A task that several units took on is one point.
const registeredTasks = async (
  deps: ActDependencies,
  call: Call,
  period: RegistrationPeriod,
): Promise<readonly RegisteredTask[]> => {
  const joined = sharedTasksOf(period).flatMap(({ joinedKeys }) => joinedKeys);
  const tasks = new Map<string, RegisteredTask>();
  for (const { unitId, accepted } of period.units) {
    if (!accepted) continue;
    const registration = await deps.stores.paperSources.readRegistration(
      call.officeId,
      yearOf(call),
      unitId,
      accepted.version,
    );
    for (const task of registration.tasks) {
      const key = taskKeyOf(unitId, task);
      if (!tasks.has(key) && !joined.includes(key)) tasks.set(key, task);
    }
  }
  return [...tasks.values()];
};

/**
 * One line for each focal task with its target: of the approved plan, else of what units registered, else
 * of the plan's draft.
 * @throws DomainError missing-field where there is neither
 */
export const defaultPoints = async (
  deps: ActDependencies,
  call: Call,
  { plan, registration }: ReformCycleState,
): Promise<readonly string[]> => {
  const isApproved = plan.phase === 'approved' || plan.phase === 'issued';
  const approved = isApproved ? await planTasks(deps, call, plan.submitted.version) : [];
  const registered =
    approved.length === 0 && registration ? await registeredTasks(deps, call, registration) : [];
  const tasks = [approved, registered].find((found) => found.length > 0);
  const found = tasks ?? (await planTasks(deps, call, null));
  if (found.length > 0) return found.map(pointOf);
  throw new DomainError('missing-field', 'there is no task to pledge yet', {}, '/points');
};
