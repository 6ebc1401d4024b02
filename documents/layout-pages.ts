import type { Section } from './blocks.ts';
import { PAGE } from './format.ts';
import { layOutBlocks } from './layout-boxes.ts';
import type { Box, LaidCell } from './layout-box.ts';
import { stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';

export interface PlacedBox {
  readonly box: Box;
  readonly y: number;
}

export type Page = readonly PlacedBox[];

export interface Sheet {
  readonly width: number;
  readonly height: number;
}

export const sheetOf = (section: Section): Sheet =>
  section.orientation === 'portrait'
    ? { width: PAGE.width, height: PAGE.height }
    : { width: PAGE.height, height: PAGE.width };

/** Lays a section out on its sheets. */
export const paginate = (section: Section): readonly Page[] => {
  const sheet = sheetOf(section);
  const boxes = layOutBlocks(section.blocks, sheet.width - PAGE.marginLeft - PAGE.marginRight);
  return breakPages(boxes, sheet.height - PAGE.marginTop - PAGE.marginBottom);
};

const ROUNDING = 0.01;
// Less than this can't take two lines and their padding: cutting would never come to an end.
const MIN_CUT = 60;

/** At the head of a page, where no gap stands above the first. */
const totalHeight = (chunk: readonly Box[]): number =>
  chunk.reduce((sum, box, at) => sum + box.height + (at === 0 ? 0 : box.gapBefore), 0);

/** Fills pages of this height: boxes tied to the next move together, and heads are repeated. */
export const breakPages = (boxes: readonly Box[], height: number): readonly Page[] => {
  const pages: PlacedBox[][] = [[]];
  let y = 0;

  const turn = (repeatedHead: Box | null): void => {
    pages.push([]);
    y = 0;
    if (repeatedHead) place({ ...repeatedHead, gapBefore: 0 });
  };
  const place = (box: Box): void => {
    const top = y === 0 ? 0 : y + box.gapBefore;
    pages.at(-1)?.push({ box, y: top });
    y = top + box.height;
  };
  const fits = (chunk: readonly Box[]): boolean => {
    const gapAbove = y === 0 ? 0 : (chunk[0]?.gapBefore ?? 0);
    return y + gapAbove + totalHeight(chunk) <= height + ROUNDING;
  };
  // What no page can hold together is not kept together, as in Word.
  const isTooLowFor = (chunk: readonly Box[]): boolean =>
    y > 0 && !fits(chunk) && totalHeight(chunk) <= height + ROUNDING;
  const placeWhole = (box: Box): void => {
    if (!fits([box]) && y > (box.repeatedHead?.height ?? 0)) turn(box.repeatedHead);
    if (fits([box])) {
      place(box);
      return;
    }
    if (height - y < MIN_CUT)
      throw new Error('the table head leaves no room for a row on the page');
    const { head, rest } = cutBox(box, height - y);
    place(head);
    turn(box.repeatedHead);
    placeWhole(rest);
  };

  for (const chunk of chunkBoxes(boxes)) {
    const [first] = chunk;
    if (first?.kind === 'page-break') {
      if (y > 0) turn(null);
      continue;
    }
    if (isTooLowFor(chunk)) turn(first?.repeatedHead ?? null);
    for (const box of chunk) placeWhole(box);
  }
  return pages;
};

const chunkBoxes = (boxes: readonly Box[]): readonly (readonly Box[])[] => {
  const chunks: Box[][] = [];
  let isTied = false;
  for (const box of boxes) {
    if (isTied && box.kind === 'box') chunks.at(-1)?.push(box);
    else chunks.push([box]);
    isTied = box.keepWithNext && box.kind === 'box';
  }
  return chunks;
};

// A row higher than a page is cut between lines; what is left gets a line's height of slack, since
// a line that the cut would have gone through moves down whole.
const cutBox = (box: Box, at: number): { readonly head: Box; readonly rest: Box } => {
  const heads: LaidCell[] = [];
  const rests: LaidCell[] = [];
  const slack = Math.max(...box.cells.flatMap((cell) => cell.lines.map((line) => line.height)));
  for (const cell of box.cells) {
    if (cell.y >= at) {
      rests.push({ ...cell, y: cell.y - at + slack });
      continue;
    }
    const bottom = cell.y + cell.height;
    const upper = linesWithin(cell, bottom <= at ? Infinity : at - cell.y);
    heads.push({ ...cell, height: Math.min(bottom, at) - cell.y, lines: upper, isMiddle: false });
    if (bottom <= at) continue;
    const lower = cell.lines.slice(upper.length);
    rests.push({ ...cell, y: 0, height: bottom - at + slack, lines: lower, isMiddle: false });
  }
  const height = box.height - at + slack;
  return { head: { ...box, height: at, cells: heads }, rest: { ...box, height, cells: rests } };
};

const linesWithin = (cell: LaidCell, room: number): readonly LaidLine[] => {
  const lines: LaidLine[] = [];
  for (const line of cell.lines) {
    if (stackHeight([...lines, line]) + 2 * cell.paddingY > room) break;
    lines.push(line);
  }
  return lines;
};
