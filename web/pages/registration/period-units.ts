import type { Instant, LocalDate } from '../../../domain/local-date.ts';
import { awaitedUntil } from '../../../domain/registration-lateness.ts';
import type {
  RegisteredUnit,
  RegistrationPeriod,
  UnitStanding,
} from '../../../domain/registration-period.ts';
import type {
  RegistrationPhase,
  UnitRegistrationState,
} from '../../../domain/unit-registration.ts';
import { registrationId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { waitersOf, type WaitingRow } from '../../waiters.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';

/** Where a unit stands, its running round and the period taken together. */
export type UnitPhase = RegistrationPhase | Exclude<UnitStanding, 'open'> | 'not-opened';

/** One unit of the period, as tables and grids show it. */
export interface UnitLine {
  readonly unitId: string;
  readonly name: string;
  readonly round: number;
  readonly phase: UnitPhase;
  readonly since: Instant | null;
  /** The day until which the unit itself is waited for; null: it is not. */
  readonly until: LocalDate | null;
  /** Came late, or has not come and is due. */
  readonly isLate: boolean;
  readonly lateReason: string | null;
  /** Why it was returned or reopened, or why it declined. */
  readonly reason: string | null;
  readonly version: number | null;
  readonly taskCount: number | null;
  readonly waitsFor: readonly string[];
}

interface UnitFacts {
  readonly unit: RegisteredUnit;
  /** null: the round was opened this very moment. */
  readonly state: UnitRegistrationState | null;
}

const phaseOf = ({ unit, state }: UnitFacts): UnitPhase => {
  if (unit.standing !== 'open') return unit.standing;
  if (state) return state.phase;
  return unit.reopenedReasonId === null ? 'open' : 'returned';
};

const awaitedOf = ({ unit, state }: UnitFacts, period: RegistrationPeriod): LocalDate | null => {
  const phase = phaseOf({ unit, state });
  if (phase !== 'open' && phase !== 'returned') return null;
  return state ? awaitedUntil(state) : period.dueOn;
};

const wasLate = ({ unit, state }: UnitFacts): boolean =>
  unit.accepted?.isLate ?? state?.submitted?.isLate ?? state?.wasLate ?? unit.wasLate ?? false;

const reasonIdOf = ({ unit, state }: UnitFacts): string | null => {
  switch (phaseOf({ unit, state })) {
    case 'returned':
      return state?.returned?.reasonId ?? unit.reopenedReasonId;
    case 'declining':
    case 'declined':
      return state?.declined?.reasonId ?? unit.declineReasonId;
    default:
      return null;
  }
};

const contentOf = ({ unit, state }: UnitFacts): Pick<UnitLine, 'version' | 'taskCount'> => {
  const registered = unit.accepted ?? state?.submitted;
  return registered
    ? { version: registered.version, taskCount: registered.tasks.length }
    : { version: null, taskCount: null };
};

const lineOf = (
  facts: UnitFacts,
  { cycle, period }: { readonly cycle: RunningCycle; readonly period: RegistrationPeriod },
): Omit<UnitLine, 'name' | 'waitsFor' | 'reason' | 'lateReason'> => {
  const { unit, state } = facts;
  const until = awaitedOf(facts, period);
  return {
    unitId: unit.unitId,
    round: unit.round,
    phase: phaseOf(facts),
    since: state?.last?.at ?? unit.openedAt,
    until,
    isLate: wasLate(facts) || (until !== null && until < cycle.day),
    ...contentOf(facts),
  };
};

const readLine = async (
  c: WebContext,
  cycle: RunningCycle,
  period: RegistrationPeriod,
  unit: RegisteredUnit,
): Promise<Omit<UnitLine, 'name' | 'waitsFor'>> => {
  const { strands, paperSources } = c.get('deps').acts.stores;
  const officeId = cycle.row.office_id;
  const id = registrationId(officeId, cycle.year, unit.unitId, unit.round);
  const state = (await strands.find(officeId, id, 'unitRegistration'))?.state ?? null;
  const facts = { unit, state };
  const readReason = (reasonId: string | null) =>
    reasonId === null ? null : paperSources.readReason(officeId, reasonId);
  return {
    ...lineOf(facts, { cycle, period }),
    lateReason: await readReason(state?.lateReasonId ?? null),
    reason: await readReason(reasonIdOf(facts)),
  };
};

const NOT_OPENED = {
  round: 0,
  phase: 'not-opened',
  since: null,
  until: null,
  isLate: false,
  lateReason: null,
  reason: null,
  version: null,
  taskCount: null,
  waitsFor: [],
} as const;

const REGISTRATION_WAITS: readonly WaitingRow['what'][] = [
  'register-unit',
  'correct-registration',
  'review-registration',
  'accept-registration',
  'consent-decline',
  'approve-supplement',
];

/** For whom each unit's registration waits, by the unit's id. */
const waitersByUnit = (
  rows: readonly WaitingRow[],
  { facts, nameOf }: RunningCycle,
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.unit_id === null || !REGISTRATION_WAITS.includes(row.what)) continue;
    const names = found.get(row.unit_id) ?? new Set();
    for (const personId of waitersOf(row, facts)) names.add(nameOf(personId));
    found.set(row.unit_id, names);
  }
  return new Map([...found].map(([unitId, names]) => [unitId, [...names]]));
};

/** The units of the period in its order, then those that came to the office after it was opened. */
export const readUnitLines = async (
  c: WebContext,
  cycle: RunningCycle,
  period: RegistrationPeriod,
  names: { readonly unit: (unitId: string) => string; readonly waiting: readonly WaitingRow[] },
): Promise<readonly UnitLine[]> => {
  const waiters = waitersByUnit(names.waiting, cycle);
  const lines = await Promise.all(
    period.units.map(async (unit) => ({
      ...(await readLine(c, cycle, period, unit)),
      name: names.unit(unit.unitId),
      waitsFor: waiters.get(unit.unitId) ?? [],
    })),
  );
  const newcomers = cycle.facts.units.filter(
    ({ id }) => !period.units.some(({ unitId }) => unitId === id),
  );
  return [...lines, ...newcomers.map(({ id, name }) => ({ ...NOT_OPENED, unitId: id, name }))];
};

const SETTLED: readonly UnitPhase[] = ['accepted', 'declined', 'supplement', 'supplement-approved'];

/** Nothing left to do for the unit before the list is closed. */
export const isSettled = ({ phase }: Pick<UnitLine, 'phase'>): boolean => SETTLED.includes(phase);

export const isRegistered = ({ phase }: Pick<UnitLine, 'phase'>): boolean =>
  isSettled({ phase }) && phase !== 'declined';
