import { expect, test } from 'vitest';
import { isOwnSubmission } from '../../domain/authority.ts';
import { APPROVER, COORDINATOR, DEPUTY, HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, givenApproval, hoursAfter } from '../support/given.ts';

const requested = { type: 'ApprovalRequested', version: 3, by: COORDINATOR } as const;
const approve = { type: 'approve', version: 3, boundHash: 'hash-of-3' } as const;
const giveBack = { ...approve, type: 'giveBack', reasonId: 'act-of-reason' } as const;
const withdraw = { type: 'withdraw', version: 3 } as const;
const approved = { type: 'Approved', version: 3, by: HEAD } as const;
const returned = { type: 'Returned', version: 3, reasonId: 'act-of-reason', by: HEAD } as const;
const withdrawn = { type: 'Withdrawn', version: 3, by: COORDINATOR } as const;

const waiting = givenApproval([requested]);

test('the leader approves what was submitted', () => {
  const { decision } = waiting.when(approve, { by: HEAD }).then([approved]);
  expect(decision).toEqual({
    kind: 'approved',
    by: HEAD,
    at: hoursAfter(FIRST_MOMENT, 1),
    reasonId: null,
  });
});

test('the leader returns it with a reason', () => {
  const { decision } = waiting.when(giveBack, { by: HEAD }).then([returned]);
  expect(decision).toMatchObject({ kind: 'returned', reasonId: 'act-of-reason' });
});

test('the coordinator takes it back while it waits', () => {
  const { decision } = waiting.when(withdraw).then([withdrawn]);
  expect(decision).toMatchObject({ kind: 'withdrawn', by: COORDINATOR });
});

test('a delegate approves by the head\u2019s right, and the right stays on record', () => {
  const { decision } = waiting
    .when(approve, { by: DEPUTY })
    .then([{ type: 'Approved', version: 3, by: DEPUTY }]);
  expect(decision?.by).toMatchObject({ delegationId: 'delegation-1', capacity: 'KT.' });
});

test.each([
  ['approved', approved],
  ['returned', returned],
  ['withdrawn', withdrawn],
  ['cancelled', { type: 'ApprovalCancelled', version: 3 }],
] as const)('once %s, a version is not decided again: who and when is said', (kind, event) => {
  const story = givenApproval([requested, event]);
  for (const command of [approve, giveBack, withdraw]) {
    story.when(command, { by: HEAD }).thenRefuses('out-of-time', {
      phase: kind,
      lastAt: hoursAfter(FIRST_MOMENT, 1),
      lastBy: 'by' in event ? event.by.personId : null,
    });
  }
});

test('what happens after a decision leaves the decision as it is', () => {
  const { state } = givenApproval([requested, approved, returned]);
  expect(state.decision).toMatchObject({ kind: 'approved', at: hoursAfter(FIRST_MOMENT, 1) });
});

test('another version than the one that waits is neither approved, returned nor taken back', () => {
  for (const command of [approve, giveBack, withdraw]) {
    waiting
      .when({ ...command, version: 2 }, { by: HEAD })
      .thenRefuses('stale-version', { given: 2, current: 3 });
  }
});

test('a page that showed other words or another template approves and returns nothing', () => {
  for (const command of [approve, giveBack]) {
    waiting
      .when({ ...command, boundHash: 'hash-of-old-words' }, { by: HEAD })
      .thenRefuses('stale-version');
  }
});

test('nobody decides on what they submitted', () => {
  const own = givenApproval([requested], { submittedBy: APPROVER });
  for (const command of [approve, giveBack]) {
    own.when(command, { by: APPROVER }).thenRefuses('own-submission', { submittedBy: 'approver' });
  }
});

test('nobody decides on what they wrote, whoever submitted it', () => {
  givenApproval([requested], { authorId: 'approver' })
    .when(approve, { by: APPROVER })
    .thenRefuses('own-submission');
});

test('the head, above whom there is nobody, decides on a submission of their own', () => {
  givenApproval([requested], { authorId: 'head', submittedBy: HEAD })
    .when(approve, { by: HEAD })
    .then([approved]);
});

test('a delegate of the head does not have that exception', () => {
  givenApproval([requested], { authorId: 'deputy' })
    .when(approve, { by: DEPUTY })
    .thenRefuses('own-submission');
  expect(isOwnSubmission(DEPUTY, ['deputy'])).toBe(true);
  expect(isOwnSubmission(DEPUTY, ['coordinator', null])).toBe(false);
});

test('whoever submitted may take it back, though it is their own', () => {
  waiting.when(withdraw, { by: COORDINATOR }).then([withdrawn]);
});

test('a decision is dated neither after now nor before the submission', () => {
  const now = hoursAfter(FIRST_MOMENT, 5);
  const dated = (occurredAt: string) => waiting.when(approve, { by: HEAD, occurredAt, now });
  dated(hoursAfter(FIRST_MOMENT, 2)).then([approved]);
  dated(hoursAfter(FIRST_MOMENT, 6)).thenRefuses('out-of-time', { latest: now });
  dated(hoursAfter(FIRST_MOMENT, -1)).thenRefuses('out-of-time', {
    lastEvent: 'ApprovalRequested',
  });
  dated('2024-02-30T08:00:00+07:00').thenRefuses('impossible-date');
});
