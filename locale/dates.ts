import { daysBetween, type Instant, type LocalDate } from '../domain/local-date.ts';
import type { Language } from './words.ts';

/** `2024-01-15` as people here write it, in both languages: 15/01/2024. */
export const formatDate = (date: LocalDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** 15/01/2024 16:32, the wall time in Vietnam. */
export const formatDateTime = (instant: Instant): string =>
  `${formatDate(instant)} ${instant.slice(11, 16)}`;

const plural = (days: number): string => `${String(days)} day${days === 1 ? '' : 's'}`;

const RELATIVE = {
  vi: {
    left: (days: number) => `còn ${String(days)} ngày`,
    today: 'hạn hôm nay',
    late: (days: number) => `quá hạn ${String(days)} ngày`,
  },
  en: {
    left: (days: number) => `${plural(days)} left`,
    today: 'due today',
    late: (days: number) => `${plural(days)} overdue`,
  },
} as const;

/** How far a deadline lies from a given day: 3 days left, due today, 2 days overdue. */
export const formatDeadline = (language: Language, due: LocalDate, today: LocalDate): string => {
  const days = daysBetween(today, due);
  const words = RELATIVE[language];
  if (days === 0) return words.today;
  return days > 0 ? words.left(days) : words.late(-days);
};
