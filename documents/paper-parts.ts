import type { PaperKind } from '../domain/paper-kind.ts';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { holderOf, type OfficeFacts, type Person, type Unit } from '../domain/office.ts';
import type { Indicator, SigningCapacity } from '../domain/plan.ts';
import {
  displayNumber,
  isOfGroup,
  NO_ADDRESSEES,
  RECIPIENTS,
  symbolOfKind,
  type Addressees,
  type RecipientLine,
  type RecipientPurpose,
} from '../domain/recipients.ts';
import { SIGNED_ON_ORIGINAL } from '../locale/original.ts';
import { formatShortDate } from '../locale/papers.ts';
import { addresseeWords, purposeWords, recipientWords } from '../locale/recipients.ts';
import type {
  NamedPerson,
  PaperDating,
  PaperHead,
  PaperIndicator,
  SignatureBlock,
  SignatureMark,
} from './paper.ts';
import { upperCase } from '../locale/vietnamese.ts';

/** @throws DomainError unknown-reference */
export const refuseUnknown = (what: string, id: string, place: string): never => {
  throw new DomainError('unknown-reference', `no such ${what} on that day`, { given: id }, place);
};

export const unitName = (facts: OfficeFacts, id: string, place: string): string =>
  [...facts.units, ...(facts.otherUnits ?? [])].find((unit) => unit.id === id)?.name ??
  refuseUnknown('unit', id, place);

export const personOf = (facts: OfficeFacts, id: string, place: string): Person =>
  facts.people.find((person) => person.id === id) ?? refuseUnknown('person in post', id, place);

export const leaderOf = (facts: OfficeFacts, place: string): Person =>
  holderOf(facts, 'leader') ?? refuseUnknown('holder of the role', 'leader', place);

const rankAndName = ({ rank, fullName }: Person): string => `${rank} ${fullName}`.trim();

export const nameOf = (person: Person): NamedPerson => ({
  name: rankAndName(person),
  position: person.position,
});

const signatureLines = (facts: OfficeFacts, signer: Person, capacity: string | null): string[] =>
  capacity === null
    ? [upperCase(signer.position)]
    : [`${capacity} ${upperCase(leaderOf(facts, '/signer').position)}`, upperCase(signer.position)];

const wordsOfMark = (mark: SignatureMark): string =>
  mark === 'original'
    ? SIGNED_ON_ORIGINAL
    : `${recipientWords.confirmedAt} ${mark.slice(11, 16)}, ${formatShortDate(localDateOf(mark))}`;

export const signatureOf = (
  { personId, capacity }: { readonly personId: string; readonly capacity: SigningCapacity | null },
  facts: OfficeFacts,
  mark: SignatureMark | null,
): SignatureBlock => {
  const signer = personOf(facts, personId, '/signer/personId');
  return {
    lines: signatureLines(facts, signer, capacity),
    signer: rankAndName(signer),
    confirmation: mark === null ? null : wordsOfMark(mark),
  };
};

/** The symbol of a kind of paper in this office: "KH-ABC". The coordinating unit drafts the papers. */
export const symbolOf = (kind: PaperKind, facts: OfficeFacts): string =>
  symbolOfKind(kind, {
    symbol: facts.symbol,
    draftingUnit: coordinatingUnitOf(facts)?.abbreviation ?? null,
  });

export const headOf = (
  kind: PaperKind,
  facts: OfficeFacts,
  { number, date, proofAddress = null }: PaperDating,
): PaperHead => ({
  parentName: facts.parentName,
  officeName: facts.name,
  symbol: symbolOf(kind, facts),
  number: number === null ? null : displayNumber(number),
  placeName: facts.placeName,
  date,
  ...(proofAddress === null ? {} : { proofAddress }),
});

export const indicatorOf = (indicator: Indicator): PaperIndicator => ({
  name: indicator.name,
  unit: indicator.unit,
  direction: indicator.direction,
  baseline: indicator.baseline,
  target: indicator.target,
  quarterTargets: indicator.quarterTargets,
});

const unitsLine = ({ units }: OfficeFacts): readonly string[] => {
  const has = (kind: 'team' | 'massOrganisation') => units.some((unit) => unit.kind === kind);
  if (has('team')) {
    return has('massOrganisation')
      ? [`${recipientWords.teams}, ${recipientWords.massOrganisations}`]
      : [recipientWords.teams];
  }
  return has('massOrganisation') ? [recipientWords.massOrganisationsAlone] : [];
};

// All of them together have a name of their own.
const addressedUnits = (unitIds: readonly string[], facts: OfficeFacts): readonly string[] =>
  facts.units.length > 1 && facts.units.every(({ id }) => unitIds.includes(id))
    ? unitsLine(facts)
    : unitIds.map((id, index) => unitName(facts, id, `/addressees/unitIds/${String(index)}`));

/**
 * Those whom a draft's own contents name, as the paper calls them.
 * @throws DomainError unknown-reference
 */
export const addresseeNames = (
  { superiorIds, unitIds, guests }: Addressees,
  facts: OfficeFacts,
): readonly string[] => [
  ...superiorIds.map(
    (id, index) =>
      facts.superiors.find((body) => body.id === id)?.name ??
      refuseUnknown('body above', id, `/addressees/superiorIds/${String(index)}`),
  ),
  ...addressedUnits(unitIds, facts),
  ...guests.map(({ name }) => name),
];

const withWord = (word: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `${name} ${word}`);
const withPurpose = (purpose: RecipientPurpose, names: readonly string[]): readonly string[] =>
  withWord(purposeWords[purpose], names);

// The office gives work to its own units alone: a leadership above is reported to, everybody else is informed.
const addresseeLines = (
  purpose: RecipientPurpose,
  { superiorIds, unitIds, guests }: Addressees,
  facts: OfficeFacts,
): readonly string[] => {
  const isAbove = (id: string): boolean =>
    facts.superiors.some((body) => body.id === id && isOfGroup(body, 'superior-leaders'));
  const named = (some: Partial<Addressees>) => addresseeNames({ ...NO_ADDRESSEES, ...some }, facts);
  const others = purpose === 'carry-out' ? addresseeWords.informed : purposeWords[purpose];
  return [
    ...superiorIds.flatMap((id) =>
      withWord(isAbove(id) ? purposeWords.report : others, named({ superiorIds: [id] })),
    ),
    ...withPurpose(purpose, named({ unitIds })),
    ...withWord(others, named({ guests })),
  ];
};

const linesOf = (
  { group, purpose }: RecipientLine,
  facts: OfficeFacts,
  addressees: Addressees,
): readonly string[] => {
  if (group === 'addressees') return addresseeLines(purpose, addressees, facts);
  if (group === 'units') return withPurpose(purpose, unitsLine(facts));
  const bodies = facts.superiors.filter((body) => isOfGroup(body, group));
  return withPurpose(
    purpose,
    bodies.map(({ name }) => name),
  );
};

/** null: the coordinator belongs to no unit, and the office itself collects. */
export const coordinatingUnitOf = (facts: OfficeFacts): Unit | null => {
  const coordinator = holderOf(facts, 'cycleCoordinator');
  return facts.units.find(({ id }) => id === coordinator?.unitId) ?? null;
};

/** Who coordinates, and the lists of recipients and archive, by the one table of recipients. */
export const distributionOf = (
  kind: PaperKind,
  facts: OfficeFacts,
  addressees: Addressees = NO_ADDRESSEES,
) => {
  const unit = coordinatingUnitOf(facts);
  const printed = (lines: readonly RecipientLine[]): readonly string[] =>
    lines.flatMap((line) => linesOf(line, facts, addressees));
  return {
    coordinatingUnitName: unit?.name ?? facts.name,
    recipients: printed(RECIPIENTS[kind]),
    otherRecipients: printed(RECIPIENTS[kind].filter(({ group }) => group !== 'addressees')),
    archive: unit ? `${recipientWords.archive}, ${unit.abbreviation}` : recipientWords.archive,
  };
};
