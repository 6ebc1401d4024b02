import { borderRule, gapAfter, readParagraph, type Column } from './docx-paragraphs.ts';
import { inherited, type DocxStyles } from './docx-styles.ts';
import { attributeOf, childOf, childrenOf, elementsIn, numberOf, type Xml } from './docx-xml.ts';
import type { ReadParagraph } from './read-paper.ts';

const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:smartTag', 'w:customXml']);

/** The elements of a body or cell, as if nothing were wrapped around them. */
export const blocksIn = (parent: Xml): readonly Xml[] =>
  elementsIn(parent).flatMap((child) => (TRANSPARENT.has(child.name) ? blocksIn(child) : [child]));

/** Paragraphs with text, in order; a rule that a flat paragraph draws belongs to the one above it. */
export const readBlocks = (
  blocks: readonly Xml[],
  styles: DocxStyles,
  place: Column,
): readonly ReadParagraph[] => {
  const read: ReadParagraph[] = [];
  let room = 0;
  for (const block of blocks) {
    if (block.name === 'w:tbl') {
      read.push(...readTable(block, styles, place));
      room = 0;
    }
    if (block.name !== 'w:p') continue;
    const paragraph = readParagraph(block, styles, place, room);
    const rule = paragraph.rule ?? borderRule(block, styles, place.width);
    const above = read.at(-1);
    if (paragraph.text === '' && rule !== null && above) {
      read[read.length - 1] = { ...above, rule: above.rule ?? rule };
    }
    if (paragraph.text !== '') read.push({ ...paragraph, rule });
    room = gapAfter(block, styles);
  }
  return read;
};

const readTable = (table: Xml, styles: DocxStyles, place: Column): readonly ReadParagraph[] => {
  const widths = childrenOf(childOf(table, 'w:tblGrid'), 'w:gridCol').map(
    (column) => (numberOf(column, 'w:w') ?? 0) / 20,
  );
  return blocksIn(table)
    .filter(({ name }) => name === 'w:tr')
    .flatMap((row) => readRow(row, table, styles, widths, place));
};

const readRow = (
  row: Xml,
  table: Xml,
  styles: DocxStyles,
  widths: readonly number[],
  place: Column,
): readonly ReadParagraph[] => {
  let column = 0;
  return blocksIn(row)
    .filter(({ name }) => name === 'w:tc')
    .flatMap((cell) => {
      const span = numberOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? 1;
      const isFramed = place.isFramed || hasFrame(cell, table, styles);
      const width = cellWidth(cell, widths.slice(column, column + span));
      const inner = width - sideMargins(table, styles);
      const middle = (column + span / 2) / Math.max(widths.length, 1);
      column += span;
      return readBlocks(blocksIn(cell), styles, {
        column: isFramed ? place.column : columnAt(middle, place),
        isFramed,
        width: inner,
      });
    });
};

// In a grid of odd columns the middle one stands for none of both.
const columnAt = (middle: number, place: Column): Column['column'] => {
  if (Math.abs(middle - 0.5) < 0.01) return place.column;
  return middle < 0.5 ? 'left' : 'right';
};

const cellWidth = (cell: Xml, grid: readonly number[]): number => {
  const own = numberOf(childOf(childOf(cell, 'w:tcPr'), 'w:tcW'), 'w:w');
  return own !== null && own > 0 ? own / 20 : grid.reduce((sum, width) => sum + width, 0);
};

const DEFAULT_CELL_MARGIN = 108;

const sideMargins = (table: Xml, styles: DocxStyles): number => {
  const margins = styles.table(table).map((element) => childOf(element, 'w:tblCellMar'));
  return ['w:left', 'w:right'].reduce((sum, side) => {
    const width = inherited(margins, side, 'w:w');
    return sum + (width === null ? DEFAULT_CELL_MARGIN : Number(width)) / 20;
  }, 0);
};

const isDrawn = (border: Xml | null): boolean =>
  border !== null && !/^(?:none|nil)$/.test(attributeOf(border, 'w:val') ?? 'none');

// Lines on its left and right: of the cell itself, else of its table.
const hasFrame = (cell: Xml, table: Xml, styles: DocxStyles): boolean => {
  const own = childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders');
  return ['w:left', 'w:right'].every((side) => {
    const border = childOf(own, side);
    if (border) return isDrawn(border);
    const names = [side, 'w:insideV'];
    return names.some((name) =>
      styles
        .table(table)
        .some((element) => isDrawn(childOf(childOf(element, 'w:tblBorders'), name))),
    );
  });
};
