import { describe, expect, it } from 'vitest';
import {
  heldCheckOf,
  marksPassedBy,
  nextMarkAt,
  type QuarterlyCheckEvent,
} from '../../../domain/check/quarterly-check.ts';
import { waitingInCheck } from '../../../domain/check/waiting-in-check.ts';
import type { DraftNews } from '../../../domain/draft.ts';
import { COORDINATOR, HEAD, TEAM_HEAD } from '../../support/actors.ts';
import { givenCheck, refusalOf, type Past } from '../../support/given.ts';

const opened: QuarterlyCheckEvent = { type: 'CheckOpened', by: COORDINATOR };
const awaited: QuarterlyCheckEvent = { type: 'UnitsAwaited', unitIds: ['team-1', 'team-2'] };
const reported = (unitId: string, version = 1): QuarterlyCheckEvent => ({
  type: 'FiguresReported',
  unitId,
  version,
  isCoordinators: false,
  by: TEAM_HEAD,
});
const confirmed = (unitId: string, version = 1): QuarterlyCheckEvent => ({
  type: 'FiguresConfirmed',
  unitId,
  version,
  by: COORDINATOR,
});
const heldOn = (checkedOn: string, hasReport = true) => ({
  version: 1,
  checkedOn,
  dataPeriod: { from: '2023-12-15', to: '2024-03-14' },
  hasReport,
});
const held = (checkedOn: string, hasReport = true): QuarterlyCheckEvent => ({
  type: 'CheckHeld',
  held: heldOn(checkedOn, hasReport),
  by: COORDINATOR,
});
const news = (phase: DraftNews['phase']): QuarterlyCheckEvent => ({
  type: 'CheckReportMoved',
  news: {
    draftId: 'quarter-report-2024-Q1',
    kind: 'quarter-report',
    phase,
    version: 1,
    paperId: 'quarter-report-2024-Q1-v1',
    issuedOn: phase === 'issued' ? '2024-03-18' : null,
    number: phase === 'issued' ? 49 : null,
  },
});

const DAY = '2024-03-14T16:00:00+07:00';
const at = (event: QuarterlyCheckEvent, moment: string): Past<QuarterlyCheckEvent> => [
  event,
  moment,
];

describe('figures of units', () => {
  it('what a unit reported is locked until somebody has judged it', () => {
    givenCheck([opened, awaited, reported('team-1')])
      .when({ type: 'reportFigures', unitId: 'team-1', version: 2, isCoordinators: false })
      .thenRefuses('out-of-time', { phase: 'reporting' });
  });

  it('a unit that took a task over reports without having been asked', () => {
    const state = givenCheck([opened, awaited])
      .when({ type: 'reportFigures', unitId: 'team-9', version: 1, isCoordinators: false })
      .then([{ ...reported('team-9'), by: COORDINATOR } as QuarterlyCheckEvent]);
    expect(state.units?.map(({ unitId }) => unitId)).toEqual(['team-1', 'team-2', 'team-9']);
  });

  it('only the version that was read is confirmed', () => {
    givenCheck([opened, awaited, reported('team-1', 2)])
      .when({ type: 'confirmFigures', unitId: 'team-1', version: 1 })
      .thenRefuses('stale-version', { given: 1, current: 2 }, '/version');
  });

  it('nobody but the head judges figures that they reported themselves', () => {
    const own = givenCheck([opened, awaited, reported('team-1')]);
    own
      .when({ type: 'confirmFigures', unitId: 'team-1', version: 1 }, { by: TEAM_HEAD })
      .thenRefuses('own-submission', { unitId: 'team-1' });
    expect(
      own.when({ type: 'confirmFigures', unitId: 'team-1', version: 1 }, { by: HEAD }).refusal(),
    ).toBeNull();
  });

  it('a returned unit keeps the version that was confirmed before, until a later one is', () => {
    const { state } = givenCheck([
      opened,
      awaited,
      reported('team-1'),
      confirmed('team-1'),
      reported('team-1', 2),
    ]);
    expect(state.units?.[0]).toMatchObject({ standing: 'reported', version: 2, confirmed: 1 });
  });

  it('figures that come after the planned day are late and are still taken', () => {
    const { state } = givenCheck([
      opened,
      awaited,
      at(reported('team-1'), '2024-03-15T08:00:00+07:00'),
    ]);
    expect(state.units?.[0]).toMatchObject({ isLate: true, standing: 'reported' });
  });

  it('where the planned day is a day off, the next working day is in time, the one after is not', () => {
    const until = { ...reported('team-1'), dueOn: '2024-03-18' } as QuarterlyCheckEvent;
    const isLateOn = (moment: string) =>
      givenCheck([opened, awaited, at(until, moment)]).state.units?.[0]?.isLate;
    expect(isLateOn('2024-03-18T17:00:00+07:00')).toBe(false);
    expect(isLateOn('2024-03-19T08:00:00+07:00')).toBe(true);
  });
});

describe('holding a check', () => {
  const ready = [at(opened, '2024-03-01T08:00:00+07:00'), at(awaited, '2024-03-01T08:00:01+07:00')];

  it('a check before the last day of its data period is refused, whatever day was planned', () => {
    givenCheck(ready)
      .when({ type: 'holdCheck', held: heldOn('2024-03-13') }, { now: '2024-03-13T16:00:00+07:00' })
      .thenRefuses('out-of-time', { expected: '>= 2024-03-14' }, '/checkedOn');
  });

  it('on the last day of the data period it is held, also without any figure', () => {
    givenCheck(ready)
      .when({ type: 'holdCheck', held: heldOn('2024-03-14') }, { now: DAY })
      .then([held('2024-03-14')]);
  });

  it('a day that is still to come is no day of a check', () => {
    givenCheck(ready)
      .when({ type: 'holdCheck', held: heldOn('2024-03-15') }, { now: DAY })
      .thenRefuses('impossible-date', { date: '2024-03-15' }, '/checkedOn');
  });

  it('what a unit reported and nobody judged is neither a figure nor missing', () => {
    givenCheck([...ready, at(reported('team-1'), '2024-03-10T08:00:00+07:00')])
      .when({ type: 'holdCheck', held: heldOn('2024-03-14') }, { now: DAY })
      .thenRefuses('not-ready', { units: ['team-1'] });
  });

  it('it can be held again until its report is before the leader', () => {
    const again = { type: 'holdCheck', held: heldOn('2024-03-14') } as const;
    const once = [...ready, at(held('2024-03-14'), DAY)];
    const later = { now: '2024-03-15T08:00:00+07:00' };
    expect(givenCheck(once).when(again, later).refusal()).toBeNull();
    givenCheck([...once, at(news('awaiting-approval'), '2024-03-14T17:00:00+07:00')])
      .when(again, later)
      .thenRefuses('out-of-time', { phase: 'held' });
  });

  it('it ends when its report is issued', () => {
    const { state } = givenCheck([...ready, at(held('2024-03-14'), DAY), news('issued')]);
    expect(state.phase).toBe('done');
  });

  it('it ends with its results where the report of the year stands for its own', () => {
    const { state } = givenCheck([...ready, at(held('2024-03-14', false), DAY)]);
    expect(state.phase).toBe('done');
  });

  it('no report is written of a check that was not held', () => {
    const refusal = refusalOf(() => heldCheckOf(givenCheck(ready).state));
    expect(refusal).toMatchObject({ code: 'out-of-time' });
  });
});

describe('a visit', () => {
  const visit = {
    visitId: 'V-1',
    unitId: 'team-1',
    on: '2024-01-15',
    contentVersion: 1,
    scanSha256: null,
    remedies: [],
  } as const;

  it('is recorded once', () => {
    givenCheck([opened, awaited, { type: 'VisitRecorded', visit, by: COORDINATOR }])
      .when({ type: 'recordVisit', visit })
      .thenRefuses('duplicate-id', { id: 'V-1' }, '/visit/visitId');
  });

  it('is not recorded before it took place', () => {
    givenCheck([opened, awaited])
      .when({ type: 'recordVisit', visit: { ...visit, on: '2024-01-16' } })
      .thenRefuses('impossible-date', { date: '2024-01-16' }, '/visit/on');
  });
});

describe('a check that is late', () => {
  const waits = (events: readonly Past<QuarterlyCheckEvent>[]) =>
    waitingInCheck(givenCheck(events).state).map(({ what, role, unitId }) => [
      what,
      role ?? unitId,
    ]);

  it('is overdue once its planned day is over, and three days later the leader hears', () => {
    const { state } = givenCheck([opened, awaited]);
    expect(marksPassedBy(state, '2024-03-14T23:59:59+07:00')).toEqual([]);
    expect(
      marksPassedBy(state, '2024-03-18T00:00:00+07:00').map(({ event }) => event.type),
    ).toEqual(['CheckOverdue', 'CheckEscalated']);
    expect(nextMarkAt(state)).toBe('2024-03-15T00:00:00+07:00');
  });

  it('has no marks of its own while a past year is entered', () => {
    const { state } = givenCheck([opened], { clock: { mode: 'entered', at: DAY } });
    expect(nextMarkAt(state)).toBeNull();
  });

  it('waits for the units, past its day also for the coordinator, and then for the leader', () => {
    const units = [
      ['report-figures', 'team-1'],
      ['report-figures', 'team-2'],
    ];
    const overdue = [opened, awaited, { type: 'CheckOverdue' }] as const;
    expect(waits([opened, awaited])).toEqual(units);
    expect(waits(overdue)).toEqual([...units, ['hold-check', 'cycleCoordinator']]);
    expect(waits([...overdue, { type: 'CheckEscalated' }])).toEqual([
      ...units,
      ['hold-check', 'cycleCoordinator'],
      ['late-check', 'leader'],
    ]);
  });

  it('keeps its data period', () => {
    const { state } = givenCheck([opened, awaited, { type: 'CheckOverdue' }]);
    expect(state.dataPeriod).toEqual({ from: '2023-12-15', to: '2024-03-14' });
  });

  it('waits for whoever judges: the coordinator, or the leader for what the coordinator reported', () => {
    const own = { ...reported('team-2'), isCoordinators: true } as QuarterlyCheckEvent;
    expect(waits([opened, awaited, reported('team-1'), own])).toEqual([
      ['confirm-figures', 'cycleCoordinator'],
      ['confirm-figures', 'leader'],
    ]);
  });

  it('waits for its report once it is held, and for nobody once the report is on its way', () => {
    const all = [opened, awaited, reported('team-1'), confirmed('team-1'), held('2024-03-14')];
    expect(waits(all)).toEqual([['write-quarter-report', 'cycleCoordinator']]);
    expect(waits([...all, news('awaiting-approval')])).toEqual([]);
    expect(waits([...all, news('dropped')])).toEqual([
      ['write-quarter-report', 'cycleCoordinator'],
    ]);
  });
});
