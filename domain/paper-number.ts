import { DomainError } from './errors.ts';
import { daysBetween, isLocalDate, yearOf, type LocalDate } from './local-date.ts';

/**
 * The number is given after signing (Decree 30/2020, art. 15) and never for a day to come.
 * @throws DomainError not-schema, number-taken, impossible-date, out-of-time
 */
export const checkPaperNumber = (
  given: { readonly number: number; readonly documentDate: LocalDate },
  paper: {
    readonly signedOn: LocalDate | null;
    /** The day of the act: today, or the day that it is entered for. */
    readonly today: LocalDate;
    readonly voidNumbers: readonly { readonly value: number; readonly year: number }[];
  },
): void => {
  const { number, documentDate } = given;
  const { signedOn, today, voidNumbers } = paper;
  if (!Number.isInteger(number) || number < 1 || number > 99_999) {
    throw new DomainError('not-schema', 'a number is whole, from 1', { given: number }, '/number');
  }
  if (!isLocalDate(documentDate)) {
    throw new DomainError(
      'impossible-date',
      'no such day',
      { given: documentDate },
      '/documentDate',
    );
  }
  const year = yearOf(documentDate);
  if (voidNumbers.some((row) => row.value === number && row.year === year)) {
    throw new DomainError('number-taken', 'the number was made void', { number }, '/number');
  }
  const earliest = signedOn ?? documentDate;
  if (daysBetween(earliest, documentDate) < 0 || daysBetween(documentDate, today) < 0) {
    throw new DomainError(
      'out-of-time',
      'the date of the paper lies between signing and today',
      { given: documentDate, earliest, latest: today },
      '/documentDate',
    );
  }
};

/** @throws DomainError out-of-time */
export const checkDayOfIssue = (today: LocalDate, documentDate: LocalDate): void => {
  if (daysBetween(documentDate, today) >= 0) return;
  throw new DomainError(
    'out-of-time',
    'a paper is issued on the day that it bears, or later',
    { given: today, earliest: documentDate },
    '/occurredAt',
  );
};
