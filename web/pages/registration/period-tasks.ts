import {
  sharedTasksOf,
  taskOf,
  unitsWith,
  type RegistrationPeriod,
} from '../../../domain/registration-period.ts';
import { taskKeyOf, type SharedTask, type TaskKey } from '../../../domain/registration.ts';
import type { WebContext } from '../../environment.ts';
import { findPlan } from '../plan/plan-reading.ts';
import type { PeriodView } from './period-reading.ts';

export interface PeriodTask {
  readonly key: TaskKey;
  readonly title: string;
  readonly unitIds: readonly string[];
}

/** A unit's own task, and the one that the coordinator said is the same. */
export interface OwnTask extends PeriodTask {
  readonly joinedInto: { readonly key: TaskKey; readonly title: string } | null;
}

export interface PeriodTasks {
  readonly shared: readonly (SharedTask & { readonly title: string })[];
  /** Every task that somebody registered; joined ones stand once. */
  readonly all: readonly PeriodTask[];
  readonly own: readonly OwnTask[];
}

const registeredKeys = ({ units }: RegistrationPeriod): readonly (readonly [string, TaskKey])[] =>
  units.flatMap(({ unitId, standing, accepted }) =>
    standing === 'open' ? [] : (accepted?.tasks ?? []).map((key) => [unitId, key] as const),
  );

const readOwnTitles = async (c: WebContext, { cycle, period }: PeriodView) => {
  const { paperSources } = c.get('deps').acts.stores;
  const { officeId } = cycle.state;
  const isOwn = (key: TaskKey) => period.planLeads[key] === undefined;
  const withOwn = period.units.filter(({ accepted }) => accepted?.tasks.some(isOwn));
  const titles = await Promise.all(
    withOwn.map(async ({ unitId, accepted }) => {
      const version = accepted?.version ?? 0;
      const content = await paperSources.readRegistration(officeId, cycle.year, unitId, version);
      return content.tasks.map((task) => [taskKeyOf(unitId, task), task.title] as const);
    }),
  );
  return titles.flat();
};

const readTitles = async (c: WebContext, view: PeriodView) => {
  const plan = await findPlan(c, view.cycle.year, view.period.planVersion);
  const titles = new Map([
    ...(await readOwnTitles(c, view)),
    ...(plan?.plan.tasks.map(({ id, title }) => [id, title] as const) ?? []),
  ]);
  return (key: TaskKey): string => titles.get(key) ?? key;
};

/** What units registered, task by task across units. */
export const readPeriodTasks = async (c: WebContext, view: PeriodView): Promise<PeriodTasks> => {
  const { period } = view;
  const titleOf = await readTitles(c, view);
  const keys = registeredKeys(period);
  const all = [...new Set(keys.map(([, key]) => taskOf(period, key)))];
  return {
    shared: sharedTasksOf(period).map((task) => ({ ...task, title: titleOf(task.key) })),
    all: all.map((key) => ({ key, title: titleOf(key), unitIds: unitsWith(period, key) })),
    own: keys
      .filter(([, key]) => period.planLeads[key] === undefined)
      .map(([unitId, key]) => {
        const into = period.joined[key];
        return {
          key,
          title: titleOf(key),
          unitIds: [unitId],
          joinedInto: into === undefined ? null : { key: into, title: titleOf(into) },
        };
      }),
  };
};
