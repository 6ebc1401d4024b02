/** A finished paper as it can be read back from a file; all lengths in points. */
export interface ReadRun {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

export type Align = 'left' | 'center' | 'justify' | 'right';

/** A paragraph of a DOCX; of a PDF the lines that belong together. */
export interface ReadParagraph {
  readonly text: string;
  readonly runs: readonly ReadRun[];
  /** Counted through the file; null in a DOCX. */
  readonly page: number | null;
  /** Of two columns side by side, as in the head and where the paper is signed. */
  readonly column: 'whole' | 'left' | 'right';
  /** In a cell of a table with drawn lines. */
  readonly isFramed: boolean;
  /** null: one line alone, which may be set in several ways. */
  readonly align: Align | null;
  /** Of the first line, from where the others begin; null: can't be told. */
  readonly firstLineIndent: number | null;
  /** Above it, beside the height of its first line; null: begins a page or a cell. */
  readonly gapBefore: number | null;
  /** In single lines; null: one line alone, of which nothing can be told. */
  readonly lineSpacing: number | null;
  /** Empty where it is not centred, in a DOCX. */
  readonly lineWidths: readonly number[];
  /** Length of the rule drawn below it. */
  readonly rule: number | null;
}

export interface Margin {
  readonly value: number;
  /** false: the text may end before it, so that it can only be too small. */
  readonly isExact: boolean;
}

export interface ReadPageNumber {
  readonly text: string;
  readonly isCentred: boolean;
  readonly isInTopMargin: boolean;
  readonly run: ReadRun;
}

/** The paper itself, or one of its annexes. */
export interface ReadPart {
  readonly width: number;
  readonly height: number;
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Margin>>;
  readonly paragraphs: readonly ReadParagraph[];
  readonly firstPageNumber: ReadPageNumber | null;
  /** Of the pages after the first; empty: there are none, or a DOCX has no number for them. */
  readonly laterPageNumbers: readonly (ReadPageNumber | null)[];
  /** Its first page counts as 1. */
  readonly countsFromOne: boolean;
}

export interface ReadPaper {
  readonly file: 'docx' | 'pdf';
  readonly parts: readonly ReadPart[];
}

/** The file is no paper that can be read. */
export class UnreadablePaper extends Error {
  override readonly name = 'UnreadablePaper';
}
