import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { headOfUnit, type OfficeFacts, type Person } from '../../domain/office.ts';
import {
  copiesFor,
  pledgePersonOf,
  type PledgeBody,
  type PledgeMarks,
  type PledgeParty,
  type PledgeSheetContent,
  type PledgeText,
} from '../../domain/pledge/pledge-content.ts';
import {
  signatureOfUnit,
  type PledgeSignature,
  type PledgeState,
} from '../../domain/pledge/pledge.ts';
import type { ActDependencies } from '../act.ts';

type Deps = Pick<ActDependencies, 'stores'>;

const nameOfUnit = ({ units }: OfficeFacts, unitId: string, place: string): string => {
  const unit = units.find(({ id }) => id === unitId);
  if (unit) return unit.name;
  throw new DomainError('unknown-reference', 'no such unit on that day', { given: unitId }, place);
};

const personIn = (facts: OfficeFacts, personId: string, place: string): Person => {
  const person = facts.people.find(({ id }) => id === personId);
  if (person) return person;
  throw new DomainError(
    'unknown-reference',
    'nobody of that id is in post on that day',
    { given: personId, day: facts.date },
    place,
  );
};

const headIn = (facts: OfficeFacts, unitId: string, place: string): Person => {
  const head = headOfUnit(facts, unitId);
  if (head) return head;
  throw new DomainError(
    'unknown-reference',
    'the unit has no head on that day',
    { given: unitId, day: facts.date },
    place,
  );
};

const witnessIn = (facts: OfficeFacts, witnessId: string | null) =>
  witnessId === null ? null : pledgePersonOf(personIn(facts, witnessId, '/witnessId'));

interface Parties {
  readonly year: number;
  readonly requiredUnitIds: readonly string[];
  readonly witnessId: string | null;
}

/**
 * The sheet with empty cells, with the heads and names of the day of the facts.
 * @throws DomainError unknown-reference where a unit has ended or lost its head
 */
export const sheetOf = (
  { year, requiredUnitIds, witnessId }: Parties,
  { title, inResponseTo, place, points }: PledgeText,
  facts: OfficeFacts,
): PledgeSheetContent => {
  const parties = requiredUnitIds.map((unitId, index) => ({
    unitId,
    unitName: nameOfUnit(facts, unitId, `/unitIds/${String(index)}`),
    ...pledgePersonOf(headIn(facts, unitId, `/unitIds/${String(index)}`)),
    signed: null,
  }));
  return {
    year,
    title,
    inResponseTo,
    place,
    points,
    parties,
    witness: witnessIn(facts, witnessId),
    signedOn: null,
    copies: copiesFor(parties),
  };
};

const readBasis = async (
  { stores }: Deps,
  officeId: string,
  { unitId, basisId }: PledgeSignature,
): Promise<string | null> => {
  if (basisId === null) return null;
  const row = await stores.versions.find(officeId, 'pledge-marks', basisId, 1);
  if (!row) throw new Error(`the marks of ${basisId} are missing`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by sign-pledge.ts
  return (JSON.parse(row.text) as PledgeMarks).bases[unitId] ?? null;
};

/** Who signed for a unit, as the office was on the day they did; null: nobody yet. */
export const readParty = async (
  deps: Deps,
  officeId: string,
  state: Pick<PledgeState, 'signatures'>,
  unitId: string,
): Promise<PledgeParty | null> => {
  const signature = signatureOfUnit(state, unitId);
  if (!signature) return null;
  const facts = await deps.stores.factsOn(officeId, signature.signedOn);
  const { personId, how, signedOn, at } = signature;
  return {
    unitId,
    unitName: nameOfUnit(facts, unitId, '/unitId'),
    ...pledgePersonOf(personIn(facts, personId, '/personId')),
    signed: { how, on: signedOn, at, basis: await readBasis(deps, officeId, signature) },
  };
};

const ceremonyOf = ({ signatures }: PledgeState): LocalDate | null =>
  signatures.map(({ signedOn }) => signedOn).toSorted()[0] ?? null;

/**
 * The pledge as it was signed: each party by the name that it had on the day it signed.
 * @throws DomainError not-ready with the units that are missing
 */
export const readSignedBody = async (
  deps: Deps,
  officeId: string,
  state: PledgeState,
  { title, inResponseTo, place, points }: PledgeText,
): Promise<PledgeBody> => {
  const { requiredUnitIds, witnessId } = state;
  const parties = await Promise.all(
    requiredUnitIds.map((unitId) => readParty(deps, officeId, state, unitId)),
  );
  const signed = parties.filter((party) => party !== null);
  const signedOn = ceremonyOf(state);
  if (signed.length < requiredUnitIds.length || signedOn === null) {
    throw new DomainError('not-ready', 'not all parties have signed', {
      units: requiredUnitIds.filter((unitId) => signatureOfUnit(state, unitId) === null),
    });
  }
  const facts = await deps.stores.factsOn(officeId, signedOn);
  return {
    title,
    inResponseTo,
    place,
    points,
    parties: signed,
    witness: witnessIn(facts, witnessId),
    signedOn,
    copies: copiesFor(signed),
  };
};
