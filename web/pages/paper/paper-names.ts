import type { PaperRow } from '../../../adapters/database/papers.ts';
import type { PaperFileRole } from '../../../domain/paper-files.ts';
import { numberAndSymbol, paperFileName, titleOf } from '../../../locale/paper-names.ts';
import { wordsIn, type Words } from '../../../locale/words.ts';

type NamedPaper = Pick<PaperRow, 'kind' | 'year' | 'number'>;

const unnumbered = (t: Words, { kind, year }: NamedPaper): string =>
  t('paper.title-without-number', { kind: t(`paper.kind.${kind}`), year });

/** As people call the paper: by its number once it has one. */
export const nameOfPaper = (t: Words, paper: NamedPaper, symbol: string): string =>
  paper.number === null
    ? unnumbered(t, paper)
    : titleOf({ kind: paper.kind, number: paper.number, symbol });

export const numberOfPaper = (
  { kind, number }: Pick<PaperRow, 'kind' | 'number'>,
  symbol: string,
): string | null => (number === null ? null : numberAndSymbol({ kind, number, symbol }));

/** The name under which a file of the paper is saved, Vietnamese whatever the reader's language. */
export const nameOfFile = (role: PaperFileRole, paper: NamedPaper, symbol: string): string => {
  const { kind, number } = paper;
  if (number === null || role === 'for-signature') {
    const vi = wordsIn('vi');
    return `${vi('paper.file-for-signature-name', { title: unnumbered(vi, paper) })}.pdf`;
  }
  return paperFileName({ kind, number, symbol }, role === 'working-copy' ? 'docx' : 'pdf');
};
