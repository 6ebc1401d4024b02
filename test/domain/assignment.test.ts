import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  evolveAssignment,
  isAssignmentOver,
  type AssignmentEvent,
  type AssignmentState,
} from '../../domain/assignment.ts';
import type { Authority } from '../../domain/authority.ts';
import { addDays } from '../../domain/local-date.ts';
import { waitingInAssignment } from '../../domain/waiting.ts';
import { COORDINATOR, HEAD, TEAM_HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, FRESH_ASSIGNMENT, givenAssignment, hoursAfter } from '../support/given.ts';

const given = { type: 'WorkGiven', by: COORDINATOR } as const;
const reported = (version = 1, by: Authority = TEAM_HEAD) =>
  ({ type: 'WorkReported', version, by }) as const;
const returned = (version = 1) =>
  ({ type: 'WorkReturned', version, reasonId: 'reason', by: COORDINATOR }) as const;
const confirmed = (version = 1, by: Authority = COORDINATOR) =>
  ({ type: 'WorkConfirmed', version, by }) as const;
const moved = {
  type: 'WorkMoved',
  unitId: 'team-2',
  reasonId: 'reason',
  by: COORDINATOR,
} as const;
const dropped = { type: 'WorkDropped', reasonId: 'reason', by: COORDINATOR } as const;

const report = (version = 1) => ({ type: 'reportWork', version }) as const;
const confirm = (version = 1) => ({ type: 'confirmWork', version }) as const;
const giveBack = (version = 1) => ({ type: 'returnWork', version, reasonId: 'reason' }) as const;
const move = (unitId = 'team-2') => ({ type: 'moveWork', unitId, reasonId: 'reason' }) as const;
const drop = { type: 'dropWork', reasonId: 'reason' } as const;

test('work is reported by its unit and confirmed by the coordinator; then it is done', () => {
  givenAssignment([given]).when(report(), { by: TEAM_HEAD }).then([reported()]);
  const { phase } = givenAssignment([given, reported()]).when(confirm()).then([confirmed()]);
  expect(phase).toBe('done');
});

test('a report that is not enough goes back with the reason, and another follows', () => {
  const story = givenAssignment([given, reported(), returned()]);
  expect(story.state).toMatchObject({ phase: 'returned', returned: { reasonId: 'reason' } });
  story.when(report(2), { by: TEAM_HEAD }).then([reported(2)]);
});

test('a report that waits to be confirmed is not reported over', () => {
  givenAssignment([given, reported()])
    .when(report(2), { by: TEAM_HEAD })
    .thenRefuses('out-of-time', { phase: 'reported', lastEvent: 'WorkReported' });
});

test('only the report that was read is confirmed or returned', () => {
  const story = givenAssignment([given, reported(), returned(), reported(2)]);
  story.when(confirm(1)).thenRefuses('stale-version', { given: 1, current: 2 });
  story.when(giveBack(1)).thenRefuses('stale-version', { given: 1, current: 2 });
  story.when(confirm(2)).then([confirmed(2)]);
});

test('what was not reported is neither confirmed nor returned', () => {
  givenAssignment([given]).when(confirm()).thenRefuses('out-of-time', { phase: 'given' });
  givenAssignment([given, reported(), returned()])
    .when(giveBack())
    .thenRefuses('out-of-time', { phase: 'returned' });
});

test('nobody confirms what they reported themselves, but for the head', () => {
  const own = givenAssignment([given, reported(1, COORDINATOR)]);
  own.when(confirm()).thenRefuses('own-submission', { submittedBy: 'coordinator' });
  own.when(giveBack()).thenRefuses('own-submission');
  own.when(confirm(), { by: HEAD }).then([confirmed(1, HEAD)]);
});

test('work moves to another unit, which begins anew; not to the one that has it', () => {
  const story = givenAssignment([given, reported(), returned()]);
  story.when(move('team-1')).thenRefuses('out-of-time');
  expect(story.when(move()).then([moved])).toMatchObject({
    phase: 'given',
    unitId: 'team-2',
    report: null,
    returned: null,
  });
});

test('work that is done, dropped or cancelled takes no step more', () => {
  for (const end of [[reported(), confirmed()], [dropped], [{ type: 'WorkCancelled' }]] as const) {
    for (const command of [report(2), confirm(), giveBack(), move(), drop]) {
      givenAssignment([given, ...end])
        .when(command)
        .thenRefuses('out-of-time');
    }
  }
});

test('a report is late after the end of its last day, not before', () => {
  const last = [reported(), '2024-01-31T23:59:59+07:00'] as const;
  expect(givenAssignment([given, last]).state.report?.isLate).toBe(false);
  const after = [reported(), '2024-02-01T00:00:00+07:00'] as const;
  expect(givenAssignment([given, after]).state.report?.isLate).toBe(true);
});

test('work waits for its unit until its day, then for whoever confirms it', () => {
  const base = { personId: null, unitId: 'team-1' } as const;
  expect(waitingInAssignment(givenAssignment([given]).state)).toEqual([
    { ...base, what: 'do-work', role: null, since: FIRST_MOMENT, until: '2024-01-31' },
  ]);
  const confirming = {
    ...base,
    what: 'confirm-work',
    since: hoursAfter(FIRST_MOMENT, 1),
    until: null,
  };
  expect(waitingInAssignment(givenAssignment([given, reported()]).state)).toEqual([
    { ...confirming, role: 'cycleCoordinator' },
  ]);
  // The coordinator may not confirm what the coordinator reported.
  const own = givenAssignment([given, reported(1, COORDINATOR)]).state;
  expect(waitingInAssignment(own)).toEqual([{ ...confirming, role: 'leader' }]);
  expect(waitingInAssignment(givenAssignment([given, dropped]).state)).toEqual([]);
});

test('in a year that is being entered a report has the day that is given for it', () => {
  const clock = { mode: 'entered', at: FIRST_MOMENT } as const;
  const story = givenAssignment([given], { clock });
  const late = '2024-02-02T09:00:00+07:00';
  const state = story
    .when(report(), { by: TEAM_HEAD, occurredAt: late, now: '2026-01-05T08:00:00+07:00' })
    .then([reported()]);
  expect(state).toMatchObject({ report: { at: late, isLate: true }, clock: { at: late } });
  story
    .when(report(), { occurredAt: '2024-01-15T07:59:59+07:00', now: '2026-01-05T08:00:00+07:00' })
    .thenRefuses('out-of-time', {}, '/occurredAt');
});

const anyEvent: fc.Arbitrary<AssignmentEvent> = fc.constantFrom<AssignmentEvent[]>(
  given,
  reported(),
  reported(2),
  returned(),
  confirmed(),
  moved,
  dropped,
  { type: 'WorkCancelled' },
  { type: 'ClockWentLive' },
);

test('any event can be applied in any order, and what is over waits for nobody', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      let state: AssignmentState = FRESH_ASSIGNMENT;
      events.forEach((event, index) => {
        state = evolveAssignment(state, event, hoursAfter(FIRST_MOMENT, index));
        expect(waitingInAssignment(state).length).toBe(
          isAssignmentOver(state) || state.last === null ? 0 : 1,
        );
      });
    }),
    { seed: 20_240_131, numRuns: 300 },
  );
});

test('work whose day has become a day off moves with its new day, and is in time until then', () => {
  const { state } = givenAssignment([given]);
  const later = { ...moved, dueOn: addDays(state.dueOn, 1) };
  const story = givenAssignment([given]);
  story.when({ ...move(), dueOn: later.dueOn }).then([later]);
  const onTheDay: [AssignmentEvent, string] = [reported(), `${later.dueOn}T16:00:00+07:00`];
  expect(givenAssignment([given, later, onTheDay]).state.report?.isLate).toBe(false);
  expect(givenAssignment([given, moved, onTheDay]).state.report?.isLate).toBe(true);
});
