import type { OfficeRows } from '../adapters/database/save-office-rows.ts';
import type { Stores } from '../adapters/database/stores.ts';
import type { OfficeContent } from './year-file/office-content.ts';

/** What of the file's office is not known yet: a past year adds people and units, it changes none. */
export const unknownRowsOf = async (
  rows: OfficeRows,
  offices: Stores['offices'],
): Promise<Partial<OfficeRows>> => {
  const id = rows.office.office_id;
  const [superiors, units, unitNames, people, legalBases, domains] = await Promise.all([
    offices.listSuperiors(id),
    offices.listUnits(id),
    offices.listUnitNames(id),
    offices.listPeople(id),
    offices.listLegalBases(id),
    offices.listDomains(id),
  ]);
  const periods = (names: OfficeRows['unitNames'], unitId: string): number =>
    names.filter((row) => row.unit_id === unitId).length;
  return {
    superiors: without(superiors, rows.superiors, (row) => row.superior_id),
    units: without(units, rows.units, (row) => row.unit_id),
    // The longer history of a unit's names is the fuller one.
    unitNames: rows.unitNames.filter(
      ({ unit_id }) => periods(rows.unitNames, unit_id) > periods(unitNames, unit_id),
    ),
    people: without(people, rows.people, (row) => row.person_id),
    legalBases: without(legalBases, rows.legalBases, (row) => row.legal_basis_id),
    domains: without(domains, rows.domains, (row) => row.code),
  };
};

const without = <Row>(
  known: readonly Row[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] => rows.filter((row) => !known.some((other) => keyOf(other) === keyOf(row)));

/**
 * The office of a year file as rows. The schema does not say which body follows the reform work: we take
 * the first specialised one, and the office can change it.
 */
export const officeRowsOf = (content: OfficeContent): OfficeRows => {
  const { office } = content;
  const office_id = office.id;
  const follower = content.superiors.find(({ kind }) => kind === 'specialised');
  return {
    office: {
      office_id,
      name: office.name,
      header_name: office.headerName,
      symbol: office.symbol,
      place_name: office.placeName,
      email: office.email,
      parent_name: office.parent.name,
      parent_header_name: office.parent.headerName,
    },
    superiors: content.superiors.map((body, index) => ({
      office_id,
      superior_id: body.id,
      ordinal: index + 1,
      name: body.name,
      kind: body.kind,
      email: body.email,
      follows_reform: body.id === follower?.id,
    })),
    units: content.units.map((unit, index) => ({
      office_id,
      unit_id: unit.id,
      ordinal: index + 1,
      kind: unit.kind,
      name: unit.name,
      abbreviation: unit.abbreviation,
      valid_from: unit.validFrom,
      valid_to: unit.validTo,
      successor_id: unit.successorId,
    })),
    unitNames: content.units.flatMap((unit) =>
      unit.names.map((name, index) => ({
        office_id,
        unit_id: unit.id,
        ordinal: index + 1,
        name: name.name,
        valid_from: name.from,
        valid_to: name.until,
      })),
    ),
    people: content.people.map((person) => ({
      office_id,
      person_id: person.id,
      full_name: person.fullName,
      rank: person.rank,
      position: person.position,
      unit_id: person.unitId,
      email: person.email,
      delivery_mode: person.deliveryMode,
      roles: [...person.roles],
      valid_from: person.validFrom,
      valid_to: person.validTo,
    })),
    legalBases: content.legalBases.map((basis, index) => ({
      office_id,
      legal_basis_id: basis.id,
      ordinal: index + 1,
      citation: basis.citation,
      in_force_from: basis.inForceFrom,
      in_force_to: basis.inForceTo,
    })),
    domains: content.domains.map((domain) => ({
      office_id,
      code: domain.code,
      ordinal: domain.ordinal,
      official_name: domain.officialName,
    })),
  };
};
