import type { DraftContentBase } from './draft-content.ts';
import type { DraftKind } from './paper-kind.ts';

/** Papers about the year whose text the office writes itself, where no room makes it. */
export const PLAIN_PAPER_KINDS = ['letter', 'notice', 'report'] as const satisfies DraftKind[];
export type PlainPaperKind = (typeof PLAIN_PAPER_KINDS)[number];

/** An official letter, a notice or a report, paragraph by paragraph; to `addressees`. */
export interface PlainPaperContent extends DraftContentBase {
  readonly paragraphs: readonly string[];
}

export interface PlainPaperSource {
  readonly kind: PlainPaperKind;
  readonly content: PlainPaperContent;
}
