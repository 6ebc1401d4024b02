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

import type { Cell, Table as PaperTable } from './blocks.ts';
import { styledParagraph } from './docx-text.ts';
import { TABLE, toTwips } from './format.ts';
import { layOutCells } from './layout-cells.ts';

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
    rows: [...toRows(table, width, 'head'), ...toRows(table, width, 'body')],
  });
};

// LibreOffice does not give the last row of a spanning cell the height that the cell needs where it repeats a
// head, and cuts the text; Word and LibreOffice keep to a height that is written down.
const heightAtLeast = (
  { cells, heights }: ReturnType<typeof layOutCells>,
  row: number,
): { readonly height?: { readonly value: number; readonly rule: 'atLeast' } } => {
  const endsHere = cells.some(
    (one) => one.cell.rowspan > 1 && one.row + one.cell.rowspan - 1 === row,
  );
  if (!endsHere) return {};
  return { height: { value: toTwips(heights[row] ?? 0), rule: HeightRule.ATLEAST } };
};

const toRows = (table: PaperTable, width: number, part: 'head' | 'body'): readonly TableRow[] => {
  const rows = table[part];
  const isHead = part === 'head';
  const widths = table.columns.map((share) => toTwips(share * width));
  const laid = layOutCells(rows, table.columns, width);
  const placed = laid.cells;
  return rows.map((_, index) => {
    const cells = placed.filter(({ row }) => row === index);
    const isHeading = cells.length === 1 && widths.length > 1;
    const reachesDown = placed.some(
      ({ row, cell }) => row <= index && row + cell.rowspan > index + 1,
    );
    return new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      ...heightAtLeast(laid, index),
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
