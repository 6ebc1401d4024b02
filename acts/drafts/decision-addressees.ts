import { DomainError } from '../../domain/errors.ts';
import { holderOf, type OfficeFacts } from '../../domain/office.ts';
import { NO_ADDRESSEES, type Addressees } from '../../domain/recipients.ts';

/**
 * A decision goes to whoever carries it out: the units that it names, those of the people whom it names,
 * and the unit that drafts it.
 * @throws DomainError missing-field where that is nobody
 */
export const decisionAddressees = (
  facts: OfficeFacts,
  unitIds: readonly string[],
  personIds: readonly string[],
): Addressees => {
  const ofPeople = facts.people.filter(({ id }) => personIds.includes(id));
  const named = [
    ...unitIds,
    ...[holderOf(facts, 'cycleCoordinator'), ...ofPeople].map((person) => person?.unitId),
  ];
  const units = facts.units.map(({ id }) => id).filter((id) => named.includes(id));
  if (units.length > 0) return { ...NO_ADDRESSEES, unitIds: units };
  throw new DomainError('missing-field', 'a paper goes to somebody', {}, '/unitIds');
};
