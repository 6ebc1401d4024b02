import type { LocalDate } from '../domain/local-date.ts';
import type { Direction, Quarter } from '../domain/plan.ts';

/**
 * draft: watermark, number and date dotted. for-signature: what the clerk prints for the pen, with
 * room for number and date. final: both filled. working-copy: the DOCX that goes along with the mail.
 */
export type PaperStage = 'draft' | 'for-signature' | 'final' | 'working-copy';

/** The Instant at which the signer confirmed in the system, or `original`: entered from a signed one. */
export type SignatureMark = string;

export interface PaperDating {
  readonly stage: PaperStage;
  readonly number: number | null;
  readonly date: LocalDate | null;
  readonly confirmedAt: SignatureMark | null;
  /** Where whoever holds the paper learns whether it is genuine; absent: the paper bears no mark. */
  readonly proofAddress?: string | null;
}

/** Names as in running text; the letterhead prints them in capitals. */
export interface PaperHead {
  readonly parentName: string;
  readonly officeName: string;
  readonly symbol: string;
  /** As displayed: "05", "15". */
  readonly number: string | null;
  readonly placeName: string;
  readonly date: LocalDate | null;
  /** See PaperDating. */
  readonly proofAddress?: string | null;
}

/** Of a paper that a unit fills with the pen: the office stands above it, and no number is given. */
export interface FormHead {
  readonly officeName: string;
  readonly unitName: string;
  readonly placeName: string;
  /** Of the day the year alone is printed. */
  readonly date: LocalDate | null;
}

/** A person as a paper names them: rank and name in one, and their post. */
export interface NamedPerson {
  readonly name: string;
  readonly position: string;
}

export interface SignatureBlock {
  readonly lines: readonly string[];
  readonly signer: string;
  /** Printed in place of a signature that stands on no paper of ours: see SignatureMark. */
  readonly confirmation: string | null;
}

export interface PaperIndicator {
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline: number | null;
  readonly target: number;
  readonly quarterTargets: Readonly<Record<Quarter, number>>;
}
