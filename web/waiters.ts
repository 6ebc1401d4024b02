import { rolesWith } from '../acts/resolve-authority.ts';
import type { Stores } from '../adapters/database/stores.ts';
import { POWERS, type RoleId } from '../domain/authority.ts';
import type { OfficeFacts } from '../domain/office.ts';

export type WaitingRow = Awaited<ReturnType<Stores['cycles']['listWaiting']>>[number];

// A row names one role; who may act in its place is a matter of powers.
const rolesFor = (role: RoleId, facts: OfficeFacts): readonly RoleId[] => {
  if (role === 'leader') return POWERS.decidePlan;
  return role === 'registryClerk' ? rolesWith('handlePaper', facts) : [role];
};

/** For whom waits what waits for a role. */
export const waitersFor = (role: RoleId, facts: OfficeFacts): readonly string[] => {
  const roles = rolesFor(role, facts);
  return facts.people
    .filter((person) => person.roles.some((held) => roles.includes(held)))
    .map(({ id }) => id);
};

/** The people for whom it waits on the day of the facts: by name in the row, else by their role. */
export const waitersOf = (row: WaitingRow, facts: OfficeFacts): readonly string[] => {
  if (row.person_id !== null) return [row.person_id];
  return row.role_id === null ? [] : waitersFor(row.role_id, facts);
};

/** Where the thing is done; a strand's id ends in the version or the paper that it is about. */
export const pathOfWaiting = (row: WaitingRow): string => {
  const last = row.workflow_id.split('/').at(-1) ?? '';
  switch (row.what) {
    case 'submit-plan':
    case 'correct-plan':
      return `/cycles/${row.year}/plan`;
    case 'approve-plan':
      return `/cycles/${row.year}/plan/approval/${last}`;
    default:
      return `/papers/${last}`;
  }
};
