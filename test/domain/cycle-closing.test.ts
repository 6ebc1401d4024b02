import { describe, expect, test } from 'vitest';
import { closesAt, isDueToClose } from '../../domain/cycle-closing.ts';
import { evolveReformCycle, isNews } from '../../domain/reform-cycle-evolve.ts';
import {
  decideReformCycle,
  nextDeadlineEnd,
  startReformCycle,
  type ReformCycleEvent,
  type ReformCycleState,
} from '../../domain/reform-cycle.ts';
import { waitingInCycle } from '../../domain/waiting.ts';
import { COORDINATOR } from '../support/actors.ts';

const AT = '2024-12-12T08:00:00+07:00';
const NEW_YEAR = '2025-01-01T00:00:00+07:00';
const SUMMARY = { kind: 'summary', id: 'year-end' } as const;
const WORK = {
  kind: 'assignment',
  id: 'GV-1',
  source: { kind: 'coordinator', ownerId: null },
  unitId: 'T-1',
  dueOn: '2025-01-15',
  contentVersion: 1,
} as const;

const CHECK = {
  kind: 'check',
  id: 'Q3',
  plannedOn: '2024-09-13',
  dataPeriod: { from: '2024-06-15', to: '2024-09-14' },
  planVersion: 1,
} as const;
type Opened = typeof SUMMARY | typeof WORK | typeof CHECK;

const opened = (strand: Opened): ReformCycleEvent => ({
  type: 'StrandOpened',
  strand,
  by: COORDINATOR,
});
const ended = (strand: Opened): ReformCycleEvent => ({
  type: 'StrandEnded',
  kind: strand.kind,
  id: strand.id,
  how: 'done',
});
const after = (...events: readonly ReformCycleEvent[]): ReformCycleState =>
  events.reduce(
    (state, event) => evolveReformCycle(state, event, AT),
    startReformCycle('U-MAU', 2024, { mode: 'live' }),
  );
const SUMMED_UP = [opened(SUMMARY), ended(SUMMARY)];

describe('a year', () => {
  test('that is summed up closes when it is over', () => {
    const state = after(...SUMMED_UP);
    expect(closesAt(state)).toBe(NEW_YEAR);
    expect(nextDeadlineEnd(state)).toBe(NEW_YEAR);
    expect(isDueToClose(state, '2024-12-31T23:59:59+07:00')).toBe(false);
    expect(isDueToClose(state, NEW_YEAR)).toBe(true);
  });

  test('that is not summed up stays open', () => {
    expect(closesAt(after())).toBeNull();
    expect(closesAt(after(opened(SUMMARY)))).toBeNull();
  });

  test('stays open for its open work, and closes when that is done', () => {
    const state = after(opened(WORK), ...SUMMED_UP);
    expect(closesAt(state)).toBeNull();
    expect(closesAt(evolveReformCycle(state, ended(WORK), AT))).toBe(NEW_YEAR);
  });

  test('does not wait for a check that nobody held', () => {
    expect(closesAt(after(opened(CHECK), ...SUMMED_UP))).toBe(NEW_YEAR);
  });

  test('that is being entered waits until it goes live', () => {
    const entered = { ...after(...SUMMED_UP), clock: { mode: 'entered', at: AT } as const };
    expect(closesAt(entered)).toBeNull();
    const live = evolveReformCycle(entered, { type: 'CycleWentLive', by: COORDINATOR }, AT);
    expect(isDueToClose(live, '2026-05-04T08:00:00+07:00')).toBe(true);
  });

  test('that is closed refuses every act, hears nothing, and waits for nobody', () => {
    const state = after(...SUMMED_UP, { type: 'CycleClosed' });
    expect(state.closed).toEqual({ at: AT });
    const command = {
      type: 'openStrand',
      strand: WORK,
      actId: 'act-1',
      by: COORDINATOR,
      occurredAt: null,
    } as const;
    expect(() => {
      decideReformCycle(state, command, '2025-02-03T08:00:00+07:00');
    }).toThrow(expect.objectContaining({ code: 'out-of-time' }));
    expect(isNews(state, { type: 'StrandOpened', strand: WORK, by: COORDINATOR })).toBe(false);
    expect(waitingInCycle(state)).toEqual([]);
    expect(closesAt(state)).toBeNull();
  });
});
