import { expect, test } from 'vitest';
import { waitersFor } from '../../../domain/waiters.ts';
import { waitingInPledge } from '../../../domain/pledge/waiting-in-pledge.ts';
import { FIRST_MOMENT, hoursAfter } from '../../support/given.ts';
import { FACTS, person } from '../office-facts.ts';
import { ALL, givenPledge, paperMoved, pledgeOpened, signedBy } from './given-pledge.ts';

const waitsOf = (...story: readonly [...Parameters<typeof givenPledge>]) =>
  waitingInPledge(givenPledge(...story).state).map(({ what, role, unitId, since }) => ({
    what,
    who: role ?? unitId,
    since,
  }));

test('before anybody has signed the coordinator is waited for, unless a conference owns it', () => {
  expect(waitsOf([pledgeOpened])).toEqual([
    { what: 'hold-signing', who: 'cycleCoordinator', since: FIRST_MOMENT },
  ]);
  expect(waitsOf([pledgeOpened], { ownerId: 'cycle/office/2024/conference/HN' })).toEqual([]);
});

test('after the ceremony each unit that has not signed is waited for, and the secretary for the scan', () => {
  const since = hoursAfter(FIRST_MOMENT, 1);
  expect(waitsOf([pledgeOpened, signedBy(['team-1'])])).toEqual([
    { what: 'sign-pledge', who: 'team-2', since },
    { what: 'sign-pledge', who: 'union', since },
    { what: 'scan-pledge', who: 'secretary', since },
  ]);
});

test('a joint pledge that all have signed waits for its paper, and nothing while that is on its way', () => {
  const all = signedBy(ALL, { scanSha256: 'sha-sheet' });
  const since = hoursAfter(FIRST_MOMENT, 1);
  expect(waitsOf([pledgeOpened, all])).toEqual([
    { what: 'submit-pledge', who: 'cycleCoordinator', since },
  ]);
  expect(waitsOf([pledgeOpened, all, paperMoved('approved')])).toEqual([]);
  expect(waitsOf([pledgeOpened, all, paperMoved('approved'), paperMoved('dropped')])).toEqual([
    {
      what: 'submit-pledge',
      who: 'cycleCoordinator',
      since: hoursAfter(FIRST_MOMENT, 3),
    },
  ]);
});

test('an office without a secretary has its coordinator attach the scan', () => {
  expect(waitersFor('secretary', FACTS)).toEqual(['head-2']);
  const people = [...FACTS.people, person('secretary', { roles: ['secretary'] })];
  expect(waitersFor('secretary', { ...FACTS, people })).toEqual(['secretary']);
});
