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
import { gapParagraph } from './docx-text.ts';
import { SIGNING, toTwips } from './format.ts';
import { columnRoom, columnsFor, nameGap, rowsOf } from './layout-signing-grid.ts';

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
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children) =>
              new TableCell({
                width: { size: column, type: WidthType.DXA },
                borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
                margins: {
                  top: row === 0 ? toTwips(SIGNING.paddingY) : 0,
                  bottom: row === 0 ? 0 : toTwips(SIGNING.paddingY),
                },
                children,
              }),
          ),
        }),
    ),
  });

const postOf = ({ posts, marks }: GridParty): readonly Paragraph[] => [
  ...stack(posts, { size: SIGNING.postSize, bold: true }),
  ...stack(marks, { size: SIGNING.markSize, italic: true, gapBefore: SIGNING.markGap }),
];

/**
 * A table for each row, so that one that is not full stands in the middle; names stand level.
 * `keepWithNext`: more signatures or the recipients follow, on the page of the last two rows.
 */
export const signingGridTables = (
  { title, parties }: SigningGrid,
  width: number,
  keepWithNext: boolean,
): readonly (Paragraph | Table)[] => {
  const column = toTwips(width / columnsFor(parties.length));
  const room = columnRoom(width, parties.length);
  const rows = rowsOf(parties);
  return [
    ...stack(title, { size: SIGNING.postSize, bold: true, gapBefore: SIGNING.gapBefore }),
    ...rows.flatMap((row, at) => {
      const names = row.map(({ signer }) =>
        stack(signer, {
          size: SIGNING.nameSize,
          bold: true,
          gapBefore: nameGap(row, room),
          keepWithNext: keepWithNext && at >= rows.length - 2,
        }),
      );
      // Two tables without anything between them would become one.
      return [gapParagraph(SIGNING.rowGap), toTable([row.map(postOf), names], column, row.length)];
    }),
  ];
};
