// A paper as anybody can draw it: paragraphs, two columns, tables, with their fonts and sizes. Lengths are points.
import type { Block, Cell, Line, PaperBlocks, Party } from '../../documents/blocks.ts';
import { CLOSING, LETTERHEAD, PAGE, SIGNING, STYLES, TABLE } from '../../documents/format.ts';
import { paperWords } from '../../locale/papers.ts';

export interface PlainRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface PlainText {
  readonly kind: 'text';
  readonly runs: readonly PlainRun[];
  readonly size: number;
  readonly align: 'justify' | 'center' | 'left';
  readonly indent: number;
  readonly before: number;
}

type PlainBlock =
  | PlainText
  | {
      readonly kind: 'columns';
      readonly before: number;
      readonly columns: readonly { readonly width: number; readonly texts: readonly PlainText[] }[];
    }
  | {
      readonly kind: 'table';
      readonly before: number;
      readonly widths: readonly number[];
      readonly head: readonly (readonly PlainText[])[];
      readonly body: readonly (readonly PlainText[])[];
    };

const runsOf = (lines: readonly Line[]): readonly PlainRun[] =>
  lines.flatMap((line) => line.map(({ text, bold, italic }) => ({ text, bold, italic })));

const textOf = (
  text: string,
  size: number,
  look: Partial<PlainRun & PlainText> = {},
): PlainText => {
  const { bold = false, italic = false, align = 'center', before = 0 } = look;
  return { kind: 'text', runs: [{ text, bold, italic }], size, align, indent: 0, before };
};

const ROOM = PAGE.width - PAGE.marginLeft - PAGE.marginRight;

const columnsOf = (
  leftShare: number,
  [left, right]: readonly [readonly PlainText[], readonly PlainText[]],
  before: number,
): PlainBlock => ({
  kind: 'columns',
  before,
  columns: [
    { width: ROOM * leftShare, texts: left },
    { width: ROOM * (1 - leftShare), texts: right },
  ],
});

const bold = { bold: true };

const partyTexts = ({ posts, signer }: Pick<Party, 'posts' | 'signer'>): readonly PlainText[] => [
  ...posts.map((post) => textOf(post, SIGNING.postSize, bold)),
  ...signer.map((name) =>
    textOf(name, SIGNING.nameSize, { ...bold, before: SIGNING.signatureRoom }),
  ),
];

const cellOf = ({ lines, align }: Cell): PlainText => ({
  kind: 'text',
  runs: runsOf(lines),
  size: STYLES.cell.size,
  align,
  indent: 0,
  before: 0,
});

const toPlain = (block: Block): PlainBlock => {
  switch (block.kind) {
    case 'paragraph': {
      const { size, align, firstLineIndent: indent, gapBefore: before } = STYLES[block.role];
      return { kind: 'text', runs: runsOf(block.lines), size, align, indent, before };
    }
    case 'letterhead': {
      const { parentSize, officeSize, nationSize, mottoSize, numberSize, placeDateSize } =
        LETTERHEAD;
      const left = [
        ...block.parent.map((line) => textOf(line, parentSize)),
        ...block.office.map((line) => textOf(line, officeSize, bold)),
        ...(block.number === null ? [] : [textOf(block.number, numberSize, { before: 8 })]),
      ];
      const right = [
        textOf(paperWords.nation, nationSize, bold),
        textOf(paperWords.motto, mottoSize, bold),
        textOf(block.placeDate ?? '', placeDateSize, { italic: true, before: 8 }),
      ];
      return columnsOf(LETTERHEAD.leftShare, [left, right], 0);
    }
    case 'signing':
      return columnsOf(0.5, [partyTexts(block.parties[0]), partyTexts(block.parties[1])], 14);
    case 'closing': {
      const recipients = block.recipients.map((one) =>
        textOf(`- ${one};`, CLOSING.recipientsSize, { align: 'left' }),
      );
      return columnsOf(CLOSING.leftShare, [recipients, partyTexts(block)], CLOSING.gapBefore);
    }
    case 'table':
      return {
        kind: 'table',
        before: TABLE.gapBefore,
        widths: block.columns.map((share) => share * ROOM),
        head: block.head.map((row) => row.map(cellOf)),
        body: block.body.map((row) => row.map(cellOf)),
      };
    default:
      throw new Error(`no ${block.kind} stands in the papers of this bench`);
  }
};

export const plainPaper = ({ title, sections }: PaperBlocks) => ({
  title,
  page: {
    width: PAGE.width,
    height: PAGE.height,
    top: PAGE.marginTop,
    bottom: PAGE.marginBottom,
    left: PAGE.marginLeft,
    right: PAGE.marginRight,
    numberTop: PAGE.numberTop,
    numberSize: PAGE.numberSize,
  },
  cell: TABLE,
  blocks: sections.flatMap(({ blocks }) => blocks.map(toPlain)),
});
