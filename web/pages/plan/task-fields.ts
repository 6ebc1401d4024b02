import type { PlanContent, PlanTask } from '../../../domain/plan.ts';
import type { Words } from '../../../locale/words.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { createFormReader, typedChoices } from './form-reading.ts';
import {
  filledRows,
  indicatorFieldsOf,
  indicatorFieldOf,
  readIndicators,
} from './indicator-fields.ts';

const TASK_ID = /^NV(\d+)$/;

const numberOf = (id: string): number => Number(TASK_ID.exec(id)?.[1] ?? 0);

/** The next free id of a task; an id is not given again while a task of this plan bears it. */
export const nextTaskId = ({ tasks }: PlanContent): string =>
  `NV${String(Math.max(0, ...tasks.map(({ id }) => numberOf(id))) + 1)}`;

export const taskFieldsOf = (task: PlanTask): TypedFields => ({
  title: task.title,
  domains: task.domains,
  primaryDomain: task.primaryDomain,
  leadUnitId: task.leadUnitId,
  coordinatingUnitIds: task.coordinatingUnitIds,
  product: task.product,
  ...indicatorFieldsOf(task.indicators),
});

// The domain under which the paper lists a task is one of the task's domains, ticked or not.
const domainsOf = (fields: TypedFields): readonly string[] => {
  const primary = typedText(fields, 'primaryDomain');
  const domains = typedChoices(fields, 'domains');
  return primary === '' || domains.includes(primary) ? domains : [primary, ...domains];
};

/** The plan with one task as typed: in its place, or at the end where it is new. */
export const readTask = (fields: TypedFields, plan: PlanContent, taskId: string, t: Words) => {
  const reader = createFormReader(fields, t);
  const index = plan.tasks.findIndex(({ id }) => id === taskId);
  const old = plan.tasks[index];
  const lead = typedText(fields, 'leadUnitId');
  for (const name of ['primaryDomain', 'leadUnitId'] as const) {
    if (typedText(fields, name) === '') reader.refuse(name, t('plan.choice-missing'));
  }
  const task: PlanTask = {
    id: taskId,
    ordinal: old?.ordinal ?? Math.max(0, ...plan.tasks.map(({ ordinal }) => ordinal)) + 1,
    title: typedText(fields, 'title'),
    domains: domainsOf(fields),
    primaryDomain: typedText(fields, 'primaryDomain'),
    leadUnitId: lead,
    coordinatingUnitIds: typedChoices(fields, 'coordinatingUnitIds').filter((id) => id !== lead),
    product: typedText(fields, 'product'),
    indicators: readIndicators(fields, reader, taskId),
  };
  const tasks = old ? plan.tasks.with(index, task) : [...plan.tasks, task];
  return { plan: { ...plan, tasks }, errors: reader.errors };
};

/** Without the task; the others close the gap in their numbers, as the paper lists them. */
export const withoutTask = (plan: PlanContent, taskId: string): PlanContent => ({
  ...plan,
  tasks: plan.tasks
    .filter(({ id }) => id !== taskId)
    .map((task, index) => ({ ...task, ordinal: index + 1 })),
});

const FIELDS = [
  'title',
  'domains',
  'primaryDomain',
  'leadUnitId',
  'coordinatingUnitIds',
  'product',
] as const;

/** The field of the task's form that a place in the plan belongs to; null: another part of it. */
export const taskFieldOf = (
  id: string,
  fields: TypedFields,
  plan: PlanContent,
  taskId: string,
): string | null => {
  const index = plan.tasks.findIndex((task) => task.id === taskId);
  const prefix = `tasks-${String(index)}-`;
  if (!id.startsWith(prefix)) return null;
  const rest = id.slice(prefix.length);
  if (rest.startsWith('indicators-')) return indicatorFieldOf(rest, filledRows(fields));
  return FIELDS.find((name) => rest === name || rest.startsWith(`${name}-`)) ?? null;
};
