import type { PlanTask } from '../../../domain/plan.ts';
import type { RegistrationPeriod } from '../../../domain/registration-period.ts';
import type { RegisteredTask, RegistrationContent } from '../../../domain/registration.ts';
import type { Words } from '../../../locale/words.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { createFormReader, typedOrNull } from '../plan/form-reading.ts';
import {
  filledRows,
  indicatorFieldOf,
  indicatorFieldsOf,
  readIndicators,
} from '../plan/indicator-fields.ts';

const TASK_ID = /^DK(\d+)$/;

const numberOf = (id: string): number => Number(TASK_ID.exec(id)?.[1] ?? 0);

// A unit's own task is known by its id across units: one that was joined or led keeps it for good.
const idsInPeriod = (
  { units, leads, joined }: Pick<RegistrationPeriod, 'units' | 'leads' | 'joined'>,
  unitId: string,
): readonly string[] => {
  const keys = [
    ...units.flatMap(({ accepted }) => accepted?.tasks ?? []),
    ...Object.keys(leads),
    ...Object.keys(joined),
  ];
  return keys
    .filter((key) => key.startsWith(`${unitId}/`))
    .map((key) => key.slice(unitId.length + 1));
};

/** The next free id of a task of this registration. */
export const nextTaskId = (
  { tasks, unitId }: RegistrationContent,
  period: RegistrationPeriod | null,
): string => {
  const taken = [...tasks.map(({ id }) => id), ...(period ? idsInPeriod(period, unitId) : [])];
  return `DK${String(Math.max(0, ...taken.map(numberOf)) + 1)}`;
};

/** A task of the plan as a unit takes it over. */
export const takenTask = (task: PlanTask, id: string): RegisteredTask => ({
  id,
  planTaskId: task.id,
  domain: task.primaryDomain,
  title: task.title,
  product: task.product,
  performer: null,
  note: null,
  indicators: task.indicators,
});

export const taskFieldsOf = (task: RegisteredTask): TypedFields => ({
  planTaskId: task.planTaskId ?? '',
  title: task.title,
  domain: task.domain,
  product: task.product,
  performer: task.performer ?? '',
  note: task.note ?? '',
  ...indicatorFieldsOf(task.indicators),
});

/** The registration with one task as typed: in its place, or at the end where it is new. */
export const readTask = (
  fields: TypedFields,
  content: RegistrationContent,
  taskId: string,
  t: Words,
) => {
  const reader = createFormReader(fields, t);
  const index = content.tasks.findIndex(({ id }) => id === taskId);
  const old = content.tasks[index];
  if (typedText(fields, 'domain') === '') reader.refuse('domain', t('plan.choice-missing'));
  const task: RegisteredTask = {
    id: taskId,
    // Somebody may have taken the task out meanwhile: it comes back as what it was.
    planTaskId: old ? old.planTaskId : typedOrNull(fields, 'planTaskId'),
    domain: typedText(fields, 'domain'),
    title: typedText(fields, 'title'),
    product: typedText(fields, 'product'),
    performer: typedOrNull(fields, 'performer'),
    note: typedOrNull(fields, 'note'),
    indicators: readIndicators(fields, reader, taskId),
  };
  const tasks = old ? content.tasks.with(index, task) : [...content.tasks, task];
  return { content: { ...content, tasks }, errors: reader.errors };
};

export const withoutTask = (content: RegistrationContent, taskId: string): RegistrationContent => ({
  ...content,
  tasks: content.tasks.filter(({ id }) => id !== taskId),
});

const FIELDS = ['title', 'domain', 'product', 'performer', 'note'] as const;

/** The field of the task's form that a place in the registration belongs to; null: another part. */
export const taskFieldOf = (
  id: string,
  fields: TypedFields,
  content: RegistrationContent,
  taskId: string,
): string | null => {
  const index = content.tasks.findIndex((task) => task.id === taskId);
  const prefix = `tasks-${String(index)}-`;
  if (!id.startsWith(prefix)) return null;
  const rest = id.slice(prefix.length);
  if (rest.startsWith('indicators-')) return indicatorFieldOf(rest, filledRows(fields));
  return FIELDS.find((name) => rest === name) ?? null;
};
