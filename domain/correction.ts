import type { DraftContentBase } from './draft-content.ts';
import type { LocalDate } from './local-date.ts';

/** A paper that was issued, as another one names it. */
export interface CitedPaper {
  readonly paperId: string;
  /** As issued: "66/BB-ABC". */
  readonly numberAndSymbol: string;
  readonly kind: string;
  readonly date: LocalDate;
  readonly subject: string;
}

/**
 * An official letter that corrects the form, technique or procedure of an issued paper; an error in its
 * content is mended by a paper of equal form (Decree 30/2020, article 18.3).
 */
export interface CorrectionContent extends DraftContentBase {
  readonly corrected: CitedPaper;
  /** Each as it stands, and as it should. */
  readonly places: readonly {
    readonly where: string;
    readonly printed: string;
    readonly right: string;
  }[];
}
