import type { PlainPaperKind, PlainPaperSource } from '../domain/plain-paper.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import type { PaperDating } from './paper.ts';
import { viewDraft } from './draft-view.ts';

/** A letter, notice or report whose text the office writes itself. */
export interface PlainPaper extends DraftPaper {
  readonly kind: PlainPaperKind;
  readonly paragraphs: readonly string[];
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const plainPaperOf = (
  { kind, content }: PlainPaperSource,
  facts: OfficeFacts,
  dating: PaperDating,
): PlainPaper => ({
  ...draftPaperOf(kind, content, facts, dating),
  kind,
  paragraphs: content.paragraphs,
});

/** The fields that letter.hbs, notice.hbs and report.hbs in templates/documents/ may name. */
export const viewPlainPaper = (paper: PlainPaper) => ({
  ...viewDraft(paper),
  paragraphs: paper.paragraphs.slice(0, -1),
  lastParagraph: paper.paragraphs.at(-1) ?? '',
});
