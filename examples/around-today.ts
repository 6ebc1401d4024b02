// The day on which somebody starts the example, and the days of its current year laid around it.
import { addDays, daysBetween, type LocalDate } from '../domain/local-date.ts';
import { workingDayFrom, workingDaysBefore, type WorkingCalendar } from '../domain/working-days.ts';
import { SHIPPED_DAYS } from '../locale/shipped-calendar.ts';

// Around the last days of a year its dates run into the next one.
const MIN_DAYS = 28;
// Its units are asked for their figures two weeks before a check; a break at Tết may move it by nine days.
const FIRST_CHECK_DAYS = 4;
const CONFERENCE_DAYS = 10;

// On a holiday a deadline would move, and nobody would be late. No Saturday that is worked to make up for
// one: what is done then looks odd to whoever meets the example.
const CALENDAR: WorkingCalendar = { off: SHIPPED_DAYS.off, working: new Set() };

/** So many working days before today, whatever day of the week or holiday today is. */
export const createDays =
  (today: LocalDate) =>
  (daysAgo: number): LocalDate =>
    workingDaysBefore(CALENDAR, today, daysAgo);

export type DayOf = ReturnType<typeof createDays>;

/** The working day on which its conference is to be held. */
export const conferenceDay = (today: LocalDate): LocalDate =>
  workingDayFrom(CALENDAR, addDays(today, CONFERENCE_DAYS));

/** The file is one of the reference schema; only its year and days are laid around today. */
export const layAroundToday = (text: string, today: LocalDate) => {
  const year = Number(today.slice(0, 4));
  const dayOf = createDays(today);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own file, read in full by the act
  const file = JSON.parse(text.replaceAll('{year}', String(year))) as {
    cycleYear: number;
    unit: { id: string };
    plan: Record<string, unknown>;
  };
  file.cycleYear = year;
  const daysLeft = Math.max(daysBetween(today, `${String(year)}-12-31`), MIN_DAYS);
  const after = (days: number): LocalDate =>
    workingDayFrom(CALENDAR, addDays(today, Math.ceil(days)));
  file.plan = {
    ...file.plan,
    registrationOpensOn: dayOf(7),
    registrationDeadline: dayOf(1),
    checkSchedule: {
      Q1: after(FIRST_CHECK_DAYS),
      Q2: after(daysLeft * 0.5),
      Q3: after(daysLeft * 0.75),
      Q4: after(daysLeft),
    },
  };
  return { bytes: Buffer.from(JSON.stringify(file)), year, officeId: file.unit.id };
};
