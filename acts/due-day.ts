import type { LocalDate } from '../domain/local-date.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import type { ActDependencies, CheckedCall, Notice } from './act.ts';

type Call = Pick<CheckedCall<unknown>, 'officeId' | 'clock'>;

/**
 * The day that is kept as a deadline: on a day off of the office's calendar the next working day, as its
 * reminders say. In a year that is being entered it stays as it stood on paper.
 */
export const keptDueDay = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  { officeId, clock }: Call,
  dueOn: LocalDate,
): Promise<LocalDate> => {
  if (clock.mode === 'entered') return dueOn;
  return workingDayFrom(await stores.calendars.calendarOf(officeId), dueOn);
};

/** What the act says where it moved a deadline. */
export const noticeOfMove = (given: LocalDate, kept: LocalDate): readonly Notice[] =>
  given === kept ? [] : ['deadline-moved'];
