import {
  BorderStyle,
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
    rows: [...toRows(table.head, widths, true), ...toRows(table.body, widths, false)],
  });
};

const toRows = (
  rows: readonly Row[],
  widths: readonly number[],
  isHead: boolean,
): readonly TableRow[] => {
  const placed = placeCells(rows, widths.length);
  return rows.map((_, index) => {
    const cells = placed.filter(({ row }) => row === index);
    const isHeading = cells.length === 1 && widths.length > 1;
    const reachesDown = placed.some(
      ({ row, cell }) => row <= index && row + cell.rowspan > index + 1,
    );
    return new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map(({ cell, column }) => {
        const total = widths
          .slice(column, column + cell.colspan)
          .reduce((sum, width) => sum + width, 0);
        return toCell(cell, total, isHead || isHeading || reachesDown);
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
