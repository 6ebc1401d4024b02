import type { GridParty, SigningGrid } from './blocks.ts';
import { SIGNING } from './format.ts';
import type { Box, LaidCell } from './layout-box.ts';
import { stack } from './layout-head.ts';
import { stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';

const BOLD = { bold: true };

/** Two side by side, four in a square, more in threes: wide enough for a post and a name. */
export const columnsFor = (parties: number): number => {
  if (parties === 1) return 1;
  return parties === 2 || parties === 4 ? 2 : 3;
};

export const rowsOf = (parties: readonly GridParty[]): readonly (readonly GridParty[])[] => {
  const columns = columnsFor(parties.length);
  return Array.from({ length: Math.ceil(parties.length / columns) }, (_, row) =>
    parties.slice(row * columns, (row + 1) * columns),
  );
};

/** From the posts, which stand level, down to the names, which do too. */
export const nameGap = (parties: readonly GridParty[], room: number): number =>
  Math.max(SIGNING.signatureRoom - marksHeight(parties, room), SIGNING.markGap);

/** Of what stands under the posts of a row, with the gap above it. */
const marksHeight = (parties: readonly GridParty[], room: number): number =>
  Math.max(
    ...parties.map(({ marks }) => {
      const lines = stack(marks, room, { size: SIGNING.markSize, look: { italic: true } });
      return lines.length === 0 ? 0 : stackHeight(lines) + SIGNING.markGap;
    }),
  );

/** Of one cell, without its padding. */
export const columnRoom = (width: number, parties: number): number =>
  width / columnsFor(parties) - 2 * SIGNING.paddingX;

const layOutCell = (
  { posts, marks, signer }: GridParty,
  room: number,
  { postHeight, nameTop }: { readonly postHeight: number; readonly nameTop: number },
): readonly LaidLine[] => {
  const post = stack(posts, room, { size: SIGNING.postSize, look: BOLD });
  const gapBefore = postHeight - stackHeight(post) + SIGNING.markGap;
  const mark = stack(marks, room, { size: SIGNING.markSize, look: { italic: true }, gapBefore });
  const used = stackHeight([...post, ...mark]);
  const name = stack(signer, room, {
    size: SIGNING.nameSize,
    look: BOLD,
    gapBefore: nameTop - used,
  });
  return [...post, ...mark, ...name];
};

// Names of a row stand level; a row that is not full stands in the middle.
const layOutRow = (parties: readonly GridParty[], columns: number, width: number): Box => {
  const column = width / columns;
  const room = column - 2 * SIGNING.paddingX;
  const start = (width - parties.length * column) / 2;
  const postHeight = Math.max(
    ...parties.map(({ posts }) =>
      stackHeight(stack(posts, room, { size: SIGNING.postSize, look: BOLD })),
    ),
  );
  const nameTop = postHeight + marksHeight(parties, room) + nameGap(parties, room);
  const contents = parties.map((party) => layOutCell(party, room, { postHeight, nameTop }));
  const height = Math.max(...contents.map(stackHeight)) + 2 * SIGNING.paddingY;
  const cells = contents.map((lines, index): LaidCell => ({
    x: start + index * column,
    y: SIGNING.rowGap,
    width: column,
    height,
    lines,
    paddingX: SIGNING.paddingX,
    paddingY: SIGNING.paddingY,
    hasBorder: false,
    isMiddle: false,
  }));
  return {
    kind: 'box',
    // In Word a flat line stands above each row, at the head of a page too.
    height: height + SIGNING.rowGap,
    gapBefore: 0,
    keepWithNext: false,
    cells,
    repeatedHead: null,
  };
};

/** A box for each row of signatures; the title stays with the first. */
export const layOutSigningGrid = (
  { title, parties }: SigningGrid,
  width: number,
): readonly Box[] => {
  const lines = stack(title, width, { size: SIGNING.postSize, look: BOLD });
  const height = stackHeight(lines);
  const frame = { x: 0, y: 0, width, height, paddingX: 0, paddingY: 0 };
  const head: Box = {
    kind: 'box',
    height,
    gapBefore: SIGNING.gapBefore,
    keepWithNext: true,
    cells: [{ ...frame, lines, hasBorder: false, isMiddle: false }],
    repeatedHead: null,
  };
  const columns = columnsFor(parties.length);
  return [head, ...rowsOf(parties).map((row) => layOutRow(row, columns, width))];
};
