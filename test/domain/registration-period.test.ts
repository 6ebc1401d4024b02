import { describe, expect, test } from 'vitest';
import { isNews } from '../../domain/reform-cycle-evolve.ts';
import { waitingInCycle } from '../../domain/waiting.ts';
import { listEntriesOf, sharedTasksOf } from '../../domain/registration-period.ts';
import type { PeriodEvent, PeriodReport } from '../../domain/registration-reports.ts';
import { COORDINATOR } from '../support/actors.ts';
import { givenCycle, type Past } from '../support/given.ts';
import {
  leadSet,
  listApproved,
  listClosed,
  givenPeriod,
  listReturned,
  openRegistration,
  paperOf,
  periodOpened,
  periodAfter,
  reopened,
  started,
  supplementApproved,
  supplementReturned,
  unitAccepted,
  unitDeclined,
  UNITS,
} from '../support/registration-life.ts';

const unitAfter = (unitId: string, ...events: readonly Past<PeriodEvent>[]) =>
  periodAfter(...events).units.find((unit) => unit.unitId === unitId);

const reopen = (unitId: string) =>
  ({ type: 'reopenUnit', unitId, reasonId: 'act-of-reopening' }) as const;
const setLead = (key: string, unitId: string) => ({ type: 'setLead', key, unitId }) as const;
const join = (key: string, into: string | null) => ({ type: 'joinTasks', key, into }) as const;
const close = (...events: readonly Past<PeriodEvent>[]) => {
  const period = periodAfter(...events);
  return {
    type: 'closeList',
    submitted: paperOf(1),
    entries: listEntriesOf(period),
    sharedTasks: sharedTasksOf(period),
  } as const;
};

const closingAfter = (...events: readonly Past<PeriodEvent>[]) =>
  waitingInCycle(givenPeriod(...events).state).filter(({ what }) => what === 'close-list');

const team1 = unitAccepted('team-1');
const team2 = unitAccepted('team-2', ['NV1'], { at: '2024-01-21T08:00:00+07:00' });
const inList = [team1, listClosed()] as const;
const approved = [...inList, listApproved()] as const;

describe('a period', () => {
  test('is opened once, on the plan or before it, and every unit is to register', () => {
    const { registration } = givenCycle([started]).when(openRegistration).then([periodOpened]);
    expect(
      registration?.units.map(({ unitId, round, standing }) => [unitId, round, standing]),
    ).toEqual(UNITS.map((unitId) => [unitId, 1, 'open']));
    givenPeriod().when(openRegistration).thenRefuses('out-of-time', { phase: 'open' });
    givenPeriod(...approved)
      .when(openRegistration)
      .thenRefuses('out-of-time', { phase: 'approved' });
  });

  test('that is not open has nothing to reopen, to lead, to join or to close', () => {
    const story = givenCycle([started]);
    for (const command of [reopen('team-1'), setLead('NV1', 'team-1'), join('a', 'b'), close()]) {
      story.when(command).thenRefuses('out-of-time', { phase: 'not-open' });
    }
  });

  test.each([
    ['before the leader', inList, 'awaiting-approval'],
    ['approved', approved, 'approved'],
  ] as const)('%s takes no lead, no join and no second closing', (_what, events, phase) => {
    for (const command of [setLead('NV1', 'team-1'), join('team-1/own', null), close(...events)]) {
      givenPeriod(...events)
        .when(command)
        .thenRefuses('out-of-time', { phase });
    }
  });

  test('in a cancelled cycle takes nothing, and no report is news', () => {
    const cancelled = { type: 'CycleCancelled', reasonId: 'act', by: COORDINATOR } as const;
    const story = givenCycle([started, periodOpened, cancelled]);
    story.when(reopen('team-1')).thenRefuses('out-of-time', { phase: 'cancelled' });
    expect(isNews(story.state, team1)).toBe(false);
  });
});

describe('a unit registers anew', () => {
  test('to correct what was accepted, in a round of its own that knows the version before', () => {
    const { registration } = givenPeriod(
      unitAccepted('team-1', ['NV1'], { version: 3, isLate: true }),
    )
      .when(reopen('team-1'))
      .then([reopened('team-1')]);
    expect(registration?.units[0]).toMatchObject({
      round: 2,
      standing: 'open',
      accepted: null,
      wasLate: true,
      earlierVersion: 3,
      reopenedReasonId: 'act-of-reopening',
    });
  });

  test('after it declined, and the reason of its decline is history', () => {
    const unit = unitAfter('team-1', unitDeclined('team-1'), reopened('team-1'));
    expect(unit).toMatchObject({ round: 2, standing: 'open', declineReasonId: null });
  });

  test('not while it registers, nor while the list or its supplement is before the leader', () => {
    givenPeriod().when(reopen('team-1')).thenRefuses('out-of-time', { phase: 'open' });
    givenPeriod(...inList)
      .when(reopen('team-2'))
      .thenRefuses('out-of-time', { phase: 'awaiting-approval' });
    givenPeriod(...approved, team2)
      .when(reopen('team-2'))
      .thenRefuses('out-of-time', { phase: 'supplement' });
  });

  test('after the list was approved, as often as needed', () => {
    const once = [...approved, reopened('team-1'), unitAccepted('team-1', ['NV2'], { round: 2 })];
    givenPeriod(...once, supplementApproved('team-1', 2))
      .when(reopen('team-1'))
      .then([reopened('team-1')]);
  });

  test('or for the first time, where the office got it after the opening', () => {
    const { registration } = givenPeriod()
      .when(reopen('team-9'))
      .then([reopened('team-9')]);
    expect(registration?.units.at(-1)).toMatchObject({ unitId: 'team-9', round: 1, wasLate: null });
    expect(registration?.units).toHaveLength(UNITS.length + 1);
  });
});

describe('the list', () => {
  test('has every unit once: registered, declined, or missing', () => {
    const entries = listEntriesOf(
      periodAfter(
        unitAccepted('team-1', ['NV1'], { version: 2, isLate: true }),
        unitDeclined('union'),
      ),
    );
    const none = { round: 1, version: null, isLate: false, declineReasonId: null };
    expect(entries).toEqual([
      { ...none, unitId: 'team-1', standing: 'registered', version: 2, isLate: true },
      { ...none, unitId: 'team-2', standing: 'missing' },
      { ...none, unitId: 'team-3', standing: 'missing' },
      { ...none, unitId: 'union', standing: 'declined', declineReasonId: 'act-of-decline' },
    ]);
  });

  test('is closed by what the coordinator read', () => {
    givenPeriod(team1).when(close(team1)).then([listClosed()]);
  });

  test.each([
    ['a unit was accepted', [team1], [team1, team2]],
    ['a unit declined', [team1], [team1, unitDeclined('union')]],
    ['a unit was reopened', [team1, team2], [team1, team2, reopened('team-1')]],
    [
      'a unit was reopened and accepted with another version',
      [team1],
      [team1, reopened('team-1'), unitAccepted('team-1', ['NV1'], { version: 2, round: 2 })],
    ],
    ['another unit leads a task', [team1, team2], [team1, team2, leadSet('NV1', 'team-1')]],
    ['a unit came that is not in it', [team1], [team1, reopened('team-9')]],
  ] as const)('is not closed where meanwhile %s', (_what, read, now) => {
    givenPeriod(...now)
      .when(close(...read))
      .thenRefuses('not-ready');
  });

  test('with a unit twice is not closed', () => {
    const asked = close(team1);
    givenPeriod(team1)
      .when({ ...asked, entries: [...asked.entries.slice(0, -1), asked.entries[0]!] })
      .thenRefuses('not-ready');
    givenPeriod(team1)
      .when({ ...asked, entries: [...asked.entries, asked.entries[0]!] })
      .thenRefuses('not-ready');
  });

  test('in which nobody registered is not closed', () => {
    givenPeriod(unitDeclined('team-1'))
      .when(close(unitDeclined('team-1')))
      .thenRefuses('not-ready');
  });

  test('goes before the leader in each version once', () => {
    const again = [...inList, listReturned()];
    givenPeriod(...again)
      .when(close(...again))
      .thenRefuses('stale-version', { given: 1, current: 1 });
    givenPeriod(...again)
      .when({ ...close(...again), submitted: paperOf(2) })
      .then([listClosed(2)]);
  });

  test.each([
    ['returned by the leader', listReturned()],
    ['taken back', { type: 'ListWithdrawn', version: 1, by: COORDINATOR } as const],
  ])('%s is open again, and takes in what was accepted meanwhile', (_what, event) => {
    const period = periodAfter(...inList, team2, event);
    expect(period).toMatchObject({ phase: 'open', list: null });
    expect(listEntriesOf(period).filter(({ standing }) => standing === 'registered')).toHaveLength(
      2,
    );
    expect(period.units.map(({ standing }) => standing)).not.toContain('supplement');
  });

  test('waits for the coordinator once every unit is settled, since the last one was', () => {
    const settled = [
      ...['team-1', 'team-2', 'team-3'].map((unitId) => unitAccepted(unitId)),
      unitAccepted('union', [], { at: '2024-01-25T08:00:00+07:00' }),
    ];
    expect(closingAfter(...settled.slice(1))).toEqual([]);
    expect(closingAfter(...settled)).toMatchObject([
      { what: 'close-list', role: 'cycleCoordinator', since: '2024-01-25T08:00:00+07:00' },
    ]);
  });

  test('returned by the leader waits for the coordinator anew, also where a unit stays away', () => {
    const at = '2024-02-02T15:00:00+07:00';
    expect(closingAfter(...inList)).toEqual([]);
    expect(closingAfter(...inList, [listReturned(), at])).toMatchObject([
      { what: 'close-list', since: at },
    ]);
  });

  test('approved gets the notice of its result, once', () => {
    const period = periodAfter(...approved);
    expect(period).toMatchObject({
      phase: 'approved',
      result: { paperId: 'result', issuedOn: null },
    });
    const issued = { type: 'NoticeIssued', paperId: 'result', issuedOn: '2024-02-02' } as const;
    expect(periodAfter(...approved, issued).result?.issuedOn).toBe('2024-02-02');
    expect(periodAfter(...approved, issued).opening.issuedOn).toBeNull();
  });
});

describe('what comes after the list', () => {
  test('was closed is a supplement, and counts in the list no more', () => {
    expect(unitAfter('team-1', ...inList)?.standing).toBe('accepted');
    expect(unitAfter('team-2', ...inList, team2)?.standing).toBe('supplement');
    expect(unitAfter('team-2', ...approved, team2)?.standing).toBe('supplement');
  });

  test('stays a supplement when the list itself is approved', () => {
    expect(unitAfter('team-2', ...inList, team2, listApproved())?.standing).toBe('supplement');
  });

  test('is approved by the leader, or goes back to the unit in a new round with the reason', () => {
    const before = [...approved, team2] as const;
    expect(unitAfter('team-2', ...before, supplementApproved('team-2'))?.standing).toBe(
      'supplement-approved',
    );
    expect(unitAfter('team-2', ...before, supplementReturned('team-2'))).toMatchObject({
      standing: 'open',
      round: 2,
      accepted: null,
      earlierVersion: 1,
      reopenedReasonId: 'act-of-return',
    });
  });

  test('may be a decline, to which the leader has consented already', () => {
    expect(unitAfter('team-2', ...approved, unitDeclined('team-2'))?.standing).toBe('declined');
  });
});

describe('a report is news', () => {
  const isNewsTo = (before: readonly PeriodEvent[], report: PeriodReport) =>
    isNews(givenPeriod(...before).state, report);

  test.each([
    ['a unit accepted while it registers', [], team1, true],
    ['the same, told twice', [team1], team1, false],
    ['of an earlier round', [team1, reopened('team-1')], team1, false],
    ['a supplement approved', [...approved, team2], supplementApproved('team-2'), true],
    [
      'a supplement approved twice',
      [...approved, team2, supplementApproved('team-2')],
      supplementApproved('team-2'),
      false,
    ],
    [
      'a supplement returned after it was approved',
      [...approved, team2, supplementApproved('team-2')],
      supplementReturned('team-2'),
      false,
    ],
    ['the list approved', inList, listApproved(), true],
    ['another version of the list approved', inList, listApproved(2), false],
    ['the list approved after it was returned', [...inList, listReturned()], listApproved(), false],
    ['a unit that is not there', [], unitDeclined('team-9'), false],
  ] as const)('%s: %4$s', (_what, before, report, expected) => {
    expect(isNewsTo(before, report)).toBe(expected);
  });
});
