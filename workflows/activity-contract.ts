import type { TellableOutcome } from '../domain/dialogue/question-end.ts';
import type { DeliveryState } from '../domain/document-issue.ts';
import type { FinalFiles, SignaturePlace } from '../domain/final-files.ts';
import type { Instant, LocalDate } from '../domain/local-date.ts';
import type { PaperKind } from '../domain/paper-kind.ts';
import type { Pins } from '../domain/submitted-paper.ts';
import type { RecordedEvent, StrandEvents, StrandKind, StrandStates } from './contract.ts';

/** The activities, by what they promise; each may run twice and do its work once. */
export interface ReformActivities {
  /** Audit trail and read model from a batch of events and the state after the last of them. */
  projectEvents(batch: ProjectionBatch): Promise<void>;
  /** The paper for the pen, number and date left blank; returns the PDF's sha256. */
  preparePaper(paper: PaperRef & { readonly approvedAt: Instant }): Promise<{ pdfSha256: string }>;
  /** The paper with number, date and signer; PDF and working copy, and so of what it encloses. */
  renderFinalPaper(paper: NumberedPaperRef): Promise<FinalFiles>;
  /** The office's signature behind the signer's; a paper that has it gets no other. */
  sealPaper(paper: SignedPaperRef): Promise<{ sha256: string }>;
  /** One delivery row for each unit and body of the recipients' table on the day of issue. */
  planDeliveries(paper: IssuedPaperRef): Promise<readonly DeliveryState[]>;
  /** The delivery of one recipient anew, to the mailbox that the post has now. */
  replanDelivery(paper: IssuedPaperRef & { readonly recipientId: string }): Promise<DeliveryState>;
  /** One message; a permanent refusal is an answer, not an error. */
  sendMessage(message: {
    readonly officeId: string;
    readonly messageId: string;
  }): Promise<{ readonly sent: true } | { readonly sent: false; readonly responseCode: number }>;
  /** The units that report to a check: in charge of a task of the amended plan on that day. */
  readUnitsToReport(check: {
    readonly officeId: string;
    readonly year: number;
    readonly planVersion: number;
    readonly on: LocalDate;
  }): Promise<readonly string[]>;
  /** The next morning at which a digest is due, after `lastDigestOn` where that is today. */
  nextDigestAt(day: {
    readonly officeId: string;
    readonly now: Instant;
    readonly lastDigestOn: LocalDate | null;
  }): Promise<Instant>;
  /** Notices of what waits: at once for leaders, or the day's digests; the ids of those to be sent. */
  writeNotices(day: {
    readonly officeId: string;
    readonly kind: 'at-once' | 'digest';
    readonly now: Instant;
  }): Promise<readonly string[]>;
  /** One mail to each asker of those questions with how their question came out; whoever has a mailbox. */
  tellAskers(outcome: TellableOutcome): Promise<void>;
  /** One notice, without what has been done meanwhile; nothing where nothing is left. */
  sendNotice(notice: { readonly officeId: string; readonly noticeId: string }): Promise<void>;
}

export interface ProjectionBatch {
  readonly officeId: string;
  readonly year: number;
  readonly workflowId: string;
  readonly kind: StrandKind;
  readonly seq: number;
  readonly state: StrandStates[StrandKind];
  readonly events: readonly RecordedEvent<StrandEvents[StrandKind]>[];
}

export interface PaperRef {
  readonly officeId: string;
  readonly year: number;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly contentVersion: number;
  readonly pins: Pins;
}
export interface NumberedPaperRef extends PaperRef {
  /** null: its kind gets none. */
  readonly number: number | null;
  readonly documentDate: string;
  /** Instant of a confirmation in the system, or `original`; null when signed in ink on our print. */
  readonly confirmedAt: string | null;
  /** Whoever signs it does so digitally: then the place for it is found. */
  readonly isForDigital?: true;
}
export interface SignedPaperRef extends PaperRef {
  readonly signedSha256: string;
  readonly signaturePlace: SignaturePlace;
  readonly signedAt: Instant;
}
export interface IssuedPaperRef extends PaperRef {
  readonly issuedOn: string;
}
