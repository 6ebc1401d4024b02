import { moveClock } from '../cycle-clock.ts';
import { endOfDay, isBefore, type Instant } from '../local-date.ts';
import {
  findCheckedUnit,
  type CheckedUnit,
  type QuarterlyCheckEvent,
  type QuarterlyCheckState,
} from './quarterly-check.ts';

const awaited = (unitId: string, at: Instant): CheckedUnit => ({
  unitId,
  standing: 'awaited',
  version: 0,
  confirmed: null,
  by: null,
  isCoordinators: false,
  at,
  isLate: false,
  returned: null,
});

// A unit that took a task over in the meantime reports without having been asked.
const withUnit = (
  state: QuarterlyCheckState,
  unitId: string,
  at: Instant,
  change: Partial<CheckedUnit>,
): readonly CheckedUnit[] => {
  const units = state.units ?? [];
  const unit = findCheckedUnit(state, unitId);
  const changed = { ...(unit ?? awaited(unitId, at)), at, ...change };
  return unit ? units.map((one) => (one === unit ? changed : one)) : [...units, changed];
};

const withAwaited = (
  { units }: QuarterlyCheckState,
  unitIds: readonly string[],
  at: Instant,
): readonly CheckedUnit[] => {
  const known = units ?? [];
  const unknown = unitIds.filter((id) => !known.some(({ unitId }) => unitId === id));
  return [...known, ...unknown.map((unitId) => awaited(unitId, at))];
};

const evolveUnits = (
  state: QuarterlyCheckState,
  event: QuarterlyCheckEvent,
  at: Instant,
): QuarterlyCheckState['units'] => {
  switch (event.type) {
    case 'UnitsAwaited':
      return withAwaited(state, event.unitIds, at);
    case 'FiguresReported':
      return withUnit(state, event.unitId, at, {
        standing: 'reported',
        version: event.version,
        by: event.by,
        isCoordinators: event.isCoordinators,
        isLate: isBefore(endOfDay(event.dueOn ?? state.plannedOn), at),
      });
    case 'FiguresConfirmed':
      return withUnit(state, event.unitId, at, {
        standing: 'confirmed',
        confirmed: event.version,
      });
    case 'FiguresReturned':
      return withUnit(state, event.unitId, at, {
        standing: 'returned',
        returned: { reasonId: event.reasonId, at },
      });
    default:
      return state.units;
  }
};

const evolveStanding = (
  state: QuarterlyCheckState,
  event: QuarterlyCheckEvent,
  at: Instant,
): Partial<QuarterlyCheckState> => {
  switch (event.type) {
    case 'CheckOpened':
      return { openedAt: at };
    case 'VisitRecorded':
      return { visits: [...state.visits, { ...event.visit, by: event.by, at }] };
    case 'RemediesOpened':
      return { remediesOpened: event.visits };
    case 'CheckHeld':
      return {
        phase: event.held.hasReport ? 'held' : 'done',
        held: { ...event.held, at, by: event.by },
      };
    case 'CheckOverdue':
      return { overdue: 'overdue' };
    case 'CheckEscalated':
      return { overdue: 'escalated' };
    case 'CheckReportMoved':
      return {
        report: event.news,
        phase: event.news.phase === 'issued' ? 'done' : state.phase,
      };
    case 'CheckCancelled':
      return { phase: 'cancelled' };
    default:
      return {};
  }
};

// What the check does of itself is nobody's last step.
const OWN_DOING: readonly QuarterlyCheckEvent['type'][] = [
  'UnitsAwaited',
  'RemediesOpened',
  'CheckOverdue',
  'CheckEscalated',
  'CheckReportMoved',
];

/** Total: refuses nothing, whatever the order. */
export const evolveQuarterlyCheck = (
  state: QuarterlyCheckState,
  event: QuarterlyCheckEvent,
  at: Instant,
): QuarterlyCheckState => {
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  return {
    ...state,
    ...evolveStanding(state, event, at),
    units: evolveUnits(state, event, at),
    clock: moveClock(state.clock, at),
    last: OWN_DOING.includes(event.type)
      ? state.last
      : { at, event: event.type, personId: 'by' in event ? event.by.personId : null },
  };
};
