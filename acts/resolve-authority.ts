import {
  MAY_GIVE_OCCURRED_AT,
  POWERS_OF_HEAD,
  type Authority,
  type Power,
  type RoleId,
} from '../domain/authority.ts';
import { DomainError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { OfficeFacts, Person } from '../domain/office.ts';
import { rolesWith } from '../domain/waiters.ts';
import type { ActDependencies } from './act.ts';

const byRole = (person: Person, roleId: RoleId): Authority => ({
  personId: person.id,
  roleId,
  delegationId: null,
  capacity: null,
});

const delegated = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  facts: OfficeFacts,
  person: Person,
  roles: readonly RoleId[],
): Promise<Authority | null> => {
  if (!roles.includes('leader')) return null;
  const delegations = await stores.offices.listDelegationsTo(facts.officeId, person.id, facts.date);
  const fromLeader = delegations.find((delegation) =>
    facts.people.some(
      ({ id, roles: held }) => id === delegation.from_person_id && held.includes('leader'),
    ),
  );
  return fromLeader
    ? {
        personId: person.id,
        roleId: 'leader',
        delegationId: fromLeader.delegation_id,
        capacity: fromLeader.capacity,
      }
    : null;
};

/**
 * By what right the person does this on that day.
 * @throws DomainError no-power
 */
export const resolveAuthority = async (
  deps: Pick<ActDependencies, 'stores'>,
  officeId: string,
  personId: string,
  power: Power | null,
  date: LocalDate,
): Promise<Authority> => {
  const facts = await deps.stores.factsOn(officeId, date);
  const person = facts.people.find(({ id }) => id === personId);
  if (!person) {
    throw new DomainError('no-power', 'nobody of that id is in post on that day', { date });
  }
  if (power === null) {
    return { personId, roleId: null, delegationId: null, capacity: null };
  }
  const roles = rolesWith(power, facts);
  const role = roles.find((candidate) => person.roles.includes(candidate));
  if (role) return byRole(person, role);
  const authority = POWERS_OF_HEAD.includes(power)
    ? await delegated(deps, facts, person, roles)
    : null;
  if (authority) return authority;
  throw new DomainError('no-power', 'the person holds no role with that power', {
    power,
    roles,
  });
};

/** @throws DomainError no-power where the person may not say when something happened */
export const checkMayDate = async (
  deps: Pick<ActDependencies, 'stores'>,
  officeId: string,
  personId: string,
  date: LocalDate,
): Promise<void> => {
  const facts = await deps.stores.factsOn(officeId, date);
  const person = facts.people.find(({ id }) => id === personId);
  if (person?.roles.some((role) => MAY_GIVE_OCCURRED_AT.includes(role))) return;
  throw new DomainError(
    'no-power',
    'only coordinator, secretary or registry clerk say when something happened',
    { roles: MAY_GIVE_OCCURRED_AT },
    '/occurredAt',
  );
};
