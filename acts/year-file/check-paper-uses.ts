import { DomainError } from '../../domain/errors.ts';
import { type PaperUse, usesOf } from './paper-uses.ts';
import { quote } from './quote.ts';
import type { YearFile } from './year-file.ts';

type Paper = NonNullable<YearFile['documents']>[number];

// Several questions may go up in one paper, several adjustments be made by one, and the year's report
// stands for the last quarter's.
const mayShare = (first: PaperUse, second: PaperUse): boolean => {
  if (first.use === second.use) return first.quarter === second.quarter;
  return first.quarter === 'Q4' && second.use === 'year-report';
};

const checkShared = (uses: readonly PaperUse[]): void => {
  const byPaper = new Map<string, PaperUse>();
  for (const use of uses) {
    const first = byPaper.get(use.documentId);
    if (first && !mayShare(first, use)) {
      const details = { id: quote(use.documentId), expected: `not the paper of ${first.place}` };
      throw new DomainError('duplicate-id', 'one paper is two things', details, use.place);
    }
    byPaper.set(use.documentId, use);
  }
};

const checkNotVoid = (uses: readonly PaperUse[], papers: ReadonlyMap<string, Paper>): void => {
  for (const { documentId, place } of uses) {
    if (papers.get(documentId)?.status !== 'VOID') continue;
    const details = { id: quote(documentId), expected: 'a paper whose number is not void' };
    throw new DomainError('unknown-reference', 'that paper was never issued', details, place);
  }
};

const checkOrder = (documents: readonly Paper[], papers: ReadonlyMap<string, Paper>): void => {
  documents.forEach(({ issuedOn, corrects, amends }, index) => {
    const earlier = papers.get(corrects ?? amends ?? '');
    if (!earlier || issuedOn >= earlier.issuedOn) return;
    const expected = `>= ${earlier.issuedOn}`;
    throw new DomainError(
      'impossible-date',
      'a paper changes one that is not there yet',
      { date: issuedOn, expected },
      `/documents/${String(index)}/issuedOn`,
    );
  });
};

/** Each step of the year has an issued paper of its own, and what changes a paper comes after it. */
export const checkPaperUses = (file: YearFile): void => {
  const { documents = [] } = file;
  const papers = new Map(documents.map((paper) => [paper.id, paper]));
  const uses = usesOf(file);
  checkShared(uses);
  checkNotVoid(uses, papers);
  checkOrder(documents, papers);
};
