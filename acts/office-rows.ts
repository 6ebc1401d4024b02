import type { OfficeRows } from '../adapters/database/save-office-rows.ts';
import type { OfficeContent } from './year-file/office-content.ts';

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
