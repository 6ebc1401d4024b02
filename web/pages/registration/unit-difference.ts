import type { RegisteredTask, RegistrationContent } from '../../../domain/registration.ts';
import type { Words } from '../../../locale/words.ts';
import {
  indicatorDifferences,
  indicatorInWords,
  orderDifference,
} from '../../indicator-difference.ts';
import type { Difference } from '../../layout/diff-list.tsx';
import type { PlanNames } from '../../plan-difference.ts';

type Names = Pick<PlanNames, 'person' | 'domain'>;

const fieldsOf = (task: RegisteredTask, names: Names, t: Words): readonly [string, string][] => [
  [t('plan.task-title'), task.title],
  [t('unit.domain'), names.domain(task.domain)],
  [t('plan.product'), task.product],
  [t('unit.performer'), task.performer ?? ''],
  [t('unit.note'), task.note ?? ''],
];

const taskInWords = (task: RegisteredTask, t: Words): string =>
  [task.title, ...task.indicators.map((indicator) => indicatorInWords(indicator, t))].join('; ');

const compareTask = (
  before: RegisteredTask,
  after: RegisteredTask,
  names: Names,
  t: Words,
): readonly Difference[] => {
  const old = fieldsOf(before, names, t);
  const changed = fieldsOf(after, names, t).flatMap(([label, text], index): Difference[] => {
    const earlier = old[index]?.[1] ?? '';
    return earlier === text ? [] : [{ label, before: earlier, after: text }];
  });
  return [...changed, ...indicatorDifferences(before.indicators, after.indicators, t)];
};

/** Everything that a reader would see differ between two versions of a unit's registration. */
export const registrationDifferences = (
  before: RegistrationContent,
  after: RegistrationContent,
  names: Names,
  t: Words,
): readonly Difference[] => {
  const label = (tasks: readonly RegisteredTask[], { id }: RegisteredTask): string =>
    t('plan.task-number', { ordinal: tasks.findIndex((task) => task.id === id) + 1 });
  const head: readonly Difference[] =
    before.headId === after.headId
      ? []
      : [
          {
            label: t('unit.head'),
            before: names.person(before.headId),
            after: names.person(after.headId),
          },
        ];
  const removed = before.tasks
    .filter(({ id }) => !after.tasks.some((task) => task.id === id))
    .map((task) => ({
      label: label(before.tasks, task),
      before: taskInWords(task, t),
      after: null,
    }));
  const kept = after.tasks.flatMap((task): readonly Difference[] => {
    const old = before.tasks.find(({ id }) => id === task.id);
    const name = label(after.tasks, task);
    if (!old) return [{ label: name, before: null, after: taskInWords(task, t) }];
    return compareTask(old, task, names, t).map((one) => ({
      ...one,
      label: `${name}: ${one.label}`,
    }));
  });
  const order = orderDifference(
    before.tasks,
    after.tasks,
    t('plan.task-order'),
    ({ title }) => title,
  );
  return [...head, ...removed, ...kept, ...order];
};
