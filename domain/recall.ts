import type { CitedPaper } from './correction.ts';
import type { DraftContentBase } from './draft-content.ts';

/**
 * An official letter that takes an issued paper back: whoever got it returns or destroys it, and says so
 * (Decree 30/2020, article 18).
 */
export interface RecallContent extends DraftContentBase {
  readonly recalled: CitedPaper;
  /** Why, as a clause: "issued without the power to", in the office's words. */
  readonly reason: string;
}
