import { differenceOf, percentOf } from './decimal.ts';
import type { Indicator } from './plan.ts';

/**
 * How far the figure has come to the target, in percent with two decimals, halves up: of the target where
 * the indicator is to rise, of the way from the baseline where it is to fall. null where no share says
 * anything: no figure, a target of nought (met or not), no baseline to fall from, nothing to gain.
 */
export const percentAchieved = (
  { direction, baseline }: Pick<Indicator, 'direction' | 'baseline'>,
  target: number,
  actual: number | null,
): number | null => {
  if (actual === null || target === 0) return null;
  if (direction === 'increase') return target > 0 ? percentOf(actual, target) : null;
  if (baseline === null || baseline <= target) return null;
  return percentOf(differenceOf(baseline, actual), differenceOf(baseline, target));
};
