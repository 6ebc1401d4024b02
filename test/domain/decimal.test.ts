import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf, differenceOf, meanOf, percentOf, sumOf } from '../../domain/decimal.ts';

// Whole units, so that what the rules say can be told apart from what doubles make of it.
const units = fc.integer({ min: -10_000_000, max: 10_000_000 });

describe('sums', () => {
  test('a tenth and two tenths are three tenths', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(differenceOf(0.3, 0.1)).toBe(0.2);
    expect(differenceOf(2.1, 2)).toBe(0.1);
    expect(differenceOf(0.1 + 0.2, 0.3)).toBe(0);
    expect(sumOf([15, 19, 15, 15, 12.5, 18])).toBe(94.5);
  });

  test('no number is lost beside a large or a small one', () => {
    expect(differenceOf(1_000_000.1, 1_000_000)).toBe(0.1);
    expect(sumOf([1e20, 1])).toBe(1e20);
    expect(sumOf([1e-7, 2e-7])).toBe(3e-7);
    expect(sumOf([1e20, -1e20, 0.01])).toBe(0.01);
  });

  test('of nothing the sum is nought, and of one number the number', () => {
    expect(sumOf([])).toBe(0);
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 6 }), (value, scale) => {
        const number = value / 10 ** scale;
        expect(sumOf([number])).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  test('of hundredths the sum is exact, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 40 }), (hundredths) => {
        const sum = hundredths.reduce((all, one) => all + one, 0) / 100;
        const numbers = hundredths.map((one) => one / 100);
        expect(sumOf(numbers)).toBe(sum === 0 ? 0 : sum);
        expect(sumOf(numbers.toReversed())).toBe(sumOf(numbers));
      }),
    );
  });
});

describe('means and shares', () => {
  test.each([
    [[2.1], 2.1],
    [[1, 2], 1.5],
    [[1, 1, 2], 1.33],
    [[2, 2, 1], 1.67],
    [[0.01, 0.02], 0.02],
    [[-0.01, -0.02], -0.02],
    [[2.125, 2.126], 2.126],
    [[0.1, 0.2, 0.3], 0.2],
  ])('the mean of %j is %d: two decimals or those of the finest, halves up', (values, mean) => {
    expect(meanOf(values)).toBe(mean);
  });

  test.each([
    [8.5, 10, 85],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 800, 0.13],
    [-1, 800, -0.13],
    [1.00005, 1, 100.01],
    [1.005, 100, 1.01],
    [0.1 + 0.2, 0.3, 100],
    [66, 60, 110],
    [0, 4, 0],
  ])('%d of %d is %d percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  test('a share is the nearest hundredth', () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(units, whole, (part, all) => {
        const hundredths = Math.round(percentOf(part / 1_000, all / 1_000) * 100);
        // |part/all - hundredths/10000| <= 1/20000, in whole numbers.
        expect(Math.abs(20_000 * part - 2 * hundredths * all)).toBeLessThanOrEqual(all);
      }),
    );
  });
});

test.each([
  [94.5, 1],
  [100, 0],
  [0, 0],
  [-0.25, 2],
  [1.005, 3],
  [0.1 + 0.2, 1],
  [1e-7, 7],
  [1.5e21, 0],
])('%d is written with %i decimals', (value, decimals) => {
  expect(decimalsOf(value)).toBe(decimals);
});
