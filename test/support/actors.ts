import type { Authority, RoleId } from '../../domain/authority.ts';

const actor = (personId: string, roleId: RoleId | null, rest: Partial<Authority> = {}) => ({
  personId,
  roleId,
  delegationId: null,
  capacity: null,
  ...rest,
});

/** People of an office that exists in tests alone, by the right with which they act. */
export const HEAD: Authority = actor('head', 'leader');
export const APPROVER: Authority = actor('approver', 'approver');
export const DEPUTY: Authority = actor('deputy', 'leader', {
  delegationId: 'delegation-1',
  capacity: 'KT.',
});
export const COORDINATOR: Authority = actor('coordinator', 'cycleCoordinator');
export const CLERK: Authority = actor('clerk', 'registryClerk');
/** The signer of the paper, confirming a signature of their own: no role is needed for that. */
export const SIGNER: Authority = actor('head', null);
/** The head of a unit, who registers for it. */
export const TEAM_HEAD: Authority = actor('head-of-team-1', 'teamLead');
