import { isAssignmentOver, type AssignmentState } from './assignment.ts';
import type { RoleId } from './authority.ts';
import type { ConferenceState } from './conference/conference.ts';
import { findLivePaper, missingCalls, wasAnnounced } from './conference/conference-papers.ts';
import type { DocumentIssueState } from './document-issue.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { ReformCycleState } from './reform-cycle.ts';
import { awaitedUntil } from './registration-lateness.ts';
import { isSummaryOver, type SummaryState } from './summary/year-end-summary.ts';
import type { UnitRegistrationState } from './unit-registration.ts';

export type WaitingFor =
  | 'submit-plan'
  | 'correct-plan'
  | 'approve-plan'
  | 'open-registration'
  | 'register-unit'
  | 'correct-registration'
  | 'review-registration'
  | 'accept-registration'
  | 'consent-decline'
  | 'close-list'
  | 'approve-list'
  | 'approve-supplement'
  | 'correct-draft'
  | 'initial-content'
  | 'initial-form'
  | 'approve-draft'
  | 'do-work'
  | 'confirm-work'
  | 'summarise-year'
  | 'hold-signing'
  | 'sign-pledge'
  | 'scan-pledge'
  | 'submit-pledge'
  | 'invite-conference'
  | 'record-conference'
  | 'write-minutes'
  | 'submit-minutes'
  | 'announce-cancellation'
  | 'answer-question'
  | 'write-slip'
  | 'enter-reply'
  | 'report-figures'
  | 'correct-figures'
  | 'confirm-figures'
  | 'hold-check'
  | 'late-check'
  | 'write-quarter-report'
  | 'sign-paper'
  | 'number-paper'
  | 'stamp-paper'
  | 'scan-paper'
  | 'issue-paper'
  | 'hand-over-paper'
  | 'mend-delivery';

/** Who is waited for (a role, a unit's head, or one person), for what, since and until when. */
export interface Waiting {
  readonly what: WaitingFor;
  readonly role: RoleId | null;
  readonly personId: string | null;
  /** The unit whose head it waits for, or that it is about. */
  readonly unitId: string | null;
  readonly since: Instant;
  readonly until: LocalDate | null;
}

const noUnit = { personId: null, unitId: null } as const;

const waitingForPlan = (state: ReformCycleState, since: Instant): readonly Waiting[] =>
  state.plan.phase === 'drafting'
    ? [
        {
          ...noUnit,
          what: state.plan.returnedVersion === null ? 'submit-plan' : 'correct-plan',
          role: 'cycleCoordinator',
          since,
          until: state.schedule.find(({ step }) => step === 'plan')?.dueOn ?? null,
        },
      ]
    : [];

// Nothing left that a unit or the leader would have to do first, or the leader has given the list back:
// the coordinator closes it.
const waitingForList = ({ registration }: ReformCycleState): readonly Waiting[] => {
  if (!registration || registration.phase !== 'open') return [];
  const { units, returned, openedAt } = registration;
  const isSettled = units.every(({ standing }) => standing !== 'open');
  if (!isSettled && !returned) return [];
  const settledAt = isSettled
    ? units.map((unit) => unit.accepted?.at ?? unit.openedAt)
    : [openedAt];
  const since = [...settledAt, returned?.at ?? openedAt].toSorted().at(-1) ?? openedAt;
  return [{ ...noUnit, what: 'close-list', role: 'cycleCoordinator', since, until: null }];
};

// The plan is in force and nobody has opened registration on it yet.
const waitingForOpening = (state: ReformCycleState, since: Instant): readonly Waiting[] =>
  state.registration === null && state.plan.phase === 'issued'
    ? [
        {
          ...noUnit,
          what: 'open-registration',
          role: 'cycleCoordinator',
          since,
          until: state.schedule.find(({ step }) => step === 'plan')?.dueOn ?? null,
        },
      ]
    : [];

// Given back by the leader: whoever coordinates puts it right and submits it anew.
const waitingForDrafts = ({ drafts }: ReformCycleState): readonly Waiting[] =>
  drafts
    .filter(({ phase }) => phase === 'drafting')
    .map(({ returned, at }) => ({
      ...noUnit,
      what: 'correct-draft',
      role: 'cycleCoordinator',
      since: returned?.at ?? at,
      until: null,
    }));

export const waitingInCycle = (state: ReformCycleState): readonly Waiting[] => {
  if (state.cancelled || state.closed || !state.last) return [];
  const since = state.planSince ?? state.last.at;
  return [
    ...waitingForPlan(state, since),
    ...waitingForOpening(state, since),
    ...waitingForList(state),
    ...waitingForDrafts(state),
  ];
};

const REGISTRATION_WAITS = {
  open: 'register-unit',
  returned: 'correct-registration',
  submitted: 'review-registration',
  declining: 'consent-decline',
} as const;

export const waitingInRegistration = (state: UnitRegistrationState): readonly Waiting[] => {
  const { phase, unitId, last } = state;
  if (!last || phase === 'accepted' || phase === 'declined' || phase === 'cancelled') return [];
  const since = last.at;
  if (phase === 'open' || phase === 'returned') {
    const until = awaitedUntil(state);
    const what = REGISTRATION_WAITS[phase];
    return [{ what, role: null, personId: null, unitId, since, until }];
  }
  const base = { personId: null, unitId, since, until: null } as const;
  if (phase === 'submitted' && state.isCoordinators) {
    return [{ ...base, what: 'accept-registration', role: 'leader' }];
  }
  return [
    {
      ...base,
      what: REGISTRATION_WAITS[phase],
      role: phase === 'submitted' ? 'cycleCoordinator' : 'leader',
    },
  ];
};

/** The unit does the work; whoever coordinates confirms that it is done, or the leader where they report. */
export const waitingInAssignment = (state: AssignmentState): readonly Waiting[] => {
  const { phase, unitId, dueOn, report, last } = state;
  if (!last || isAssignmentOver(state)) return [];
  const base = { personId: null, unitId, since: last.at } as const;
  if (phase !== 'reported') return [{ ...base, what: 'do-work', role: null, until: dueOn }];
  const role = report?.by.roleId === 'cycleCoordinator' ? 'leader' : 'cycleCoordinator';
  return [{ ...base, what: 'confirm-work', role, until: null }];
};

/** Until the year's report goes to the leader; one that is given back waits with the drafts. */
export const waitingInSummary = (state: SummaryState): readonly Waiting[] => {
  const { openedAt, report } = state;
  const isWaited = report === null || report.phase === 'dropped';
  if (openedAt === null || isSummaryOver(state) || !isWaited) return [];
  return [
    { ...noUnit, what: 'summarise-year', role: 'cycleCoordinator', since: openedAt, until: null },
  ];
};

const conferenceWaits = (state: ConferenceState): WaitingFor | null => {
  switch (state.phase) {
    case 'planned':
    case 'invited':
    case 'postponed':
      if (state.hasDayCome) return 'record-conference';
      return missingCalls(state).length > 0 ? 'invite-conference' : null;
    case 'held':
      return 'write-minutes';
    case 'minutes':
      return findLivePaper(state, 'minutes') ? null : 'submit-minutes';
    case 'cancelled':
      return wasAnnounced(state) && !findLivePaper(state, 'conference-cancellation')
        ? 'announce-cancellation'
        : null;
    default:
      return null;
  }
};

/** The coordinator invites and records the day; the secretary writes what was said there. */
export const waitingInConference = (state: ConferenceState): readonly Waiting[] => {
  const what = conferenceWaits(state);
  if (what === null) return [];
  const isSecretarys = what === 'write-minutes' || what === 'submit-minutes';
  return [
    {
      what,
      unitId: null,
      role: isSecretarys ? null : 'cycleCoordinator',
      personId: isSecretarys ? state.secretaryId : null,
      since: what === 'record-conference' ? `${state.date}T00:00:00+07:00` : state.phaseSince,
      until: what === 'invite-conference' || what === 'record-conference' ? state.date : null,
    },
  ];
};

const clerkWaits = (state: DocumentIssueState): WaitingFor | null => {
  switch (state.phase) {
    case 'awaiting-number':
      return 'number-paper';
    case 'awaiting-stamp':
      return 'stamp-paper';
    case 'awaiting-issue':
      return state.signed?.how === 'ink' && state.scanSha256 === null
        ? 'scan-paper'
        : 'issue-paper';
    case 'delivering':
      if (state.deliveries?.some(({ status }) => status === 'undeliverable'))
        return 'mend-delivery';
      return state.deliveries?.some(({ status }) => status === 'to-hand-over')
        ? 'hand-over-paper'
        : null;
    default:
      return null;
  }
};

export const waitingInPaper = (state: DocumentIssueState): readonly Waiting[] => {
  // Mail that is sent meanwhile does not begin a wait anew.
  const since = state.phaseSince ?? state.last?.at ?? null;
  if (since === null) return [];
  const base = { what: 'sign-paper', unitId: null, since, until: null } as const;
  const forSigner = { ...base, role: null, personId: state.signer.personId };
  if (state.phase === 'awaiting-digital-signature') return [forSigner];
  if (state.phase === 'awaiting-signature') {
    return [forSigner, { ...base, role: 'registryClerk', personId: null }];
  }
  const what = clerkWaits(state);
  return what === null ? [] : [{ ...noUnit, what, role: 'registryClerk', since, until: null }];
};
