import type { Signer } from './plan.ts';
import type { Addressees } from './recipients.ts';
import type { ReplacedPaper } from './replaced-paper.ts';

/** What the contents of every draft have. */
export interface DraftContentBase {
  readonly year: number;
  readonly subject: string;
  readonly signer: Signer;
  /** Whom it goes to, beside those whom the table of recipients gives its kind. */
  readonly addressees: Addressees;
  /** null, or absent in older contents: it takes no other's place. */
  readonly replaced?: ReplacedPaper | null;
}
