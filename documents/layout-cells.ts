import type { Line, Row } from './blocks.ts';
import { STYLES, TABLE } from './format.ts';
import { layOutLines, stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';
import { placeCells } from './read-table.ts';
import type { GridCell } from './read-table.ts';

export interface SizedCell extends GridCell {
  readonly lines: readonly LaidLine[];
  readonly width: number;
  readonly x: number;
  readonly needed: number;
}

/** The cells of these rows with their lines, and how high each row is. */
export const layOutCells = (
  rows: readonly Row[],
  shares: readonly number[],
  width: number,
): { readonly cells: readonly SizedCell[]; readonly heights: readonly number[] } => {
  const edges = shares.reduce<number[]>(
    (all, share) => [...all, (all.at(-1) ?? 0) + share * width],
    [0],
  );
  const cells = placeCells(rows, shares.length).map((placed) => sizeCell(placed, edges));
  return { cells, heights: rowHeights(cells, rows.length) };
};

const sizeCell = (placed: GridCell, edges: readonly number[]): SizedCell => {
  const x = edges[placed.column] ?? 0;
  const width = (edges[placed.column + placed.cell.colspan] ?? x) - x;
  const lines = layOutCell(placed.cell.lines, width - 2 * TABLE.paddingX, placed.cell.align);
  return {
    ...placed,
    x,
    width,
    lines,
    needed: stackHeight(lines) + 2 * TABLE.paddingY + TABLE.border,
  };
};

const layOutCell = (
  lines: readonly Line[],
  width: number,
  align: 'left' | 'center',
): readonly LaidLine[] => layOutLines(lines, width, { ...STYLES.cell, align });

// First the rows' own cells; then, where a spanning cell needs more, its last row grows.
const rowHeights = (cells: readonly SizedCell[], count: number): readonly number[] => {
  const heights = Array.from({ length: count }, () => 0);
  for (const { row, cell, needed } of cells) {
    if (cell.rowspan === 1) heights[row] = Math.max(heights[row] ?? 0, needed);
  }
  for (const { row, cell, needed } of cells) {
    const last = row + cell.rowspan - 1;
    const spanned = heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
    if (needed > spanned) heights[last] = (heights[last] ?? 0) + needed - spanned;
  }
  return heights;
};
