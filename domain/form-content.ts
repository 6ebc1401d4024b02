import type { InitialPart } from './initials.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { PaperKind } from './paper-kind.ts';
import type { Signer } from './plan.ts';

/** Whoever gets a paper by hand signs on this list that they have it. */
export interface HandOverContent {
  readonly year: number;
  /** As it is named where it has no number. */
  readonly paper: {
    readonly kind: PaperKind;
    readonly numberAndSymbol: string | null;
    readonly date: LocalDate | null;
    readonly subject: string;
  };
  readonly recipients: readonly {
    readonly name: string;
    /** null: still to be handed over. */
    readonly receivedOn: LocalDate | null;
  }[];
}

/** Who initialled what of a paper, as it is printed, and when. */
export interface SlipInitial {
  readonly part: InitialPart;
  readonly name: string;
  readonly at: Instant;
}

/** One page that goes before a paper on its way to whoever signs it. */
export interface ApprovalSlipContent {
  readonly year: number;
  readonly paper: { readonly kind: PaperKind; readonly subject: string };
  readonly signer: Signer;
  /** Who submitted it; null: no longer in the office. */
  readonly submittedById: string | null;
  /** What was initialled in the system, by name; the rest is left for the pen. Absent: nothing. */
  readonly initials?: readonly SlipInitial[];
}
