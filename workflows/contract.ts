import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  ApprovalCommand,
  ApprovalEvent,
  ApprovalState,
  ApprovalSubject,
} from '../domain/approval.ts';
import type { AssignmentCommand, AssignmentEvent, AssignmentState } from '../domain/assignment.ts';
import type { Authority } from '../domain/authority.ts';
import type {
  ConferenceCommand,
  ConferenceEvent,
  ConferenceState,
} from '../domain/conference/conference.ts';
import type { QuestionEvent, QuestionState } from '../domain/dialogue/question.ts';
import type { CycleClock } from '../domain/cycle-clock.ts';
import type {
  DocumentIssueCommand,
  DocumentIssueEvent,
  DocumentIssueState,
} from '../domain/document-issue.ts';
import type { PaperKind } from '../domain/paper-kind.ts';
import type {
  QuarterlyCheckCommand,
  QuarterlyCheckEvent,
  QuarterlyCheckState,
} from '../domain/check/quarterly-check.ts';
import type { Instant, LocalDate } from '../domain/local-date.ts';
import type {
  DueStep,
  ReformCycleCommand,
  ReformCycleEvent,
  ReformCycleState,
  StrandReport,
} from '../domain/reform-cycle.ts';
import type { DraftNews } from '../domain/draft.ts';
import type { PledgeCommand, PledgeEvent, PledgeState } from '../domain/pledge/pledge.ts';
import type { Pins, SubmittedPaper } from '../domain/submitted-paper.ts';
import type {
  UnitRegistrationCommand,
  UnitRegistrationEvent,
  UnitRegistrationState,
} from '../domain/unit-registration.ts';
import type {
  SummaryCommand,
  SummaryEvent,
  SummaryState,
} from '../domain/summary/year-end-summary.ts';
import type { StrandEnd, YearStrand, YearStrandKind } from '../domain/year-strand.ts';

export const TASK_QUEUE = 'reform-cycle';
/** Mail has workers' room of its own: a mail server that never answers must not hold up the rest. */
export const mailQueueOf = (taskQueue: string): string => `${taskQueue}-mail`;

/** Workflow ids. Business ids, never random: a second start of the same thing is refused. */
export const cycleId = (officeId: string, year: number): string => `cycle/${officeId}/${year}`;
export const planApprovalId = (officeId: string, year: number, version: number): string =>
  `${cycleId(officeId, year)}/approval/plan/${version}`;
/** The first round has the unit's own id; each later one its number behind it. */
export const registrationId = (
  officeId: string,
  year: number,
  unitId: string,
  round: number,
): string => {
  const first = `${cycleId(officeId, year)}/registration/${unitId}`;
  return round === 1 ? first : `${first}/${round}`;
};
export const listApprovalId = (officeId: string, year: number, version: number): string =>
  `${cycleId(officeId, year)}/approval/registration-list/${version}`;
export const supplementApprovalId = (
  officeId: string,
  year: number,
  unitId: string,
  round: number,
): string => `${cycleId(officeId, year)}/approval/supplement/${unitId}/${round}`;
export const draftApprovalId = (
  officeId: string,
  year: number,
  draftId: string,
  version: number,
): string => `${cycleId(officeId, year)}/approval/draft/${draftId}/${version}`;
/** The draft that an approval of that workflow id decides on. */
export const draftOfApproval = (workflowId: string): string => workflowId.split('/').at(-2) ?? '';
export const yearStrandId = (
  officeId: string,
  year: number,
  { kind, id }: Pick<YearStrand, 'kind' | 'id'>,
): string => `${cycleId(officeId, year)}/${kind}/${id}`;
export const officeDayId = (officeId: string): string => `office/${officeId}/day`;
export const paperWorkflowId = (officeId: string, year: number, paperId: string): string =>
  `${cycleId(officeId, year)}/paper/${paperId}`;

/** The plan's paper of that content version; an amended or re-approved plan is another paper. */
export const planPaperId = (year: number, contentVersion: number): string =>
  `plan-${year}-v${contentVersion}`;

export const noticePaperId = (
  kind: 'registration-opening' | 'registration-result',
  year: number,
  contentVersion: number,
): string => `${kind}-${year}-v${contentVersion}`;

export type StrandKind =
  | 'reformCycle'
  | 'approval'
  | 'documentIssue'
  | 'unitRegistration'
  | 'assignment'
  | 'check'
  | 'conference'
  | 'pledge'
  | 'question'
  | 'summary';
export interface StrandStates {
  reformCycle: ReformCycleState;
  approval: ApprovalState;
  documentIssue: DocumentIssueState;
  unitRegistration: UnitRegistrationState;
  assignment: AssignmentState;
  summary: SummaryState;
  pledge: PledgeState;
  conference: ConferenceState;
  question: QuestionState;
  check: QuarterlyCheckState;
}
export interface StrandEvents {
  reformCycle: ReformCycleEvent;
  approval: ApprovalEvent;
  documentIssue: DocumentIssueEvent;
  unitRegistration: UnitRegistrationEvent;
  assignment: AssignmentEvent;
  summary: SummaryEvent;
  pledge: PledgeEvent;
  conference: ConferenceEvent;
  question: QuestionEvent;
  check: QuarterlyCheckEvent;
}

/** An event with its place in the strand. `actId` null: the workflow's own doing. */
export interface RecordedEvent<E> {
  readonly seq: number;
  readonly at: Instant;
  readonly enteredAt: Instant;
  readonly actId: string | null;
  readonly event: E;
}

/** What an accepted act is answered: page and CLI wait until the projection holds `seq`. */
export interface ActReceipt {
  readonly seq: number;
  readonly at: Instant;
}

/** What one run hands to the next at continue-as-new. */
export interface Carried<S, E> {
  readonly state: S;
  readonly seq: number;
  readonly receipts: Readonly<Record<string, ActReceipt>>;
  readonly unprojected: readonly RecordedEvent<E>[];
}

interface StrandInput<K extends StrandKind> {
  readonly officeId: string;
  readonly year: number;
  /** Continue-as-new after so many events of ours in one run; 0 = when the server suggests it. */
  readonly continueAfterEvents: number;
  readonly carried: Carried<StrandStates[K], StrandEvents[K]> | null;
}

export interface ReformCycleInput extends StrandInput<'reformCycle'> {
  readonly clock: CycleClock;
  readonly schedule: readonly DueStep[];
  readonly startedBy: Authority;
  readonly actId: string;
  /** True only where database and mail are embedded: then papers may be confirmed as signed. */
  readonly maySignInSystem: boolean;
  /** Ids of the strands that earlier runs have started; absent in the first. */
  readonly startedStrands?: readonly string[];
}

export interface ApprovalInput extends StrandInput<'approval'> {
  /** Absent in histories of 0.1.0: the plan. */
  readonly subject?: ApprovalSubject;
  readonly submitted: Pick<SubmittedPaper, 'version' | 'boundHash' | 'authorId' | 'initials'>;
  readonly submittedBy: Authority;
  readonly requestedAt: Instant;
  readonly clock: CycleClock;
}

export interface DocumentIssueInput extends StrandInput<'documentIssue'> {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly contentVersion: number;
  readonly pins: Pins;
  readonly signer: SubmittedPaper['signer'];
  readonly approvedAt: Instant;
  readonly clock: CycleClock;
  readonly maySignInSystem: boolean;
}

export interface UnitRegistrationInput extends StrandInput<'unitRegistration'> {
  readonly unitId: string;
  readonly round: number;
  readonly isCoordinators: boolean;
  readonly dueOn: LocalDate;
  readonly openedBy: Authority;
  readonly openedAt: Instant;
  readonly returnedReasonId: string | null;
  readonly wasLate: boolean | null;
  /** The newest version that an earlier round submitted; 0: none. */
  readonly lastSubmitted: number;
  readonly clock: CycleClock;
}

/** What a strand of the year is started with; `strand` is what the cycle was told when it was opened. */
export interface YearStrandInput<K extends StrandKind & YearStrandKind> extends StrandInput<K> {
  readonly strand: YearStrand & { readonly kind: K };
  readonly openedBy: Authority;
  readonly openedAt: Instant;
  readonly clock: CycleClock;
}
export type AssignmentInput = YearStrandInput<'assignment'>;
export type SummaryInput = YearStrandInput<'summary'>;
export type PledgeInput = YearStrandInput<'pledge'>;
export type ConferenceInput = YearStrandInput<'conference'>;
export type QuarterlyCheckInput = YearStrandInput<'check'>;

export interface OfficeDayInput {
  readonly officeId: string;
  /** The last working day whose digests were written. */
  readonly lastDigestOn: LocalDate | null;
  /** Something new may wait for a leader. */
  readonly isWoken: boolean;
  /** Continue-as-new after so many turns of the loop; 0 = when the server suggests it. */
  readonly continueAfterTurns: number;
}

/**
 * Updates, not signals: the person must learn at once whether the act was accepted. The Update's id is
 * the act's id. Refusals arrive as ApplicationFailure with the error code as its type.
 */
export const actOnCycle = defineUpdate<ActReceipt, [ReformCycleCommand]>('actOnCycle');
export const actOnApproval = defineUpdate<ActReceipt, [ApprovalCommand]>('actOnApproval');
export const actOnPaper = defineUpdate<ActReceipt, [DocumentIssueCommand]>('actOnPaper');
export const actOnRegistration = defineUpdate<ActReceipt, [UnitRegistrationCommand]>(
  'actOnRegistration',
);
export const actOnAssignment = defineUpdate<ActReceipt, [AssignmentCommand]>('actOnAssignment');
export const actOnSummary = defineUpdate<ActReceipt, [SummaryCommand]>('actOnSummary');
export const actOnPledge = defineUpdate<ActReceipt, [PledgeCommand]>('actOnPledge');
export const actOnConference = defineUpdate<ActReceipt, [ConferenceCommand]>('actOnConference');
export const actOnCheck = defineUpdate<ActReceipt, [QuarterlyCheckCommand]>('actOnCheck');

/** From a strand to its cycle: a fact, needing no answer. `at` moves an entered cycle's clock. */
export const strandReported =
  defineSignal<[{ readonly report: StrandReport; readonly at: Instant }]>('strandReported');
/** From the cycle to the strand that wants the paper: how its draft stands. May come twice. */
export const draftMoved =
  defineSignal<[{ readonly news: DraftNews; readonly at: Instant }]>('draftMoved');
/** From a strand to the one that waits until it has ended. */
export const strandEnded = defineSignal<
  [
    {
      readonly kind: YearStrandKind;
      readonly id: string;
      readonly how: StrandEnd;
      readonly at: Instant;
    },
  ]
>('strandEnded');
/**
 * From the cycle to its strands when it is cancelled, or to those of a draft that is dropped: when that
 * was. Absent in histories of 0.2.0.
 */
export const cycleCancelled = defineSignal<[at?: Instant]>('cycleCancelled');

/** From the cycle to its strands when a year that was being entered has caught up. */
export const clockWentLive = defineSignal('clockWentLive');
/** To officeDay: something new may wait for a leader, or the calendar has changed. */
export const officeDayWoken = defineSignal('officeDayWoken');

export const cycleState = defineQuery<ReformCycleState>('cycleState');
export const approvalState = defineQuery<ApprovalState>('approvalState');
export const paperState = defineQuery<DocumentIssueState>('paperState');
export const registrationState = defineQuery<UnitRegistrationState>('registrationState');
export const assignmentState = defineQuery<AssignmentState>('assignmentState');
export const summaryState = defineQuery<SummaryState>('summaryState');
export const pledgeState = defineQuery<PledgeState>('pledgeState');
export const conferenceState = defineQuery<ConferenceState>('conferenceState');
export const checkState = defineQuery<QuarterlyCheckState>('checkState');
