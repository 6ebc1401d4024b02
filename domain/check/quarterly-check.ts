import { isOwnSubmission, type Authority } from '../authority.ts';
import { checkNotTooEarly, type DataPeriod } from '../check-day.ts';
import type { Commanded } from '../commanded.ts';
import { checkMoment, momentOf, type CycleClock, type LastStep } from '../cycle-clock.ts';
import type { DraftNews } from '../draft.ts';
import { DomainError } from '../errors.ts';
import {
  addDays,
  endOfDay,
  isBefore,
  localDateOf,
  type Instant,
  type LocalDate,
} from '../local-date.ts';
import type { Quarter } from '../plan.ts';
import type { AssignmentStrand } from '../year-strand.ts';

/**
 * `reporting`: units report their figures. `held`: the results stand, and their report is on its way.
 * `done` and `cancelled` are its ends.
 */
export type CheckPhase = 'reporting' | 'held' | 'done' | 'cancelled';

/** A unit whose figures the check waits for, or has. */
export interface CheckedUnit {
  readonly unitId: string;
  readonly standing: 'awaited' | 'reported' | 'returned' | 'confirmed';
  /** The newest version that was reported; 0: none. */
  readonly version: number;
  /** The newest that was confirmed, which counts until a later one is. */
  readonly confirmed: number | null;
  readonly by: Authority | null;
  /** The coordinator's own figures go before the leader. */
  readonly isCoordinators: boolean;
  readonly at: Instant;
  readonly isLate: boolean;
  readonly returned: { readonly reasonId: string; readonly at: Instant } | null;
}

/** A visit to a unit, whose minutes both sides sign with the pen. */
export interface CheckVisit {
  readonly visitId: string;
  readonly unitId: string;
  readonly on: LocalDate;
  readonly contentVersion: number;
  /** Of the signed minutes; null: not scanned. */
  readonly scanSha256: string | null;
  readonly remedies: readonly AssignmentStrand[];
}

/** The results, as they stand in a version of the kind `check-results`. */
export interface HeldCheck {
  readonly version: number;
  readonly checkedOn: LocalDate;
  readonly dataPeriod: DataPeriod;
  /** False where the year's report stands for it. */
  readonly hasReport: boolean;
}

export interface QuarterlyCheckState {
  readonly year: number;
  readonly quarter: Quarter;
  readonly plannedOn: LocalDate;
  readonly dataPeriod: DataPeriod;
  readonly planVersion: number;
  readonly clock: CycleClock;
  readonly phase: CheckPhase;
  readonly openedAt: Instant;
  /** null: who is to report has not been read yet. */
  readonly units: readonly CheckedUnit[] | null;
  readonly visits: readonly (CheckVisit & { readonly by: Authority; readonly at: Instant })[];
  /** How many of the visits have their remedies opened as work. */
  readonly remediesOpened: number;
  readonly held: (HeldCheck & { readonly at: Instant; readonly by: Authority }) | null;
  readonly report: DraftNews | null;
  /** Past its planned day and not held: the coordinator is asked for it, then the leader told. */
  readonly overdue: 'no' | 'overdue' | 'escalated';
  readonly last: LastStep | null;
}

export type QuarterlyCheckCommand = Commanded &
  (
    | {
        readonly type: 'reportFigures';
        readonly unitId: string;
        readonly version: number;
        readonly isCoordinators: boolean;
        /** The last day in time: the planned one, or the working day after it; absent: the planned one. */
        readonly dueOn?: LocalDate;
      }
    | { readonly type: 'confirmFigures'; readonly unitId: string; readonly version: number }
    | {
        readonly type: 'returnFigures';
        readonly unitId: string;
        readonly version: number;
        readonly reasonId: string;
      }
    | { readonly type: 'recordVisit'; readonly visit: CheckVisit }
    | { readonly type: 'holdCheck'; readonly held: HeldCheck }
  );

export type QuarterlyCheckEvent =
  | { readonly type: 'CheckOpened'; readonly by: Authority }
  | { readonly type: 'UnitsAwaited'; readonly unitIds: readonly string[] }
  | {
      readonly type: 'FiguresReported';
      readonly unitId: string;
      readonly version: number;
      readonly isCoordinators: boolean;
      /** Absent in what was recorded before a deadline could move. */
      readonly dueOn?: LocalDate;
      readonly by: Authority;
    }
  | {
      readonly type: 'FiguresConfirmed';
      readonly unitId: string;
      readonly version: number;
      readonly by: Authority;
    }
  | {
      readonly type: 'FiguresReturned';
      readonly unitId: string;
      readonly version: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'VisitRecorded'; readonly visit: CheckVisit; readonly by: Authority }
  | { readonly type: 'RemediesOpened'; readonly visits: number }
  | { readonly type: 'CheckHeld'; readonly held: HeldCheck; readonly by: Authority }
  | { readonly type: 'CheckOverdue' }
  | { readonly type: 'CheckEscalated' }
  | { readonly type: 'CheckReportMoved'; readonly news: DraftNews }
  | { readonly type: 'CheckCancelled' }
  | { readonly type: 'ClockWentLive' };

/** So many days after the planned day the leader hears that a check has not been held. */
const ESCALATE_AFTER_DAYS = 3;

const refuse = (state: QuarterlyCheckState, message: string): DomainError =>
  new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });

export const isCheckOver = ({ phase }: Pick<QuarterlyCheckState, 'phase'>): boolean =>
  phase === 'done' || phase === 'cancelled';

/** The results went into a report that is before the leader or past: nothing of them changes. */
export const isReported = ({ report }: Pick<QuarterlyCheckState, 'report'>): boolean =>
  report !== null && report.phase !== 'drafting' && report.phase !== 'dropped';

/**
 * The check with its results, of which a report may be written.
 * @throws DomainError out-of-time before it was held, and once its report is before the leader or past
 */
export const heldCheckOf = (
  state: QuarterlyCheckState,
): QuarterlyCheckState & { readonly held: HeldCheck } => {
  const { held } = state;
  if (state.phase !== 'held' || held === null) throw refuse(state, `the check is ${state.phase}`);
  if (isReported(state)) throw refuse(state, 'the results stand in a report');
  return { ...state, held };
};

export const findCheckedUnit = (
  { units }: Pick<QuarterlyCheckState, 'units'>,
  unitId: string,
): CheckedUnit | null => units?.find((unit) => unit.unitId === unitId) ?? null;

const checkJudged = (
  state: QuarterlyCheckState,
  { unitId, version, by }: QuarterlyCheckCommand & { type: 'confirmFigures' | 'returnFigures' },
): void => {
  const unit = findCheckedUnit(state, unitId);
  if (unit?.standing !== 'reported') throw refuse(state, 'the unit has nothing to be judged');
  if (unit.version !== version) {
    throw new DomainError(
      'stale-version',
      'another report was read',
      { given: version, current: unit.version },
      '/version',
    );
  }
  if (!isOwnSubmission(by, [unit.by?.personId ?? null])) return;
  throw new DomainError('own-submission', 'nobody judges figures that they reported', { unitId });
};

const checkReporting = (state: QuarterlyCheckState, unitId: string): void => {
  if (findCheckedUnit(state, unitId)?.standing !== 'reported') return;
  throw refuse(state, 'the figures wait to be confirmed');
};

const checkVisited = (state: QuarterlyCheckState, visit: CheckVisit, today: LocalDate): void => {
  if (state.visits.some(({ visitId }) => visitId === visit.visitId)) {
    const details = { id: visit.visitId };
    throw new DomainError('duplicate-id', 'the visit is recorded', details, '/visit/visitId');
  }
  checkNotAfter(visit.on, today, '/visit/on');
};

const checkNotAfter = (on: LocalDate, today: LocalDate, place: string): void => {
  if (on <= today) return;
  throw new DomainError(
    'impossible-date',
    'a day that is still to come',
    { date: on, expected: `<= ${today}` },
    place,
  );
};

// What a unit has reported and nobody has judged is neither a figure nor missing.
const checkAllJudged = ({ units }: QuarterlyCheckState): void => {
  const unjudged = (units ?? []).filter(({ standing }) => standing === 'reported');
  if (unjudged.length === 0) return;
  const details = { units: unjudged.map(({ unitId }) => unitId) };
  throw new DomainError('not-ready', 'units have reported and nobody has judged it', details);
};

/** @throws DomainError out-of-time, stale-version, impossible-date, duplicate-id, not-ready */
export const decideQuarterlyCheck = (
  state: QuarterlyCheckState,
  command: QuarterlyCheckCommand,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  if (isCheckOver(state)) throw refuse(state, `the check is ${state.phase}`);
  const today = localDateOf(momentOf(state.clock, command.occurredAt, now));
  if (command.type === 'recordVisit') {
    checkVisited(state, command.visit, today);
    return;
  }
  if (isReported(state)) throw refuse(state, 'the results stand in a report');
  switch (command.type) {
    case 'reportFigures':
      checkReporting(state, command.unitId);
      return;
    case 'confirmFigures':
    case 'returnFigures':
      checkJudged(state, command);
      return;
    case 'holdCheck':
      checkNotTooEarly(command.held.checkedOn, command.held.dataPeriod, '/checkedOn');
      checkNotAfter(command.held.checkedOn, today, '/checkedOn');
      checkAllJudged(state);
      return;
  }
};

export const applyQuarterlyCheck = (command: QuarterlyCheckCommand): QuarterlyCheckEvent => {
  const { by } = command;
  switch (command.type) {
    case 'reportFigures':
      return {
        type: 'FiguresReported',
        unitId: command.unitId,
        version: command.version,
        isCoordinators: command.isCoordinators,
        ...(command.dueOn && { dueOn: command.dueOn }),
        by,
      };
    case 'confirmFigures':
      return { type: 'FiguresConfirmed', unitId: command.unitId, version: command.version, by };
    case 'returnFigures': {
      const { unitId, version, reasonId } = command;
      return { type: 'FiguresReturned', unitId, version, reasonId, by };
    }
    case 'recordVisit':
      return { type: 'VisitRecorded', visit: command.visit, by };
    case 'holdCheck':
      return { type: 'CheckHeld', held: command.held, by };
  }
};

interface Passed {
  readonly event: QuarterlyCheckEvent;
  readonly at: Instant;
}

/** What is still to come of itself: the planned day goes by, and the days that the leader waits. */
const marksLeft = ({ phase, overdue, plannedOn }: QuarterlyCheckState): readonly Passed[] => {
  if (phase !== 'reporting' || overdue === 'escalated') return [];
  const late: Passed = { event: { type: 'CheckOverdue' }, at: endOfDay(plannedOn) };
  const escalatedAt = endOfDay(addDays(plannedOn, ESCALATE_AFTER_DAYS));
  const told: Passed = { event: { type: 'CheckEscalated' }, at: escalatedAt };
  return overdue === 'no' ? [late, told] : [told];
};

export const marksPassedBy = (state: QuarterlyCheckState, at: Instant): readonly Passed[] =>
  marksLeft(state).filter((mark) => isBefore(mark.at, at));

/** When the next mark has passed; null: never, or a year is being entered. */
export const nextMarkAt = (state: QuarterlyCheckState): Instant | null => {
  if (state.clock.mode === 'entered') return null;
  const [next] = marksLeft(state);
  return next ? `${addDays(localDateOf(next.at), 1)}T00:00:00+07:00` : null;
};
