import { expect, test } from 'vitest';
import { isNews } from '../../domain/reform-cycle-evolve.ts';
import type { ReformCycleEvent } from '../../domain/reform-cycle.ts';
import type { SubmittedPaper } from '../../domain/submitted-paper.ts';
import { COORDINATOR, HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, givenCycle, hoursAfter, type Past } from '../support/given.ts';

const schedule = [{ step: 'plan', dueOn: '2024-01-20' }] as const;
const submittedOf = (version: number): SubmittedPaper => ({
  version,
  boundHash: `hash-of-${String(version)}`,
  pins: { template: 'hash-of-template', locale: 'hash-of-words' },
  authorId: 'coordinator',
  signer: { personId: 'head', capacity: null },
});
const submit = (version = 3) =>
  ({ type: 'submitPlan', submitted: submittedOf(version), schedule }) as const;
const cancel = { type: 'cancelCycle', reasonId: 'act-of-reason' } as const;

const started = { type: 'CycleStarted', schedule, by: COORDINATOR } as const;
const submitted = (version = 3) =>
  ({ type: 'PlanSubmitted', submitted: submittedOf(version), schedule, by: COORDINATOR }) as const;
const approved = (version = 3) =>
  ({ type: 'PlanApproved', version, paperId: 'plan-2024-v3', by: HEAD }) as const;
const returned = (version = 3) =>
  ({ type: 'PlanReturned', version, reasonId: 'act-of-reason', by: HEAD }) as const;
const withdrawn = { type: 'PlanWithdrawn', version: 3, by: COORDINATOR } as const;
const issued = { type: 'PlanIssued', paperId: 'plan-2024-v3', issuedOn: '2024-01-16' } as const;
const cancelled = { type: 'CycleCancelled', reasonId: 'act-of-reason', by: HEAD } as const;

const DRAFTING: readonly Past<ReformCycleEvent>[] = [started];

test('a plan is submitted while it is being drafted', () => {
  givenCycle(DRAFTING).when(submit()).then([submitted()]);
});

test('a returned plan is submitted again, in its next version', () => {
  const state = givenCycle([started, submitted(3), returned(3)])
    .when(submit(4))
    .then([submitted(4)]);
  expect(state.plan).toMatchObject({ phase: 'awaiting-approval', submitted: { version: 4 } });
});

test('a plan that the coordinator took back can be submitted again', () => {
  givenCycle([started, submitted(), withdrawn])
    .when(submit(4))
    .then([submitted(4)]);
});

test('a plan before the leader is not submitted a second time: who did it, and when, is said', () => {
  givenCycle([started, submitted()])
    .when(submit(4))
    .thenRefuses('out-of-time', {
      phase: 'awaiting-approval',
      lastEvent: 'PlanSubmitted',
      lastAt: hoursAfter(FIRST_MOMENT, 1),
      lastBy: 'coordinator',
    });
});

test('an approved or issued plan is not submitted anew', () => {
  givenCycle([started, submitted(), approved()])
    .when(submit(4))
    .thenRefuses('out-of-time', { phase: 'approved', lastBy: 'head' });
  givenCycle([started, submitted(), approved(), issued])
    .when(submit(4))
    .thenRefuses('out-of-time', { phase: 'issued' });
});

test('in a cancelled cycle nothing is done any more', () => {
  givenCycle([started, cancelled])
    .when(submit())
    .thenRefuses('out-of-time', { phase: 'cancelled', lastEvent: 'CycleCancelled' });
  givenCycle([started, cancelled]).when(cancel).thenRefuses('out-of-time', { phase: 'cancelled' });
});

test('a cycle is cancelled with a reason, whatever state its plan is in', () => {
  const pasts = [DRAFTING, [started, submitted()], [started, submitted(), approved(), issued]];
  for (const past of pasts) {
    givenCycle(past).when(cancel, { by: HEAD }).then([cancelled]);
  }
});

test('a submission can be dated back to the step before it, and no further', () => {
  const story = givenCycle([[started, '2024-01-15T08:00:00+07:00']]);
  const now = '2024-01-17T08:00:00+07:00';
  const dated = (occurredAt: string) => story.when(submit(), { occurredAt, now });
  dated('2024-01-15T08:00:00+07:00').then([submitted()]);
  dated('2024-01-15T07:59:59+07:00').thenRefuses('out-of-time', { lastEvent: 'CycleStarted' });
  dated('2024-01-17T08:00:01+07:00').thenRefuses('out-of-time', { latest: now });
});

test('in a year that is being entered, each act moves the clock and none moves it back', () => {
  const change = { clock: { mode: 'entered', at: '2023-01-05T08:00:00+07:00' } } as const;
  const now = '2024-06-03T09:00:00+07:00';
  const story = givenCycle([[started, '2023-01-05T08:00:00+07:00']], change);
  const moved = story
    .when(submit(), { now, occurredAt: '2023-01-09T08:00:00+07:00' })
    .then([submitted()]);
  expect(moved.clock).toEqual({ mode: 'entered', at: '2023-01-09T08:00:00+07:00' });
  story
    .when(submit(), { now, occurredAt: '2023-01-05T07:59:59+07:00' })
    .thenRefuses('out-of-time', { earliest: '2023-01-05T08:00:00+07:00' });
});

test('an act without a moment, in a year that is being entered, happens when its clock stands', () => {
  const at = '2023-01-05T08:00:00+07:00';
  const change = { clock: { mode: 'entered', at } } as const;
  const state = givenCycle([[started, at]], change)
    .when(submit(), { now: '2024-06-03T09:00:00+07:00' })
    .then([submitted()]);
  expect(state.plan).toMatchObject({ submittedAt: at });
});

test('a decision on another version than the one before the leader is no news', () => {
  const { state } = givenCycle([started, submitted(4)]);
  expect(isNews(state, approved(3))).toBe(false);
  expect(isNews(state, approved(4))).toBe(true);
});

test('a decision that the cycle knows already is no news', () => {
  expect(isNews(givenCycle([started, submitted(), approved()]).state, approved())).toBe(false);
  expect(isNews(givenCycle([started, submitted(), returned()]).state, returned())).toBe(false);
});

test('a paper is issued once, and closed after that', () => {
  const toIssue = givenCycle([started, submitted(), approved()]).state;
  const done = givenCycle([started, submitted(), approved(), issued]).state;
  const closed = { type: 'PaperClosed', paperId: 'plan-2024-v3' } as const;
  expect([isNews(toIssue, issued), isNews(done, issued)]).toEqual([true, false]);
  expect([isNews(toIssue, closed), isNews(done, closed)]).toEqual([false, true]);
  expect(isNews(toIssue, { ...issued, paperId: 'plan-2024-v2' })).toBe(false);
});

test('what is reported to a cancelled cycle is no news', () => {
  const { state } = givenCycle([started, submitted(), cancelled]);
  expect(isNews(state, approved())).toBe(false);
});

test('the plan on paper is the version that was approved, with its signer', () => {
  const { state } = givenCycle([started, submitted(), approved(), issued]);
  expect(state.plan).toEqual({
    phase: 'issued',
    submitted: submittedOf(3),
    approvedBy: HEAD,
    approvedAt: hoursAfter(FIRST_MOMENT, 2),
    paperId: 'plan-2024-v3',
    issuedOn: '2024-01-16',
  });
});
