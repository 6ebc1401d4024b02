import { expect, test } from 'vitest';
import { isNews } from '../../domain/reform-cycle-evolve.ts';
import type { ReformCycleEvent } from '../../domain/reform-cycle.ts';
import { COORDINATOR, HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, givenCycle, hoursAfter } from '../support/given.ts';

const started = { type: 'CycleStarted', schedule: [], by: COORDINATOR } as const;
const strand = {
  kind: 'assignment',
  id: 'work-1',
  source: { kind: 'coordinator', ownerId: null },
  unitId: 'team-1',
  dueOn: '2024-05-31',
  contentVersion: 1,
} as const;
const open = { type: 'openStrand', strand } as const;
const opened = { type: 'StrandOpened', strand, by: COORDINATOR } as const;
const ended = { type: 'StrandEnded', kind: 'assignment', id: 'work-1', how: 'done' } as const;
const stateAfter = (...events: readonly ReformCycleEvent[]) =>
  givenCycle([started, ...events]).state;

test('a strand of the year is opened once, and who opened it first is said', () => {
  const { strands } = givenCycle([started]).when(open).then([opened]);
  expect(strands).toEqual([
    { strand, by: COORDINATOR, openedAt: hoursAfter(FIRST_MOMENT, 1), ended: null },
  ]);
  givenCycle([started, opened])
    .when(open, { by: HEAD })
    .thenRefuses('duplicate-id', { id: 'work-1', openedBy: 'coordinator' });
});

test('another id is another strand', () => {
  const other = { type: 'openStrand', strand: { ...strand, id: 'work-2' } } as const;
  givenCycle([started, opened])
    .when(other)
    .then([{ type: 'StrandOpened', strand: other.strand, by: COORDINATOR }]);
});

test('what another strand opened is news once, whoever reports it again', () => {
  expect(isNews(stateAfter(), opened)).toBe(true);
  expect(isNews(stateAfter(opened), opened)).toBe(false);
  expect(stateAfter(opened, opened).strands).toHaveLength(1);
});

test('a strand ends once, as it was first reported; one that was never opened does not end', () => {
  expect(isNews(stateAfter(), ended)).toBe(false);
  expect(isNews(stateAfter(opened), ended)).toBe(true);
  expect(isNews(stateAfter(opened, ended), { ...ended, how: 'cancelled' })).toBe(false);
  expect(stateAfter(opened, ended, { ...ended, how: 'cancelled' }).strands[0]?.ended).toEqual({
    how: 'done',
    at: hoursAfter(FIRST_MOMENT, 2),
  });
});

test('in a cancelled cycle nothing is opened, and no end is news', () => {
  const cancelled = { type: 'CycleCancelled', reasonId: 'reason', by: HEAD } as const;
  givenCycle([started, cancelled]).when(open).thenRefuses('out-of-time', { phase: 'cancelled' });
  expect(isNews(stateAfter(opened, cancelled), ended)).toBe(false);
});
