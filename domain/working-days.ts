import { addDays, weekday, type LocalDate } from './local-date.ts';

/** Days that differ from the week's rule; a day of `off` and of `working` at once is off. */
export interface WorkingCalendar {
  readonly off: ReadonlySet<LocalDate>;
  /** Weekend days on which the office works to make up for a day off. */
  readonly working: ReadonlySet<LocalDate>;
}

const FRIDAY = 5;

export const isWeekend = (date: LocalDate): boolean => weekday(date) > FRIDAY;

/** Monday to Friday, but for the days off and with the working weekend days of the calendar. */
export const isWorkingDay = ({ off, working }: WorkingCalendar, date: LocalDate): boolean =>
  !off.has(date) && (working.has(date) || !isWeekend(date));

const LONGEST_BREAK = 60;

const findWorkingDay = (
  calendar: WorkingCalendar,
  from: LocalDate,
  step: 1 | -1,
): LocalDate | null => {
  for (let days = 0; days <= LONGEST_BREAK; days += 1) {
    const date = addDays(from, days * step);
    if (isWorkingDay(calendar, date)) return date;
  }
  return null;
};

/**
 * The day itself where it is a working day, else the next one: so a deadline moves that falls on a day
 * off. A calendar without any working day for two months is taken to be wrong, and the day stays.
 */
export const workingDayFrom = (calendar: WorkingCalendar, date: LocalDate): LocalDate =>
  findWorkingDay(calendar, date, 1) ?? date;

export const nextWorkingDay = (calendar: WorkingCalendar, date: LocalDate): LocalDate =>
  workingDayFrom(calendar, addDays(date, 1));

export const previousWorkingDay = (calendar: WorkingCalendar, date: LocalDate): LocalDate =>
  findWorkingDay(calendar, addDays(date, -1), -1) ?? addDays(date, -1);

/** The working day that lies so many working days before the deadline; 0: the deadline's own. */
export const workingDaysBefore = (
  calendar: WorkingCalendar,
  deadline: LocalDate,
  days: number,
): LocalDate => {
  let date = workingDayFrom(calendar, deadline);
  for (let left = days; left > 0; left -= 1) date = previousWorkingDay(calendar, date);
  return date;
};
