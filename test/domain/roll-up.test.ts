import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../domain/local-date.ts';
import { rollUp, type FigureEntry } from '../../domain/roll-up.ts';

const AGGREGATIONS = ['cumulative', 'average', 'latest'] as const;

const entry = (on: string, value: number | null): FigureEntry => ({ on, value });
const MONTHS = [
  entry('2024-02-29', 0.2),
  entry('2023-12-31', 0.1),
  entry('2024-01-31', 0.6),
] as const;

describe('the entries of one check', () => {
  test.each([
    ['cumulative', 'their sum', 0.9],
    ['average', 'their mean', 0.3],
    ['latest', 'the last by its day', 0.2],
  ] as const)('make a %s figure: %s', (aggregation, _what, figure) => {
    expect(rollUp(aggregation, MONTHS)).toBe(figure);
  });

  test.each(AGGREGATIONS)('that are missing are left out of a %s figure', (aggregation) => {
    const gaps = [entry('2023-12-20', null), entry('2024-03-14', null)];
    expect(rollUp(aggregation, [...gaps, ...MONTHS, ...gaps])).toBe(rollUp(aggregation, MONTHS));
  });

  test.each(AGGREGATIONS)('make no %s figure where all are missing', (aggregation) => {
    expect(rollUp(aggregation, [])).toBeNull();
    expect(rollUp(aggregation, [entry('2024-01-31', null), entry('2024-02-29', null)])).toBeNull();
  });

  test.each(AGGREGATIONS)('make a %s figure of nought where nought was given', (aggregation) => {
    expect(rollUp(aggregation, [entry('2024-01-31', 0), entry('2024-02-29', null)])).toBe(0);
  });

  test('of one day count in their order: the latest is the last that was given', () => {
    const day = [entry('2024-03-14', 7), entry('2024-03-14', 8), entry('2024-03-13', 9)];
    expect(rollUp('latest', day)).toBe(8);
  });

  test('of nothing but 0.1 and 0.2 make 0.3', () => {
    expect(rollUp('cumulative', [entry('2024-01-31', 0.1), entry('2024-02-29', 0.2)])).toBe(0.3);
  });

  test('make the same figure in whatever order they came in', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 12 });
    const listed = days.chain((numbers) =>
      fc
        .tuple(...numbers.map(() => fc.option(fc.integer({ min: -10_000, max: 10_000 }))))
        .map((values) =>
          numbers.map((days, index) => {
            const value = values[index] ?? null;
            return entry(addDays('2023-12-15', days), value === null ? null : value / 100);
          }),
        ),
    );
    const shuffled = listed.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...AGGREGATIONS), ([entries, others], aggregation) => {
        expect(rollUp(aggregation, others)).toBe(rollUp(aggregation, entries));
      }),
    );
  });
});
