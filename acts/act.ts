import type * as z from 'zod';
import type { Stores } from '../adapters/database/stores.ts';
import type { DocumentStore } from '../adapters/document-store.ts';
import type { TemporalClient } from '../adapters/temporal-client.ts';
import type { Authority, Power } from '../domain/authority.ts';
import type { FormRule } from '../domain/conformity.ts';
import type { CycleClock } from '../domain/cycle-clock.ts';
import type { SignaturePlace } from '../domain/final-files.ts';
import type { PaperKind } from '../domain/paper-kind.ts';
import type { Instant } from '../domain/local-date.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { PaperSource, PrintedKind } from '../domain/paper-source.ts';
import type { ScanFacts, ScanNotice } from '../domain/scan-rules.ts';

/**
 * `mail`: by the link in a leader's mail. `example`: played in by the local example, whose mail never
 * leaves this machine. `replay`: a past year entered from its file.
 */
export type Channel = 'web' | 'api' | 'cli' | 'mail' | 'example' | 'replay';

/** Through these one program plays everybody, each on their own day; both open on the machine itself only. */
export const playsEverybody = (channel: Channel): boolean =>
  channel === 'example' || channel === 'replay';

export interface ActDependencies {
  readonly stores: Stores;
  readonly documents: DocumentStore;
  readonly temporal: Pick<TemporalClient, 'sendAct' | 'startCycle' | 'wakeOfficeDay'>;
  /** True where database and mail are embedded: papers may then be confirmed as signed. */
  readonly isAllEmbedded: boolean;
  /** Events per run before continue-as-new; 0 = when the server suggests it. */
  readonly continueAfterEvents: number;
  readonly wallClock: () => Date;
  /** Makes the paper of a plan and throws where it would have a hole (documents/ is out of reach). */
  readonly paperCheck: PaperCheck;
  /** The keys that this machine holds for digital signatures, and what is made with them. */
  readonly digitalSigning: DigitalSigning;
}

interface SigningMoment {
  readonly place: SignaturePlace;
  readonly signedAt: Instant;
}

/** Digital signing, given by the entry point; names are full names, without rank. */
export interface DigitalSigning {
  readonly hasSeal: boolean;
  /** Whether the key on this machine is that person's. */
  hasSigner(fullName: string): boolean;
  /** @throws DomainError bad-signature where the office's seal is missing, another's, or expired */
  checkSeal(officeName: string, at: Instant): void;
  /** @throws DomainError bad-signature where the key is missing, another's, or expired */
  sign(pdf: Uint8Array, fullName: string, moment: SigningMoment): Promise<Uint8Array>;
  /** What a key elsewhere signs: the bytes, or their SHA-256 in hex. */
  toBeSigned(
    pdf: Uint8Array,
    fullName: string,
    moment: SigningMoment,
  ): { readonly bytes: Uint8Array; readonly sha256: string };
  /** @throws DomainError bad-signature where it is not a signature of that paper by that person */
  insert(pdf: Uint8Array, cms: Uint8Array, fullName: string, moment: SigningMoment): Uint8Array;
}

/** What acts need of the papers, given by the entry point. */
export interface PaperCheck {
  /** The first letter that the papers' font lacks. */
  findLetterWithoutGlyph(text: string): { letter: string; codePoint: string } | null;
  /** Template and words of today, by their hashes. */
  pins(kind: PrintedKind): {
    readonly template: { readonly sha256: string; readonly text: string };
    readonly locale: { readonly sha256: string; readonly text: string };
  };
  /** What stands behind the number of a paper of that kind on the day of the facts. */
  symbolOf(kind: PaperKind, facts: OfficeFacts): string;
  /** Pages of a readable PDF; null for anything else. */
  inspectScan(bytes: Uint8Array): { readonly pages: number } | null;
  /** More of it: what the scan of a paper is judged by. */
  readScan(bytes: Uint8Array): ScanFacts | 'encrypted' | null;
  /** Rejects with a DomainError where content and office give no whole paper. */
  render(source: PaperSource, facts: OfficeFacts, template?: string | null): Promise<void>;
  /** Which rules of form the paper breaks, drawn as it would be now, in its PDF or its DOCX. */
  brokenRules(
    source: PaperSource,
    facts: OfficeFacts,
    template: string | null,
  ): Promise<readonly FormRule[]>;
  /** @throws DomainError bad-template, with line and field, where no paper could be printed from it */
  checkTemplate(kind: PrintedKind, text: string): void;
}

/** An act as it arrives: who presses what, for which cycle. One `actId` per press of a button. */
export interface ActCall {
  readonly actId: string;
  readonly officeId: string;
  readonly year: number | null;
  readonly personId: string;
  readonly channel: Channel;
  /** When it happened on paper, at +07:00; null: now. */
  readonly occurredAt: Instant | null;
  readonly data: unknown;
}

/** The same after the checks that all acts share. */
export interface CheckedCall<D> extends Omit<ActCall, 'data'> {
  readonly data: D;
  readonly authority: Authority;
  /** The business moment: what was given, else now, or the clock of a year being entered. */
  readonly at: Instant;
  readonly enteredAt: Instant;
  readonly clock: CycleClock;
}

export type Notice = 'number-out-of-order' | 'start-resumed' | 'deadline-moved' | ScanNotice;

/** What an accepted act leads to. The read model holds it once it holds `seq` of the workflow. */
export interface ActOutcome {
  readonly workflowId: string | null;
  readonly seq: number | null;
  readonly notices: readonly Notice[];
  readonly result: Readonly<Record<string, string | number | null>>;
}

export interface Act<D> {
  readonly name: string;
  readonly schema: z.ZodType<D>;
  readonly power: Power | null;
  /** True where nobody may learn who pressed: then the person is kept nowhere. */
  isUnnamed?(this: void, data: D): boolean;
  perform(deps: ActDependencies, call: CheckedCall<D>): Promise<ActOutcome>;
}

/** Keeps each act's own type of data inside while the table of all acts holds them side by side. */
export const defineAct = <D>(act: Act<D>): Act<D> => act;

export const outcome = (
  parts: Partial<ActOutcome> & Pick<ActOutcome, 'workflowId' | 'seq'>,
): ActOutcome => ({ notices: [], result: {}, ...parts });
