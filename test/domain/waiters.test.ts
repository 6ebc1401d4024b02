import { describe, expect, test } from 'vitest';
import type { OfficeFacts } from '../../domain/office.ts';
import { rolesWith, waitersFor, waitersOf } from '../../domain/waiters.ts';
import { FACTS, person } from './office-facts.ts';

const withPeople = (...people: OfficeFacts['people']): OfficeFacts => ({ ...FACTS, people });
const waits = (rest: Partial<Parameters<typeof waitersOf>[0]>) => ({
  personId: null,
  role: null,
  unitId: null,
  ...rest,
});

test('what waits for a person waits for nobody else', () => {
  expect(
    waitersOf(waits({ personId: 'head', role: 'registryClerk', unitId: 'team-1' }), FACTS),
  ).toEqual(['head']);
});

describe('what waits for a unit', () => {
  test('waits for its head', () => {
    expect(waitersOf(waits({ unitId: 'team-1' }), FACTS)).toEqual(['head-1']);
    expect(waitersOf(waits({ unitId: 'union' }), FACTS)).toEqual(['union-head']);
  });

  test('that has no head waits for the coordinator', () => {
    const facts = withPeople(
      person('member-1', { unitId: 'team-1', roles: ['guest'] }),
      person('coordinator', { unitId: 'team-2', roles: ['cycleCoordinator'] }),
    );
    expect(waitersOf(waits({ unitId: 'team-1' }), facts)).toEqual(['coordinator']);
  });

  test('but is for a role to do waits for the role, not for the head of the unit', () => {
    const review = waits({ unitId: 'team-1', role: 'cycleCoordinator' });
    expect(waitersOf(review, FACTS)).toEqual(['head-2']);
  });
});

describe('what waits for the leader', () => {
  test('waits for everybody who may decide', () => {
    const facts = withPeople(
      person('head', { roles: ['leader'] }),
      person('other', { roles: ['approver'] }),
      person('deputy', { roles: ['deputyLeader'] }),
    );
    expect(waitersFor('leader', facts)).toEqual(['head', 'other']);
  });
});

describe('what waits for the registry clerk', () => {
  test('waits for the clerk alone, where the office has one', () => {
    const facts = withPeople(
      person('clerk', { roles: ['registryClerk'] }),
      person('coordinator', { roles: ['cycleCoordinator'] }),
    );
    expect(waitersFor('registryClerk', facts)).toEqual(['clerk']);
    expect(rolesWith('handlePaper', facts)).toEqual(['registryClerk']);
  });

  test('waits for the coordinator in an office without one', () => {
    expect(waitersFor('registryClerk', FACTS)).toEqual(['head-2']);
  });
});

test('what waits for nobody in particular waits for nobody', () => {
  expect(waitersOf(waits({}), FACTS)).toEqual([]);
});
