import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../domain/errors.ts';
import { checkTarget } from '../../domain/target.ts';

const aim = (direction: 'increase' | 'decrease', baseline: number | null, target: number) => ({
  id: 'CT1.1',
  direction,
  baseline,
  target,
});

const refusalOf = (act: () => void): DomainError | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

describe('the target of an indicator', () => {
  it.each([
    ['a target above the baseline suits an indicator that is to rise', aim('increase', 3, 4)],
    ['a target below the baseline suits an indicator that is to fall', aim('decrease', 3, 2.5)],
    ['a target that holds the baseline suits an indicator that is to rise', aim('increase', 3, 3)],
    ['a target that holds the baseline suits an indicator that is to fall', aim('decrease', 3, 3)],
    ['without a baseline any target suits', aim('decrease', null, 1_000)],
    ['a baseline of nought is a baseline to rise from', aim('increase', 0, 4)],
  ])('%s', (_title, indicator) => {
    expect(
      refusalOf(() => {
        checkTarget(indicator);
      }),
    ).toBeNull();
  });

  it('a target below the baseline is refused where the indicator is to rise', () => {
    const refusal = refusalOf(() => {
      checkTarget(aim('increase', 3, 2.9), '/tasks/0/target');
    });
    expect(refusal).toMatchObject({
      code: 'unreachable-target',
      place: '/tasks/0/target',
      details: { indicatorId: 'CT1.1', expected: '>= 3', baseline: 3, target: 2.9 },
    });
  });

  it('a target above the baseline is refused where the indicator is to fall', () => {
    const refusal = refusalOf(() => {
      checkTarget(aim('decrease', 3, 3.1));
    });
    expect(refusal).toMatchObject({
      code: 'unreachable-target',
      place: null,
      details: { expected: '<= 3' },
    });
  });

  it('an indicator that is to fall judges as one that is to rise does with the signs turned', () => {
    const figure = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(figure, figure, (baseline, target) => {
        const falling = refusalOf(() => {
          checkTarget(aim('decrease', baseline, target));
        });
        const rising = refusalOf(() => {
          checkTarget(aim('increase', -baseline, -target));
        });
        expect(falling === null).toBe(rising === null);
      }),
    );
  });
});
