// Whatever units, coordinator and leader press, in whatever order: every fact can be told, and what the
// office relies on holds after every step.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../../domain/errors.ts';
import { evolveReformCycle, isNews } from '../../domain/reform-cycle-evolve.ts';
import { evolvePeriod } from '../../domain/registration-period-evolve.ts';
import {
  decidePeriod,
  leadOf,
  listEntriesOf,
  sharedTasksOf,
  taskOf,
  unitsWith,
  type RegistrationPeriod,
} from '../../domain/registration-period.ts';
import { applyPeriod } from '../../domain/registration-reports.ts';
import { evolveUnitRegistration } from '../../domain/unit-registration-evolve.ts';
import {
  applyUnitRegistration,
  decideUnitRegistration,
  type RegistrationPhase,
  type UnitRegistrationState,
} from '../../domain/unit-registration.ts';
import { waitingInCycle, waitingInRegistration } from '../../domain/waiting.ts';
import { COORDINATOR } from '../support/actors.ts';
import { FRESH_REGISTRATION, givenCycle, hoursAfter } from '../support/given.ts';
import { roundOpened, started } from '../support/registration-life.ts';
import {
  anyMoment,
  anyPeriodEvent,
  anyPeriodStep,
  anyRegistrationStep,
} from './any-registration.ts';

const RUNS = { seed: 20_240_115 } as const;
const START = '2024-01-15T08:00:00+07:00';

const isRefused = (decide: () => void): boolean => {
  try {
    decide();
    return false;
  } catch (error) {
    // Anything but a refusal by a rule is a fault of the rules.
    if (error instanceof DomainError) return true;
    throw error;
  }
};

const MAY_FOLLOW: Readonly<Record<RegistrationPhase, readonly RegistrationPhase[]>> = {
  open: ['submitted', 'declining'],
  submitted: ['open', 'returned', 'accepted'],
  returned: ['submitted', 'declining'],
  declining: ['open', 'returned', 'declined'],
  accepted: [],
  declined: [],
  cancelled: [],
};

const checkRound = (before: UnitRegistrationState, after: UnitRegistrationState): void => {
  expect(MAY_FOLLOW[before.phase]).toContain(after.phase);
  expect(after.submitted !== null).toBe(['submitted', 'accepted'].includes(after.phase));
  expect(after.declined !== null).toBe(['declining', 'declined'].includes(after.phase));
  expect(after.lastSubmitted).toBeGreaterThanOrEqual(before.lastSubmitted);
  if (after.submitted) expect(after.submitted.version).toBe(after.lastSubmitted);
  if (after.submitted?.isLate === true) expect(after.submitted.lateReasonId).not.toBeNull();
  // What was late when it came back is never on time again.
  if (before.returned && before.wasLate === true) expect(after.wasLate).toBe(true);
  const isSettled = ['accepted', 'declined'].includes(after.phase);
  expect(after.judgedBy !== null).toBe(isSettled);
  expect(waitingInRegistration(after)).toHaveLength(isSettled ? 0 : 1);
};

test('no order of presses accepts what was not read, on time what was late, or twice', () => {
  const ends = new Set<RegistrationPhase>();
  let returned = 0;
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(anyRegistrationStep, { minLength: 10, maxLength: 40, size: 'max' }),
      (isCoordinators, asked) => {
        let state = evolveUnitRegistration(
          { ...FRESH_REGISTRATION, isCoordinators },
          roundOpened,
          START,
        );
        let now = START;
        for (const { command: make, hoursLater } of asked) {
          now = hoursAfter(now, hoursLater);
          const before = state;
          const command = make(before);
          if (
            isRefused(() => {
              decideUnitRegistration(before, command, now);
            })
          )
            continue;
          if (command.type === 'accept') expect(command.version).toBe(before.submitted?.version);
          if (command.type === 'giveBack') returned += 1;
          state = evolveUnitRegistration(state, applyUnitRegistration(command), now);
          checkRound(before, state);
        }
        ends.add(state.phase);
      },
    ),
    { ...RUNS, numRuns: 1_000 },
  );
  // The property would say nothing if no round ever came that far.
  expect([...ends].toSorted()).toEqual([
    'accepted',
    'declined',
    'declining',
    'open',
    'returned',
    'submitted',
  ]);
  expect(returned).toBeGreaterThan(100);
});

const accept = (period: RegistrationPeriod) =>
  new Map(period.units.map((unit) => [`${unit.unitId} ${String(unit.round)}`, unit.accepted]));

const checkSharedTasks = (period: RegistrationPeriod): void => {
  const shared = sharedTasksOf(period);
  const names = shared.flatMap(({ key, joinedKeys }) => [key, ...joinedKeys]);
  expect(new Set(names).size).toBe(names.length);
  for (const { key, joinedKeys, leadUnitId, unitIds } of shared) {
    const task = taskOf(period, key);
    expect(unitIds).toContain(leadUnitId);
    expect(unitIds).toEqual(unitsWith(period, task));
    expect(leadUnitId).toBe(leadOf(period, task));
    const held = period.units.flatMap(({ accepted }) => accepted?.tasks ?? []);
    for (const name of [key, ...joinedKeys]) expect(held).toContain(name);
  }
  // No circle: every name leads to a task that is joined with nothing.
  for (const key of Object.keys(period.joined)) {
    expect(period.joined[taskOf(period, key)]).toBeUndefined();
  }
};

const checkPeriod = (before: RegistrationPeriod | null, after: RegistrationPeriod): void => {
  const ids = after.units.map(({ unitId }) => unitId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(listEntriesOf(after).map(({ unitId }) => unitId)).toEqual(ids);
  expect(after.list === null).toBe(after.phase === 'open');
  expect(after.result !== null).toBe(after.phase === 'approved');
  if (after.phase === 'open') {
    expect(after.units.map(({ standing }) => standing)).not.toContain('supplement');
  }
  if (before?.phase === 'approved') expect(after.phase).toBe('approved');
  const earlier = before ? accept(before) : new Map<string, unknown>();
  for (const [round, version] of accept(after)) {
    const was = earlier.get(round);
    if (was) expect(version).toEqual(was);
  }
  for (const unit of before?.units ?? []) expect(ids).toContain(unit.unitId);
  checkSharedTasks(after);
};

test('no order of presses and reports loses a unit, a lead, or an accepted version', () => {
  const seen = { approved: 0, shared: 0, chains: 0, supplements: 0 };
  fc.assert(
    fc.property(fc.array(anyPeriodStep, { minLength: 30, maxLength: 80, size: 'max' }), (steps) => {
      let cycle = givenCycle([started]).state;
      let now = START;
      steps.forEach((make, index) => {
        now = hoursAfter(now, 1);
        const before = cycle.registration;
        const step = make(before, now, index);
        if ('report' in step) {
          if (!isNews(cycle, step.report)) return;
          cycle = evolveReformCycle(cycle, step.report, now);
        } else {
          const { command } = step;
          if (
            isRefused(() => {
              decidePeriod(before, command);
            })
          )
            return;
          cycle = evolveReformCycle(cycle, applyPeriod(command, COORDINATOR), now);
        }
        if (cycle.registration) checkPeriod(before, cycle.registration);
        const closing = waitingInCycle(cycle).filter(({ what }) => what === 'close-list');
        expect(closing.length).toBeLessThanOrEqual(cycle.registration?.phase === 'open' ? 1 : 0);
      });
      const { registration } = cycle;
      if (!registration) return;
      if (registration.phase === 'approved') seen.approved += 1;
      if (sharedTasksOf(registration).length > 0) seen.shared += 1;
      if (Object.values(registration.joined).some((into) => registration.joined[into]))
        seen.chains += 1;
      if (registration.units.some(({ standing }) => standing.startsWith('supp')))
        seen.supplements += 1;
    }),
    { ...RUNS, numRuns: 500 },
  );
  expect(Object.entries(seen).filter(([, times]) => times < 20)).toEqual([]);
});

test('whatever facts a period is told, in whatever order, none is a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyPeriodEvent, anyMoment), { maxLength: 40 }), (events) => {
      let period: RegistrationPeriod | null = null;
      for (const [event, at] of events) {
        period = evolvePeriod(period, event, at);
        if (!period) continue;
        expect(listEntriesOf(period)).toHaveLength(period.units.length);
        expect(sharedTasksOf(period).every(({ unitIds }) => unitIds.length > 1)).toBe(true);
      }
    }),
    { ...RUNS, numRuns: 1_000 },
  );
});
