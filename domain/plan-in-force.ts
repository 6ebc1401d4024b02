import {
  INDICATOR_FIELDS,
  TASK_FIELDS,
  type AmendedFields,
  type AmendedValue,
} from './amended-fields.ts';
import { DomainError } from './errors.ts';
import type { LocalDate } from './local-date.ts';
import type { Indicator, PlanTask } from './plan.ts';
import { checkTarget } from './target.ts';

/** What stood in a field and what stands there from now on; see amended-fields.ts for the fields. */
export interface PlanChange {
  readonly taskId: string;
  /** null: the task itself. */
  readonly indicatorId: string | null;
  readonly field: string;
  readonly from: AmendedValue;
  readonly to: AmendedValue;
  /** null: as the amendment. */
  readonly effectiveOn: LocalDate | null;
}

/** A paper that amends the plan. It counts on its day and after; earlier quarters keep their targets. */
export interface PlanAmendment {
  readonly effectiveOn: LocalDate;
  readonly changes: readonly PlanChange[];
}

/** The pointer to an amendment by its place in the list; null: it does not stand in what is judged. */
export type PlaceOfAmendment = (index: number) => string | null;

interface DatedChange {
  readonly change: PlanChange;
  readonly effectiveOn: LocalDate;
  readonly place: string | null;
}

const byListIndex: PlaceOfAmendment = (index) => `/${String(index)}`;

const at = (place: string | null, key: string): string | null =>
  place === null ? null : `${place}/${key}`;

const refuseDate = ({ effectiveOn, place }: DatedChange, from: LocalDate): never => {
  throw new DomainError(
    'impossible-date',
    'a change before the amendment that orders it',
    { date: effectiveOn, expected: `>= ${from}` },
    at(place, 'effectiveOn'),
  );
};

/** In the order in which they count; of one day, in that of the list. */
const datedChanges = (
  amendments: readonly PlanAmendment[],
  placeOf: PlaceOfAmendment,
): readonly DatedChange[] =>
  amendments
    .flatMap((amendment, index) =>
      amendment.changes.map((change, position) => {
        const effectiveOn = change.effectiveOn ?? amendment.effectiveOn;
        const place = at(placeOf(index), `changes/${String(position)}`);
        const dated: DatedChange = { change, effectiveOn, place };
        return effectiveOn < amendment.effectiveOn
          ? refuseDate(dated, amendment.effectiveOn)
          : dated;
      }),
    )
    .toSorted((left, right) =>
      left.effectiveOn < right.effectiveOn ? -1 : left.effectiveOn > right.effectiveOn ? 1 : 0,
    );

// Words of the plan stay out of the facts of a refusal; figures and ids of units may stand there.
const shown = (field: string, value: AmendedValue): string =>
  typeof value === 'string' && !/UnitIds?$/.test(field) ? 'what is in force' : String(value);

const amend = <Subject>(
  subject: Subject,
  fields: AmendedFields<Subject>,
  { change, effectiveOn, place }: DatedChange,
): Subject => {
  const { taskId, indicatorId, field } = change;
  const facts = { taskId, indicatorId, field, date: effectiveOn };
  const inForce = fields.read(subject, field);
  if (inForce === undefined) {
    const details = { ...facts, key: field, expected: fields.names };
    throw new DomainError('unknown-key', 'no such field', details, at(place, 'field'));
  }
  const asSaid = fields.write(subject, field, change.from);
  if (asSaid === null || fields.read(asSaid, field) !== inForce) {
    const details = { ...facts, expected: shown(field, inForce) };
    const message = 'an amendment changes what is no longer, or never was, in force';
    throw new DomainError('not-schema', message, details, at(place, 'from'));
  }
  const amended = fields.write(subject, field, change.to);
  if (amended === null) {
    const expected = typeof inForce === 'string' ? 'a text that is not empty' : 'a number';
    const message = 'not a value of this field';
    throw new DomainError('not-schema', message, { ...facts, expected }, at(place, 'to'));
  }
  return amended;
};

const refuseId = (id: string, expected: readonly string[], place: string | null): never => {
  throw new DomainError('unknown-reference', 'the plan has no such id', { id, expected }, place);
};

const findById = <One extends { readonly id: string }>(
  all: readonly One[],
  id: string,
  place: string | null,
): One =>
  all.find((one) => one.id === id) ?? refuseId(id, all.map((one) => one.id).slice(0, 20), place);

const replaced = <One extends { readonly id: string }>(all: readonly One[], by: One): One[] =>
  all.map((one) => (one.id === by.id ? by : one));

const indicatorOf = (task: PlanTask, id: string, place: string | null): Indicator =>
  findById(task.indicators, id, at(place, 'indicatorId'));

const amendTask = (task: PlanTask, dated: DatedChange): PlanTask => {
  const { indicatorId } = dated.change;
  if (indicatorId === null) return amend(task, TASK_FIELDS, dated);
  const indicator = indicatorOf(task, indicatorId, dated.place);
  const amended = amend(indicator, INDICATOR_FIELDS, dated);
  return { ...task, indicators: replaced(task.indicators, amended) };
};

const tasksAfter = (
  tasks: readonly PlanTask[],
  changes: readonly DatedChange[],
): readonly PlanTask[] =>
  changes.reduce<readonly PlanTask[]>((inForce, dated) => {
    const task = findById(inForce, dated.change.taskId, at(dated.place, 'taskId'));
    return replaced(inForce, amendTask(task, dated));
  }, tasks);

/**
 * The plan's tasks as they stand on the day: every change counts that took effect on it or before.
 * `amendments` in the order of their papers.
 * @throws DomainError as checkAmendments does, of the changes that count
 */
export const tasksInForce = (
  tasks: readonly PlanTask[],
  amendments: readonly PlanAmendment[],
  on: LocalDate,
): readonly PlanTask[] =>
  tasksAfter(
    tasks,
    datedChanges(amendments, byListIndex).filter(({ effectiveOn }) => effectiveOn <= on),
  );

const checkReach = (
  tasks: readonly PlanTask[],
  changes: readonly DatedChange[],
  { change, effectiveOn, place }: DatedChange,
): void => {
  const { taskId, indicatorId, field } = change;
  if (indicatorId === null || !['target', 'baseline'].includes(field)) return;
  const until = changes.filter((one) => one.effectiveOn <= effectiveOn);
  const task = findById(tasksAfter(tasks, until), taskId, null);
  checkTarget(indicatorOf(task, indicatorId, null), at(place, 'to'));
};

/**
 * Refuses amendments that can't be: of a task, indicator or field that is not there, from something that
 * is not in force on its day, to no value of the field or to a target against its direction, or with
 * effect before the amendment itself.
 */
export const checkAmendments = (
  tasks: readonly PlanTask[],
  amendments: readonly PlanAmendment[],
  placeOf: PlaceOfAmendment = byListIndex,
): void => {
  const changes = datedChanges(amendments, placeOf);
  tasksAfter(tasks, changes);
  changes.forEach((dated) => {
    checkReach(tasks, changes, dated);
  });
};
