import type { OfficeFacts } from '../domain/office.ts';
import {
  taskKeyOf,
  type RegistrationContent,
  type SharedTask,
  type TaskKey,
} from '../domain/registration.ts';
import type { PaperIndicator } from './paper.ts';
import { indicatorOf, refuseUnknown, unitName } from './paper-parts.ts';

/** What a unit is to a task that several units have: it leads the others, or takes part. */
type TaskRole =
  | { readonly kind: 'lead'; readonly others: readonly string[] }
  | { readonly kind: 'part'; readonly lead: string };

export interface RegisteredTaskLine {
  readonly domainName: string;
  readonly title: string;
  readonly product: string;
  readonly performer: string | null;
  readonly note: string | null;
  /** null: the unit alone has it. */
  readonly role: TaskRole | null;
  readonly indicators: readonly PaperIndicator[];
}

/** The names of the units that take part, in the order of the shared task. */
export const othersOf = (
  { unitIds, leadUnitId }: SharedTask,
  facts: OfficeFacts,
  place: string,
): readonly string[] =>
  unitIds.filter((id) => id !== leadUnitId).map((id) => unitName(facts, id, `${place}/unitIds`));

const roleOf = (
  key: TaskKey,
  unitId: string,
  sharedTasks: readonly SharedTask[],
  facts: OfficeFacts,
): TaskRole | null => {
  const at = sharedTasks.findIndex(
    (shared) => shared.key === key || shared.joinedKeys.includes(key),
  );
  const shared = sharedTasks[at];
  if (!shared) return null;
  const place = `/sharedTasks/${String(at)}`;
  if (shared.leadUnitId !== unitId) {
    return { kind: 'part', lead: unitName(facts, shared.leadUnitId, `${place}/leadUnitId`) };
  }
  const others = othersOf(shared, facts, place);
  return others.length === 0 ? null : { kind: 'lead', others };
};

const unlessBlank = (text: string | null): string | null => (text?.trim() ? text : null);

/** @throws DomainError unknown-reference */
export const taskLinesOf = (
  { unitId, tasks }: RegistrationContent,
  sharedTasks: readonly SharedTask[],
  facts: OfficeFacts,
): readonly RegisteredTaskLine[] =>
  tasks.map((task, index) => ({
    domainName:
      facts.domains.find(({ code }) => code === task.domain)?.name ??
      refuseUnknown('domain of reform', task.domain, `/tasks/${String(index)}/domain`),
    title: task.title,
    product: task.product,
    performer: unlessBlank(task.performer),
    note: unlessBlank(task.note),
    role: roleOf(taskKeyOf(unitId, task), unitId, sharedTasks, facts),
    indicators: task.indicators.map(indicatorOf),
  }));
