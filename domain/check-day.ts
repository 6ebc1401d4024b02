import { DomainError } from './errors.ts';
import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import type { Quarter } from './plan.ts';
import { workingDayFrom, type WorkingCalendar } from './working-days.ts';

/** Both days belong to it. */
export interface DataPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const PERIOD_ENDS = { Q1: '03-14', Q2: '06-14', Q3: '09-14', Q4: '12-14' } as const;
const PERIOD_STARTS = { Q1: '12-15', Q2: '03-15', Q3: '06-15', Q4: '09-15' } as const;

/**
 * The data period that a quarter of the cycle's year has unless the office sets another: a year's figures
 * run from 15/12 of the year before to 14/12 (Decree 09/2019/ND-CP, art. 12), and its quarters likewise.
 */
export const dataPeriodOf = (year: number, quarter: Quarter): DataPeriod => ({
  from: `${String(quarter === 'Q1' ? year - 1 : year)}-${PERIOD_STARTS[quarter]}`,
  to: `${String(year)}-${PERIOD_ENDS[quarter]}`,
});

/** Refuses a check before its data period has come to its last day; that day itself is allowed. */
export const checkNotTooEarly = (
  checkedOn: LocalDate,
  { to }: Pick<DataPeriod, 'to'>,
  place: string | null = null,
): void => {
  if (checkedOn >= to) return;
  throw new DomainError(
    'out-of-time',
    'a check before the end of its data period',
    { date: checkedOn, expected: `>= ${to}` },
    place,
  );
};

/** By how many days a check came after its planned day; 0: not late. */
export const daysLate = (plannedOn: LocalDate, checkedOn: LocalDate): number =>
  Math.max(0, daysBetween(plannedOn, checkedOn));

const REMEDY_DAYS = 15;

/**
 * The day until which a unit reports what it has mended: within 15 days of the notice that concludes the
 * check, which is the office's custom; from a day off it moves to the next working day.
 */
export const remedyDueOn = (calendar: WorkingCalendar, concludedOn: LocalDate): LocalDate =>
  workingDayFrom(calendar, addDays(concludedOn, REMEDY_DAYS));
