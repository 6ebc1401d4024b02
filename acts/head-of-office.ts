import type { RoleId } from '../domain/authority.ts';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import type { ActDependencies, CheckedCall } from './act.ts';

const DECIDES: readonly RoleId[] = ['leader', 'approver'];

/**
 * Once an office has a head, the head alone says who else decides, and gives such a person a new
 * password: whoever keeps the lists could otherwise approve their own plan by making themselves head.
 * @throws DomainError no-power
 */
export const checkMayTouchHead = async (
  deps: Pick<ActDependencies, 'stores'>,
  call: Omit<CheckedCall<unknown>, 'data'>,
  personId: string,
  newRoles: readonly RoleId[] | null,
): Promise<void> => {
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.enteredAt));
  const hasHead = facts.people.some(({ roles }) => roles.includes('leader'));
  if (!hasHead || call.authority.roleId === 'leader') return;
  const roles = facts.people.find(({ id }) => id === personId)?.roles ?? [];
  const isTouched = DECIDES.some((role) =>
    newRoles === null ? roles.includes(role) : roles.includes(role) !== newRoles.includes(role),
  );
  if (!isTouched) return;
  throw new DomainError(
    'no-power',
    'the head alone says who decides',
    { power: 'keepOffice', roles: ['leader'] },
    newRoles === null ? '/personId' : '/roles',
  );
};
