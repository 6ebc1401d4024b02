// Who and what the file names, as lines name it.
import type { YearFile } from '../acts/year-file/year-file.ts';

const placeOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);

export const createYearNames = (file: YearFile) => {
  const people = new Map(file.people.map(({ id, fullName }) => [id, `${id} ${fullName}`]));
  const papers = file.documents ?? [];
  const units = new Map(file.orgUnits.map(({ id, name }) => [id, name]));

  const lists: Readonly<Record<string, (index: number) => string | undefined>> = {
    documents: (index) => papers[index]?.numberDisplay ?? papers[index]?.type,
    approvals: (index) => file.approvals?.[index]?.subject,
    registrations: (index) => units.get(file.registrations?.[index]?.orgUnitId ?? ''),
  };

  const describePlace = (pointer: string): string => {
    const [list = '', index] = placeOf(pointer);
    const found = index === undefined ? undefined : lists[list]?.(Number(index));
    return found ?? pointer.slice(1);
  };

  return {
    person: (id: string): string => people.get(id) ?? id,
    peopleOf: (ids: readonly string[]): string =>
      ids.length === 0
        ? 'nobody'
        : ids
            .map((id) => people.get(id) ?? id)
            .toSorted()
            .join(', '),
    unit: (id: string): string => units.get(id) ?? id,
    /** The part of the file that an act enters: a paper by its number, a registration by its unit. */
    place: describePlace,
  };
};

export type YearNames = ReturnType<typeof createYearNames>;
