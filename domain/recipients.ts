import { headOfUnit, type OfficeFacts, type Superior } from './office.ts';
import type { PaperKind } from './paper-kind.ts';

/** Whom a paper goes to, by kind of paper (office custom, Decree 30/2020 annex I, component 9b). */
export type RecipientGroup = 'superior-leaders' | 'reform-office' | 'units' | 'addressees';
/** What the recipient is to do with it, printed behind the name on the paper. */
export type RecipientPurpose = 'report' | 'follow' | 'carry-out';

export interface RecipientLine {
  readonly group: RecipientGroup;
  readonly purpose: RecipientPurpose;
}

/** Whom a draft's own contents name, beside what the table gives its kind. */
export interface Addressees {
  readonly superiorIds: readonly string[];
  readonly unitIds: readonly string[];
  /** From outside, without an id of ours; `key` is one within the paper. */
  readonly guests: readonly {
    readonly key: string;
    readonly name: string;
    readonly mailbox: string | null;
  }[];
}
export const NO_ADDRESSEES: Addressees = { superiorIds: [], unitIds: [], guests: [] };

/** The one table: printed as the list of recipients and used for sending. */
export const RECIPIENTS: Readonly<Record<PaperKind, readonly RecipientLine[]>> = {
  plan: [
    { group: 'superior-leaders', purpose: 'report' },
    { group: 'reform-office', purpose: 'follow' },
    { group: 'units', purpose: 'carry-out' },
  ],
  'registration-opening': [{ group: 'units', purpose: 'carry-out' }],
  'registration-result': [{ group: 'units', purpose: 'carry-out' }],
  correction: [{ group: 'addressees', purpose: 'carry-out' }],
  recall: [{ group: 'addressees', purpose: 'carry-out' }],
  'plan-amendment': [
    { group: 'superior-leaders', purpose: 'report' },
    { group: 'reform-office', purpose: 'follow' },
    { group: 'units', purpose: 'carry-out' },
  ],
  'year-report': [
    { group: 'superior-leaders', purpose: 'report' },
    { group: 'reform-office', purpose: 'follow' },
    { group: 'units', purpose: 'carry-out' },
  ],
  pledge: [{ group: 'addressees', purpose: 'carry-out' }],
  invitation: [{ group: 'addressees', purpose: 'follow' }],
  summons: [{ group: 'addressees', purpose: 'carry-out' }],
  'conference-cancellation': [{ group: 'addressees', purpose: 'follow' }],
  minutes: [{ group: 'addressees', purpose: 'follow' }],
  conclusion: [{ group: 'addressees', purpose: 'carry-out' }],
  submission: [{ group: 'addressees', purpose: 'report' }],
  'transfer-slip': [{ group: 'addressees', purpose: 'carry-out' }],
  'quarter-report': [
    { group: 'superior-leaders', purpose: 'report' },
    { group: 'reform-office', purpose: 'follow' },
    { group: 'units', purpose: 'carry-out' },
  ],
  letter: [{ group: 'addressees', purpose: 'carry-out' }],
  notice: [{ group: 'addressees', purpose: 'carry-out' }],
  report: [{ group: 'addressees', purpose: 'report' }],
  'news-item': [{ group: 'addressees', purpose: 'follow' }],
  'check-team-decision': [{ group: 'addressees', purpose: 'carry-out' }],
  'commendation-decision': [{ group: 'addressees', purpose: 'carry-out' }],
};

/** Internal units also get the working copy; bodies above get the issued paper alone. */
export const getsWorkingCopy = (group: RecipientGroup): boolean => group === 'units';

// Q and D with stroke.
const DECISION = 'Q\u0110';

/** The type's abbreviation in the symbol (Decree 30/2020, annex III); null: an official letter has none. */
const ABBREVIATION: Readonly<Record<PaperKind, string | null>> = {
  plan: 'KH',
  'registration-opening': 'TB',
  'registration-result': 'TB',
  correction: null,
  recall: null,
  'plan-amendment': 'KH',
  'year-report': 'BC',
  pledge: null,
  invitation: 'GM',
  summons: 'TB',
  'conference-cancellation': 'TB',
  minutes: 'BB',
  conclusion: 'TB',
  submission: 'TTr',
  'transfer-slip': 'PC',
  'quarter-report': 'BC',
  letter: null,
  notice: 'TB',
  report: 'BC',
  'news-item': null,
  'check-team-decision': DECISION,
  'commendation-decision': DECISION,
};

/**
 * Behind the number: "KH-ANN", or of an official letter "ANN-TH", the office and the unit that drafted
 * (Decree 30/2020, annex I, component 3).
 */
export const symbolOfKind = (
  kind: PaperKind,
  office: { readonly symbol: string; readonly draftingUnit: string | null },
): string => {
  const abbreviation = ABBREVIATION[kind];
  if (abbreviation !== null) return `${abbreviation}-${office.symbol}`;
  return office.draftingUnit === null ? office.symbol : `${office.symbol}-${office.draftingUnit}`;
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

/** The lists of units and of bodies above have keys of their own, which may coincide. */
export const recipientIdOfBody = (facts: OfficeFacts, id: string): string =>
  facts.units.some((unit) => unit.id === id) ? `superior.${id}` : id;

const bodies = (facts: OfficeFacts, group: RecipientGroup): readonly Recipient[] =>
  facts.superiors
    .filter((body) => isOfGroup(body, group))
    .map(({ id, name, mailbox }) => ({
      id: recipientIdOfBody(facts, id),
      group,
      name,
      personId: null,
      mailbox,
    }));

const unitRecipients = (
  facts: OfficeFacts,
  group: RecipientGroup = 'units',
  isMeant: (unitId: string) => boolean = () => true,
): readonly Recipient[] =>
  facts.units
    .filter(({ id }) => isMeant(id))
    .map(({ id, name }) => {
      const head = headOfUnit(facts, id);
      return {
        id,
        group,
        name,
        personId: head?.id ?? null,
        mailbox: head?.mailbox ?? null,
      };
    });

const addressed = (
  facts: OfficeFacts,
  { superiorIds, unitIds, guests }: Addressees,
): readonly Recipient[] => [
  ...facts.superiors
    .filter(({ id }) => superiorIds.includes(id))
    .map(({ id, name, mailbox }) => ({
      id: recipientIdOfBody(facts, id),
      group: 'addressees' as const,
      name,
      personId: null,
      mailbox,
    })),
  ...unitRecipients(facts, 'addressees', (unitId) => unitIds.includes(unitId)),
  ...guests.map(({ key, name, mailbox }) => ({
    id: `guest.${key}`,
    group: 'addressees' as const,
    name,
    personId: null,
    mailbox,
  })),
];

const inGroup = (
  group: RecipientGroup,
  facts: OfficeFacts,
  addressees: Addressees,
): readonly Recipient[] => {
  if (group === 'addressees') return addressed(facts, addressees);
  return group === 'units' ? unitRecipients(facts) : bodies(facts, group);
};

/** Each unit or body once, in the order of the table, as the office was on the day of the facts. */
export const recipientsOf = (
  kind: PaperKind,
  facts: OfficeFacts,
  addressees: Addressees = NO_ADDRESSEES,
): readonly Recipient[] =>
  RECIPIENTS[kind]
    .flatMap(({ group }) => inGroup(group, facts, addressees))
    .filter((row, index, all) => all.findIndex(({ id }) => id === row.id) === index);
