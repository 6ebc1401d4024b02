import { expect, test } from 'vitest';
import { MAY_GIVE_OCCURRED_AT, POWERS, ROLES } from '../../domain/authority.ts';
import { headOfUnit, holderOf } from '../../domain/office.ts';
import { FACTS, person } from './office-facts.ts';

test('a role is held by whoever has it, and by nobody where nobody has', () => {
  expect(holderOf(FACTS, 'leader')?.id).toBe('head');
  expect(holderOf(FACTS, 'cycleCoordinator')?.id).toBe('head-2');
  expect(holderOf(FACTS, 'registryClerk')).toBeNull();
});

test('a team is headed by its team lead, a mass organisation by its own head', () => {
  expect(headOfUnit(FACTS, 'team-1')?.id).toBe('head-1');
  expect(headOfUnit(FACTS, 'union')?.id).toBe('union-head');
});

test('a member of a unit, or the head of another, does not head it', () => {
  const people = [
    person('member', { unitId: 'team-1', roles: ['guest'] }),
    person('elsewhere', { unitId: 'team-2', roles: ['teamLead'] }),
  ];
  expect(headOfUnit({ ...FACTS, people }, 'team-1')).toBeNull();
  expect(headOfUnit(FACTS, 'no-such-unit')).toBeNull();
});

test('every power lies with a role that offices have', () => {
  for (const roles of Object.values(POWERS)) {
    expect(roles.length).toBeGreaterThan(0);
    for (const role of roles) expect(ROLES).toContain(role);
  }
});

test('only the head decides to end a year or to delegate', () => {
  expect([POWERS.cancelCycle, POWERS.delegate]).toEqual([['leader'], ['leader']]);
});

test('who writes what happened on paper may say when it was, and leaders may not', () => {
  expect([...MAY_GIVE_OCCURRED_AT].sort()).toEqual([
    'cycleCoordinator',
    'registryClerk',
    'secretary',
  ]);
});
