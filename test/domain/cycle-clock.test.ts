import { expect, test } from 'vitest';
import { checkMoment, momentOf, moveClock } from '../../domain/cycle-clock.ts';

const NOW = '2024-06-03T09:00:00+07:00';
const live = { mode: 'live' } as const;
const entered = { mode: 'entered', at: '2023-03-01T10:00:00+07:00' } as const;
const last = { at: '2024-06-01T08:00:00+07:00', event: 'PlanSubmitted', personId: 'coordinator' };

const refused = (code: string) => expect.objectContaining({ code, place: '/occurredAt' });

test('a moment that was not given is now, or the clock of a year being entered', () => {
  expect(momentOf(live, null, NOW)).toBe(NOW);
  expect(momentOf(entered, null, NOW)).toBe(entered.at);
  expect(momentOf(live, last.at, NOW)).toBe(last.at);
});

test('an act without a moment of its own is always in time', () => {
  expect(() => {
    checkMoment(entered, last, null, NOW);
  }).not.toThrow();
});

test('an act can be dated now and at the step that it follows', () => {
  for (const at of [NOW, last.at]) {
    expect(() => {
      checkMoment(live, last, at, NOW);
    }).not.toThrow();
  }
});

test('an act dated after now is refused', () => {
  expect(() => {
    checkMoment(live, last, '2024-06-03T09:00:01+07:00', NOW);
  }).toThrow(refused('out-of-time'));
});

test('an act dated before the last step is refused, naming that step, its moment and person', () => {
  expect(() => {
    checkMoment(live, last, '2024-06-01T07:59:59+07:00', NOW);
  }).toThrow(
    expect.objectContaining({
      details: {
        given: '2024-06-01T07:59:59+07:00',
        earliest: last.at,
        latest: NOW,
        lastEvent: 'PlanSubmitted',
        lastBy: 'coordinator',
      },
    }),
  );
});

test('in a year that is being entered nothing can be dated before its clock', () => {
  expect(() => {
    checkMoment(entered, null, '2023-03-01T09:59:59+07:00', NOW);
  }).toThrow(refused('out-of-time'));
  expect(() => {
    checkMoment(entered, null, entered.at, NOW);
  }).not.toThrow();
});

test('a moment that is no instant at +07:00 is refused', () => {
  for (const text of ['2023-02-29T10:00:00+07:00', '2024-06-01', '2024-06-01T08:00:00Z']) {
    expect(() => {
      checkMoment(live, null, text, NOW);
    }, text).toThrow(refused('impossible-date'));
  }
});

test('the clock of an entered year moves forward and never back', () => {
  expect(moveClock(entered, '2023-04-01T10:00:00+07:00')).toEqual({
    mode: 'entered',
    at: '2023-04-01T10:00:00+07:00',
  });
  expect(moveClock(entered, '2023-02-01T10:00:00+07:00')).toEqual(entered);
  expect(moveClock(live, NOW)).toEqual(live);
});
