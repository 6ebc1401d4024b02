import type { NewsContent } from '../domain/conference/news-item.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import { viewDraft } from './draft-view.ts';
import type { PaperDating } from './paper.ts';

/** The news item about a conference. */
export interface NewsItemPaper extends DraftPaper {
  readonly kind: 'news-item';
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const newsItemPaperOf = (
  content: NewsContent,
  facts: OfficeFacts,
  dating: PaperDating,
): NewsItemPaper => ({
  ...draftPaperOf('news-item', content, facts, dating),
  kind: 'news-item',
  paragraphs: content.paragraphs,
  captions: content.captions,
});

/** The fields that templates/documents/news-item.hbs may name. */
export const viewNewsItem = (paper: NewsItemPaper) => ({
  ...viewDraft(paper),
  paragraphs: paper.paragraphs,
  captions: paper.captions,
});
