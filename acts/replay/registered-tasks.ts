import type { Indicator } from '../../domain/plan.ts';
import type { RegisteredTask, RegistrationContent } from '../../domain/registration.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';

type FileRegistration = NonNullable<YearFile['registrations']>[number];
type Entry = FileRegistration['items'][number];
type PlanTask = YearFile['plan']['tasks'][number];

// The unit's own target is what it wants to have reached by the end of the year.
const registeredIndicator = (indicator: Indicator, target: number): Indicator => ({
  ...indicator,
  target,
  quarterTargets: { ...indicator.quarterTargets, Q4: target },
});

const taskOf = (item: Entry, task: PlanTask | undefined): RegisteredTask => ({
  id: item.taskId,
  planTaskId: item.taskId,
  domain: task?.primaryDomain ?? '',
  title: task?.title ?? item.commitment,
  product: task?.product ?? item.commitment,
  performer: null,
  note: item.commitment,
  indicators: (task?.indicators ?? []).flatMap((indicator) => {
    const target = item.targets[indicator.id];
    return target === undefined ? [] : [registeredIndicator(indicator, target)];
  }),
});

/**
 * A unit's registration as it writes it here: the plan's tasks with the unit's targets, what it committed
 * to as their note. `headId`: of the day.
 */
export const registrationOf = (
  { cycleYear, plan }: YearFile,
  registration: FileRegistration,
  headId: string,
): RegistrationContent => ({
  year: cycleYear,
  unitId: registration.orgUnitId,
  headId,
  tasks: registration.items.map((item) =>
    taskOf(
      item,
      plan.tasks.find(({ id }) => id === item.taskId),
    ),
  ),
});

/** What the file's registrations leave to the plan. */
export const assumedOfTasks = ({ items }: FileRegistration, place: string): readonly Assumption[] =>
  items.map((_, index) => ({
    path: `${place}/items/${String(index)}`,
    assumed: 'title, product, baseline and milestones as the plan has them',
    because: 'a registration in the file has the commitment and its targets alone',
  }));
