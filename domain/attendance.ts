import { DomainError } from './errors.ts';

/** Who was summoned, and who of them came. `absentWithoutReason` absent: not counted apart. */
export interface Headcount {
  readonly summoned: number;
  readonly present: number;
  readonly absentWithReason: number;
  readonly absentWithoutReason?: number;
}

/** A headcount of one group: a unit, the leaders, the guests. */
export interface GroupHeadcount extends Headcount {
  readonly group: string;
}

const partsOf = ({ present, absentWithReason, absentWithoutReason }: Headcount) => ({
  present,
  absentWithReason,
  ...(absentWithoutReason === undefined ? {} : { absentWithoutReason }),
});

const checkCounts = (counts: Readonly<Record<string, number>>, place: string): void => {
  for (const [name, given] of Object.entries(counts)) {
    if (Number.isSafeInteger(given) && given >= 0) continue;
    const expected = 'a whole number from 0';
    const details = { given, expected };
    throw new DomainError('not-schema', 'not a count of people', details, `${place}/${name}`);
  }
};

/** Refuses a headcount in which those who came and those who did not are not those who were summoned. */
export const checkHeadcount = (headcount: Headcount, place = ''): void => {
  const { summoned } = headcount;
  const parts = partsOf(headcount);
  checkCounts({ summoned, ...parts }, place);
  const sum = Object.values(parts).reduce((all, part) => all + part, 0);
  if (sum === summoned) return;
  throw new DomainError(
    'not-schema',
    'who came and who did not must make up who was summoned',
    { ...parts, summoned, expected: `${Object.keys(parts).join(' + ')} = ${String(summoned)}` },
    place,
  );
};

/**
 * All groups together. `place` is the list's pointer.
 * @throws DomainError for a group that does not add up, or stands twice
 */
export const totalAttendance = (
  groups: readonly GroupHeadcount[],
  place = '',
): Required<Headcount> => {
  groups.forEach((headcount, index) => {
    const at = `${place}/${String(index)}`;
    checkHeadcount(headcount, at);
    const id = headcount.group;
    if (groups.findIndex(({ group }) => group === id) === index) return;
    throw new DomainError('duplicate-id', 'a group is counted once', { id }, `${at}/group`);
  });
  const sum = (count: (headcount: Headcount) => number): number =>
    groups.reduce((all, headcount) => all + count(headcount), 0);
  return {
    summoned: sum(({ summoned }) => summoned),
    present: sum(({ present }) => present),
    absentWithReason: sum(({ absentWithReason }) => absentWithReason),
    absentWithoutReason: sum(({ absentWithoutReason }) => absentWithoutReason ?? 0),
  };
};
