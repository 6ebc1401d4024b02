import { DomainError } from '../../domain/errors.ts';
import type { YearFile } from '../year-file/year-file.ts';

/** How many mailboxes the file names: mail of its papers may go to each of them. */
const mailboxesOfYear = ({ people, superiors }: YearFile): number =>
  new Set([...people, ...superiors].flatMap(({ email }) => (email ? [email.toLowerCase()] : [])))
    .size;

/**
 * Mail that has gone out can't be called back: whoever wants it says to how many mailboxes.
 * @throws DomainError not-schema with the number that there are
 */
export const checkMailboxes = (file: YearFile, typed: number): void => {
  const mailboxes = mailboxesOfYear(file);
  if (typed === mailboxes) return;
  throw new DomainError(
    'not-schema',
    'mail of the year would go to another number of mailboxes',
    { given: typed, expected: String(mailboxes) },
    '/people',
  );
};
