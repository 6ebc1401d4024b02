import type { LocalDate } from '../domain/local-date.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import { WORKING_DAYS_VN } from './working-days-vn.ts';

interface ShippedDay {
  readonly date: LocalDate;
  readonly kind: 'off' | 'working';
  readonly name: string;
}

/** A year's days as every office gets them at its start; from then on they are the office's own. */
export interface ShippedYear {
  readonly year: number;
  readonly isOfficial: boolean;
  readonly days: readonly ShippedDay[];
}

const daysOf = (
  kind: ShippedDay['kind'],
  names: Readonly<Record<LocalDate, string>>,
): ShippedDay[] => Object.entries(names).map(([date, name]) => ({ date, kind, name }));

export const SHIPPED_CALENDAR: readonly ShippedYear[] = Object.entries(WORKING_DAYS_VN).map(
  ([year, { isOfficial, off, working }]) => ({
    year: Number(year),
    isOfficial,
    days: [...daysOf('off', off), ...daysOf('working', working)],
  }),
);

const datesOf = (kind: ShippedDay['kind']): ReadonlySet<LocalDate> =>
  new Set(
    SHIPPED_CALENDAR.flatMap(({ days }) =>
      days.filter((day) => day.kind === kind).map(({ date }) => date),
    ),
  );

/** The shipped years as rules reckon with them. */
export const SHIPPED_DAYS: WorkingCalendar = { off: datesOf('off'), working: datesOf('working') };
