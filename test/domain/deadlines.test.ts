import { expect, test } from 'vitest';
import {
  deadlinesPassedBy,
  dueStepsOf,
  nextDeadlineEnd,
  type DueStep,
} from '../../domain/reform-cycle.ts';
import { COORDINATOR } from '../support/actors.ts';
import { givenCycle } from '../support/given.ts';

const schedule = dueStepsOf({
  registrationOpensOn: '2024-01-15',
  registrationDeadline: '2024-02-29',
  checks: { Q1: '2024-03-14', Q2: '2024-06-14', Q3: '2024-09-13', Q4: '2024-12-31' },
});
const started = { type: 'CycleStarted', schedule, by: COORDINATOR } as const;
const passed = (due: DueStep | undefined) => {
  if (!due) throw new Error('no such step');
  return { type: 'DeadlinePassed', due } as const;
};
const stepsPassedBy = (state: Parameters<typeof deadlinesPassedBy>[0], at: string) =>
  deadlinesPassedBy(state, at).map(({ step }) => step);

test('the plan is due when registration opens on it, the rest on days of their own', () => {
  expect(schedule.map(({ step, dueOn }) => `${step} ${dueOn}`)).toEqual([
    'plan 2024-01-15',
    'registration 2024-02-29',
    'check-Q1 2024-03-14',
    'check-Q2 2024-06-14',
    'check-Q3 2024-09-13',
    'check-Q4 2024-12-31',
  ]);
});

test('a deadline has passed when its day is over, not before', () => {
  const { state } = givenCycle([started]);
  expect(stepsPassedBy(state, '2024-01-15T23:59:59+07:00')).toEqual([]);
  expect(stepsPassedBy(state, '2024-01-16T00:00:00+07:00')).toEqual(['plan']);
});

test('deadlines that passed on the way are recorded earliest first, whatever their order', () => {
  const { state } = givenCycle([{ ...started, schedule: schedule.toReversed() }]);
  expect(stepsPassedBy(state, '2024-07-01T08:00:00+07:00')).toEqual([
    'plan',
    'registration',
    'check-Q1',
    'check-Q2',
  ]);
});

test('a deadline passes once', () => {
  const { state } = givenCycle([started, passed(schedule[0])]);
  expect(stepsPassedBy(state, '2024-03-01T08:00:00+07:00')).toEqual(['registration']);
});

test('a deadline that was moved to a later day passes again on that day', () => {
  const moved = [{ step: 'registration', dueOn: '2024-03-08' }] as const;
  const { state } = givenCycle([
    started,
    passed(schedule[1]),
    { type: 'CycleStarted', schedule: moved, by: COORDINATOR },
  ]);
  expect(stepsPassedBy(state, '2024-03-08T23:00:00+07:00')).toEqual([]);
  expect(stepsPassedBy(state, '2024-03-09T00:00:00+07:00')).toEqual(['registration']);
});

test('the next deadline ends with the first moment of the day after, in a leap year as well', () => {
  expect(nextDeadlineEnd(givenCycle([started]).state)).toBe('2024-01-16T00:00:00+07:00');
  expect(nextDeadlineEnd(givenCycle([started, passed(schedule[0])]).state)).toBe(
    '2024-03-01T00:00:00+07:00',
  );
});

test('the last deadline of the year ends with the year, and then there is none', () => {
  const untilQ4 = [started, ...schedule.slice(0, 5).map(passed)];
  expect(nextDeadlineEnd(givenCycle(untilQ4).state)).toBe('2025-01-01T00:00:00+07:00');
  expect(nextDeadlineEnd(givenCycle([...untilQ4, passed(schedule[5])]).state)).toBeNull();
});

test('a year that is being entered has no next deadline: its acts bring time with them', () => {
  const clock = { mode: 'entered', at: '2023-01-05T08:00:00+07:00' } as const;
  expect(nextDeadlineEnd(givenCycle([started], { clock }).state)).toBeNull();
});

test('a deadline that passed is not the step that an act follows: acts may lie before it', () => {
  const story = givenCycle([
    [started, '2024-01-12T08:00:00+07:00'],
    [passed(schedule[0]), '2024-01-15T23:59:59+07:00'],
  ]);
  expect(story.state.last?.event).toBe('CycleStarted');
  story
    .when(
      { type: 'cancelCycle', reasonId: 'act-of-reason' },
      { occurredAt: '2024-01-13T08:00:00+07:00', now: '2024-01-16T08:00:00+07:00' },
    )
    .then([{ type: 'CycleCancelled', reasonId: 'act-of-reason', by: COORDINATOR }]);
});
