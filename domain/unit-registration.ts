import { isOwnSubmission, type Authority } from './authority.ts';
import { checkMoment, momentOf, type CycleClock, type LastStep } from './cycle-clock.ts';
import type { Commanded } from './commanded.ts';
import { DomainError } from './errors.ts';
import type { Instant, LocalDate } from './local-date.ts';
import { awaitedUntil, isLateAt } from './registration-lateness.ts';
import type { TaskKey } from './registration.ts';

/**
 * `open`: to be registered. `returned`: to be corrected. `declining`: the unit has no task, and the leader
 * has not consented yet. `accepted`, `declined` and `cancelled` are the end of this round.
 */
export type RegistrationPhase =
  'open' | 'submitted' | 'returned' | 'declining' | 'accepted' | 'declined' | 'cancelled';

/** Entered for a unit from its paper: whose paper it is, and the scan that proves it. */
export interface FromPaper {
  readonly headId: string;
  readonly scanSha256: string;
}

export interface SubmittedRegistration {
  readonly version: number;
  /** Of the content's canonical text. */
  readonly sha256: string;
  readonly authorId: string;
  readonly tasks: readonly TaskKey[];
  readonly by: Authority;
  readonly at: Instant;
  readonly isLate: boolean;
  readonly lateReasonId: string | null;
  readonly fromPaper: FromPaper | null;
}

export interface UnitRegistrationState {
  readonly year: number;
  readonly unitId: string;
  /** 1, or more where the unit registers anew: reopened, or a supplement after the list was closed. */
  readonly round: number;
  /** The coordinator's own unit is accepted by the leader only. */
  readonly isCoordinators: boolean;
  readonly dueOn: LocalDate;
  readonly clock: CycleClock;
  readonly phase: RegistrationPhase;
  readonly submitted: SubmittedRegistration | null;
  readonly declined: {
    readonly reasonId: string;
    readonly by: Authority;
    readonly at: Instant;
    /** As for what is submitted. */
    readonly fromPaper: FromPaper | null;
  } | null;
  readonly returned: {
    readonly reasonId: string;
    readonly by: Authority;
    readonly at: Instant;
    readonly resubmitOn: LocalDate | null;
  } | null;
  /** The newest version that was submitted; 0: none. A version is submitted once. */
  readonly lastSubmitted: number;
  /** Of what the unit submitted or declined last; null: nothing yet. */
  readonly wasLate: boolean | null;
  readonly lateReasonId: string | null;
  /** Who accepted, or consented to the decline; null while neither. */
  readonly judgedBy: Authority | null;
  readonly last: LastStep | null;
}

export type UnitRegistrationCommand = Commanded &
  (
    | {
        readonly type: 'submit';
        readonly version: number;
        readonly sha256: string;
        readonly authorId: string;
        readonly tasks: readonly TaskKey[];
        readonly lateReasonId: string | null;
        readonly fromPaper: FromPaper | null;
      }
    | {
        readonly type: 'decline';
        readonly reasonId: string;
        readonly fromPaper: FromPaper | null;
      }
    | { readonly type: 'withdraw' }
    | {
        readonly type: 'giveBack';
        /** The version that was read; null: a decline. */
        readonly version: number | null;
        /** The reason that was read, where it is a decline; null: whichever stands. */
        readonly declineReasonId: string | null;
        readonly reasonId: string;
        readonly resubmitOn: LocalDate | null;
      }
    | { readonly type: 'accept'; readonly version: number; readonly sha256: string }
    | { readonly type: 'consent'; readonly reasonId: string }
  );

export type UnitRegistrationEvent =
  | {
      readonly type: 'RegistrationOpened';
      readonly dueOn: LocalDate;
      readonly by: Authority;
      readonly returnedReasonId: string | null;
    }
  | {
      readonly type: 'RegistrationSubmitted';
      readonly submitted: Omit<SubmittedRegistration, 'at' | 'isLate'>;
      readonly by: Authority;
    }
  | {
      readonly type: 'RegistrationDeclined';
      readonly reasonId: string;
      readonly fromPaper: FromPaper | null;
      readonly by: Authority;
    }
  | { readonly type: 'RegistrationWithdrawn'; readonly by: Authority }
  | {
      readonly type: 'RegistrationReturned';
      readonly version: number | null;
      readonly reasonId: string;
      readonly resubmitOn: LocalDate | null;
      readonly by: Authority;
    }
  | { readonly type: 'RegistrationAccepted'; readonly version: number; readonly by: Authority }
  | { readonly type: 'DeclineConsented'; readonly reasonId: string; readonly by: Authority }
  | { readonly type: 'RegistrationCancelled' }
  | { readonly type: 'ClockWentLive' };

const refuse = (state: UnitRegistrationState, message: string): never => {
  throw new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });
};

const requirePhase = (
  state: UnitRegistrationState,
  ...phases: readonly RegistrationPhase[]
): void => {
  if (!phases.includes(state.phase)) refuse(state, `the registration is ${state.phase}`);
};

const checkSubmitted = (
  state: UnitRegistrationState,
  command: UnitRegistrationCommand & { type: 'submit' },
  at: Instant,
): void => {
  requirePhase(state, 'open', 'returned');
  if (command.version <= state.lastSubmitted) {
    throw new DomainError('stale-version', 'a version is submitted once', {
      given: command.version,
      current: state.lastSubmitted,
    });
  }
  const hasReason = command.lateReasonId !== null || state.lateReasonId !== null;
  if (hasReason || !isLateAt(state, at)) return;
  throw new DomainError(
    'missing-field',
    'what comes late says why',
    { dueOn: awaitedUntil(state) },
    '/lateReason',
  );
};

const requireLeader = (by: Authority): void => {
  if (by.roleId === 'leader' || by.roleId === 'approver') return;
  throw new DomainError('no-power', 'this is for the leader to decide', {
    power: 'decideRegistration',
    roles: ['leader', 'approver'],
  });
};

const requireRead = (
  { submitted }: UnitRegistrationState,
  version: number | null,
  sha256 = submitted?.sha256,
): void => {
  const current = submitted?.version ?? null;
  if (current === version && submitted?.sha256 === sha256) return;
  throw new DomainError('stale-version', 'what was read is not what waits', {
    given: version,
    current,
  });
};

const requireReadReason = ({ declined }: UnitRegistrationState, reasonId: string | null): void => {
  if (reasonId === null || declined?.reasonId === reasonId) return;
  throw new DomainError('stale-version', 'the unit has declined with another reason since', {
    given: reasonId,
    current: declined?.reasonId ?? null,
  });
};

// A registration is whose who submits it, whoever typed it for the unit; from its paper, its head's.
const authorsOf = ({ submitted, declined }: UnitRegistrationState): readonly string[] => {
  const thing = submitted ?? declined;
  return thing ? [thing.fromPaper?.headId ?? thing.by.personId] : [];
};

const checkJudge = (state: UnitRegistrationState, by: Authority): void => {
  if (state.isCoordinators || state.phase === 'declining') requireLeader(by);
  if (isOwnSubmission(by, authorsOf(state))) {
    throw new DomainError('own-submission', 'nobody decides on their own submission', {
      submittedBy: state.submitted?.by.personId ?? state.declined?.by.personId ?? null,
    });
  }
};

/** @throws DomainError out-of-time, stale-version, missing-field, no-power, own-submission, impossible-date */
export const decideUnitRegistration = (
  state: UnitRegistrationState,
  command: UnitRegistrationCommand,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  switch (command.type) {
    case 'submit':
      checkSubmitted(state, command, momentOf(state.clock, command.occurredAt, now));
      return;
    case 'decline':
      requirePhase(state, 'open', 'returned');
      return;
    case 'withdraw':
      requirePhase(state, 'submitted', 'declining');
      return;
    case 'giveBack':
      requirePhase(state, 'submitted', 'declining');
      requireRead(state, command.version);
      requireReadReason(state, command.declineReasonId);
      checkJudge(state, command.by);
      return;
    case 'accept':
      requirePhase(state, 'submitted');
      requireRead(state, command.version, command.sha256);
      checkJudge(state, command.by);
      return;
    case 'consent':
      requirePhase(state, 'declining');
      if (state.declined?.reasonId !== command.reasonId) {
        refuse(state, 'the unit declined with another reason');
      }
      checkJudge(state, command.by);
      return;
  }
};

export const applyUnitRegistration = (command: UnitRegistrationCommand): UnitRegistrationEvent => {
  const { by } = command;
  switch (command.type) {
    case 'submit': {
      const { version, sha256, authorId, tasks, lateReasonId, fromPaper } = command;
      const submitted = { version, sha256, authorId, tasks, by, lateReasonId, fromPaper };
      return { type: 'RegistrationSubmitted', submitted, by };
    }
    case 'decline':
      return {
        type: 'RegistrationDeclined',
        reasonId: command.reasonId,
        fromPaper: command.fromPaper,
        by,
      };
    case 'withdraw':
      return { type: 'RegistrationWithdrawn', by };
    case 'giveBack':
      return {
        type: 'RegistrationReturned',
        version: command.version,
        reasonId: command.reasonId,
        resubmitOn: command.resubmitOn,
        by,
      };
    case 'accept':
      return { type: 'RegistrationAccepted', version: command.version, by };
    case 'consent':
      return { type: 'DeclineConsented', reasonId: command.reasonId, by };
  }
};
