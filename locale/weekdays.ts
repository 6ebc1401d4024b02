import type { LocalDate } from '../domain/local-date.ts';
import { formatDate } from './dates.ts';
import type { Language } from './words.ts';

// The day has no time and so no zone: read and written in UTC it stays itself.
const weekdaysIn = (language: Language) =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });

const WEEKDAYS = { vi: weekdaysIn('vi'), en: weekdaysIn('en') } as const;

/** Thứ Hai, 29/04/2024; Monday, 29/04/2024. */
export const formatWeekday = (language: Language, date: LocalDate): string =>
  `${WEEKDAYS[language].format(new Date(`${date}T00:00:00Z`))}, ${formatDate(date)}`;
