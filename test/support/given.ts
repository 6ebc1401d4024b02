// given(what happened).when(what a person asks).then(what that makes) | .thenRefuses(code): a rule as
// a sentence. The state comes from events alone, as in the workflows, and now is fixed.
import { expect } from 'vitest';
import {
  applyApproval,
  decideApproval,
  evolveApproval,
  type ApprovalCommand,
  type ApprovalEvent,
  type ApprovalState,
} from '../../domain/approval.ts';
import {
  applyAssignment,
  decideAssignment,
  evolveAssignment,
  type AssignmentCommand,
  type AssignmentEvent,
  type AssignmentState,
} from '../../domain/assignment.ts';
import { evolveDocumentIssue } from '../../domain/document-issue-evolve.ts';
import { applyDocumentIssue } from '../../domain/document-issue-apply.ts';
import {
  decideDocumentIssue,
  type DocumentIssueCommand,
  type DocumentIssueEvent,
  type DocumentIssueState,
} from '../../domain/document-issue.ts';
import type { Authority } from '../../domain/authority.ts';
import { evolveQuarterlyCheck } from '../../domain/check/quarterly-check-evolve.ts';
import {
  applyQuarterlyCheck,
  decideQuarterlyCheck,
  type QuarterlyCheckCommand,
  type QuarterlyCheckEvent,
  type QuarterlyCheckState,
} from '../../domain/check/quarterly-check.ts';
import { momentOf, type CycleClock } from '../../domain/cycle-clock.ts';
import { DomainError, type ErrorCode, type ErrorDetails } from '../../domain/errors.ts';
import { epochMsOf, instantOf, type Instant } from '../../domain/local-date.ts';
import { evolveReformCycle } from '../../domain/reform-cycle-evolve.ts';
import {
  applyReformCycle,
  decideReformCycle,
  startReformCycle,
  type ReformCycleCommand,
  type ReformCycleEvent,
  type ReformCycleState,
} from '../../domain/reform-cycle.ts';
import { evolveUnitRegistration } from '../../domain/unit-registration-evolve.ts';
import {
  applyUnitRegistration,
  decideUnitRegistration,
  type UnitRegistrationCommand,
  type UnitRegistrationEvent,
  type UnitRegistrationState,
} from '../../domain/unit-registration.ts';
import { COORDINATOR } from './actors.ts';

/** The first event's moment; each later one follows by an hour unless it says when it was. */
export const FIRST_MOMENT: Instant = '2024-01-15T08:00:00+07:00';
const HOUR_MS = 3_600_000;

export const hoursAfter = (instant: Instant, hours: number): Instant =>
  instantOf(epochMsOf(instant) + hours * HOUR_MS);

/** An event, alone or with its own moment. */
export type Past<E> = E | readonly [event: E, at: Instant];

interface Who {
  readonly by?: Authority;
  readonly occurredAt?: Instant | null;
  /** Else an hour after the last event. */
  readonly now?: Instant;
}

interface Commanded {
  readonly actId: string;
  readonly by: Authority;
  readonly occurredAt: Instant | null;
}
type Asked<C> = C extends Commanded ? Omit<C, keyof Commanded> : never;

interface Clocked {
  readonly clock: CycleClock;
}

interface Strand<S extends Clocked, C extends Commanded, E> {
  readonly fresh: S;
  readonly decide: (state: S, command: C, now: Instant) => void;
  readonly apply: (command: C, at: Instant) => E;
  readonly evolve: (state: S, event: E, at: Instant) => S;
}

export const tell = <S, E>(
  evolve: (state: S, event: E, at: Instant) => S,
  fresh: S,
  events: readonly Past<E>[],
): { readonly state: S; readonly lastAt: Instant } => {
  let state = fresh;
  let at = hoursAfter(FIRST_MOMENT, -1);
  for (const past of events) {
    const [event, given] = Array.isArray(past) ? (past as [E, Instant]) : [past as E, null];
    at = given ?? hoursAfter(at, 1);
    state = evolve(state, event, at);
  }
  return { state, lastAt: at };
};

export const refusalOf = (decide: () => void): DomainError | null => {
  try {
    decide();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

export const createStory =
  <S extends Clocked, C extends Commanded, E>(strand: Strand<S, C, E>) =>
  (events: readonly Past<E>[], change: Partial<S> = {}) => {
    const { state, lastAt } = tell(strand.evolve, { ...strand.fresh, ...change }, events);
    return {
      state,
      when(asked: Asked<C>, { by = COORDINATOR, occurredAt = null, now }: Who = {}) {
        const moment = now ?? hoursAfter(lastAt, 1);
        const command = { ...asked, actId: 'act-00000001', by, occurredAt } as unknown as C;
        const refusal = refusalOf(() => {
          strand.decide(state, command, moment);
        });
        const at = momentOf(state.clock, occurredAt, moment);
        return {
          refusal: (): DomainError | null => refusal,
          then(expected: readonly E[]): S {
            expect(refusal).toBeNull();
            const event = strand.apply(command, at);
            expect([event]).toEqual(expected);
            return strand.evolve(state, event, at);
          },
          thenRefuses(code: ErrorCode, details: ErrorDetails = {}, place?: string): void {
            expect(refusal?.code).toBe(code);
            expect(refusal?.details).toMatchObject(details);
            if (place !== undefined) expect(refusal?.place).toBe(place);
          },
        };
      },
    };
  };

const FRESH_CYCLE: ReformCycleState = startReformCycle('office', 2024, { mode: 'live' });

export const FRESH_APPROVAL: ApprovalState = {
  subject: { kind: 'plan', year: 2024 },
  version: 3,
  boundHash: 'hash-of-3',
  authorId: 'coordinator',
  submittedBy: COORDINATOR,
  clock: { mode: 'live' },
  decision: null,
  last: null,
};

export const FRESH_PAPER: DocumentIssueState = {
  paperId: 'plan-2024-v3',
  kind: 'plan',
  year: 2024,
  contentVersion: 3,
  pins: { template: 'hash-of-template', locale: 'hash-of-words' },
  signer: { personId: 'head', capacity: null },
  maySignInSystem: false,
  clock: { mode: 'live' },
  phase: 'preparing',
  phaseSince: null,
  approvedAt: FIRST_MOMENT,
  signed: null,
  number: null,
  voidNumbers: [],
  stampedOn: null,
  preparedSha256: null,
  finalFiles: null,
  scanSha256: null,
  issuedOn: null,
  deliveries: null,
  last: null,
};

export const FRESH_REGISTRATION: UnitRegistrationState = {
  year: 2024,
  unitId: 'team-1',
  round: 1,
  isCoordinators: false,
  dueOn: '2024-01-31',
  clock: { mode: 'live' },
  phase: 'open',
  submitted: null,
  declined: null,
  returned: null,
  lastSubmitted: 0,
  wasLate: null,
  lateReasonId: null,
  judgedBy: null,
  last: null,
};

export const FRESH_ASSIGNMENT: AssignmentState = {
  year: 2024,
  assignmentId: 'work-1',
  source: { kind: 'coordinator', ownerId: null },
  unitId: 'team-1',
  dueOn: '2024-01-31',
  contentVersion: 1,
  clock: { mode: 'live' },
  phase: 'given',
  report: null,
  returned: null,
  last: null,
};

export const givenCycle = createStory<ReformCycleState, ReformCycleCommand, ReformCycleEvent>({
  fresh: FRESH_CYCLE,
  decide: decideReformCycle,
  apply: applyReformCycle,
  evolve: evolveReformCycle,
});

export const givenApproval = createStory<ApprovalState, ApprovalCommand, ApprovalEvent>({
  fresh: FRESH_APPROVAL,
  decide: decideApproval,
  apply: applyApproval,
  evolve: evolveApproval,
});

export const givenAssignment = createStory<AssignmentState, AssignmentCommand, AssignmentEvent>({
  fresh: FRESH_ASSIGNMENT,
  decide: decideAssignment,
  apply: applyAssignment,
  evolve: evolveAssignment,
});

export const givenPaper = createStory<DocumentIssueState, DocumentIssueCommand, DocumentIssueEvent>(
  {
    fresh: FRESH_PAPER,
    decide: decideDocumentIssue,
    apply: applyDocumentIssue,
    evolve: evolveDocumentIssue,
  },
);

export const givenRegistration = createStory<
  UnitRegistrationState,
  UnitRegistrationCommand,
  UnitRegistrationEvent
>({
  fresh: FRESH_REGISTRATION,
  decide: decideUnitRegistration,
  apply: applyUnitRegistration,
  evolve: evolveUnitRegistration,
});

/** The check of the first quarter, planned for the last day of its data period. */
const FRESH_CHECK: QuarterlyCheckState = {
  year: 2024,
  quarter: 'Q1',
  plannedOn: '2024-03-14',
  dataPeriod: { from: '2023-12-15', to: '2024-03-14' },
  planVersion: 3,
  clock: { mode: 'live' },
  phase: 'reporting',
  openedAt: FIRST_MOMENT,
  units: null,
  visits: [],
  remediesOpened: 0,
  held: null,
  report: null,
  overdue: 'no',
  last: null,
};

export const givenCheck = createStory<
  QuarterlyCheckState,
  QuarterlyCheckCommand,
  QuarterlyCheckEvent
>({
  fresh: FRESH_CHECK,
  decide: decideQuarterlyCheck,
  apply: applyQuarterlyCheck,
  evolve: evolveQuarterlyCheck,
});
