// Days of one year moved to another, so that what stood in order stands in order.
import {
  epochMsOf,
  instantOf,
  localDateOf,
  sameDayLater,
  yearOf,
  type Instant,
  type LocalDate,
} from './local-date.ts';
import {
  nextWorkingDay,
  previousWorkingDay,
  workingDayFrom,
  type WorkingCalendar,
} from './working-days.ts';

/** What hangs on a day: after a deadline one is late, and numbers follow the days of their papers. */
export interface DayToMove {
  readonly date: LocalDate;
  readonly role: 'event' | 'deadline' | 'paper';
}

type Roles = (date: LocalDate, role: DayToMove['role']) => boolean;

const rolesOf = (days: readonly DayToMove[]): Roles => {
  const known = new Set(days.map(({ date, role }) => `${role} ${date}`));
  return (date, role) => known.has(`${role} ${date}`);
};

const latest = (...days: readonly (LocalDate | null)[]): LocalDate =>
  days.filter((day) => day !== null).reduce((left, right) => (left < right ? right : left));

const earliest = (...days: readonly (LocalDate | null)[]): LocalDate =>
  days.filter((day) => day !== null).reduce((left, right) => (left < right ? left : right));

type Moved = Map<LocalDate, LocalDate>;
type Step = (calendar: WorkingCalendar, date: LocalDate) => LocalDate;

const beside = (calendar: WorkingCalendar, date: LocalDate | null, step: Step): LocalDate | null =>
  date === null ? null : step(calendar, date);

// Onto working days, each no earlier than the day before it, and later where that one must stay before.
const moveForward = (
  dates: readonly LocalDate[],
  is: Roles,
  years: number,
  calendar: WorkingCalendar,
): Moved => {
  const moved: Moved = new Map();
  let last: LocalDate | null = null;
  let lastDeadline: LocalDate | null = null;
  let lastPaper: LocalDate | null = null;
  for (const date of dates) {
    const isPaper = is(date, 'paper');
    const to: LocalDate = latest(
      workingDayFrom(calendar, sameDayLater(date, years)),
      last,
      beside(calendar, lastDeadline, nextWorkingDay),
      isPaper ? beside(calendar, lastPaper, nextWorkingDay) : null,
    );
    moved.set(date, to);
    last = to;
    if (is(date, 'deadline')) lastDeadline = to;
    if (isPaper) lastPaper = to;
  }
  return moved;
};

const lastWorkingDayOf = (calendar: WorkingCalendar, year: number): LocalDate =>
  previousWorkingDay(calendar, `${String(year + 1)}-01-01`);

// Numbers begin anew with the year: what would come to lie behind its end is drawn back before it.
const drawBack = (
  moved: Moved,
  dates: readonly LocalDate[],
  is: Roles,
  years: number,
  calendar: WorkingCalendar,
): void => {
  let next: LocalDate | null = null;
  let nextPaper: LocalDate | null = null;
  for (const date of dates.toReversed()) {
    const isPaper = is(date, 'paper');
    const to: LocalDate = earliest(
      moved.get(date) ?? date,
      lastWorkingDayOf(calendar, yearOf(date) + years),
      is(date, 'deadline') ? beside(calendar, next, previousWorkingDay) : next,
      isPaper ? beside(calendar, nextPaper, previousWorkingDay) : null,
    );
    moved.set(date, to);
    next = to;
    if (isPaper) nextPaper = to;
  }
};

/**
 * Each day so many years later: the same day and month, else the next working day. Two days may come onto
 * one, but what came after a deadline stays after it, papers of different days keep different days, and
 * nothing leaves its calendar year.
 */
export const moveDays = (
  days: readonly DayToMove[],
  years: number,
  calendar: WorkingCalendar,
): ReadonlyMap<LocalDate, LocalDate> => {
  const is = rolesOf(days);
  const dates = [...new Set(days.map(({ date }) => date))].toSorted();
  const moved = moveForward(dates, is, years, calendar);
  drawBack(moved, dates, is, years, calendar);
  return moved;
};

const MINUTE_MS = 60_000;

const minuteAfter = (instant: Instant): Instant => {
  const after = instantOf(epochMsOf(instant) + MINUTE_MS);
  return localDateOf(after) === localDateOf(instant) ? after : instant;
};

/** The moments at their times of the moved days; where two days came onto one, in the order they had. */
export const moveInstants = (
  instants: readonly Instant[],
  days: ReadonlyMap<LocalDate, LocalDate>,
): ReadonlyMap<Instant, Instant> => {
  const moved = new Map<Instant, Instant>();
  let last: Instant = '';
  for (const instant of [...new Set(instants)].toSorted()) {
    const day = localDateOf(instant);
    const to: Instant = `${days.get(day) ?? day}${instant.slice(10)}`;
    last = to <= last ? minuteAfter(last) : to;
    moved.set(instant, last);
  }
  return moved;
};
