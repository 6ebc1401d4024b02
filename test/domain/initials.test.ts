import { expect, test } from 'vitest';
import type { ApprovalEvent } from '../../domain/approval.ts';
import { kindsToInitial, wantedInitials, type Initial } from '../../domain/initials.ts';
import { waitersOf } from '../../domain/waiters.ts';
import { waitingInApproval } from '../../domain/waiting-in-approval.ts';
import { APPROVER, COORDINATOR, DEPUTY, HEAD, TEAM_HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, givenApproval, hoursAfter } from '../support/given.ts';
import { FACTS } from './office-facts.ts';

const initials: readonly Initial[] = [
  { part: 'content', personId: null, unitId: 'team-1', given: null },
  { part: 'form', personId: 'approver', unitId: null, given: null },
];
const requested = { type: 'ApprovalRequested', version: 3, by: COORDINATOR } as const;
const ofContent = { type: 'ContentInitialled', version: 3, by: TEAM_HEAD } as const;
const ofForm = { type: 'FormInitialled', version: 3, by: APPROVER } as const;
const given = (...events: readonly ApprovalEvent[]) =>
  givenApproval([requested, ...events], { initials });

const read = { version: 3, boundHash: 'hash-of-3' } as const;
const approve = { type: 'approve', ...read } as const;
const content = { type: 'initial', part: 'content', ...read } as const;
const form = { type: 'initial', part: 'form', ...read } as const;
const reason = { reasonId: 'act-of-reason' } as const;

test('the content is initialled, then the form, then the leader approves', () => {
  const first = given().when(content, { by: TEAM_HEAD }).then([ofContent]);
  expect(first.initials?.map((one) => one.given)).toEqual([
    { by: TEAM_HEAD, at: hoursAfter(FIRST_MOMENT, 1) },
    null,
  ]);
  const second = given(ofContent).when(form, { by: APPROVER }).then([ofForm]);
  expect(second.decision).toBeNull();
  given(ofContent, ofForm)
    .when(approve, { by: HEAD })
    .then([{ type: 'Approved', version: 3, by: HEAD }]);
});

test('before its initials nobody approves it, the head neither', () => {
  given().when(approve, { by: HEAD }).thenRefuses('not-ready', { waitsFor: 'content' });
  given(ofContent).when(approve, { by: HEAD }).thenRefuses('not-ready', { waitsFor: 'form' });
});

test('the form is not initialled before the content, and nothing twice', () => {
  given().when(form, { by: APPROVER }).thenRefuses('out-of-time', { waitsFor: 'content' });
  given(ofContent).when(content).thenRefuses('out-of-time', { waitsFor: 'form' });
  given(ofContent, ofForm).when(form).thenRefuses('out-of-time', { waitsFor: null });
  givenApproval([requested]).when(content).thenRefuses('out-of-time', { waitsFor: null });
});

test('what is initialled is the very version and words that were read', () => {
  given()
    .when({ ...content, version: 2 })
    .thenRefuses('stale-version', { current: 3 });
  given()
    .when({ ...content, boundHash: 'another' })
    .thenRefuses('stale-version');
});

test('whoever is to initial returns it with a reason instead, while it waits for them', () => {
  const returned = { type: 'Returned', version: 3, ...reason, by: TEAM_HEAD } as const;
  const command = { type: 'giveBack', part: 'content', ...read, ...reason } as const;
  const { decision } = given().when(command, { by: TEAM_HEAD }).then([returned]);
  expect(decision).toMatchObject({ kind: 'returned', by: TEAM_HEAD, reasonId: 'act-of-reason' });
  given(ofContent).when(command, { by: TEAM_HEAD }).thenRefuses('out-of-time');
  given(returned).when(content).thenRefuses('out-of-time', { phase: 'returned' });
});

test('the leader returns it and the coordinator takes it back as ever', () => {
  given()
    .when({ type: 'giveBack', ...read, ...reason }, { by: HEAD })
    .then([{ type: 'Returned', version: 3, ...reason, by: HEAD }]);
  given(ofContent)
    .when({ type: 'withdraw', version: 3 })
    .then([{ type: 'Withdrawn', version: 3, by: COORDINATOR }]);
});

test('whoever initialled it does not approve it, but for the head', () => {
  given(ofContent, ofForm).when(approve, { by: APPROVER }).thenRefuses('own-submission');
  given(ofContent, { ...ofForm, by: DEPUTY })
    .when(approve, { by: DEPUTY })
    .thenRefuses('own-submission');
  given(ofContent, { ...ofForm, by: HEAD })
    .when(approve, { by: HEAD })
    .then([{ type: 'Approved', version: 3, by: HEAD }]);
});

test('an initial stays with whoever gave it first', () => {
  const { state } = given(ofContent, { ...ofContent, by: HEAD });
  expect(state.initials?.[0]?.given?.by).toEqual(TEAM_HEAD);
});

test('it waits for one at a time: the unit’s head, the checker, the leader', () => {
  const waits = (...events: readonly ApprovalEvent[]) =>
    waitingInApproval(given(...events).state).map(({ what, role, personId, unitId, since }) => [
      what,
      role ?? personId ?? unitId,
      since,
    ]);
  expect(waits()).toEqual([['initial-content', 'team-1', FIRST_MOMENT]]);
  expect(waits(ofContent)).toEqual([['initial-form', 'approver', hoursAfter(FIRST_MOMENT, 1)]]);
  expect(waits(ofContent, ofForm)).toEqual([
    ['approve-plan', 'leader', hoursAfter(FIRST_MOMENT, 2)],
  ]);
  expect(waits({ type: 'Withdrawn', version: 3, by: COORDINATOR })).toEqual([]);
});

const rule = { content: ['plan'], form: ['plan', 'letter'], formCheckerId: 'union-head' } as const;

test('which initials a paper needs is a table by its kind, and the checker is appointed', () => {
  expect(wantedInitials('plan', rule, FACTS)).toEqual([
    { part: 'content', personId: null, unitId: 'team-2' },
    { part: 'form', personId: 'union-head', unitId: null },
  ]);
  expect(wantedInitials('letter', rule, FACTS).map(({ part }) => part)).toEqual(['form']);
  expect(wantedInitials('invitation', rule, FACTS)).toEqual([]);
});

test('where the unit has no head or the checker has left, it waits for the coordinator', () => {
  const facts = {
    ...FACTS,
    people: FACTS.people
      .filter(({ id }) => id !== 'union-head')
      .map((one) => (one.id === 'head-2' ? { ...one, roles: ['cycleCoordinator'] as const } : one)),
  };
  const wanted = wantedInitials('plan', rule, facts);
  expect(wanted.map(({ personId, unitId }) => [personId, unitId])).toEqual([
    [null, null],
    [null, null],
  ]);
  const state = givenApproval([requested], {
    initials: wanted.map((one) => ({ ...one, given: null })),
  }).state;
  expect(waitingInApproval(state).flatMap((row) => waitersOf(row, facts))).toEqual(['head-2']);
});

test('only what the leader approves can be initialled before', () => {
  expect(kindsToInitial()).toEqual(expect.arrayContaining(['plan', 'letter', 'news-item']));
  for (const kind of ['minutes', 'pledge', 'registration-opening'] as const) {
    expect(kindsToInitial()).not.toContain(kind);
  }
});
