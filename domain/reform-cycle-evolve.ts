import { moveClock } from './cycle-clock.ts';
import { evolveDrafts, isDraftEvent, isNewsOfDraft } from './draft.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type {
  DueStep,
  PlanState,
  ReformCycleEvent,
  ReformCycleState,
  StrandReport,
} from './reform-cycle.ts';
import { evolvePeriod, isNewsOfPeriod } from './registration-period-evolve.ts';
import type { PeriodEvent } from './registration-reports.ts';
import { evolveYearStrands, isNewsOfYearStrand, isYearStrandEvent } from './year-strand.ts';

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

const PLAN_EVENTS: readonly ReformCycleEvent['type'][] = [
  'CycleStarted',
  'PlanSubmitted',
  'PlanApproved',
  'PlanReturned',
  'PlanWithdrawn',
  'PlanIssued',
];

const isOfPeriod = (event: ReformCycleEvent): event is PeriodEvent => {
  if (isDraftEvent(event) || isYearStrandEvent(event)) return false;
  switch (event.type) {
    case 'CycleStarted':
    case 'PlanSubmitted':
    case 'PlanApproved':
    case 'PlanReturned':
    case 'PlanWithdrawn':
    case 'PlanIssued':
    case 'PaperClosed':
    case 'DeadlinePassed':
    case 'CycleCancelled':
    case 'CycleWentLive':
    case 'StrandsToldOfLiveClock':
    case 'CycleClosed':
      return false;
    default:
      return true;
  }
};

// The day that the units were told counts, whatever the plan foresees before or after.
const withRegistration = (
  schedule: readonly DueStep[],
  dueOn: LocalDate | undefined,
): readonly DueStep[] =>
  dueOn === undefined
    ? schedule
    : schedule.map((due) => (due.step === 'registration' ? { ...due, dueOn } : due));

const evolveSchedule = (
  { schedule, registration }: ReformCycleState,
  event: ReformCycleEvent,
): readonly DueStep[] => {
  switch (event.type) {
    case 'CycleStarted':
    case 'PlanSubmitted':
      return withRegistration(event.schedule, registration?.dueOn);
    case 'RegistrationPeriodOpened':
      return withRegistration(schedule, event.period.dueOn);
    default:
      return schedule;
  }
};

const evolveClock = (
  { clock, wentLive }: ReformCycleState,
  event: ReformCycleEvent,
  at: Instant,
): Pick<ReformCycleState, 'clock' | 'wentLive'> => {
  if (event.type === 'CycleWentLive') return { clock: { mode: 'live' }, wentLive: 'untold' };
  return {
    clock: moveClock(clock, at),
    wentLive: event.type === 'StrandsToldOfLiveClock' ? 'told' : wentLive,
  };
};

// What the cycle does of itself is nobody's last step.
const OWN_DOING: readonly ReformCycleEvent['type'][] = [
  'DeadlinePassed',
  'StrandsToldOfLiveClock',
  'DraftOwnerTold',
  'CycleClosed',
];

const personOf = (event: ReformCycleEvent): string | null =>
  'by' in event ? event.by.personId : null;

/** Total: every event moves the clock and the last step, some the plan or the schedule. */
export const evolveReformCycle = (
  state: ReformCycleState,
  event: ReformCycleEvent,
  at: Instant,
): ReformCycleState => ({
  ...state,
  ...evolveClock(state, event, at),
  schedule: evolveSchedule(state, event),
  passed: event.type === 'DeadlinePassed' ? [...state.passed, event.due] : state.passed,
  plan: evolvePlan(state.plan, event, at),
  planSince: PLAN_EVENTS.includes(event.type) ? at : state.planSince,
  lastSubmitted: event.type === 'PlanSubmitted' ? event.submitted.version : state.lastSubmitted,
  registration: isOfPeriod(event)
    ? evolvePeriod(state.registration, event, at)
    : state.registration,
  drafts: isDraftEvent(event) ? evolveDrafts(state.drafts, event, at) : state.drafts,
  strands: isYearStrandEvent(event) ? evolveYearStrands(state.strands, event, at) : state.strands,
  cancelled: event.type === 'CycleCancelled' ? { at, by: event.by } : state.cancelled,
  closed: event.type === 'CycleClosed' ? { at } : state.closed,
  last: OWN_DOING.includes(event.type)
    ? state.last
    : { at, event: event.type, personId: personOf(event) },
});

/** False for a report that the cycle already knows, or that came too late to matter. */
export const isNews = (state: ReformCycleState, report: StrandReport): boolean => {
  if (state.cancelled || state.closed) return false;
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
    case 'DraftApproved':
    case 'DraftReturned':
    case 'DraftWithdrawn':
    case 'DraftIssued':
    case 'DraftDropped':
      return isNewsOfDraft(state.drafts, report);
    case 'StrandOpened':
    case 'StrandEnded':
      return isNewsOfYearStrand(state.strands, report);
    default:
      return isNewsOfPeriod(state.registration, report);
  }
};
