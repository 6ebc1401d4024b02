import {
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';

import type { Cell, Row, Table as PaperTable } from './blocks.ts';
import { styledParagraph } from './docx-text.ts';
import { TABLE, toTwips } from './format.ts';
import { layOutCells } from './layout-cells.ts';
import { placeCells } from './read-table.ts';

const LINE = { style: BorderStyle.SINGLE, size: TABLE.border * 8, color: '000000' } as const;

export const toDocxTable = (table: PaperTable, width: number): Table => {
  const widths = table.columns.map((share) => toTwips(share * width));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: toTwips(width), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    margins: {
      left: toTwips(TABLE.paddingX),
      right: toTwips(TABLE.paddingX),
      top: toTwips(TABLE.paddingY),
      bottom: toTwips(TABLE.paddingY),
    },
    rows: [
      ...toRows(table.head, widths, { isHead: true, heights: headHeights(table, width) }),
      ...toRows(table.body, widths, { isHead: false, heights: [] }),
    ],
  });
};

// Where LibreOffice repeats a head of several rows, it forgets the height that a spanning cell needs and cuts its
// text. It keeps to a height that is written down, as Word does.
const headHeights = ({ head, columns }: PaperTable, width: number): readonly number[] =>
  head.length > 1 ? layOutCells(head, columns, width).heights : [];

const toRows = (
  rows: readonly Row[],
  widths: readonly number[],
  part: { readonly isHead: boolean; readonly heights: readonly number[] },
): readonly TableRow[] => {
  const placed = placeCells(rows, widths.length);
  return rows.map((_, index) => {
    const cells = placed.filter(({ row }) => row === index);
    const height = part.heights[index];
    const isHeading = cells.length === 1 && widths.length > 1;
    const reachesDown = placed.some(
      ({ row, cell }) => row <= index && row + cell.rowspan > index + 1,
    );
    return new TableRow({
      cantSplit: true,
      tableHeader: part.isHead,
      ...(height && { height: { value: toTwips(height), rule: HeightRule.ATLEAST } }),
      children: cells.map(({ cell, column }) => {
        const total = widths
          .slice(column, column + cell.colspan)
          .reduce((sum, width) => sum + width, 0);
        return toCell(cell, total, part.isHead || isHeading || reachesDown);
      }),
    });
  });
};

const toCell = (cell: Cell, width: number, keepWithNext: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    verticalAlign: cell.align === 'center' ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [
      styledParagraph(
        { role: 'cell', lines: cell.lines },
        { keepWithNext, ...(cell.align === 'center' && { align: 'center' }) },
      ),
    ],
  });
