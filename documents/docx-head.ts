import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';

import { paperWords } from '../locale/papers.ts';

import type { Closing, Distribution, Letterhead } from './blocks.ts';
import { ruleParagraph, lookedParagraph } from './docx-text.ts';
import { CLOSING, LETTERHEAD, toTwips } from './format.ts';
import { letterheadRules, splitDistribution, splitRecipients, styledLine } from './layout-head.ts';

interface StackLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center';
  readonly gapBefore?: number;
  /** true where nothing is said. */
  readonly keepWithNext?: boolean;
}

export const stack = (texts: readonly string[], look: StackLook): readonly Paragraph[] =>
  texts.map((text, index) =>
    lookedParagraph(
      [styledLine(text, { bold: look.bold === true, italic: look.italic === true })],
      {
        size: look.size,
        align: look.align ?? 'center',
        firstLineIndent: 0,
        gapBefore: index === 0 ? (look.gapBefore ?? 0) : 0,
        keepWithNext: look.keepWithNext ?? true,
      },
    ),
  );

export const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;

const sideBySide = (
  rows: readonly Columns[],
  width: number,
  leftShare: number,
  last: 'whole' | 'may-split' = 'whole',
): Table => {
  const widths = [toTwips(width * leftShare), toTwips(width * (1 - leftShare))];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: toTwips(width), type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (columns, at) =>
        new TableRow({
          cantSplit: last === 'whole' || at < rows.length - 1,
          children: columns.map(
            (children, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
                children,
              }),
          ),
        }),
    ),
  });
};

type Columns = readonly [readonly Paragraph[], readonly Paragraph[]];

/** Number and date; none where the paper has neither. */
const numberRow = ({ number, subject, placeDate }: Letterhead): readonly Columns[] => {
  if (number === null && subject.length === 0 && placeDate === null) return [];
  const gapBefore = LETTERHEAD.numberGap;
  return [
    [
      [
        ...stack([number ?? ''], { size: LETTERHEAD.numberSize, gapBefore }),
        ...stack(subject, { size: LETTERHEAD.subjectSize, gapBefore: LETTERHEAD.subjectGap }),
      ],
      stack([placeDate ?? ''], { size: LETTERHEAD.placeDateSize, italic: true, gapBefore }),
    ],
  ];
};

export const letterheadTable = (block: Letterhead, width: number): Table => {
  const left = width * LETTERHEAD.leftShare;
  const rules = letterheadRules(block, width);
  const issuer = [
    ...stack(block.parent, { size: LETTERHEAD.parentSize }),
    ...stack(block.office, { size: LETTERHEAD.officeSize, bold: true }),
    ruleParagraph(left, rules.office),
  ];
  const nation = [
    ...stack([paperWords.nation], { size: LETTERHEAD.nationSize, bold: true }),
    ...stack([paperWords.motto], { size: LETTERHEAD.mottoSize, bold: true }),
    ruleParagraph(width - left, rules.motto),
  ];
  return sideBySide([[issuer, nation], ...numberRow(block)], width, LETTERHEAD.leftShare);
};

const recipientStack = (lines: readonly string[], look: Partial<StackLook>) => [
  ...stack([paperWords.recipients], {
    size: CLOSING.recipientsHeadSize,
    bold: true,
    italic: true,
    align: 'left',
    ...look,
  }),
  ...stack(lines, { ...look, size: CLOSING.recipientsSize, align: 'left', gapBefore: 0 }),
];

// A cell of a table must hold a paragraph.
const NOTHING = stack([''], { size: CLOSING.recipientsSize });

/** A row of names under a row that holds others; it may go on over the page. */
const otherNames = (names: readonly string[]): readonly Columns[] => {
  const look = { size: CLOSING.recipientsSize, align: 'left', keepWithNext: false } as const;
  return names.length === 0 ? [] : [[stack(names, look), NOTHING]];
};

export const distributionTable = (block: Distribution, width: number): Table => {
  const { first, others } = splitDistribution(block, width);
  const keepWithNext = others.length === 0;
  const list = recipientStack(first, { gapBefore: CLOSING.gapBefore, keepWithNext });
  return sideBySide(
    [[list, NOTHING], ...otherNames(others)],
    width,
    CLOSING.leftShare,
    keepWithNext ? 'whole' : 'may-split',
  );
};

const signatureStack = (block: Closing, keepWithNext: boolean): readonly Paragraph[] => {
  const hasConfirmation = block.confirmation.length > 0;
  const gapBefore = CLOSING.gapBefore;
  return [
    ...stack(block.posts, { size: CLOSING.postSize, bold: true, gapBefore, keepWithNext }),
    ...stack(block.confirmation, {
      size: CLOSING.confirmationSize,
      italic: true,
      gapBefore: CLOSING.signatureRoom / 3,
      keepWithNext,
    }),
    ...stack(block.signer, {
      size: CLOSING.nameSize,
      bold: true,
      gapBefore: hasConfirmation ? CLOSING.signatureRoom / 3 : CLOSING.signatureRoom,
      keepWithNext,
    }),
  ];
};

export const closingTable = (block: Closing, width: number): Table => {
  const { beside, below } = splitRecipients(block, width);
  const keepWithNext = below.length === 0;
  const list = recipientStack(beside, { gapBefore: CLOSING.gapBefore, keepWithNext });
  return sideBySide(
    [[list, signatureStack(block, keepWithNext)], ...otherNames(below)],
    width,
    CLOSING.leftShare,
    keepWithNext ? 'whole' : 'may-split',
  );
};
