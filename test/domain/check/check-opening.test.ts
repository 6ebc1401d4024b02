import { describe, expect, it } from 'vitest';
import {
  checksOpenedBy,
  checkStrandOf,
  dataPeriodFor,
  openingsLeft,
} from '../../../domain/check/check-opening.ts';
import { dueStepsOf, type ReformCycleEvent } from '../../../domain/reform-cycle.ts';
import { COORDINATOR, HEAD } from '../../support/actors.ts';
import { givenCycle, refusalOf } from '../../support/given.ts';

const schedule = dueStepsOf({
  registrationOpensOn: '2024-01-15',
  registrationDeadline: '2024-01-31',
  checks: { Q1: '2024-03-14', Q2: '2024-06-14', Q3: '2024-09-13', Q4: '2024-12-05' },
});
const submitted = {
  version: 3,
  boundHash: 'hash-of-3',
  pins: { template: 'template', locale: 'locale' },
  authorId: 'coordinator',
  signer: { personId: 'head', capacity: null },
};
const started: ReformCycleEvent = { type: 'CycleStarted', schedule, by: COORDINATOR };
const planSubmitted: ReformCycleEvent = {
  type: 'PlanSubmitted',
  submitted,
  schedule,
  by: COORDINATOR,
};
const approved: ReformCycleEvent = {
  type: 'PlanApproved',
  version: 3,
  paperId: 'plan-2024-v3',
  by: HEAD,
};
const ofQ1 = {
  kind: 'check',
  id: 'Q1',
  plannedOn: '2024-03-14',
  dataPeriod: { from: '2023-12-15', to: '2024-03-14' },
  planVersion: 3,
} as const;

describe('the schedule opens checks', () => {
  it('none while the plan is not approved', () => {
    const { state } = givenCycle([started, planSubmitted]);
    expect(openingsLeft(state)).toEqual([]);
    expect(refusalOf(() => checkStrandOf(state, 'Q1'))).toMatchObject({ code: 'not-ready' });
  });

  it('each two weeks before its planned day, by whoever approved the plan', () => {
    const { state } = givenCycle([started, planSubmitted, approved]);
    expect(checksOpenedBy(state, '2024-02-28T23:59:59+07:00')).toEqual([]);
    expect(checksOpenedBy(state, '2024-02-29T00:00:00+07:00')).toEqual([
      { strand: ofQ1, by: HEAD, at: '2024-02-29T00:00:00+07:00' },
    ]);
    expect(openingsLeft(state).map(({ at }) => at.slice(0, 10))).toEqual([
      '2024-02-29',
      '2024-05-31',
      '2024-08-30',
      '2024-11-21',
    ]);
  });

  it('at once with the approval where its day had come before', () => {
    const late = '2024-03-10T08:00:00+07:00';
    const { state } = givenCycle([started, planSubmitted, [approved, late]]);
    expect(checksOpenedBy(state, late).map(({ at }) => at)).toEqual([late]);
  });

  it('never a check that is open or has ended, and none in a cancelled year', () => {
    const open: ReformCycleEvent = { type: 'StrandOpened', strand: ofQ1, by: COORDINATOR };
    const { state } = givenCycle([started, planSubmitted, approved, open]);
    expect(openingsLeft(state).map(({ strand }) => strand.id)).toEqual(['Q2', 'Q3', 'Q4']);
    const cancelled = givenCycle([
      started,
      planSubmitted,
      approved,
      { type: 'CycleCancelled', reasonId: 'act-1', by: HEAD },
    ]);
    expect(openingsLeft(cancelled.state)).toEqual([]);
  });
});

describe('the data period of a check', () => {
  it('is the usual one where the planned day lies about its end', () => {
    expect(dataPeriodFor(2024, 'Q3', '2024-09-13')).toEqual({
      from: '2024-06-15',
      to: '2024-09-14',
    });
  });

  it('ends on the planned day where the office closes its books a week earlier, or more', () => {
    expect(dataPeriodFor(2024, 'Q4', '2024-12-05')).toEqual({
      from: '2024-09-15',
      to: '2024-12-05',
    });
  });

  it('begins with the year where the planned day comes before its quarter', () => {
    expect(dataPeriodFor(2024, 'Q4', '2024-09-12')).toEqual({
      from: '2023-12-15',
      to: '2024-09-12',
    });
  });
});
