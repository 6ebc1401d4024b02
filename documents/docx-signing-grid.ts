import {
  AlignmentType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';

import type { GridParty, SigningGrid } from './blocks.ts';
import { NO_BORDERS, NONE, stack } from './docx-head.ts';
import { SIGNING, toTwips } from './format.ts';
import { columnsFor, rowsOf } from './layout-signing-grid.ts';

const toTable = (
  rows: readonly (readonly (readonly Paragraph[])[])[],
  column: number,
  count: number,
): Table =>
  new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: column * count, type: WidthType.DXA },
    columnWidths: Array.from({ length: count }, () => column),
    borders: NO_BORDERS,
    margins: { left: toTwips(SIGNING.paddingX), right: toTwips(SIGNING.paddingX) },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children) =>
              new TableCell({
                width: { size: column, type: WidthType.DXA },
                borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
                children,
              }),
          ),
        }),
    ),
  });

const postOf = ({ posts, marks }: GridParty): readonly Paragraph[] => [
  ...stack(posts, { size: SIGNING.postSize, bold: true, gapBefore: SIGNING.gapBefore / 2 }),
  ...stack(marks, { size: SIGNING.markSize, italic: true, gapBefore: SIGNING.markGap }),
];

const nameOf = ({ signer, marks }: GridParty): readonly Paragraph[] =>
  stack(signer, {
    size: SIGNING.nameSize,
    bold: true,
    gapBefore: marks.length > 0 ? SIGNING.signatureRoom / 2 : SIGNING.signatureRoom,
    keepWithNext: false,
  });

/** A table for each row, so that one that is not full stands in the middle; names stand level. */
export const signingGridTables = (
  { title, parties }: SigningGrid,
  width: number,
): readonly (Paragraph | Table)[] => {
  const column = toTwips(width / columnsFor(parties.length));
  return [
    ...stack(title, { size: SIGNING.postSize, bold: true, gapBefore: SIGNING.gapBefore }),
    ...rowsOf(parties).flatMap((row) => [
      toTable([row.map(postOf), row.map(nameOf)], column, row.length),
      // Two tables without anything between them would become one.
      ...stack([''], { size: 1, keepWithNext: false }),
    ]),
  ];
};
