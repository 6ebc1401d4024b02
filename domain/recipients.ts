import { headOfUnit, type OfficeFacts, type Superior } from './office.ts';
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
  'registration-opening': [{ group: 'units', purpose: 'carry-out' }],
  'registration-result': [{ group: 'units', purpose: 'carry-out' }],
};

/** Internal units also get the working copy; bodies above get the issued paper alone. */
export const getsWorkingCopy = (group: RecipientGroup): boolean => group === 'units';

/** The type's abbreviation in the symbol (Decree 30/2020, annex III). */
export const ABBREVIATION: Readonly<Record<PaperKind, string>> = {
  plan: 'KH',
  'registration-opening': 'TB',
  'registration-result': 'TB',
};

/** A number below ten is written with a leading zero (Decree 30/2020, annex I). */
export const displayNumber = (value: number): string => String(value).padStart(2, '0');

export interface Recipient {
  readonly id: string;
  readonly group: RecipientGroup;
  readonly name: string;
  /** The holder of the post on the day of issue; null for a body above, or a vacant post. */
  readonly personId: string | null;
  /** null: goes by hand. */
  readonly mailbox: string | null;
}

/** A leadership above gets the paper as such, also where it follows the reform work itself. */
export const isOfGroup = (body: Superior, group: RecipientGroup): boolean =>
  group === 'superior-leaders'
    ? body.kind === 'superior'
    : body.kind !== 'superior' && body.followsReform;

// The lists of units and of bodies above have keys of their own, which may coincide.
const bodyKey = (facts: OfficeFacts, id: string): string =>
  facts.units.some((unit) => unit.id === id) ? `superior.${id}` : id;

const bodies = (facts: OfficeFacts, group: RecipientGroup): readonly Recipient[] =>
  facts.superiors
    .filter((body) => isOfGroup(body, group))
    .map(({ id, name, mailbox }) => ({
      id: bodyKey(facts, id),
      group,
      name,
      personId: null,
      mailbox,
    }));

const unitRecipients = (facts: OfficeFacts): readonly Recipient[] =>
  facts.units.map(({ id, name }) => {
    const head = headOfUnit(facts, id);
    return {
      id,
      group: 'units',
      name,
      personId: head?.id ?? null,
      mailbox: head?.mailbox ?? null,
    };
  });

/** Each unit or body once, in the order of the table, as the office was on the day of the facts. */
export const recipientsOf = (kind: PaperKind, facts: OfficeFacts): readonly Recipient[] =>
  RECIPIENTS[kind]
    .flatMap(({ group }) => (group === 'units' ? unitRecipients(facts) : bodies(facts, group)))
    .filter((row, index, all) => all.findIndex(({ id }) => id === row.id) === index);
