import { endOfDay, isBefore, type Instant, type LocalDate } from './local-date.ts';

interface Deadline {
  readonly dueOn: LocalDate;
  readonly returned: { readonly resubmitOn: LocalDate | null } | null;
  /** Of the first submission; null: none yet. */
  readonly wasLate: boolean | null;
}

/**
 * Late is what comes after the deadline's day (23:59:59 at +07:00). Once returned, what was on time stays
 * so until the day that was given for the correction.
 */
export const isLateAt = ({ dueOn, returned, wasLate }: Deadline, at: Instant): boolean => {
  if (wasLate === null || !returned) return isBefore(endOfDay(dueOn), at);
  if (wasLate) return true;
  const { resubmitOn } = returned;
  return resubmitOn !== null && resubmitOn > dueOn && isBefore(endOfDay(resubmitOn), at);
};

/** The day until which the unit is waited for. */
export const awaitedUntil = ({ dueOn, returned }: Omit<Deadline, 'wasLate'>): LocalDate =>
  returned?.resubmitOn ?? dueOn;
