import type { Role } from './format.ts';
import type { ProofMark } from './proof-mark.ts';

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** One line as the writer broke it; the layouter breaks it further where it is too long. */
export type Line = readonly Run[];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: Role;
  readonly lines: readonly Line[];
  /** A rule of a third to a half of the line stands below. */
  readonly hasRule: boolean;
}

export interface Letterhead {
  readonly kind: 'letterhead';
  readonly parent: readonly string[];
  readonly office: readonly string[];
  /** null: a paper that takes no number. */
  readonly number: string | null;
  /** Of an official letter, which has no type above its text; else none. */
  readonly subject: readonly string[];
  /** null: minutes bear place and date in their text (Decree 30/2020, sample 1.9). */
  readonly placeDate: string | null;
}

export interface Cell {
  readonly lines: readonly Line[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: 'left' | 'center';
}

export type Row = readonly Cell[];

export interface Table {
  readonly kind: 'table';
  /** Shares of the width; they add up to 1. */
  readonly columns: readonly number[];
  readonly head: readonly Row[];
  readonly body: readonly Row[];
}

/** Recipients on the left and the signature on the right. */
export interface Closing {
  readonly kind: 'closing';
  readonly recipients: readonly string[];
  readonly posts: readonly string[];
  readonly signer: readonly string[];
  readonly confirmation: readonly string[];
}

/** One of two who sign side by side. */
export interface Party {
  /** A frame in which a leader writes what they think of the paper above it. */
  readonly isFramed: boolean;
  readonly posts: readonly string[];
  /** What is written under the post: choices, dots to write on, or a confirmation in the system. */
  readonly opinions: readonly string[];
  readonly signer: readonly string[];
}

export interface Signing {
  readonly kind: 'signing';
  readonly parties: readonly [Party, Party];
}

/** One of many who sign a sheet. */
export interface GridParty {
  readonly posts: readonly string[];
  /** What stands between post and name of who has signed. */
  readonly marks: readonly string[];
  readonly signer: readonly string[];
}

/** Many who sign one sheet, in rows of cells under a title. */
export interface SigningGrid {
  readonly kind: 'signing-grid';
  readonly title: readonly string[];
  readonly parties: readonly GridParty[];
}

/** Recipients alone, where two have signed side by side above. */
export interface Distribution {
  readonly kind: 'distribution';
  readonly recipients: readonly string[];
}

export interface PageBreak {
  readonly kind: 'page-break';
}

export type Block =
  Paragraph | Letterhead | Table | Closing | Signing | SigningGrid | Distribution | PageBreak;

/** A signature never stands alone on a page: the end of the text goes with it. So do recipients. */
export const isSigned = (block: Block | undefined): boolean =>
  block?.kind === 'closing' ||
  block?.kind === 'signing' ||
  block?.kind === 'signing-grid' ||
  block?.kind === 'distribution';

/** The paper itself, or one annex; pages are numbered from 1 in each. */
export interface Section {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

/** What is printed on every page beside the text. */
export interface PageMarks {
  readonly watermark: string | null;
  readonly note: string | null;
  /** On the first page of the paper itself alone; null: none. */
  readonly proof: ProofMark | null;
}

export interface PaperBlocks {
  readonly sections: readonly Section[];
  readonly marks: PageMarks;
  readonly title: string;
  readonly author: string;
  /** Stands in the files as the time of making, so that equal input gives equal bytes. */
  readonly madeOn: string;
}
