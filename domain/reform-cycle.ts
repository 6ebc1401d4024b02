import type { Authority } from './authority.ts';
import { checkMoment, moveClock, type CycleClock, type LastStep } from './cycle-clock.ts';
import { DomainError } from './errors.ts';
import { addDays, endOfDay, isBefore, type Instant, type LocalDate } from './local-date.ts';
import type { PlanSchedule, SigningCapacity } from './plan.ts';

/** Which templates and words a paper was approved with; kept until it is issued. */
export interface Pins {
  readonly template: string;
  readonly locale: string;
}

/** A plan version as it goes to the leader. `boundHash` covers content, template and words. */
export interface SubmittedPlan {
  readonly version: number;
  readonly boundHash: string;
  readonly pins: Pins;
  readonly authorId: string;
  readonly signer: { readonly personId: string; readonly capacity: SigningCapacity | null };
}

export type PlanState =
  | { readonly phase: 'drafting'; readonly returnedVersion: number | null }
  | {
      readonly phase: 'awaiting-approval';
      readonly submitted: SubmittedPlan;
      readonly submittedBy: Authority;
      readonly submittedAt: Instant;
    }
  | {
      readonly phase: 'approved' | 'issued';
      readonly submitted: SubmittedPlan;
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
  /** The newest version that was put before the leader; 0: none. A version goes there once. */
  readonly lastSubmitted: number;
  readonly cancelled: { readonly at: Instant; readonly by: Authority } | null;
  readonly last: LastStep | null;
}

interface Commanded {
  readonly actId: string;
  readonly by: Authority;
  readonly occurredAt: Instant | null;
}

export type ReformCycleCommand = Commanded &
  (
    | {
        readonly type: 'submitPlan';
        readonly submitted: SubmittedPlan;
        readonly schedule: readonly DueStep[];
      }
    | { readonly type: 'cancelCycle'; readonly reasonId: string }
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
  | { readonly type: 'PaperClosed'; readonly paperId: string };

export type ReformCycleEvent =
  | StrandReport
  | { readonly type: 'CycleStarted'; readonly schedule: readonly DueStep[]; readonly by: Authority }
  | {
      readonly type: 'PlanSubmitted';
      readonly submitted: SubmittedPlan;
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
  lastSubmitted: 0,
  cancelled: null,
  last: null,
});

const refuseAsOutOfTime = (state: ReformCycleState, message: string): never => {
  throw new DomainError('out-of-time', message, {
    phase: state.cancelled ? 'cancelled' : state.plan.phase,
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
    default: {
      const never: never = command;
      return never;
    }
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
  }
};

const evolvePlan = (plan: PlanState, event: ReformCycleEvent, at: Instant): PlanState => {
  switch (event.type) {
    case 'PlanSubmitted':
      return {
        phase: 'awaiting-approval',
        submitted: event.submitted,
        submittedBy: event.by,
        submittedAt: at,
      };
    case 'PlanApproved':
      if (plan.phase !== 'awaiting-approval' || plan.submitted.version !== event.version) {
        return plan;
      }
      return {
        phase: 'approved',
        submitted: plan.submitted,
        approvedBy: event.by,
        approvedAt: at,
        paperId: event.paperId,
        issuedOn: null,
      };
    case 'PlanReturned':
      return { phase: 'drafting', returnedVersion: event.version };
    case 'PlanWithdrawn':
      return { phase: 'drafting', returnedVersion: null };
    case 'PlanIssued':
      return plan.phase === 'approved'
        ? { ...plan, phase: 'issued', issuedOn: event.issuedOn }
        : plan;
    default:
      return plan;
  }
};

const personOf = (event: ReformCycleEvent): string | null =>
  'by' in event ? event.by.personId : null;

/** Total: every event moves the clock and the last step, some the plan or the schedule. */
export const evolveReformCycle = (
  state: ReformCycleState,
  event: ReformCycleEvent,
  at: Instant,
): ReformCycleState => ({
  ...state,
  clock: moveClock(state.clock, at),
  schedule:
    event.type === 'CycleStarted' || event.type === 'PlanSubmitted'
      ? event.schedule
      : state.schedule,
  passed: event.type === 'DeadlinePassed' ? [...state.passed, event.due] : state.passed,
  plan: evolvePlan(state.plan, event, at),
  lastSubmitted: event.type === 'PlanSubmitted' ? event.submitted.version : state.lastSubmitted,
  cancelled: event.type === 'CycleCancelled' ? { at, by: event.by } : state.cancelled,
  last:
    event.type === 'DeadlinePassed'
      ? state.last
      : { at, event: event.type, personId: personOf(event) },
});

const isPassed = (state: ReformCycleState, due: DueStep): boolean =>
  state.passed.some(({ step, dueOn }) => step === due.step && dueOn === due.dueOn);

/** Deadlines that lie before the moment and were not recorded yet, earliest first. */
export const deadlinesPassedBy = (state: ReformCycleState, at: Instant): readonly DueStep[] =>
  state.schedule
    .filter((due) => !isPassed(state, due) && isBefore(endOfDay(due.dueOn), at))
    .toSorted((left, right) => left.dueOn.localeCompare(right.dueOn));

/** When the next deadline has passed: the first moment of the day after; null when none is left. */
export const nextDeadlineEnd = (state: ReformCycleState): Instant | null => {
  if (state.clock.mode === 'entered') return null;
  const open = state.schedule.filter((due) => !isPassed(state, due)).map(({ dueOn }) => dueOn);
  const first = open.toSorted()[0];
  return first === undefined ? null : `${addDays(first, 1)}T00:00:00+07:00`;
};

/** False for a report that the cycle already knows, or that came too late to matter. */
export const isNews = (state: ReformCycleState, report: StrandReport): boolean => {
  if (state.cancelled) return false;
  switch (report.type) {
    case 'PlanApproved':
    case 'PlanReturned':
    case 'PlanWithdrawn':
      return (
        state.plan.phase === 'awaiting-approval' && state.plan.submitted.version === report.version
      );
    case 'PlanIssued':
      return state.plan.phase === 'approved' && state.plan.paperId === report.paperId;
    case 'PaperClosed':
      return state.plan.phase === 'issued' && state.plan.paperId === report.paperId;
  }
};
