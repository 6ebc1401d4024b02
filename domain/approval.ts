import { isOwnSubmission, type Authority } from './authority.ts';
import { checkMoment, moveClock, type CycleClock, type LastStep } from './cycle-clock.ts';
import type { Commanded } from './commanded.ts';
import { DomainError } from './errors.ts';
import { nextInitial, type Initial, type InitialPart } from './initials.ts';
import type { Instant } from './local-date.ts';

export type ApprovalDecision = 'approved' | 'returned' | 'withdrawn' | 'cancelled';

/**
 * What the leader decides on: the plan, the closed list of registrations, what a unit adds after it, and
 * each paper that a room of the year wants to send out.
 */
export type ApprovalSubject =
  | { readonly kind: 'plan'; readonly year: number }
  | { readonly kind: 'registration-list'; readonly year: number }
  | {
      readonly kind: 'supplement';
      readonly year: number;
      readonly unitId: string;
      readonly round: number;
    }
  | { readonly kind: 'draft'; readonly year: number; readonly draftId: string };

/** One thing to approve, in one version. `boundHash` covers content, template and words. */
export interface ApprovalState {
  readonly subject: ApprovalSubject;
  readonly version: number;
  readonly boundHash: string;
  readonly authorId: string;
  readonly submittedBy: Authority;
  /** Given one after the other before the leader approves; absent or empty: none is asked. */
  readonly initials?: readonly Initial[];
  readonly clock: CycleClock;
  readonly decision: {
    readonly kind: ApprovalDecision;
    readonly by: Authority | null;
    readonly at: Instant;
    readonly reasonId: string | null;
  } | null;
  readonly last: LastStep | null;
}

export type ApprovalCommand = Commanded &
  (
    | { readonly type: 'approve'; readonly version: number; readonly boundHash: string }
    | {
        readonly type: 'giveBack';
        readonly version: number;
        readonly boundHash: string;
        readonly reasonId: string;
        /** By whoever was to initial that part; absent: by the leader. */
        readonly part?: InitialPart;
      }
    | {
        readonly type: 'initial';
        readonly part: InitialPart;
        readonly version: number;
        readonly boundHash: string;
      }
    | { readonly type: 'withdraw'; readonly version: number }
  );

export type ApprovalEvent =
  | { readonly type: 'ApprovalRequested'; readonly version: number; readonly by: Authority }
  | { readonly type: 'ContentInitialled'; readonly version: number; readonly by: Authority }
  | { readonly type: 'FormInitialled'; readonly version: number; readonly by: Authority }
  | { readonly type: 'Approved'; readonly version: number; readonly by: Authority }
  | {
      readonly type: 'Returned';
      readonly version: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'Withdrawn'; readonly version: number; readonly by: Authority }
  | { readonly type: 'ApprovalCancelled'; readonly version: number }
  | { readonly type: 'ClockWentLive' };

const checkSameThing = (state: ApprovalState, version: number, boundHash: string): void => {
  if (state.version === version && state.boundHash === boundHash) return;
  throw new DomainError('stale-version', 'what was read is not what waits for approval', {
    given: version,
    current: state.version,
  });
};

/** Who may not decide on the version: they submitted, wrote or initialled it. */
export const authorsOf = ({
  submittedBy,
  authorId,
  initials = [],
}: Pick<ApprovalState, 'submittedBy' | 'authorId' | 'initials'>): readonly string[] => [
  submittedBy.personId,
  authorId,
  ...initials.flatMap(({ given }) => given?.by.personId ?? []),
];

const checkWaitsFor = ({ initials = [] }: ApprovalState, part: InitialPart): void => {
  const next = nextInitial(initials)?.part ?? null;
  if (next === part) return;
  throw new DomainError('out-of-time', `the ${part} does not wait for an initial`, {
    given: part,
    waitsFor: next,
  });
};

const checkInitialled = ({ initials = [] }: ApprovalState): void => {
  const next = nextInitial(initials);
  if (!next) return;
  throw new DomainError('not-ready', `the ${next.part} is not initialled yet`, {
    waitsFor: next.part,
  });
};

const checkDecision = (
  state: ApprovalState,
  command: ApprovalCommand & { readonly type: 'approve' | 'giveBack' },
): void => {
  if (command.type === 'giveBack' && command.part !== undefined) {
    checkWaitsFor(state, command.part);
    return;
  }
  if (isOwnSubmission(command.by, authorsOf(state))) {
    throw new DomainError('own-submission', 'nobody decides on their own submission', {
      submittedBy: state.submittedBy.personId,
    });
  }
  if (command.type === 'approve') checkInitialled(state);
};

/** @throws DomainError out-of-time, stale-version, own-submission, not-ready, impossible-date */
export const decideApproval = (
  state: ApprovalState,
  command: ApprovalCommand,
  now: Instant,
): void => {
  if (state.decision) {
    throw new DomainError('out-of-time', 'this version has been decided', {
      phase: state.decision.kind,
      lastEvent: state.decision.kind,
      lastAt: state.decision.at,
      lastBy: state.decision.by?.personId ?? null,
    });
  }
  checkMoment(state.clock, state.last, command.occurredAt, now);
  if (command.type === 'withdraw') {
    checkSameThing(state, command.version, state.boundHash);
    return;
  }
  checkSameThing(state, command.version, command.boundHash);
  if (command.type === 'initial') checkWaitsFor(state, command.part);
  else checkDecision(state, command);
};

const EVENT_OF_INITIAL = { content: 'ContentInitialled', form: 'FormInitialled' } as const;

export const applyApproval = (command: ApprovalCommand): ApprovalEvent => {
  switch (command.type) {
    case 'approve':
      return { type: 'Approved', version: command.version, by: command.by };
    case 'giveBack':
      return {
        type: 'Returned',
        version: command.version,
        reasonId: command.reasonId,
        by: command.by,
      };
    case 'initial':
      return { type: EVENT_OF_INITIAL[command.part], version: command.version, by: command.by };
    case 'withdraw':
      return { type: 'Withdrawn', version: command.version, by: command.by };
  }
};

const decisionOf = (event: ApprovalEvent): ApprovalDecision | null => {
  switch (event.type) {
    case 'ApprovalRequested':
    case 'ContentInitialled':
    case 'FormInitialled':
    case 'ClockWentLive':
      return null;
    case 'Approved':
      return 'approved';
    case 'Returned':
      return 'returned';
    case 'Withdrawn':
      return 'withdrawn';
    case 'ApprovalCancelled':
      return 'cancelled';
  }
};

// Once given it stays given, to whomever it may come a second time.
const evolveInitials = (
  { initials = [] }: ApprovalState,
  event: ApprovalEvent,
  at: Instant,
): readonly Initial[] =>
  initials.map((initial) =>
    'by' in event && event.type === EVENT_OF_INITIAL[initial.part] && initial.given === null
      ? { ...initial, given: { by: event.by, at } }
      : initial,
  );

/** Total. A decision, once there, stays. */
export const evolveApproval = (
  state: ApprovalState,
  event: ApprovalEvent,
  at: Instant,
): ApprovalState => {
  const kind = decisionOf(event);
  const by = 'by' in event ? event.by : null;
  if (event.type === 'ClockWentLive') return { ...state, clock: { mode: 'live' } };
  return {
    ...state,
    ...(state.initials && { initials: evolveInitials(state, event, at) }),
    clock: moveClock(state.clock, at),
    decision:
      state.decision ??
      (kind === null
        ? null
        : { kind, by, at, reasonId: event.type === 'Returned' ? event.reasonId : null }),
    last: { at, event: event.type, personId: by?.personId ?? null },
  };
};
