import { differenceOf } from './decimal.ts';
import type { Indicator, Quarter } from './plan.ts';

/** The grades of a figure, by the reference schema's names; without a figure the grade is MISSING. */
export const FIGURE_GRADES = [
  'ACHIEVED',
  'BEHIND',
  'EXCEEDED',
  'NOT_ACHIEVED',
  'ON_TRACK',
] as const;
export type Grade = (typeof FIGURE_GRADES)[number] | 'MISSING';
/** The grade of the fourth quarter is the year's, and final. */
export type YearGrade = Exclude<Grade, 'ON_TRACK' | 'BEHIND'>;

type Measured = Pick<Indicator, 'direction' | 'quarterTargets'>;

/** Above nought where the figure is better than the target, in the indicator's direction. */
const gainOver = (target: number, actual: number, direction: Indicator['direction']): number =>
  direction === 'increase' ? differenceOf(actual, target) : differenceOf(target, actual);

/** The year's grade: the figure of the fourth quarter against that quarter's target. */
export const yearGradeOf = (
  { direction, quarterTargets }: Measured,
  actual: number | null,
): YearGrade => {
  if (actual === null) return 'MISSING';
  const gain = gainOver(quarterTargets.Q4, actual, direction);
  if (gain === 0) return 'ACHIEVED';
  return gain > 0 ? 'EXCEEDED' : 'NOT_ACHIEVED';
};

/**
 * The grade of one figure against the quarter's target, of the indicator as it is in force on the day of
 * the check. `actual` null: no figure, which is MISSING and not nought.
 */
export const gradeOf = (indicator: Measured, quarter: Quarter, actual: number | null): Grade => {
  if (quarter === 'Q4') return yearGradeOf(indicator, actual);
  if (actual === null) return 'MISSING';
  const gain = gainOver(indicator.quarterTargets[quarter], actual, indicator.direction);
  if (gain === 0) return 'ON_TRACK';
  return gain > 0 ? 'EXCEEDED' : 'BEHIND';
};
