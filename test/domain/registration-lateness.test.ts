import { describe, expect, test } from 'vitest';
import type { UnitRegistrationEvent } from '../../domain/unit-registration.ts';
import { waitingInRegistration } from '../../domain/waiting.ts';
import { TEAM_HEAD } from '../support/actors.ts';
import { givenRegistration, type Past } from '../support/given.ts';
import {
  declined,
  givenBack,
  registered,
  roundOpened,
  withdrawn,
} from '../support/registration-life.ts';

// The deadline of all these rounds is 31/01/2024.
const on = (date: string, event: UnitRegistrationEvent, time = '10:00:00') =>
  [event, `2024-${date}T${time}+07:00`] as const;
const submitOn = (date: string, version: number, lateReasonId: string | null = null) =>
  on(date, registered(version, { lateReasonId }));
const opened = on('01-15', roundOpened);

type Story = readonly Past<UnitRegistrationEvent>[];
const lateness = (events: Story, change = {}) =>
  givenRegistration(events, change).state.submitted?.isLate;
const awaitedUntil = (events: Story, change = {}) =>
  waitingInRegistration(givenRegistration(events, change).state)[0]?.until;

describe('a first registration', () => {
  test.each([
    ['well before the deadline', '01-20', '10:00:00', false],
    ['in the last second of its day', '01-31', '23:59:59', false],
    ['in the first second of the day after', '02-01', '00:00:00', true],
  ] as const)('%s: late is %4$s', (_when, date, time, isLate) => {
    expect(lateness([opened, on(date, registered(1, { lateReasonId: 'why' }), time)])).toBe(isLate);
  });

  test('that is late says why, and a registration on time need not', () => {
    const story = givenRegistration([opened]);
    const submit = {
      type: 'submit',
      version: 1,
      sha256: 'sha-of-1',
      authorId: 'head-of-team-1',
      tasks: [],
      fromPaper: null,
    } as const;
    const late = { by: TEAM_HEAD, now: '2024-02-01T00:00:00+07:00' };
    story
      .when({ ...submit, lateReasonId: null }, late)
      .thenRefuses('missing-field', { dueOn: '2024-01-31' }, '/lateReason');
    expect(story.when({ ...submit, lateReasonId: 'why' }, late).refusal()).toBeNull();
    const inTime = { by: TEAM_HEAD, now: '2024-01-31T23:59:59+07:00' };
    expect(story.when({ ...submit, lateReasonId: null }, inTime).refusal()).toBeNull();
  });

  test('is late by the day on which the unit signed its paper, not by the day of its entering', () => {
    const submit = {
      type: 'submit',
      version: 1,
      sha256: 'sha-of-1',
      authorId: 'coordinator',
      tasks: [],
      lateReasonId: null,
      fromPaper: { headId: 'head-of-team-1', scanSha256: 'sha-of-scan' },
    } as const;
    const state = givenRegistration([opened])
      .when(submit, {
        occurredAt: '2024-01-30T16:00:00+07:00',
        now: '2024-02-02T09:00:00+07:00',
      })
      .then([
        registered(1, {
          authorId: 'coordinator',
          by: { ...TEAM_HEAD, personId: 'coordinator', roleId: 'cycleCoordinator' },
          tasks: [],
          fromPaper: submit.fromPaper,
        }),
      ]);
    expect(state.submitted).toMatchObject({ isLate: false, at: '2024-01-30T16:00:00+07:00' });
  });
});

describe('what was on time and came back', () => {
  const cameBack = (resubmitOn: string | null, date = '01-30') =>
    [opened, submitOn('01-29', 1), on(date, givenBack(resubmitOn))] as const;

  test('without a day stays on time, whenever it comes again', () => {
    expect(lateness([...cameBack(null), submitOn('02-20', 2)])).toBe(false);
  });

  test('is on time until the end of the day that was given, and late after it', () => {
    expect(lateness([...cameBack('2024-02-05'), submitOn('02-05', 2)])).toBe(false);
    expect(lateness([...cameBack('2024-02-05'), submitOn('02-06', 2, 'why')])).toBe(true);
  });

  test('with a day before the deadline is on time until the deadline, and late after it', () => {
    expect(lateness([...cameBack('2024-01-30'), submitOn('01-31', 2)])).toBe(false);
    expect(lateness([...cameBack('2024-01-30'), submitOn('02-10', 2, 'why')])).toBe(true);
  });

  test('and was late then stays late when it comes back once more', () => {
    const events = [...cameBack('2024-02-05'), submitOn('02-06', 2, 'why')];
    const again = [...events, on('02-07', givenBack('2024-02-10', 2)), submitOn('02-08', 3)];
    expect(lateness(again)).toBe(true);
  });

  test('is waited for until that day, else until the deadline, and after the deadline until no day', () => {
    expect(awaitedUntil(cameBack('2024-02-05'))).toBe('2024-02-05');
    expect(awaitedUntil(cameBack(null))).toBe('2024-01-31');
    expect(awaitedUntil(cameBack(null, '02-02'))).toBeNull();
  });
});

describe('what was late', () => {
  const late = [opened, submitOn('02-02', 1, 'why')] as const;

  test('stays late when it is returned and comes by the day that was given', () => {
    const events = [...late, on('02-03', givenBack('2024-02-10')), submitOn('02-04', 2)];
    expect(lateness(events)).toBe(true);
  });

  test('and its reason goes on with it: it is not asked for twice', () => {
    const { submitted } = givenRegistration([
      ...late,
      on('02-03', givenBack('2024-02-10')),
      submitOn('02-04', 2),
    ]).state;
    expect(submitted?.lateReasonId).toBe('why');
  });
});

describe('taken back', () => {
  test('on time and submitted anew after the deadline is late, and stays so when it is returned', () => {
    const anew = [
      opened,
      submitOn('01-30', 1),
      on('01-30', withdrawn),
      submitOn('02-02', 2, 'why'),
    ] as const;
    expect(lateness(anew)).toBe(true);
    expect(lateness([...anew, on('02-03', givenBack(null, 2)), submitOn('02-04', 3)])).toBe(true);
  });
});

describe('a decline', () => {
  const givenBackOn = (resubmitOn: string | null) =>
    [opened, on('01-30', declined()), on('02-02', givenBack(resubmitOn, null))] as const;

  test('on time that the leader gives back costs the unit no deadline', () => {
    expect(lateness([...givenBackOn('2024-02-09'), submitOn('02-09', 1)])).toBe(false);
    expect(lateness([...givenBackOn('2024-02-09'), submitOn('02-10', 1, 'why')])).toBe(true);
    expect(lateness([...givenBackOn(null), submitOn('02-10', 1)])).toBe(false);
  });

  test('after the deadline is late, and so is what the unit registers after all', () => {
    const events = [opened, on('02-02', declined()), on('02-03', givenBack('2024-02-09', null))];
    expect(lateness([...events, submitOn('02-04', 1, 'why')])).toBe(true);
  });
});

describe('a second round', () => {
  const anew = on('02-20', { ...roundOpened, returnedReasonId: 'act-of-reopening' });
  const second = (wasLate: boolean | null) => ({ round: 2, lastSubmitted: 1, wasLate });

  test('is on time or late as the first was', () => {
    expect(lateness([anew, submitOn('02-25', 2)], second(false))).toBe(false);
    expect(lateness([anew, submitOn('02-25', 2, 'why')], second(true))).toBe(true);
  });

  test('that is opened after the deadline is waited for until no day', () => {
    expect(awaitedUntil([anew], second(false))).toBeNull();
  });

  test('is the first of a unit that came later: late only where it came before the deadline', () => {
    expect(lateness([anew, submitOn('02-25', 1)], second(null))).toBe(false);
    const inTime = on('01-20', { ...roundOpened, returnedReasonId: 'act-of-reopening' });
    expect(lateness([inTime, submitOn('01-30', 1)], second(null))).toBe(false);
    expect(lateness([inTime, submitOn('02-02', 1, 'why')], second(null))).toBe(true);
    expect(awaitedUntil([inTime], second(null))).toBe('2024-01-31');
  });
});
