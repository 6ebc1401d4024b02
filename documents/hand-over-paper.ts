import type { HandOverContent } from '../domain/form-content.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { formWords } from '../locale/form-papers.ts';
import { KIND_NAMES } from '../locale/paper-names.ts';
import { formatShortDate } from '../locale/papers.ts';
import { viewHead } from './head-view.ts';
import type { PaperDating, PaperHead, PaperStage } from './paper.ts';
import { headOf } from './paper-parts.ts';

/** The list on which whoever gets a paper by hand signs for it. */
export interface HandOverPaper {
  readonly kind: 'hand-over-list';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  readonly content: HandOverContent;
}

export const handOverPaperOf = (
  content: HandOverContent,
  facts: OfficeFacts,
  dating: PaperDating,
): HandOverPaper => ({
  kind: 'hand-over-list',
  stage: dating.stage,
  year: content.year,
  head: headOf(content.paper.kind, facts, dating),
  subject: [formWords.handOver, KIND_NAMES[content.paper.kind], content.paper.numberAndSymbol]
    .filter(Boolean)
    .join(' '),
  content,
});

/** The fields that templates/documents/hand-over-list.hbs may name. */
export const viewHandOver = ({ content, head, stage }: HandOverPaper) => {
  const { paper, recipients } = content;
  return {
    head: viewHead(head, stage),
    kind: KIND_NAMES[paper.kind],
    numberAndSymbol: paper.numberAndSymbol,
    date: paper.date,
    subject: paper.subject,
    recipients: recipients.map(({ name, receivedOn }, index) => ({
      order: String(index + 1),
      name,
      receivedOn: receivedOn && formatShortDate(receivedOn),
    })),
    count: recipients.length,
  };
};
