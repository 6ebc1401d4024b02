import { DomainError } from '../../domain/errors.ts';
import { quote } from './quote.ts';
import type { YearFile } from './year-file.ts';

/** The ids that a list of the file offers; null where the file has no such list to judge by. */
export interface KnownIds {
  readonly list: string;
  readonly ids: ReadonlySet<string> | null;
}

type MaybeId = string | null | undefined;
type Entries = readonly { readonly id: string }[];

const idsOf = (list: string, entries: Entries): KnownIds => ({
  list,
  ids: new Set(entries.map(({ id }) => id)),
});

export const checkReference = (known: KnownIds, id: MaybeId, place: string): void => {
  if (id === null || id === undefined || known.ids === null || known.ids.has(id)) return;
  const expected = `an id of ${known.list}`;
  const details = { id: quote(id), expected };
  throw new DomainError('unknown-reference', `not ${expected}`, details, place);
};

export const checkReferences = (known: KnownIds, ids: readonly string[], place: string): void => {
  ids.forEach((id, index) => {
    checkReference(known, id, `${place}/${String(index)}`);
  });
};

/** Everything in one file that others may refer to. */
export const knownIdsOf = (file: YearFile) => {
  const units = idsOf('/orgUnits', file.orgUnits);
  const indicators = new Map(
    file.plan.tasks.map((task, index) => [
      task.id,
      idsOf(`/plan/tasks/${String(index)}/indicators`, task.indicators),
    ]),
  );
  const documents = file.documents ?? [];
  const superiors = idsOf('/superiors', file.superiors);
  return {
    units,
    unitsAndOffice: {
      list: '/orgUnits or /unit',
      ids: new Set([file.unit.id, ...(units.ids ?? [])]),
    },
    anyBody: {
      list: '/orgUnits or /unit or /superiors',
      ids: new Set([
        file.unit.id,
        file.unit.parent.id,
        ...(units.ids ?? []),
        ...(superiors.ids ?? []),
      ]),
    },
    people: idsOf('/people', file.people),
    superiors,
    domains: { list: '/domains', ids: new Set(file.domains.map(({ code }) => code)) },
    tasks: idsOf('/plan/tasks', file.plan.tasks),
    // A file for a start may name its papers without holding them.
    documents: documents.length > 0 ? idsOf('/documents', documents) : { list: '', ids: null },
    questions: idsOf('/dialogue/questions', file.dialogue?.questions ?? []),
    indicatorsOf: (taskId: string): KnownIds =>
      indicators.get(taskId) ?? { list: '/plan/tasks', ids: new Set() },
  };
};

export type Known = ReturnType<typeof knownIdsOf>;
