import type { DraftKind } from '../domain/paper-kind.ts';
import type { DraftContentBase } from '../domain/draft-content.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { ReplacedPaper } from '../domain/replaced-paper.ts';
import type { PaperDating, PaperHead, PaperStage, SignatureBlock } from './paper.ts';
import { addresseeNames, distributionOf, headOf, leaderOf, signatureOf } from './paper-parts.ts';

/** What the paper of every draft shows. */
export interface DraftPaper {
  readonly kind: DraftKind;
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  readonly leaderPosition: string;
  readonly coordinatingUnitName: string;
  /** Whom a letter is written to, by name alone. */
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  /** Those that are not addressed: what a letter lists behind "as above". */
  readonly otherRecipients: readonly string[];
  readonly archive: string;
  readonly signature: SignatureBlock;
  /** null: it takes no other's place. */
  readonly replaced: ReplacedPaper | null;
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const draftPaperOf = (
  kind: DraftKind,
  content: DraftContentBase,
  facts: OfficeFacts,
  dating: PaperDating,
): DraftPaper => ({
  kind,
  stage: dating.stage,
  year: content.year,
  head: headOf(kind, facts, dating),
  subject: content.subject,
  leaderPosition: leaderOf(facts, '/leader').position,
  addressees: addresseeNames(content.addressees, facts),
  ...distributionOf(kind, facts, content.addressees),
  signature: signatureOf(content.signer, facts, dating.confirmedAt),
  replaced: content.replaced ?? null,
});
