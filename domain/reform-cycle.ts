import type { Authority } from './authority.ts';
import { checkMoment, type CycleClock, type LastStep } from './cycle-clock.ts';
import type { Commanded } from './commanded.ts';
import { closesAt } from './cycle-closing.ts';
import {
  applyDraft,
  decideDraft,
  type Draft,
  type DraftCommand,
  type DraftEvent,
  type DraftReport,
} from './draft.ts';
import { DomainError } from './errors.ts';
import { addDays, endOfDay, isBefore, type Instant, type LocalDate } from './local-date.ts';
import type { PlanSchedule } from './plan.ts';
import { applyPeriod, type PeriodEvent, type PeriodReport } from './registration-reports.ts';
import {
  decidePeriod,
  type PeriodCommand,
  type RegistrationPeriod,
} from './registration-period.ts';
import type { SubmittedPaper } from './submitted-paper.ts';
import {
  decideYearStrand,
  type OpenedStrand,
  type YearStrandCommand,
  type YearStrandEvent,
  type YearStrandReport,
} from './year-strand.ts';

export type PlanState =
  | { readonly phase: 'drafting'; readonly returnedVersion: number | null }
  | {
      readonly phase: 'awaiting-approval';
      readonly submitted: SubmittedPaper;
      readonly submittedBy: Authority;
      readonly submittedAt: Instant;
    }
  | {
      readonly phase: 'approved' | 'issued';
      readonly submitted: SubmittedPaper;
      readonly approvedBy: Authority;
      readonly approvedAt: Instant;
      readonly paperId: string;
      readonly issuedOn: LocalDate | null;
    };

/** A step of the year with its last day, as the plan's schedule gives it. */
export interface DueStep {
  readonly step: 'plan' | 'registration' | 'check-Q1' | 'check-Q2' | 'check-Q3' | 'check-Q4';
  readonly dueOn: LocalDate;
}

export interface ReformCycleState {
  readonly officeId: string;
  readonly year: number;
  readonly clock: CycleClock;
  readonly schedule: readonly DueStep[];
  readonly passed: readonly DueStep[];
  readonly plan: PlanState;
  /** Since when the plan stands as it does; null in what 0.1.0 wrote. */
  readonly planSince: Instant | null;
  /** The newest version that was put before the leader; 0: none. A version goes there once. */
  readonly lastSubmitted: number;
  /** null: registration has not been opened. */
  readonly registration: RegistrationPeriod | null;
  /** Papers of the year's rooms, from their first draft on. */
  readonly drafts: readonly Draft[];
  /** Conference, questions, checks and so on, in the order in which they were opened. */
  readonly strands: readonly OpenedStrand[];
  /** `told`: the open strands know that the clock runs by itself again. */
  readonly wentLive: 'no' | 'untold' | 'told';
  readonly cancelled: { readonly at: Instant; readonly by: Authority } | null;
  /** The year is summed up and over; its workflow has ended. */
  readonly closed: { readonly at: Instant } | null;
  readonly last: LastStep | null;
}

export type ReformCycleCommand = Commanded &
  (
    | {
        readonly type: 'submitPlan';
        readonly submitted: SubmittedPaper;
        readonly schedule: readonly DueStep[];
      }
    | { readonly type: 'cancelCycle'; readonly reasonId: string }
    | { readonly type: 'goLive' }
    | PeriodCommand
    | DraftCommand
    | YearStrandCommand
  );

/** What a strand reports to the cycle when a decision fell or a paper moved on. */
export type StrandReport =
  | {
      readonly type: 'PlanApproved';
      readonly version: number;
      readonly paperId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'PlanReturned';
      readonly version: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'PlanWithdrawn'; readonly version: number; readonly by: Authority }
  | { readonly type: 'PlanIssued'; readonly paperId: string; readonly issuedOn: LocalDate }
  | { readonly type: 'PaperClosed'; readonly paperId: string }
  | PeriodReport
  | DraftReport
  | YearStrandReport;

export type ReformCycleEvent =
  | StrandReport
  | PeriodEvent
  | DraftEvent
  | YearStrandEvent
  | { readonly type: 'CycleWentLive'; readonly by: Authority }
  | { readonly type: 'StrandsToldOfLiveClock' }
  | { readonly type: 'CycleClosed' }
  | { readonly type: 'CycleStarted'; readonly schedule: readonly DueStep[]; readonly by: Authority }
  | {
      readonly type: 'PlanSubmitted';
      readonly submitted: SubmittedPaper;
      readonly schedule: readonly DueStep[];
      readonly by: Authority;
    }
  | { readonly type: 'DeadlinePassed'; readonly due: DueStep }
  | { readonly type: 'CycleCancelled'; readonly reasonId: string; readonly by: Authority };

/** The plan is due when registration opens on it; registration and checks on their own days. */
export const dueStepsOf = (schedule: PlanSchedule): readonly DueStep[] => [
  { step: 'plan', dueOn: schedule.registrationOpensOn },
  { step: 'registration', dueOn: schedule.registrationDeadline },
  { step: 'check-Q1', dueOn: schedule.checks.Q1 },
  { step: 'check-Q2', dueOn: schedule.checks.Q2 },
  { step: 'check-Q3', dueOn: schedule.checks.Q3 },
  { step: 'check-Q4', dueOn: schedule.checks.Q4 },
];

export const startReformCycle = (
  officeId: string,
  year: number,
  clock: CycleClock,
): ReformCycleState => ({
  officeId,
  year,
  clock,
  schedule: [],
  passed: [],
  plan: { phase: 'drafting', returnedVersion: null },
  planSince: null,
  lastSubmitted: 0,
  registration: null,
  drafts: [],
  strands: [],
  wentLive: 'no',
  cancelled: null,
  closed: null,
  last: null,
});

const refuseAsOutOfTime = (state: ReformCycleState, message: string): never => {
  throw new DomainError('out-of-time', message, {
    phase: state.cancelled ? 'cancelled' : state.closed ? 'closed' : state.plan.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });
};

/** @throws DomainError out-of-time, stale-version, impossible-date */
export const decideReformCycle = (
  state: ReformCycleState,
  command: ReformCycleCommand,
  now: Instant,
): void => {
  if (state.cancelled) refuseAsOutOfTime(state, 'the cycle has been cancelled');
  if (state.closed) refuseAsOutOfTime(state, 'the year is closed');
  checkMoment(state.clock, state.last, command.occurredAt, now);
  switch (command.type) {
    case 'submitPlan':
      if (state.plan.phase !== 'drafting') {
        refuseAsOutOfTime(state, 'a plan is submitted while it is being drafted');
      }
      if (command.submitted.version <= state.lastSubmitted) {
        throw new DomainError('stale-version', 'a version goes before the leader once', {
          given: command.submitted.version,
          current: state.lastSubmitted,
        });
      }
      return;
    case 'cancelCycle':
      return;
    case 'goLive':
      if (state.clock.mode === 'live') {
        refuseAsOutOfTime(state, "the cycle's clock runs by itself already");
      }
      return;
    case 'submitDraft':
    case 'dropDraft':
      decideDraft(state.drafts, command);
      return;
    case 'openStrand':
      decideYearStrand(state.strands, command);
      return;
    default:
      decidePeriod(state.registration, command);
  }
};

export const applyReformCycle = (command: ReformCycleCommand): ReformCycleEvent => {
  switch (command.type) {
    case 'submitPlan':
      return {
        type: 'PlanSubmitted',
        submitted: command.submitted,
        schedule: command.schedule,
        by: command.by,
      };
    case 'cancelCycle':
      return { type: 'CycleCancelled', reasonId: command.reasonId, by: command.by };
    case 'goLive':
      return { type: 'CycleWentLive', by: command.by };
    case 'submitDraft':
    case 'dropDraft':
      return applyDraft(command, command.by);
    case 'openStrand':
      return { type: 'StrandOpened', strand: command.strand, by: command.by };
    default:
      return applyPeriod(command, command.by);
  }
};

const isPassed = (state: ReformCycleState, due: DueStep): boolean =>
  state.passed.some(({ step, dueOn }) => step === due.step && dueOn === due.dueOn);

/** Deadlines that lie before the moment and were not recorded yet, earliest first. */
export const deadlinesPassedBy = (state: ReformCycleState, at: Instant): readonly DueStep[] =>
  state.schedule
    .filter((due) => !isPassed(state, due) && isBefore(endOfDay(due.dueOn), at))
    .toSorted((left, right) => left.dueOn.localeCompare(right.dueOn));

/**
 * When the next deadline has passed: the first moment of the day after; or when the year closes. null when
 * nothing of that is left.
 */
export const nextDeadlineEnd = (state: ReformCycleState): Instant | null => {
  if (state.clock.mode === 'entered') return null;
  const open = state.schedule.filter((due) => !isPassed(state, due)).map(({ dueOn }) => dueOn);
  const ends = open.map((dueOn) => `${addDays(dueOn, 1)}T00:00:00+07:00`);
  const closing = closesAt(state);
  return (closing === null ? ends : [...ends, closing]).toSorted()[0] ?? null;
};
