import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { createOfficeStore, PersonRow } from './offices.ts';

const wasInPost = (person: PersonRow, date: LocalDate): boolean =>
  (person.valid_from === null || person.valid_from <= date) &&
  (person.valid_to === null || date <= person.valid_to);

/** The office as it was on that day, for papers, recipients and authority. */
export const readOfficeFacts = async (
  offices: ReturnType<typeof createOfficeStore>,
  officeId: string,
  date: LocalDate,
): Promise<OfficeFacts> => {
  const office = await offices.find(officeId);
  if (!office) throw new DomainError('office-unknown', 'no such office', { officeId });
  const [units, allUnits, people, superiors, domains, legalBases] = await Promise.all([
    offices.listUnitsOn(officeId, date),
    offices.listUnits(officeId),
    offices.listPeople(officeId),
    offices.listSuperiors(officeId),
    offices.listDomains(officeId),
    offices.listLegalBases(officeId),
  ]);
  return {
    officeId,
    date,
    name: office.name,
    parentName: office.parent_name,
    symbol: office.symbol,
    placeName: office.place_name,
    units: units.map(({ unit_id, kind, name, abbreviation }) => ({
      id: unit_id,
      kind,
      name,
      abbreviation,
    })),
    otherUnits: allUnits
      .filter(({ unit_id }) => !units.some((unit) => unit.unit_id === unit_id))
      .map(({ unit_id, name }) => ({ id: unit_id, name })),
    people: people
      .filter((person) => wasInPost(person, date))
      .map((person) => ({
        id: person.person_id,
        fullName: person.full_name,
        rank: person.rank,
        position: person.position,
        unitId: person.unit_id,
        mailbox: person.delivery_mode === 'paper' ? null : person.email,
        roles: person.roles,
      })),
    superiors: superiors.map((body) => ({
      id: body.superior_id,
      kind: body.kind,
      name: body.name,
      mailbox: body.email,
      followsReform: body.follows_reform,
    })),
    domains: domains.map(({ code, official_name }) => ({ code, name: official_name })),
    legalBases: legalBases.map((basis) => ({
      id: basis.legal_basis_id,
      citation: basis.citation,
      hasEnded: basis.in_force_to !== null && basis.in_force_to < date,
      isInForce:
        basis.in_force_from <= date && (basis.in_force_to === null || date <= basis.in_force_to),
    })),
  };
};
