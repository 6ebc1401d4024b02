import type { PaperKind } from '../domain/document-issue.ts';
import { ABBREVIATION, displayNumber } from '../domain/recipients.ts';

export const KIND_NAMES: Readonly<Record<PaperKind, string>> = {
  plan: 'Kế hoạch',
  'registration-opening': 'Thông báo',
  'registration-result': 'Thông báo',
};
const WORKING_COPY = 'bản làm việc';

/** `symbol`: the office's own. */
export interface NumberedPaper {
  readonly kind: PaperKind;
  readonly number: number;
  readonly symbol: string;
}

/** "15/KH-ANNĐ". */
export const numberAndSymbol = ({ kind, number, symbol }: NumberedPaper): string =>
  `${displayNumber(number)}/${ABBREVIATION[kind]}-${symbol}`;

/** "Kế hoạch số 15/KH-ANNĐ". */
export const titleOf = (paper: NumberedPaper): string =>
  `${KIND_NAMES[paper.kind]} số ${numberAndSymbol(paper)}`;

// A slash can't stand in a file name; the letters stay Vietnamese, as people search for them.
export const paperFileName = (paper: NumberedPaper, ending: 'pdf' | 'docx'): string => {
  const name = titleOf(paper).replaceAll('/', '-');
  return ending === 'docx' ? `${name} (${WORKING_COPY}).docx` : `${name}.pdf`;
};
