import { describe, expect, test } from 'vitest';
import { leadOf, sharedTasksOf } from '../../domain/registration-period.ts';
import type { PeriodEvent } from '../../domain/registration-reports.ts';
import type { Past } from '../support/given.ts';
import {
  givenPeriod,
  joined,
  leadSet,
  periodAfter,
  reopened,
  unitAccepted,
} from '../support/registration-life.ts';

const setLead = (key: string, unitId: string) => ({ type: 'setLead', key, unitId }) as const;
const join = (key: string, into: string | null) => ({ type: 'joinTasks', key, into }) as const;
const team1 = unitAccepted('team-1');
const team2 = unitAccepted('team-2', ['NV1'], { at: '2024-01-21T08:00:00+07:00' });

describe('who leads a task of several units', () => {
  const both = [team2, team1] as const;

  test('is the unit that the plan names, whoever came first', () => {
    expect(sharedTasksOf(periodAfter(team1, team2))).toEqual([
      { key: 'NV1', joinedKeys: [], leadUnitId: 'team-2', unitIds: ['team-1', 'team-2'] },
    ]);
  });

  test('is the one that was accepted first, where the plan names a unit without the task', () => {
    const at = (hour: string) => ({ at: `2024-01-20T${hour}:00:00+07:00` });
    const events = [
      unitAccepted('team-1', ['NV3'], at('10')),
      unitAccepted('team-2', ['NV3'], at('09')),
    ];
    expect(leadOf(periodAfter(...events), 'NV3')).toBe('team-2');
  });

  test('is the one that the coordinator chose', () => {
    const { registration } = givenPeriod(...both)
      .when(setLead('NV1', 'team-1'))
      .then([leadSet('NV1', 'team-1')]);
    expect(registration && leadOf(registration, 'NV1')).toBe('team-1');
  });

  test('is chosen among the units that have it, and of a task that there is', () => {
    givenPeriod(...both)
      .when(setLead('NV1', 'union'))
      .thenRefuses('unknown-reference', { expected: ['team-1', 'team-2'] }, '/unitId');
    givenPeriod(...both)
      .when(setLead('NV9', 'team-1'))
      .thenRefuses('unknown-reference', {}, '/key');
    givenPeriod().when(setLead('NV1', 'team-1')).thenRefuses('unknown-reference', {}, '/key');
  });

  test('is another one while the chosen one registers anew, and again that one when it is back', () => {
    const reopenedLead = [...both, leadSet('NV1', 'team-1'), reopened('team-1')];
    expect(leadOf(periodAfter(...reopenedLead), 'NV1')).toBe('team-2');
    const back = [...reopenedLead, unitAccepted('team-1', ['NV1'], { round: 2, version: 2 })];
    expect(leadOf(periodAfter(...back), 'NV1')).toBe('team-1');
  });

  test('is nobody where one unit has it, which then simply does it', () => {
    expect(sharedTasksOf(periodAfter(team1))).toEqual([]);
  });
});

describe("units' own tasks that are the same", () => {
  const own = (unitId: string, hour: string, round = 1) =>
    unitAccepted(unitId, [`${unitId}/own`], { at: `2024-01-20T${hour}:00:00+07:00`, round });
  const three = [own('team-1', '08'), own('team-2', '09'), own('team-3', '10')] as const;
  const shared = (...events: readonly Past<PeriodEvent>[]) => sharedTasksOf(periodAfter(...events));

  test('are one task after they were joined: one leads, the others take part', () => {
    const { registration } = givenPeriod(...three)
      .when(join('team-2/own', 'team-1/own'))
      .then([joined('team-2/own', 'team-1/own')]);
    expect(registration && sharedTasksOf(registration)).toEqual([
      {
        key: 'team-1/own',
        joinedKeys: ['team-2/own'],
        leadUnitId: 'team-1',
        unitIds: ['team-1', 'team-2'],
      },
    ]);
  });

  test('are joined with a task of the plan too', () => {
    expect(
      shared(...three, unitAccepted('union', ['NV2']), joined('team-1/own', 'NV2')),
    ).toMatchObject([
      {
        key: 'NV2',
        joinedKeys: ['team-1/own'],
        leadUnitId: 'team-1',
        unitIds: ['team-1', 'union'],
      },
    ]);
  });

  test('make a chain, whose members are all one task', () => {
    const chain = [
      ...three,
      joined('team-3/own', 'team-2/own'),
      joined('team-2/own', 'team-1/own'),
    ];
    expect(shared(...chain)).toMatchObject([
      { key: 'team-1/own', unitIds: ['team-1', 'team-2', 'team-3'] },
    ]);
    expect(shared(...chain)[0]?.joinedKeys.toSorted()).toEqual(['team-2/own', 'team-3/own']);
  });

  test('never make a circle', () => {
    const chain = [
      ...three,
      joined('team-3/own', 'team-2/own'),
      joined('team-2/own', 'team-1/own'),
    ];
    const story = givenPeriod(...chain);
    for (const key of ['team-1/own', 'team-2/own', 'team-3/own']) {
      for (const into of ['team-1/own', 'team-2/own', 'team-3/own']) {
        story.when(join(key, into)).thenRefuses('not-ready', { key });
      }
    }
  });

  test('are parted again', () => {
    const { registration } = givenPeriod(...three, joined('team-2/own', 'team-1/own'))
      .when(join('team-2/own', null))
      .then([joined('team-2/own', null)]);
    expect(registration && sharedTasksOf(registration)).toEqual([]);
  });

  test('are parted where they were joined, and nowhere else', () => {
    const story = givenPeriod(...three, joined('team-2/own', 'team-1/own'));
    for (const key of ['team-1/own', 'NV9']) {
      story.when(join(key, null)).thenRefuses('unknown-reference', { given: key }, '/key');
    }
  });

  test("a task of the plan is not made a unit's own", () => {
    givenPeriod(...three, team1)
      .when(join('NV1', 'team-2/own'))
      .thenRefuses('not-ready', { key: 'NV1' });
  });

  test('exist on both sides', () => {
    const story = givenPeriod(...three);
    story.when(join('union/own', 'team-1/own')).thenRefuses('unknown-reference', {}, '/key');
    story.when(join('team-1/own', 'union/own')).thenRefuses('unknown-reference', {}, '/into');
  });

  test('stay one when the unit whose task gave the name no longer has it', () => {
    const events = [
      ...three,
      joined('team-2/own', 'team-1/own'),
      joined('team-3/own', 'team-1/own'),
      reopened('team-1'),
      unitAccepted('team-1', ['NV1'], { round: 2 }),
    ];
    // The paper prints the name of the task that the key stands for: somebody must have it.
    expect(shared(...events)).toEqual([
      {
        key: 'team-2/own',
        joinedKeys: ['team-3/own'],
        leadUnitId: 'team-2',
        unitIds: ['team-2', 'team-3'],
      },
    ]);
  });

  test('have the lead that the coordinator chose for the joined task', () => {
    const events = [...three, joined('team-2/own', 'team-1/own')];
    const { registration } = givenPeriod(...events)
      .when(setLead('team-1/own', 'team-2'))
      .then([leadSet('team-1/own', 'team-2')]);
    expect(registration && sharedTasksOf(registration)[0]?.leadUnitId).toBe('team-2');
  });

  test('get their lead by any of their names', () => {
    const { registration } = givenPeriod(...three, joined('team-2/own', 'team-1/own'))
      .when(setLead('team-2/own', 'team-2'))
      .then([leadSet('team-2/own', 'team-2')]);
    expect(registration && sharedTasksOf(registration)[0]?.leadUnitId).toBe('team-2');
  });
});
