import type { OfficeFacts } from '../domain/office.ts';
import { dialogueWords } from '../locale/dialogue-papers.ts';
import { viewHead } from './head-view.ts';
import type { PaperDating, PaperHead, PaperStage } from './paper.ts';
import { headOf } from './paper-parts.ts';

/** A slip on which anybody writes a question by hand, with their name or without. */
export interface QuestionSlipPaper {
  readonly kind: 'question-slip';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  readonly domainNames: readonly string[];
}

export const questionSlipPaperOf = (
  { year }: { readonly year: number },
  facts: OfficeFacts,
  dating: PaperDating,
): QuestionSlipPaper => ({
  kind: 'question-slip',
  stage: dating.stage,
  year,
  head: headOf('transfer-slip', facts, dating),
  subject: `${dialogueWords.slipTitle} ${String(year)}`,
  domainNames: facts.domains.map(({ name }) => name),
});

/** The fields that templates/documents/question-slip.hbs may name. */
export const viewQuestionSlip = (paper: QuestionSlipPaper) => ({
  year: String(paper.year),
  head: viewHead(paper.head, paper.stage),
  domainNames: paper.domainNames,
});
