import { meanOf, sumOf } from './decimal.ts';
import type { LocalDate } from './local-date.ts';
import type { Aggregation } from './plan.ts';

/** A finer figure within one check: of one unit, of one month. `value` null: none was given. */
export interface FigureEntry {
  readonly on: LocalDate;
  readonly value: number | null;
}

interface Given {
  readonly on: LocalDate;
  readonly value: number;
}

// Of two entries of one day the later in the list counts.
const lastOf = (entries: readonly Given[]): number | null =>
  entries.toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0)).at(-1)
    ?.value ?? null;

/**
 * One figure from the entries of one check, by the indicator's aggregation; what is missing is left out,
 * and null is the figure where nothing was given. Quarters are never rolled up: figures and quarter
 * targets stand as of the check.
 */
export const rollUp = (
  aggregation: Aggregation,
  entries: readonly FigureEntry[],
): number | null => {
  const given = entries.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
  if (given.length === 0) return null;
  const values = given.map(({ value }) => value);
  switch (aggregation) {
    case 'cumulative':
      return sumOf(values);
    case 'average':
      return meanOf(values);
    case 'latest':
      return lastOf(given);
  }
};
