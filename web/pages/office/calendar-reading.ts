import type { CalendarDayRow } from '../../../adapters/database/calendars.ts';
import { isLocalDate, yearOf, type LocalDate } from '../../../domain/local-date.ts';
import type { WebContext } from '../../environment.ts';
import { hasPower } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';

export const CALENDAR = '/office/calendar';

/** One year of the office's calendar, and whether this reader may change it. */
export interface CalendarView {
  readonly year: number;
  readonly days: readonly CalendarDayRow[];
  /** null: a year that was neither shipped nor compared with the notice. */
  readonly isOfficial: boolean | null;
  readonly mayKeep: boolean;
}

export const mayKeepCalendar = (c: WebContext): Promise<boolean> =>
  hasPower(c, 'keepOffice', c.get('today'));

export const isCalendarYear = (text: string): boolean => isLocalDate(`${text}-01-01`);

/** The year that the address asks for, else this one; null where there is no such year. */
export const yearAsked = (c: WebContext): number | null => {
  const asked = c.req.query('year');
  if (asked === undefined) return yearOf(c.get('today'));
  return isCalendarYear(asked) ? Number(asked) : null;
};

export const pathOfYear = (year: string | number): string => `${CALENDAR}?year=${year}`;
export const pathOfDay = (date: LocalDate): string => `${CALENDAR}/${date}`;

export const readCalendar = async (c: WebContext, year: number): Promise<CalendarView> => {
  const { calendars } = c.get('deps').acts.stores;
  const { officeId } = userOn(c);
  const [days, known, mayKeep] = await Promise.all([
    calendars.list(officeId, year),
    calendars.findYear(officeId, year),
    mayKeepCalendar(c),
  ]);
  return { year, days, isOfficial: known?.is_official ?? null, mayKeep };
};
