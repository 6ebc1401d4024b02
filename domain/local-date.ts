import { DomainError } from './errors.ts';

/** A calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A moment, always written at +07:00 with seconds: `2024-01-15T10:00:00+07:00`. */
export type Instant = string;

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,3})?\+07:00$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** True for a day that exists: 2024-02-29 yes, 2023-02-29 no. Years 1900-2999. */
export const isLocalDate = (text: string): boolean => {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
};

/** True for an instant of an existing day and time at +07:00. */
export const isInstant = (text: string): boolean => {
  const match = INSTANT.exec(text);
  if (!match?.[1]) return false;
  return (
    isLocalDate(match[1]) && Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4]) < 60
  );
};

// Days since 1970-01-01 by Howard Hinnant's civil calendar algorithm: domain/ has no Date.
const dayNumber = (date: LocalDate): number => {
  if (!isLocalDate(date)) {
    throw new DomainError('impossible-date', 'not a calendar day (YYYY-MM-DD)', { date });
  }
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
};

const fromDayNumber = (days: number): LocalDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
};

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export const addDays = (date: LocalDate, days: number): LocalDate =>
  fromDayNumber(dayNumber(date) + days);

/** The same day and month so many years later; 29 February becomes 28 where the year has none. */
export const sameDayLater = (date: LocalDate, years: number): LocalDate => {
  const moved = `${pad(yearOf(date) + years, 4)}${date.slice(4)}`;
  return isLocalDate(moved) ? moved : `${moved.slice(0, 8)}28`;
};

/** Days from the first to the second date; negative where the second lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  dayNumber(to) - dayNumber(from);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The calendar year of a day: numbers begin anew with it. */
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** The day at +07:00 on which the instant falls. */
export const localDateOf = (instant: Instant): LocalDate => instant.slice(0, 10);

export const instantOf = (epochMs: number): Instant => {
  const local = Math.floor((epochMs + OFFSET_MS) / 1_000) * 1_000;
  const days = Math.floor(local / DAY_MS);
  const seconds = (local - days * DAY_MS) / 1_000;
  return `${fromDayNumber(days)}T${pad(Math.floor(seconds / 3_600))}:${pad(
    Math.floor((seconds % 3_600) / 60),
  )}:${pad(seconds % 60)}+07:00`;
};

export const epochMsOf = (instant: Instant): number => {
  if (!isInstant(instant)) {
    throw new DomainError('impossible-date', 'not an instant at +07:00', { instant });
  }
  const [hours, minutes, seconds] = [
    Number(instant.slice(11, 13)),
    Number(instant.slice(14, 16)),
    Number(instant.slice(17, 19)),
  ];
  return (
    dayNumber(localDateOf(instant)) * DAY_MS +
    ((hours * 60 + minutes) * 60 + seconds) * 1_000 -
    OFFSET_MS
  );
};

/** A day ends at 23:59:59 +07:00; what comes after is late. */
export const endOfDay = (date: LocalDate): Instant => `${date}T23:59:59+07:00`;

/** Instants are compared as moments, fractions of a second left out. */
export const isBefore = (left: Instant, right: Instant): boolean =>
  epochMsOf(left) < epochMsOf(right);
