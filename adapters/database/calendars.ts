import type { Selectable } from 'kysely';
import type { LocalDate } from '../../domain/local-date.ts';
import type { WorkingCalendar } from '../../domain/working-days.ts';
import type { Database, Queryable } from './connect.ts';
import type { Tables } from './tables.ts';

export type CalendarDayRow = Selectable<Tables['calendar_day']>;
type DayToSave = Omit<CalendarDayRow, 'origin'>;

interface YearToSeed {
  readonly year: number;
  readonly isOfficial: boolean;
  readonly days: readonly Pick<CalendarDayRow, 'date' | 'kind' | 'name'>[];
}

const seedYear = async (tx: Queryable, officeId: string, given: YearToSeed): Promise<void> => {
  const taken = await tx
    .insertInto('calendar_year')
    .values({ office_id: officeId, year: given.year, is_official: given.isOfficial })
    .onConflict((conflict) => conflict.doNothing())
    .returning('year')
    .executeTakeFirst();
  if (!taken || given.days.length === 0) return;
  await tx
    .insertInto('calendar_day')
    .values(given.days.map((day) => ({ ...day, office_id: officeId, origin: 'shipped' as const })))
    // What the office wrote of a year before it was shipped stays.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const createCalendarStore = (db: Database) => ({
  calendarOf: async (officeId: string): Promise<WorkingCalendar> => {
    const rows = await db
      .selectFrom('calendar_day')
      .select(['date', 'kind'])
      .where('office_id', '=', officeId)
      .execute();
    const datesOf = (wanted: CalendarDayRow['kind']): ReadonlySet<LocalDate> =>
      new Set(rows.filter(({ kind }) => kind === wanted).map(({ date }) => date));
    return { off: datesOf('off'), working: datesOf('working') };
  },

  list: (officeId: string, year: number) =>
    db
      .selectFrom('calendar_day')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('date', '>=', `${String(year)}-01-01`)
      .where('date', '<=', `${String(year)}-12-31`)
      .orderBy('date')
      .execute(),

  findDay: (officeId: string, date: LocalDate) =>
    db
      .selectFrom('calendar_day')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('date', '=', date)
      .executeTakeFirst(),

  /** Whether the year follows the government's notice; undefined: a year that nobody gave the office. */
  findYear: (officeId: string, year: number) =>
    db
      .selectFrom('calendar_year')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('year', '=', year)
      .executeTakeFirst(),

  async saveDay(day: DayToSave): Promise<void> {
    const row = { ...day, origin: 'office' as const };
    await db
      .insertInto('calendar_day')
      .values(row)
      .onConflict((conflict) => conflict.columns(['office_id', 'date']).doUpdateSet(row))
      .execute();
  },

  async removeDay(officeId: string, date: LocalDate): Promise<void> {
    await db
      .deleteFrom('calendar_day')
      .where('office_id', '=', officeId)
      .where('date', '=', date)
      .execute();
  },

  async confirmYear(officeId: string, year: number): Promise<void> {
    await db
      .insertInto('calendar_year')
      .values({ office_id: officeId, year, is_official: true })
      .onConflict((conflict) =>
        conflict.columns(['office_id', 'year']).doUpdateSet({ is_official: true }),
      )
      .execute();
  },

  /** Gives the office each year's days once, ever: what it changed or removed since stays so. */
  seed: (officeId: string, years: readonly YearToSeed[]): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const year of years) await seedYear(tx, officeId, year);
    }),
});
