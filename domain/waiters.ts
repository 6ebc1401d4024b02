import { POWERS, type Power, type RoleId } from './authority.ts';
import { headOfUnit, holderOf, type OfficeFacts } from './office.ts';
import type { Waiting } from './waiting.ts';

/** Roles that have the power on that day: the coordinator stands in for a missing registry clerk. */
export const rolesWith = (power: Power, facts: OfficeFacts): readonly RoleId[] => {
  const roles: readonly RoleId[] = POWERS[power];
  const isHeld = facts.people.some((person) => person.roles.some((role) => roles.includes(role)));
  return power === 'handlePaper' && !isHeld ? [...roles, 'cycleCoordinator'] : roles;
};

// A row names one role; who may act in its place is a matter of powers.
const rolesFor = (role: RoleId, facts: OfficeFacts): readonly RoleId[] => {
  if (role === 'leader') return POWERS.decidePlan;
  if (role === 'registryClerk') return rolesWith('handlePaper', facts);
  if (role === 'dialogueResponder') return ['dialogueResponder', 'leader'];
  return role === 'secretary' && holderOf(facts, role) === null ? ['cycleCoordinator'] : [role];
};

/** For whom waits what waits for a role. */
export const waitersFor = (role: RoleId, facts: OfficeFacts): readonly string[] => {
  const roles = rolesFor(role, facts);
  return facts.people
    .filter((person) => person.roles.some((held) => roles.includes(held)))
    .map(({ id }) => id);
};

/**
 * The people for whom it waits on the day of the facts: by name, by their role, or as head of the unit.
 * The coordinator looks after a unit that has no head.
 */
export const waitersOf = (
  { personId, role, unitId }: Pick<Waiting, 'personId' | 'role' | 'unitId'>,
  facts: OfficeFacts,
): readonly string[] => {
  if (personId !== null) return [personId];
  if (role !== null) return waitersFor(role, facts);
  if (unitId === null) return [];
  const head = headOfUnit(facts, unitId);
  return head ? [head.id] : waitersFor('cycleCoordinator', facts);
};
