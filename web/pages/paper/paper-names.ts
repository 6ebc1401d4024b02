import type { PaperRow } from '../../../adapters/database/papers.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PaperFileRole } from '../../../domain/paper-files.ts';
import { symbolOfKind } from '../../../domain/recipients.ts';
import { enclosureFileName, paperFileName, titleOf } from '../../../locale/paper-names.ts';
import { wordsIn, type Words } from '../../../locale/words.ts';

type NamedPaper = Pick<PaperRow, 'kind' | 'year' | 'number' | 'symbol'>;

const unnumbered = (t: Words, { kind, year }: Pick<PaperRow, 'kind' | 'year'>): string =>
  t('paper.title-without-number', { kind: t(`paper.kind.${kind}`), year });

/** As people call the paper: by its number once it has one. */
export const nameOfPaper = (t: Words, paper: NamedPaper): string =>
  paper.number === null ? unnumbered(t, paper) : titleOf(paper);

/** The plan's paper by its number alone, as contents that refer to it know it. */
export const planPaper = (
  { year, facts }: { readonly year: number; readonly facts: OfficeFacts },
  number: number,
): NamedPaper => ({
  kind: 'plan',
  year,
  number,
  symbol: symbolOfKind('plan', { symbol: facts.symbol, draftingUnit: null }),
});

/** The name under which a file of the paper is saved, Vietnamese whatever the reader's language. */
export const nameOfFile = (role: PaperFileRole, paper: NamedPaper): string => {
  if (role === 'for-signature') {
    const vi = wordsIn('vi');
    return `${vi('paper.file-for-signature-name', { title: unnumbered(vi, paper) })}.pdf`;
  }
  if (role === 'enclosure-pdf') return enclosureFileName(paper, 'pdf');
  if (role === 'enclosure-copy') return enclosureFileName(paper, 'docx');
  return paperFileName(paper, role === 'working-copy' ? 'docx' : 'pdf');
};
