import type { Figure } from '../graded-figures.ts';
import type { Grade } from '../grading.ts';
import type { LocalDate } from '../local-date.ts';
import type { Quarter } from '../plan.ts';

/** What a quarter's check found, as it is kept in the versions of the kind `check-results`. */
export interface CheckResults {
  readonly quarter: Quarter;
  readonly checkedOn: LocalDate;
  readonly results: readonly CheckResult[];
}

/** `percent` as in percentAchieved; `unitId` is who reported it. */
export interface CheckResult extends Figure {
  readonly target: number;
  readonly percent: number | null;
  readonly grade: Grade;
  readonly unitId: string;
  readonly note: string;
  readonly evidence: readonly string[];
}

/** The version that the figures were taken from. */
export interface KeptResults {
  readonly version: number;
  readonly content: CheckResults;
}

export const checkResultsId = (year: number, quarter: Quarter): string =>
  `check-${String(year)}-${quarter}`;
