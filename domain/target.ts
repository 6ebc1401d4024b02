import { DomainError } from './errors.ts';
import type { Indicator } from './plan.ts';

type Aim = Pick<Indicator, 'id' | 'direction' | 'baseline' | 'target'>;

/**
 * Refuses a target that the indicator's direction can't reach: below the baseline where it is to
 * rise, above it where it is to fall. Holding the baseline is a target; no baseline, nothing to judge.
 */
export const checkTarget = (indicator: Aim, place: string | null = null): void => {
  const { id, direction, baseline, target } = indicator;
  if (baseline === null) return;
  const reachable = direction === 'increase' ? target >= baseline : target <= baseline;
  if (reachable) return;
  const expected = `${direction === 'increase' ? '>=' : '<='} ${String(baseline)}`;
  throw new DomainError(
    'unreachable-target',
    `the target of an indicator that is to ${direction} must be ${expected}`,
    { indicatorId: id, direction, baseline, target, expected },
    place,
  );
};
