import { endOfDay, isBefore, type Instant, type LocalDate } from './local-date.ts';

interface Deadline {
  readonly dueOn: LocalDate;
  readonly returned: { readonly at: Instant; readonly resubmitOn: LocalDate | null } | null;
  /** Of the unit's last answer; null: none yet. */
  readonly wasLate: boolean | null;
}

const isPast = (day: LocalDate, at: Instant): boolean => isBefore(endOfDay(day), at);

/** The day until which the unit is waited for; null: returned or reopened after the deadline, without a day. */
export const awaitedUntil = ({
  dueOn,
  returned,
}: Pick<Deadline, 'dueOn' | 'returned'>): LocalDate | null => {
  if (!returned) return dueOn;
  return returned.resubmitOn ?? (isPast(dueOn, returned.at) ? null : dueOn);
};

/**
 * Late is what comes after the deadline's day (23:59:59 at +07:00). A return costs nobody the deadline: what
 * was on time stays so, until the day that was given for the correction.
 */
export const isLateAt = (deadline: Deadline, at: Instant): boolean => {
  const { dueOn, returned, wasLate } = deadline;
  if (!returned) return isPast(dueOn, at);
  if (wasLate === true || (wasLate === false && returned.resubmitOn === null)) return wasLate;
  const until = awaitedUntil(deadline);
  return until !== null && isPast(until > dueOn ? until : dueOn, at);
};
