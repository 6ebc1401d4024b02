import type { LocalDate } from '../domain/local-date.ts';

/**
 * draft: watermark, number and date dotted. for-signature: what the clerk prints for the pen, with
 * room for number and date. final: both filled. working-copy: the DOCX that goes along with the mail.
 */
export type PaperStage = 'draft' | 'for-signature' | 'final' | 'working-copy';

/** Names as in running text; the letterhead prints them in capitals. */
export interface PaperHead {
  readonly parentName: string;
  readonly officeName: string;
  readonly symbol: string;
  /** As displayed: "05", "15". */
  readonly number: string | null;
  readonly placeName: string;
  readonly date: LocalDate | null;
}

export interface SignatureBlock {
  readonly lines: readonly string[];
  readonly signer: string;
  /** Printed in place of a signature where the paper was confirmed in the system. */
  readonly confirmation: string | null;
}
