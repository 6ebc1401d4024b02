import type { CorrectionContent } from '../domain/correction.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import type { PaperDating } from './paper.ts';
import { viewDraft } from './draft-view.ts';

/** The official letter that corrects a paper's form. */
export interface CorrectionPaper extends DraftPaper {
  readonly kind: 'correction';
  readonly corrected: CorrectionContent['corrected'];
  readonly places: CorrectionContent['places'];
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const correctionPaperOf = (
  content: CorrectionContent,
  facts: OfficeFacts,
  dating: PaperDating,
): CorrectionPaper => ({
  ...draftPaperOf('correction', content, facts, dating),
  kind: 'correction',
  corrected: content.corrected,
  places: content.places,
});

/** The fields that templates/documents/correction.hbs may name. */
export const viewCorrection = (paper: CorrectionPaper) => ({
  ...viewDraft(paper),
  corrected: paper.corrected,
  places: paper.places.map((place, index) => ({ ...place, order: String(index + 1) })),
});
