import type { Cell, Row, Table } from './blocks.ts';
import { elementsOf, textOf } from './read-element.ts';
import type { Refuse } from './read-element.ts';
import { PLAIN } from './read-lines.ts';
import type { Element } from './read-markup.ts';

export const readTable = (table: Element, refuse: Refuse): Table => {
  const parts = elementsOf(table, refuse);
  const columns = parts.filter((part) => part.tag === 'col').map((col) => readWidth(col, refuse));
  const stray = parts.find((part) => !['col', 'thead', 'tbody'].includes(part.tag));
  if (stray) refuse(stray, 'misplaced-tag', 'expected col, thead or tbody');
  const rowsOf = (tag: string): readonly Row[] => {
    const elements = parts.filter((part) => part.tag === tag);
    const rows = elements.flatMap((part) => elementsOf(part, refuse));
    return checkGrid(rows, columns.length, refuse);
  };
  const body = rowsOf('tbody');
  if (body.length === 0) refuse(table, 'missing-value', 'the table has no rows');
  const total = columns.reduce((sum, width) => sum + width, 0);
  return {
    kind: 'table',
    columns: columns.map((width) => width / total),
    head: rowsOf('thead'),
    body,
  };
};

const readWidth = (col: Element, refuse: Refuse): number => {
  const width = Number(col.attributes.get('width'));
  if (!(width > 0)) refuse(col, 'wrong-value', 'expected a width above zero');
  return width;
};

const readSpan = (cell: Element, name: string, refuse: Refuse): number => {
  const span = Number(cell.attributes.get(name) ?? '1');
  if (!Number.isInteger(span) || span < 1) refuse(cell, 'wrong-value', `${name} must be 1 or more`);
  return span;
};

const readCell = (cell: Element, refuse: Refuse): Cell => {
  if (cell.tag !== 'td' && cell.tag !== 'th') refuse(cell, 'misplaced-tag', 'expected td or th');
  const isHead = cell.tag === 'th';
  return {
    lines: textOf(cell, refuse, { ...PLAIN, bold: isHead }),
    colspan: readSpan(cell, 'colspan', refuse),
    rowspan: readSpan(cell, 'rowspan', refuse),
    align: isHead || cell.attributes.get('align') === 'center' ? 'center' : 'left',
  };
};

// A row that leaves a hole in the grid, or reaches beyond it, would shift every column after it.
const checkGrid = (
  rows: readonly Element[],
  columnCount: number,
  refuse: Refuse,
): readonly Row[] => {
  const reach = Array.from({ length: columnCount }, () => 0);
  const read = rows.map((row, index) => {
    if (row.tag !== 'tr') refuse(row, 'misplaced-tag', 'expected tr');
    const cells = elementsOf(row, refuse).map((cell) => readCell(cell, refuse));
    const taken = reach.filter((until) => until > index).length;
    const given = cells.reduce((sum, cell) => sum + cell.colspan, 0);
    if (taken + given !== columnCount) {
      refuse(row, 'wrong-value', `expected cells for ${String(columnCount)} columns`);
    }
    for (const { cell, column } of placeRow(cells, index, reach)) {
      reach.fill(index + cell.rowspan, column, column + cell.colspan);
    }
    return cells;
  });
  const last = rows.at(-1);
  if (last && reach.some((until) => until > rows.length)) {
    refuse(last, 'wrong-value', 'a rowspan reaches below the table');
  }
  return read;
};

export interface PlacedCell {
  readonly cell: Cell;
  readonly column: number;
}

/** Puts a row's cells into the columns that no cell from above still covers. */
const placeRow = (cells: Row, index: number, reach: readonly number[]): readonly PlacedCell[] => {
  let column = 0;
  return cells.map((cell) => {
    while ((reach[column] ?? 0) > index) column += 1;
    const placed = { cell, column };
    column += cell.colspan;
    return placed;
  });
};

export interface GridCell extends PlacedCell {
  readonly row: number;
}

/** The column of every cell of a table's head or body, with spans from above taken into account. */
export const placeCells = (rows: readonly Row[], columnCount: number): readonly GridCell[] => {
  const reach = Array.from({ length: columnCount }, () => 0);
  return rows.flatMap((cells, row) => {
    const placed = placeRow(cells, row, reach).map((cell) => ({ ...cell, row }));
    for (const { cell, column } of placed)
      reach.fill(row + cell.rowspan, column, column + cell.colspan);
    return placed;
  });
};
