import type { LocalDate } from './local-date.ts';
import type { PaperKind } from './paper-kind.ts';

/** Which steps a paper goes through on its way out (office custom; Decree 30/2020, articles 12-18). */
export interface PaperWay {
  /** Before the leader first; otherwise it goes to its signer at once. */
  readonly isApproved: boolean;
  /** A type without a number among those of article 7 is a form, and gets none. */
  readonly isNumbered: boolean;
  readonly isStamped: boolean;
}

const NOTICE: PaperWay = { isApproved: false, isNumbered: true, isStamped: true };
const APPROVED: PaperWay = { isApproved: true, isNumbered: true, isStamped: true };

/** The one table; plan and list of registrations have approvals of their own. */
export const WAY_OF_PAPER: Readonly<Record<PaperKind, PaperWay>> = {
  plan: APPROVED,
  'registration-opening': NOTICE,
  'registration-result': NOTICE,
  correction: APPROVED,
  recall: APPROVED,
  'plan-amendment': APPROVED,
  'year-report': APPROVED,
  // All parties have put their names to it: nothing is left to approve.
  pledge: { isApproved: false, isNumbered: false, isStamped: false },
  invitation: APPROVED,
  summons: APPROVED,
  'conference-cancellation': APPROVED,
  // Read back to the conference and signed by secretary and chair; nobody approves them first.
  minutes: NOTICE,
  conclusion: APPROVED,
  submission: APPROVED,
  'transfer-slip': APPROVED,
  'quarter-report': APPROVED,
  letter: APPROVED,
  notice: APPROVED,
  report: APPROVED,
  // For the press and the office's own page: no document of the administration.
  'news-item': { isApproved: true, isNumbered: false, isStamped: false },
  'check-team-decision': APPROVED,
  'commendation-decision': APPROVED,
};

interface DatedPaper {
  readonly kind: PaperKind;
  readonly number: { readonly documentDate: LocalDate } | null;
  readonly signed: { readonly on: LocalDate } | null;
}
const isKind = (text: string): text is PaperKind => Object.hasOwn(WAY_OF_PAPER, text);

export const paperKinds = (): readonly PaperKind[] => Object.keys(WAY_OF_PAPER).filter(isKind);

/** The day that the paper bears: with its number, or where it gets none, the day it was signed. */
export const documentDateOf = ({ kind, number, signed }: DatedPaper): LocalDate | null =>
  WAY_OF_PAPER[kind].isNumbered ? (number?.documentDate ?? null) : (signed?.on ?? null);
