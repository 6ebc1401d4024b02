import type { Block, Paragraph, Table } from './blocks.ts';
import { END_LINE, STYLES, SUBJECT_RULE_SHARE, TABLE } from './format.ts';
import type { Role } from './format.ts';
import type { Bookmark, Box } from './layout-box.ts';
import { layOutCells, type SizedCell } from './layout-cells.ts';
import {
  keepsTextAbove,
  layOutClosing,
  layOutDistribution,
  layOutLetterhead,
} from './layout-head.ts';
import { layOutSigning } from './layout-signing.ts';
import { layOutSigningGrid } from './layout-signing-grid.ts';
import { layOutLines, layOutRule, stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';

export const layOutBlocks = (blocks: readonly Block[], width: number): readonly Box[] => {
  const boxes = blocks.map((block) => layOutBlock(block, width));
  const kept = boxes.flatMap((group, index) =>
    keepsTextAbove(blocks[index + 1], width) ? keepEnd(group) : group,
  );
  return blocks.at(-1)?.kind === 'paragraph' ? kept : withEndLine(kept);
};

const withEndLine = (boxes: readonly Box[]): readonly Box[] =>
  boxes.map((box, at) =>
    at === boxes.length - 1 ? { ...box, height: box.height + END_LINE } : box,
  );

const keepEnd = (boxes: readonly Box[]): readonly Box[] =>
  boxes.map((box, index) => (index >= boxes.length - 2 ? { ...box, keepWithNext: true } : box));

const layOutBlock = (block: Block, width: number): readonly Box[] => {
  switch (block.kind) {
    case 'paragraph':
      return layOutParagraph(block, width);
    case 'table':
      return layOutTable(block, width);
    case 'letterhead':
      return [layOutLetterhead(block, width)];
    case 'closing':
      return layOutClosing(block, width);
    case 'signing':
      return [layOutSigning(block, width)];
    case 'signing-grid':
      return layOutSigningGrid(block, width);
    case 'distribution':
      return layOutDistribution(block, width);
    case 'page-break':
      return [{ ...lineBox([], width), kind: 'page-break' }];
  }
};

const lineBox = (lines: readonly LaidLine[], width: number, x = 0): Box => {
  const gapBefore = lines[0]?.gapBefore ?? 0;
  const stacked = lines.map((line, at) => (at === 0 ? { ...line, gapBefore: 0 } : line));
  const height = stackHeight(stacked);
  const frame = { x, y: 0, width, height, paddingX: 0, paddingY: 0 };
  const cell = { ...frame, lines: stacked, hasBorder: false, isMiddle: false };
  return { kind: 'box', height, gapBefore, keepWithNext: false, cells: [cell], repeatedHead: null };
};

const layOutParagraph = (paragraph: Paragraph, width: number): readonly Box[] => {
  const style = STYLES[paragraph.role];
  const left = style.leftIndent ?? 0;
  const lines = layOutLines(paragraph.lines, width - left, style);
  const bookmark = bookmarkOf(paragraph);
  const boxes = lines.map((line, at) => ({
    ...lineBox([line], width - left, left),
    keepWithNext: style.keepWithNext || isTied(at, lines.length),
    ...(at === 0 && bookmark && { bookmark }),
  }));
  if (!paragraph.hasRule) return boxes;
  const rule = layOutRule(width, ruleWidth(lines, width));
  return [...boxes, { ...lineBox([rule], width), keepWithNext: true }];
};

const BOOKMARK_LEVELS: Partial<Readonly<Record<Role, Bookmark['level']>>> = {
  'annex-kind': 1,
  heading: 1,
  subheading: 2,
};

const bookmarkOf = ({ role, lines }: Paragraph): Bookmark | null => {
  const level = BOOKMARK_LEVELS[role];
  const title = lines.map((line) => line.map(({ text }) => text).join('')).join(' ');
  return level ? { title, level } : null;
};

// Two lines at least at the foot of a page and two at the head of the next.
const isTied = (at: number, count: number): boolean =>
  at < count - 1 && (at === 0 || at === count - 2);

/** A share of the widest line of the centred text above. */
export const ruleWidth = (lines: readonly LaidLine[], width: number): number => {
  const first = Math.min(...lines.map(({ segments }) => segments[0]?.x ?? width / 2));
  return (width - 2 * first) * SUBJECT_RULE_SHARE;
};

const layOutTable = (table: Table, width: number): readonly Box[] => {
  const gap = { gapBefore: TABLE.gapBefore, keepWithNext: true };
  const heads = layOutRows(table, table.head, width);
  const head = heads[0] ? { ...mergeBoxes(heads), ...gap } : null;
  const rows = layOutRows(table, table.body, width);
  const groups = rows.map((box, at) => ({
    ...box,
    gapBefore: at === 0 && !head ? TABLE.gapBefore : 0,
    // The border under the last row has no row below it to stand in.
    height: box.height + (at === rows.length - 1 ? TABLE.border : 0),
    repeatedHead: head,
  }));
  return head ? [head, ...groups] : groups;
};

const mergeBoxes = (boxes: readonly Box[]): Box => {
  let height = 0;
  const cells = boxes.flatMap((box) => {
    const moved = box.cells.map((cell) => ({ ...cell, y: cell.y + height }));
    height += box.height;
    return moved;
  });
  return { kind: 'box', height, gapBefore: 0, keepWithNext: true, cells, repeatedHead: null };
};

/** One box for each group of rows that cells spanning several rows hold together. */
const layOutRows = (table: Table, rows: Table['body'], width: number): readonly Box[] => {
  const { cells, heights } = layOutCells(rows, table.columns, width);
  const byRow = rows.map((): SizedCell[] => []);
  for (const cell of cells) byRow[cell.row]?.push(cell);
  return groupRows(byRow).map(({ from, to }) => {
    const inGroup = byRow.slice(from, to).flat();
    const sum = (first: number, last: number): number =>
      heights.slice(first, last).reduce((total, height) => total + height, 0);
    return {
      kind: 'box',
      height: sum(from, to),
      gapBefore: 0,
      // A row of one cell is the heading of the rows below it.
      keepWithNext: inGroup.length === 1 && table.columns.length > 1,
      cells: inGroup.map((cell) => ({
        x: cell.x,
        y: sum(from, cell.row),
        width: cell.width,
        height: sum(cell.row, cell.row + cell.cell.rowspan),
        lines: cell.lines,
        paddingX: TABLE.paddingX,
        paddingY: TABLE.paddingY,
        hasBorder: true,
        isMiddle: cell.cell.align === 'center',
      })),
      repeatedHead: null,
    };
  });
};

const groupRows = (
  byRow: readonly (readonly SizedCell[])[],
): readonly { readonly from: number; readonly to: number }[] => {
  const groups: { from: number; to: number }[] = [];
  byRow.forEach((cells, row) => {
    const reach = cells.reduce((most, { cell }) => Math.max(most, row + cell.rowspan), row + 1);
    const last = groups.at(-1);
    if (last && row < last.to) last.to = Math.max(last.to, reach);
    else groups.push({ from: row, to: reach });
  });
  return groups;
};
