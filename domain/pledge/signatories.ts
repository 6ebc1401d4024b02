import { DomainError } from '../errors.ts';
import { headOfUnit, type OfficeFacts, type Person } from '../office.ts';

/** Who must sign is the office's choice: team commands alone, mass organisations too, or some. */
export const SIGNATORY_RULES = ['teams', 'teams-and-mass-organisations', 'named'] as const;
export type SignatoryRule = (typeof SIGNATORY_RULES)[number];

const unitsByRule = (
  rule: SignatoryRule,
  unitIds: readonly string[],
  { units }: OfficeFacts,
): readonly string[] => {
  switch (rule) {
    case 'teams':
      return units.filter(({ kind }) => kind === 'team').map(({ id }) => id);
    case 'teams-and-mass-organisations':
      return units.map(({ id }) => id);
    case 'named':
      return unitIds;
  }
};

const checkNamed = (unitIds: readonly string[], { units }: OfficeFacts): void => {
  unitIds.forEach((unitId, index) => {
    const place = `/unitIds/${String(index)}`;
    if (unitIds.indexOf(unitId) !== index) {
      throw new DomainError('duplicate-id', 'a unit is named once', { id: unitId }, place);
    }
    if (units.some(({ id }) => id === unitId)) return;
    const expected = units.map(({ id }) => id);
    throw new DomainError('unknown-reference', 'no such unit', { given: unitId, expected }, place);
  });
};

/**
 * Units that must sign, each with the head it has on the day of the facts.
 * @throws DomainError missing-field, duplicate-id, unknown-reference
 */
export const signatoriesOf = (
  rule: SignatoryRule,
  unitIds: readonly string[],
  facts: OfficeFacts,
): readonly { readonly unitId: string; readonly head: Person }[] => {
  if (rule === 'named') checkNamed(unitIds, facts);
  const required = unitsByRule(rule, unitIds, facts);
  if (required.length === 0) {
    throw new DomainError('missing-field', 'a pledge has parties', {}, '/unitIds');
  }
  return required.map((unitId) => {
    const head = headOfUnit(facts, unitId);
    if (head) return { unitId, head };
    throw new DomainError(
      'unknown-reference',
      'the unit has no head on that day',
      { given: unitId, day: facts.date },
      rule === 'named' ? `/unitIds/${String(unitIds.indexOf(unitId))}` : '/signatoryRule',
    );
  });
};

/**
 * A unit is signed for by its head on that day, or by another person of the office with a delegation.
 * @throws DomainError unknown-reference, no-power
 */
export const checkSignatory = (
  facts: OfficeFacts,
  { unitId, personId, isSubstitute }: { unitId: string; personId: string; isSubstitute: boolean },
  place: string,
): void => {
  if (!facts.units.some(({ id }) => id === unitId)) {
    throw new DomainError(
      'unknown-reference',
      'no such unit on that day',
      { given: unitId, day: facts.date },
      `${place}/unitId`,
    );
  }
  if (!facts.people.some(({ id }) => id === personId)) {
    throw new DomainError(
      'unknown-reference',
      'nobody of that id is in post on that day',
      { given: personId, day: facts.date },
      `${place}/personId`,
    );
  }
  const isHead = headOfUnit(facts, unitId)?.id === personId;
  if (isHead !== isSubstitute) return;
  if (isHead) {
    throw new DomainError(
      'not-schema',
      'the head signs without a delegation',
      { unitId },
      `${place}/substitute`,
    );
  }
  throw new DomainError(
    'no-power',
    'a unit is signed for by its head on that day, or with a delegation',
    { unitId, day: facts.date },
    `${place}/substitute`,
  );
};
