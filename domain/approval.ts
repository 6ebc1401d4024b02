import { isOwnSubmission, type Authority } from './authority.ts';
import { checkMoment, moveClock, type CycleClock, type LastStep } from './cycle-clock.ts';
import type { Commanded } from './commanded.ts';
import { DomainError } from './errors.ts';
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
      }
    | { readonly type: 'withdraw'; readonly version: number }
  );

export type ApprovalEvent =
  | { readonly type: 'ApprovalRequested'; readonly version: number; readonly by: Authority }
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

/** @throws DomainError out-of-time, stale-version, own-submission, impossible-date */
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
  if (isOwnSubmission(command.by, [state.submittedBy.personId, state.authorId])) {
    throw new DomainError('own-submission', 'nobody decides on their own submission', {
      submittedBy: state.submittedBy.personId,
    });
  }
};

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
    case 'withdraw':
      return { type: 'Withdrawn', version: command.version, by: command.by };
  }
};

const decisionOf = (event: ApprovalEvent): ApprovalDecision | null => {
  switch (event.type) {
    case 'ApprovalRequested':
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
    clock: moveClock(state.clock, at),
    decision:
      state.decision ??
      (kind === null
        ? null
        : { kind, by, at, reasonId: event.type === 'Returned' ? event.reasonId : null }),
    last: { at, event: event.type, personId: by?.personId ?? null },
  };
};
