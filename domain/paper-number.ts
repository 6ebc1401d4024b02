import { DomainError } from './errors.ts';
import { daysBetween, isLocalDate, type LocalDate } from './local-date.ts';

/**
 * The number is given after signing (Decree 30/2020, art. 15) and never for a day to come.
 * @throws DomainError not-schema, impossible-date, out-of-time
 */
export const checkPaperNumber = (
  given: { readonly number: number; readonly documentDate: LocalDate },
  { signedOn, today }: { readonly signedOn: LocalDate | null; readonly today: LocalDate },
): void => {
  const { number, documentDate } = given;
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
