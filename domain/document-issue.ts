import type { Authority } from './authority.ts';
import { checkMoment, momentOf, requireEntered } from './cycle-clock.ts';
import type { CycleClock, LastStep } from './cycle-clock.ts';
import type { Commanded } from './commanded.ts';
import { DomainError } from './errors.ts';
import {
  checkDigitalSigning,
  checkDigitalWay,
  checkSealed,
  type DigitalFiles,
  type SignDigitally,
} from './digital-signing.ts';
import type { FinalFiles } from './final-files.ts';
import { localDateOf, type Instant, type LocalDate } from './local-date.ts';
import { checkDayOfIssue, checkPaperNumber } from './paper-number.ts';
import type { PaperKind } from './paper-kind.ts';
import { documentDateOf } from './paper-way.ts';
import type { Signer } from './plan.ts';
import type { Pins } from './submitted-paper.ts';

/**
 * `ink`: the pen on paper, proved by the scan. `confirmed`: by the signer in the system (example only).
 * `original`: of a past year whose papers are entered from their originals, which the office keeps; a scan
 * may be there. `digital`: with the signer's key, and the office's behind it.
 */
export type SignedHow = 'ink' | 'confirmed' | 'original' | 'digital';
export type PaperPhase =
  | 'preparing'
  | 'awaiting-signature'
  | 'awaiting-digital-signature'
  | 'awaiting-number'
  | 'awaiting-stamp'
  | 'awaiting-issue'
  | 'delivering'
  | 'closed'
  | 'cancelled';

export type DeliveryStatus =
  | 'due'
  | 'sent'
  | 'undeliverable'
  | 'to-plan-again'
  | 'to-hand-over'
  | 'handed-over'
  | 'given-up'
  | 'historic';

/** One per paper and unit or body; `messageId` null where it goes by hand. */
export interface DeliveryState {
  readonly recipientId: string;
  readonly messageId: string | null;
  readonly status: DeliveryStatus;
  readonly handedOverOn: LocalDate | null;
}

export interface DocumentIssueState {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly year: number;
  readonly contentVersion: number;
  readonly pins: Pins;
  readonly signer: Signer;
  readonly maySignInSystem: boolean;
  readonly clock: CycleClock;
  readonly phase: PaperPhase;
  /** Since when it is in this phase; null in what 0.1.0 wrote. */
  readonly phaseSince: Instant | null;
  readonly approvedAt: Instant;
  readonly signed: { readonly on: LocalDate; readonly at: Instant; readonly how: SignedHow } | null;
  readonly number: { readonly value: number; readonly documentDate: LocalDate } | null;
  readonly voidNumbers: readonly { readonly value: number; readonly year: number }[];
  readonly stampedOn: LocalDate | null;
  readonly preparedSha256: string | null;
  /** null: not made yet, or made with a number that is void now. */
  readonly finalFiles: FinalFiles | null;
  readonly scanSha256: string | null;
  /** The paper with its signer's digital signature, and with the office's; absent without. */
  readonly digital?: DigitalFiles | null;
  readonly issuedOn: LocalDate | null;
  readonly deliveries: readonly DeliveryState[] | null;
  readonly last: LastStep | null;
}

interface NumberCommand {
  readonly type: 'giveNumber';
  readonly number: number;
  readonly documentDate: LocalDate;
  /** Before the signature: who signs digitally signs the paper with its number. */
  readonly forDigital?: true;
}

export type DocumentIssueCommand = Commanded &
  (
    | { readonly type: 'confirmSigned'; readonly how: Exclude<SignedHow, 'digital'> }
    | NumberCommand
    | SignDigitally
    | { readonly type: 'voidNumber'; readonly number: number; readonly reasonId: string }
    | { readonly type: 'stamp' }
    | { readonly type: 'attachScan'; readonly sha256: string }
    | { readonly type: 'issue' }
    | { readonly type: 'handOver'; readonly recipientId: string }
    | { readonly type: 'sendAgain'; readonly recipientId: string }
    | { readonly type: 'giveUp'; readonly recipientId: string; readonly reasonId: string }
  );

export type DocumentIssueEvent =
  | { readonly type: 'PaperOpened' }
  | { readonly type: 'PaperPrepared'; readonly pdfSha256: string }
  | {
      readonly type: 'PaperSigned';
      readonly how: SignedHow;
      /** Of the paper with its digital signature. */
      readonly signedSha256?: string;
      readonly by: Authority;
    }
  | { readonly type: 'PaperSealed'; readonly sha256: string }
  | {
      readonly type: 'NumberGiven';
      readonly number: number;
      readonly documentDate: LocalDate;
      readonly by: Authority;
    }
  | {
      readonly type: 'NumberVoided';
      readonly number: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'PaperStamped'; readonly by: Authority }
  | ({ readonly type: 'FinalRendered' } & FinalFiles)
  | { readonly type: 'ScanAttached'; readonly sha256: string; readonly by: Authority }
  | { readonly type: 'PaperIssued'; readonly issuedOn: LocalDate; readonly by: Authority }
  | { readonly type: 'DeliveriesPlanned'; readonly deliveries: readonly DeliveryState[] }
  | { readonly type: 'MessageSent'; readonly messageId: string }
  | { readonly type: 'MessageRefused'; readonly messageId: string; readonly responseCode: number }
  | { readonly type: 'HandedOver'; readonly recipientId: string; readonly by: Authority }
  | { readonly type: 'SendAgainAsked'; readonly recipientId: string; readonly by: Authority }
  | { readonly type: 'DeliveryReplanned'; readonly delivery: DeliveryState }
  | {
      readonly type: 'DeliveryGivenUp';
      readonly recipientId: string;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'PaperClosed' }
  | { readonly type: 'PaperCancelled' }
  | { readonly type: 'ClockWentLive' };

const refuse = (state: DocumentIssueState, message: string): never => {
  throw new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });
};

const requirePhase = (state: DocumentIssueState, ...phases: readonly PaperPhase[]): void => {
  if (!phases.includes(state.phase)) refuse(state, `the paper is ${state.phase}`);
};

const requireDelivery = (
  state: DocumentIssueState,
  recipientId: string,
  ...statuses: readonly DeliveryStatus[]
): void => {
  const delivery = state.deliveries?.find((row) => row.recipientId === recipientId);
  if (!delivery) {
    throw new DomainError(
      'unknown-reference',
      'this paper has no such recipient',
      { given: recipientId },
      '/recipientId',
    );
  }
  if (!statuses.includes(delivery.status)) refuse(state, `the delivery is ${delivery.status}`);
};

const checkSigning = (
  state: DocumentIssueState,
  command: DocumentIssueCommand & { type: 'confirmSigned' },
): void => {
  requirePhase(state, 'awaiting-signature');
  if (command.how === 'ink') return;
  if (command.how === 'original') {
    requireEntered(state.clock, 'papers of past years alone are entered from originals');
    return;
  }
  if (!state.maySignInSystem) {
    throw new DomainError('no-power', 'a paper is confirmed as signed in the local example only');
  }
  if (command.by.personId !== state.signer.personId) {
    const { personId: signer } = state.signer;
    throw new DomainError('no-power', 'only the signer confirms the signature', { signer });
  }
};

const checkNumber = (state: DocumentIssueState, command: NumberCommand, today: LocalDate): void => {
  requirePhase(state, command.forDigital ? 'awaiting-signature' : 'awaiting-number');
  if (command.forDigital) checkDigitalWay(state);
  checkPaperNumber(command, {
    // Who signs digitally signs what bears its date, on that day.
    signedOn: command.forDigital ? today : (state.signed?.on ?? null),
    today,
    voidNumbers: state.voidNumbers,
  });
};

const checkScan = (state: DocumentIssueState): void => {
  requirePhase(state, 'awaiting-issue');
  const how = state.signed?.how;
  if (how === 'confirmed' || how === 'digital') {
    refuse(state, 'only a paper signed in ink has a scan');
  }
};

const checkIssue = (state: DocumentIssueState, today: LocalDate): void => {
  requirePhase(state, 'awaiting-issue');
  if (state.finalFiles === null) {
    throw new DomainError('not-ready', 'the paper with its number is still being made');
  }
  checkSealed(state);
  if (state.signed?.how === 'ink' && state.scanSha256 === null) {
    throw new DomainError(
      'not-ready',
      'a paper signed in ink is issued with its scan',
      {},
      '/scan',
    );
  }
  checkDayOfIssue(today, documentDateOf(state) ?? today);
};

/** @throws DomainError out-of-time, no-power, not-ready, unknown-reference, impossible-date */
export const decideDocumentIssue = (
  state: DocumentIssueState,
  command: DocumentIssueCommand,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  const today = localDateOf(momentOf(state.clock, command.occurredAt, now));
  switch (command.type) {
    case 'confirmSigned':
      checkSigning(state, command);
      return;
    case 'giveNumber':
      checkNumber(state, command, today);
      return;
    case 'signDigitally':
      requirePhase(state, 'awaiting-digital-signature');
      checkDigitalSigning(state, command, today);
      return;
    case 'voidNumber':
      requirePhase(state, 'awaiting-digital-signature', 'awaiting-stamp', 'awaiting-issue');
      if (state.number?.value !== command.number) refuse(state, 'the paper bears another number');
      return;
    case 'stamp':
      requirePhase(state, 'awaiting-stamp');
      return;
    case 'attachScan':
      checkScan(state);
      return;
    case 'issue':
      checkIssue(state, today);
      return;
    case 'handOver':
      requirePhase(state, 'delivering');
      requireDelivery(state, command.recipientId, 'to-hand-over', 'undeliverable');
      return;
    case 'sendAgain':
    case 'giveUp':
      requirePhase(state, 'delivering');
      requireDelivery(state, command.recipientId, 'undeliverable');
      return;
  }
};
