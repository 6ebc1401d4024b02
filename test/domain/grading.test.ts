import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeOf, yearGradeOf } from '../../domain/grading.ts';
import { percentAchieved } from '../../domain/percent-achieved.ts';
import { QUARTERS, type Direction } from '../../domain/plan.ts';

const indicator = (direction: Direction, target: number) => ({
  direction,
  quarterTargets: { Q1: target, Q2: target, Q3: target, Q4: target },
});

const EARLY_QUARTERS = ['Q1', 'Q2', 'Q3'] as const;

describe('a figure is graded against the target of its quarter', () => {
  test.each([
    ['increase', 10, 10.5, 'EXCEEDED', 'EXCEEDED'],
    ['increase', 10, 10, 'ON_TRACK', 'ACHIEVED'],
    ['increase', 10, 9.99, 'BEHIND', 'NOT_ACHIEVED'],
    ['increase', 0, 0, 'ON_TRACK', 'ACHIEVED'],
    ['decrease', 2.2, 2.1, 'EXCEEDED', 'EXCEEDED'],
    ['decrease', 2.1, 2.1, 'ON_TRACK', 'ACHIEVED'],
    ['decrease', 2, 2.1, 'BEHIND', 'NOT_ACHIEVED'],
    ['decrease', 0, 0, 'ON_TRACK', 'ACHIEVED'],
    ['decrease', 0, 1, 'BEHIND', 'NOT_ACHIEVED'],
  ] as const)(
    'to %s to %d, %d is %s in the first three quarters and %s in the last',
    (direction, target, actual, early, last) => {
      for (const quarter of EARLY_QUARTERS) {
        expect(gradeOf(indicator(direction, target), quarter, actual)).toBe(early);
      }
      expect(gradeOf(indicator(direction, target), 'Q4', actual)).toBe(last);
      expect(yearGradeOf(indicator(direction, target), actual)).toBe(last);
    },
  );

  test("each quarter has its own target, and the year's grade is the last quarter's", () => {
    const rising = {
      direction: 'increase',
      quarterTargets: { Q1: 10, Q2: 30, Q3: 45, Q4: 60 },
    } as const;
    expect(QUARTERS.map((quarter) => gradeOf(rising, quarter, 45))).toEqual([
      'EXCEEDED',
      'EXCEEDED',
      'ON_TRACK',
      'NOT_ACHIEVED',
    ]);
    expect(yearGradeOf(rising, 60)).toBe('ACHIEVED');
  });

  test('no figure is missing and not nought, whatever the target', () => {
    for (const direction of ['increase', 'decrease'] as const) {
      for (const quarter of QUARTERS) {
        expect(gradeOf(indicator(direction, 0), quarter, null)).toBe('MISSING');
        expect(gradeOf(indicator(direction, 0), quarter, 0)).not.toBe('MISSING');
      }
      expect(yearGradeOf(indicator(direction, 0), null)).toBe('MISSING');
    }
  });

  test('what doubles add to a sum does not lift a figure above its target', () => {
    expect(gradeOf(indicator('increase', 0.3), 'Q1', 0.1 + 0.2)).toBe('ON_TRACK');
    expect(gradeOf(indicator('decrease', 0.3), 'Q4', 0.1 + 0.2)).toBe('ACHIEVED');
    expect(gradeOf(indicator('increase', 94.5), 'Q4', 94.49999)).toBe('NOT_ACHIEVED');
  });

  test('a hundredth more is better or worse, by the direction, and never equal', () => {
    const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(hundredths, fc.integer({ min: -3, max: 3 }), (target, step) => {
        const actual = (target + step) / 100;
        const rising = yearGradeOf(indicator('increase', target / 100), actual);
        const falling = yearGradeOf(indicator('decrease', target / 100), actual);
        const grades = ['NOT_ACHIEVED', 'ACHIEVED', 'EXCEEDED'];
        expect(rising).toBe(grades[Math.sign(step) + 1]);
        expect(falling).toBe(grades[1 - Math.sign(step)]);
      }),
    );
  });
});

describe('the percent achieved', () => {
  const rising = { direction: 'increase', baseline: null } as const;
  const fallingFrom = (baseline: number | null) => ({ direction: 'decrease', baseline }) as const;

  test.each([
    [8.5, 10, 85],
    [66, 60, 110],
    [0, 4, 0],
    [94.5, 90, 105],
    [2, 3, 66.67],
  ])('of a rising indicator at %d is its part of the target %d: %d', (actual, target, percent) => {
    expect(percentAchieved(rising, target, actual)).toBe(percent);
    // Where it rises from says nothing about its part of the target.
    expect(percentAchieved({ ...rising, baseline: 1 }, target, actual)).toBe(percent);
  });

  test.each([
    [3, 2, 1.8, 120],
    [3, 2, 2, 100],
    [3, 2.8, 2.8, 100],
    [3, 2.2, 2.1, 112.5],
    [3, 2, 2.9, 10],
    [3, 2, 3.1, -10],
    [10, 9, 9, 100],
    [10, 7, 9, 33.33],
  ])(
    'of an indicator that falls from %d to %d, at %d, is its part of the way: %d',
    (baseline, target, actual, percent) => {
      expect(percentAchieved(fallingFrom(baseline), target, actual)).toBe(percent);
    },
  );

  test.each([
    ['there is no figure', rising, 10, null],
    ['the target is nought', rising, 0, 5],
    ['the target is nought and falls', fallingFrom(5), 0, 2],
    ['the target lies below nought', rising, -5, -4],
    ['nobody knows from where it falls', fallingFrom(null), 2, 1],
    ['it is to stay where it was', fallingFrom(3), 3, 2],
    ['the target of the quarter lies above the baseline', fallingFrom(3), 3.5, 3.2],
  ])('is not said where %s', (_why, measured, target, actual) => {
    expect(percentAchieved(measured, target, actual)).toBeNull();
  });

  test('is never below a hundred where the target is met, nor above where it is missed', () => {
    const hundredths = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(hundredths, hundredths, hundredths, (actual, target, way) => {
        const values = [target / 100, actual / 100] as const;
        for (const measured of [rising, fallingFrom((target + way) / 100)]) {
          const { direction } = measured;
          const percent = percentAchieved(measured, ...values) ?? NaN;
          const grade = yearGradeOf(indicator(direction, values[0]), values[1]);
          if (grade === 'NOT_ACHIEVED') expect(percent).toBeLessThanOrEqual(100);
          else expect(percent).toBeGreaterThanOrEqual(100);
        }
      }),
    );
  });
});
