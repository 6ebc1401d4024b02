import type { PaperKind } from './document-issue.ts';

/** Whom a paper goes to, by kind of paper (office custom, Decree 30/2020 annex I, component 9b). */
export type RecipientGroup = 'superior-leaders' | 'reform-office' | 'units';
/** What the recipient is to do with it, printed behind the name on the paper. */
export type RecipientPurpose = 'report' | 'follow' | 'carry-out';

export interface RecipientLine {
  readonly group: RecipientGroup;
  readonly purpose: RecipientPurpose;
}

/** The one table: printed as the list of recipients and used for sending. */
export const RECIPIENTS: Readonly<Record<PaperKind, readonly RecipientLine[]>> = {
  plan: [
    { group: 'superior-leaders', purpose: 'report' },
    { group: 'reform-office', purpose: 'follow' },
    { group: 'units', purpose: 'carry-out' },
  ],
};

/** Internal units also get the working copy; bodies above get the issued paper alone. */
export const getsWorkingCopy = (group: RecipientGroup): boolean => group === 'units';

/** The type's abbreviation in the symbol (Decree 30/2020, annex III). */
export const ABBREVIATION: Readonly<Record<PaperKind, string>> = { plan: 'KH' };

/** A number below ten is written with a leading zero (Decree 30/2020, annex I). */
export const displayNumber = (value: number): string => String(value).padStart(2, '0');
