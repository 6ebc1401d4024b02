import type { OfficeFacts } from '../domain/office.ts';
import type { RecallContent } from '../domain/recall.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import { viewDraft } from './draft-view.ts';
import type { PaperDating } from './paper.ts';

/** The official letter that takes an issued paper back. */
export interface RecallPaper extends DraftPaper {
  readonly kind: 'recall';
  readonly recalled: RecallContent['recalled'];
  readonly reason: string;
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const recallPaperOf = (
  content: RecallContent,
  facts: OfficeFacts,
  dating: PaperDating,
): RecallPaper => ({
  ...draftPaperOf('recall', content, facts, dating),
  kind: 'recall',
  recalled: content.recalled,
  reason: content.reason,
});

/** The fields that templates/documents/recall.hbs may name. */
export const viewRecall = (paper: RecallPaper) => ({
  ...viewDraft(paper),
  recalled: paper.recalled,
  reason: paper.reason,
});
