import type { ApprovalState } from './approval.ts';
import type { RoleId } from './authority.ts';
import type { DocumentIssueState } from './document-issue.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { ReformCycleState } from './reform-cycle.ts';

export type WaitingFor =
  | 'submit-plan'
  | 'correct-plan'
  | 'approve-plan'
  | 'sign-paper'
  | 'number-paper'
  | 'stamp-paper'
  | 'scan-paper'
  | 'issue-paper'
  | 'hand-over-paper'
  | 'mend-delivery';

/** Who is waited for (a role, or one person), for what, since and until when. */
export interface Waiting {
  readonly what: WaitingFor;
  readonly role: RoleId | null;
  readonly personId: string | null;
  readonly since: Instant;
  readonly until: LocalDate | null;
}

export const waitingInCycle = (state: ReformCycleState): readonly Waiting[] => {
  if (state.cancelled || state.plan.phase !== 'drafting' || !state.last) return [];
  return [
    {
      what: state.plan.returnedVersion === null ? 'submit-plan' : 'correct-plan',
      role: 'cycleCoordinator',
      personId: null,
      since: state.last.at,
      until: state.schedule.find(({ step }) => step === 'plan')?.dueOn ?? null,
    },
  ];
};

export const waitingInApproval = (state: ApprovalState): readonly Waiting[] =>
  state.decision || !state.last
    ? []
    : [{ what: 'approve-plan', role: 'leader', personId: null, since: state.last.at, until: null }];

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
  const since = state.last?.at;
  if (since === undefined) return [];
  if (state.phase === 'awaiting-signature') {
    const base = { what: 'sign-paper', since, until: null } as const;
    return [
      { ...base, role: null, personId: state.signer.personId },
      { ...base, role: 'registryClerk', personId: null },
    ];
  }
  const what = clerkWaits(state);
  return what === null ? [] : [{ what, role: 'registryClerk', personId: null, since, until: null }];
};
