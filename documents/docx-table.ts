import { FileChild, type IXmlableObject } from 'docx';

import type { Cell, Line, Row, Run, Table as PaperTable } from './blocks.ts';
import { STYLE_IDS } from './docx-styles.ts';
import { TABLE, toTwips } from './format.ts';
import { layOutCells } from './layout-cells.ts';
import { placeCells } from './read-table.ts';
import type { GridCell } from './read-table.ts';

// The library's own tables are four objects for each cell, each read through several times: most of a long
// paper's time. This one is what they would come to.
class WrittenTable extends FileChild {
  private readonly table: IXmlableObject;
  constructor(parts: readonly IXmlableObject[]) {
    super('w:tbl');
    this.table = { 'w:tbl': parts };
  }
  override prepForXml(): IXmlableObject {
    return this.table;
  }
}

type Value = string | number;

const empty = (name: string): IXmlableObject => ({ [name]: {} });
const withAttributes = (
  name: string,
  attributes: Readonly<Record<string, Value>>,
): IXmlableObject => ({ [name]: { _attr: attributes } });
const withValue = (name: string, value: Value) => withAttributes(name, { 'w:val': value });
const withWidth = (name: string, twips: number) =>
  withAttributes(name, { 'w:type': 'dxa', 'w:w': twips });
const border = (name: string) =>
  withAttributes(name, { 'w:val': 'single', 'w:color': '000000', 'w:sz': TABLE.border * 8 });

const SIDES = ['top', 'left', 'bottom', 'right'] as const;
const PADDING = {
  top: TABLE.paddingY,
  left: TABLE.paddingX,
  bottom: TABLE.paddingY,
  right: TABLE.paddingX,
} as const;

export const toDocxTable = (table: PaperTable, width: number): FileChild => {
  const widths = table.columns.map((share) => toTwips(share * width));
  return new WrittenTable([
    {
      'w:tblPr': [
        withWidth('w:tblW', toTwips(width)),
        { 'w:tblBorders': [...SIDES, 'insideH', 'insideV'].map((side) => border(`w:${side}`)) },
        withAttributes('w:tblLayout', { 'w:type': 'fixed' }),
        { 'w:tblCellMar': SIDES.map((side) => withWidth(`w:${side}`, toTwips(PADDING[side]))) },
      ],
    },
    { 'w:tblGrid': widths.map((twips) => withAttributes('w:gridCol', { 'w:w': twips })) },
    ...toRows(table.head, widths, { isHead: true, heights: headHeights(table, width) }),
    ...toRows(table.body, widths, { isHead: false, heights: [] }),
  ]);
};

// Where LibreOffice repeats a head of several rows, it forgets the height that a spanning cell needs and cuts its
// text. It keeps to a height that is written down, as Word does.
const headHeights = ({ head, columns }: PaperTable, width: number): readonly number[] =>
  head.length > 1 ? layOutCells(head, columns, width).heights : [];

/** The cells of each row, those that reach down into it too, from left to right. */
const gridOf = (rows: readonly Row[], columnCount: number): readonly (readonly GridCell[])[] => {
  const grid: GridCell[][] = rows.map(() => []);
  for (const placed of placeCells(rows, columnCount)) {
    for (const row of grid.slice(placed.row, placed.row + placed.cell.rowspan)) row.push(placed);
  }
  return grid.map((row) => row.sort((one, other) => one.column - other.column));
};

const toRows = (
  rows: readonly Row[],
  widths: readonly number[],
  part: { readonly isHead: boolean; readonly heights: readonly number[] },
): readonly IXmlableObject[] =>
  gridOf(rows, widths.length).map((cells, index) => {
    const height = part.heights[index];
    const isHeading = rows[index]?.length === 1 && widths.length > 1;
    const reachesDown = cells.some(({ row, cell }) => row + cell.rowspan > index + 1);
    const keepWithNext = part.isHead || isHeading || reachesDown;
    const rule = height && { 'w:val': toTwips(height), 'w:hRule': 'atLeast' };
    return {
      'w:tr': [
        {
          'w:trPr': [
            empty('w:cantSplit'),
            part.isHead ? empty('w:tblHeader') : withValue('w:tblHeader', 'off'),
            ...(rule ? [withAttributes('w:trHeight', rule)] : []),
          ],
        },
        ...cells.map((placed) => toCell(placed, index, widths, keepWithNext)),
      ],
    };
  });

const toCell = (
  { cell, column, row }: GridCell,
  index: number,
  widths: readonly number[],
  keepWithNext: boolean,
): IXmlableObject => {
  const spanned = widths.slice(column, column + cell.colspan);
  const isBegun = row < index;
  const merge = isBegun ? 'continue' : 'restart';
  return {
    'w:tc': [
      {
        'w:tcPr': [
          withWidth(
            'w:tcW',
            spanned.reduce((sum, width) => sum + width, 0),
          ),
          withValue('w:gridSpan', cell.colspan),
          ...(cell.rowspan > 1 ? [withValue('w:vMerge', merge)] : []),
          withValue('w:vAlign', cell.align === 'center' ? 'center' : 'top'),
        ],
      },
      isBegun ? emptyParagraph(cell) : toParagraph(cell, keepWithNext),
    ],
  };
};

const CENTRED = withValue('w:jc', 'center');

const emptyParagraph = ({ align }: Cell): IXmlableObject =>
  align === 'center' ? { 'w:p': [{ 'w:pPr': [CENTRED] }] } : empty('w:p');

const toParagraph = ({ lines, align }: Cell, keepWithNext: boolean): IXmlableObject => ({
  'w:p': [
    {
      'w:pPr': [
        withValue('w:pStyle', STYLE_IDS.cell),
        ...(keepWithNext ? [empty('w:keepNext')] : []),
        ...(align === 'center' ? [CENTRED] : []),
      ],
    },
    ...lines.flatMap((line, at) => toRuns(line, at > 0)),
  ],
});

const toRuns = (line: Line, isBroken: boolean): readonly IXmlableObject[] =>
  line.map((run, at) => ({
    'w:r': [
      ...lookOf(run),
      ...(isBroken && at === 0 ? [empty('w:br')] : []),
      { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, run.text] },
    ],
  }));

const lookOf = ({ bold, italic, underline }: Run): readonly IXmlableObject[] => {
  const look = [
    ...(bold ? [empty('w:b'), empty('w:bCs')] : []),
    ...(italic ? [empty('w:i'), empty('w:iCs')] : []),
    ...(underline ? [withValue('w:u', 'single')] : []),
  ];
  return look.length > 0 ? [{ 'w:rPr': look }] : [];
};
