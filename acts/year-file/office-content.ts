import type { RoleId } from '../../domain/authority.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { legalBasisIdOf } from './legal-basis-id.ts';
import type { YearFile } from './year-file.ts';

export interface OfficeDetails {
  readonly id: string;
  readonly name: string;
  readonly headerName: string;
  readonly symbol: string;
  readonly placeName: string;
  readonly email: string;
  readonly parent: {
    readonly id: string;
    readonly name: string;
    readonly headerName: string;
    readonly symbol: string;
  };
  readonly partyCommittee: string | null;
}

export interface Superior {
  readonly id: string;
  readonly name: string;
  readonly kind: 'superior' | 'specialised';
  readonly email: string | null;
}

/** A name that a unit bore; null where its time has no known end. */
export interface UnitName {
  readonly name: string;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

export interface Unit {
  readonly id: string;
  readonly kind: 'team' | 'massOrganisation';
  readonly name: string;
  readonly abbreviation: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly successorId: string | null;
  readonly names: readonly UnitName[];
}

/** `unitId` null: of the office itself, or a guest from above. `paper`: handed over, because so wished or without an address. */
export interface Person {
  readonly id: string;
  readonly fullName: string;
  readonly rank: string;
  readonly position: string;
  readonly unitId: string | null;
  readonly email: string | null;
  readonly deliveryMode: 'mail' | 'paper';
  readonly roles: readonly RoleId[];
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

export interface LegalBasis {
  readonly id: string;
  readonly citation: string;
  readonly inForceFrom: LocalDate;
  readonly inForceTo: LocalDate | null;
}

export interface ReformDomain {
  readonly code: string;
  readonly ordinal: number;
  readonly officialName: string;
  readonly legacyName: string;
  readonly seedName: string | null;
}

/** What a year file says about the office itself, whatever happened in the year. */
export interface OfficeContent {
  readonly office: OfficeDetails;
  readonly superiors: readonly Superior[];
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly legalBases: readonly LegalBasis[];
  readonly domains: readonly ReformDomain[];
}

const officeOf = ({ unit }: YearFile): OfficeDetails => ({
  id: unit.id,
  name: unit.name,
  headerName: unit.headerName,
  symbol: unit.symbol,
  placeName: unit.placeName,
  email: unit.email,
  parent: unit.parent,
  partyCommittee: unit.partyCommittee ?? null,
});

const unitOf = (unit: YearFile['orgUnits'][number]): Unit => ({
  id: unit.id,
  kind: unit.kind,
  name: unit.name,
  abbreviation: unit.abbreviation,
  validFrom: unit.validFrom,
  validTo: unit.validTo,
  successorId: unit.successorId ?? null,
  names: (unit.nameHistory?.length ? unit.nameHistory : [{ name: unit.name }]).map((period) => ({
    name: period.name,
    from: ('from' in period ? period.from : null) ?? null,
    until: ('until' in period ? period.until : null) ?? null,
  })),
});

const personOf = (person: YearFile['people'][number], unitIds: ReadonlySet<string>): Person => ({
  id: person.id,
  fullName: person.fullName,
  rank: person.rank,
  position: person.position,
  unitId: unitIds.has(person.orgUnitId) ? person.orgUnitId : null,
  email: person.email,
  deliveryMode: person.email === null ? 'paper' : (person.deliveryMode ?? 'mail'),
  roles: person.roles,
  validFrom: person.validFrom ?? null,
  validTo: person.validTo ?? null,
});

const peopleOf = ({ orgUnits, people }: YearFile): Person[] => {
  const unitIds = new Set(orgUnits.map(({ id }) => id));
  return people.map((person) => personOf(person, unitIds));
};

export const officeOfYearFile = (file: YearFile): OfficeContent => ({
  office: officeOf(file),
  superiors: file.superiors,
  units: file.orgUnits.map(unitOf),
  people: peopleOf(file),
  legalBases: file.legalBases.map((basis) => ({ id: legalBasisIdOf(basis.citation), ...basis })),
  domains: file.domains.map((domain) => ({ ...domain, seedName: domain.seedName ?? null })),
});
