import { SINGLE_LINE } from '../fonts.ts';
import type { Placed, TextBlock } from './pdf-regions.ts';
import type { Align, ReadParagraph } from './read-paper.ts';

const SHORT = 40;
const INDENTED = 10;
const EDGE = 3;

/** Lines that belong together become one paragraph. */
export const joinParagraphs = (
  placed: readonly Placed[],
  block: TextBlock,
): readonly ReadParagraph[] => {
  const groups: Placed[][] = [];
  const spacing = usualSpacing(placed, block);
  for (const fragment of placed) {
    const group = lastOfColumn(groups, fragment);
    if (group && goesOn(group, fragment, block, spacing)) group.push(fragment);
    else groups.push([fragment]);
  }
  return groups.map((lines, index) => toParagraph(lines, groups[index - 1], spacing, block));
};

const lastOfColumn = (
  groups: readonly Placed[][],
  { column, isFramed }: Placed,
): Placed[] | undefined =>
  column === 'whole' || isFramed
    ? groups.at(-1)
    : groups.findLast((group) => group[0]?.column === column);

const goesOn = (
  group: readonly Placed[],
  next: Placed,
  block: TextBlock,
  spacing: number,
): boolean => {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last || !standAlike(last, next)) return false;
  if (next.isFramed) return Math.abs(next.x0 - last.x0) < 1 && next.y - last.y < next.size * 1.5;
  if (next.column !== 'whole') return goesOnInColumn(first, last, next);
  return !next.isCentred && !last.isCentred && goesOnInText(last, next, block, spacing);
};

// Text goes on over pages, and columns and tables do not.
const standAlike = (last: Placed, next: Placed): boolean =>
  last.column === next.column &&
  last.isFramed === next.isFramed &&
  (last.page === next.page || (next.column === 'whole' && !next.isFramed));

// One recipient, or the subject of a letter, may take several lines; a name or post stands for itself.
const goesOnInColumn = (first: Placed, last: Placed, next: Placed): boolean =>
  next.size === last.size &&
  next.y - last.y < next.size * 1.6 &&
  (/^V\/v/iu.test(first.text) || (first.text.startsWith('-') && !next.text.startsWith('-')));

const isFull = ({ x1 }: Placed, { right }: TextBlock): boolean => x1 > right - SHORT;

const goesOnInText = (last: Placed, next: Placed, block: TextBlock, spacing: number): boolean => {
  const isLevel = next.x0 < block.left + INDENTED || Math.abs(next.x0 - last.x0) < 1;
  const pitch = spacing * next.size * SINGLE_LINE;
  const isClose = last.page !== next.page || next.y - last.y < pitch + EDGE;
  const isLikely = last.page === next.page || next.x0 < block.left + INDENTED;
  return isFull(last, block) && isLevel && isClose && isLikely;
};

const pitchesOf = (lines: readonly Placed[]): readonly number[] =>
  lines.slice(1).flatMap((line, index) => {
    const above = lines[index];
    return above?.page === line.page ? [(line.y - above.y) / (line.size * SINGLE_LINE)] : [];
  });

// Of lines that go on: they begin at the edge below a full one. In single lines.
const usualSpacing = (placed: readonly Placed[], block: TextBlock): number => {
  const lines = placed.filter(({ column, isFramed }) => column === 'whole' && !isFramed);
  const all = lines
    .flatMap((line, index) => {
      const above = lines[index - 1];
      const isNext = above && isFull(above, block) && line.x0 < block.left + INDENTED;
      return isNext ? pitchesOf([above, line]) : [];
    })
    .toSorted((one, other) => one - other);
  return all[Math.floor(all.length / 2)] ?? 1;
};

const toParagraph = (
  lines: readonly Placed[],
  above: readonly Placed[] | undefined,
  spacing: number,
  block: TextBlock,
): ReadParagraph => {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) throw new Error('a paragraph has a line');
  const pitches = pitchesOf(lines);
  return {
    text: lines.map(({ text }) => text.replaceAll('\u00a0', ' ').trim()).join(' '),
    runs: lines.flatMap(({ runs }) => runs),
    page: first.page,
    column: first.column,
    isFramed: first.isFramed,
    align: alignOf(lines, first, block),
    firstLineIndent: first.x0 - block.left,
    gapBefore: gapAbove(first, above, spacing),
    lineSpacing:
      pitches.length === 0 ? null : pitches.reduce((sum, one) => sum + one, 0) / pitches.length,
    lineWidths: lines.map(({ x0, x1 }) => x1 - x0),
    rule: last.rule,
  };
};

const alignOf = (lines: readonly Placed[], first: Placed, { right }: TextBlock): Align | null => {
  if (first.isCentred) return 'center';
  if (lines.length < 2) return null;
  const full = lines.slice(0, -1);
  return full.every(({ x1 }) => Math.abs(x1 - right) < EDGE) ? 'justify' : 'left';
};

const gapAbove = (
  first: Placed,
  above: readonly Placed[] | undefined,
  spacing: number,
): number | null => {
  const last = above?.at(-1);
  const isBeside = last?.column !== first.column || last.isFramed || first.isFramed;
  if (!last || isBeside || last.page !== first.page || last.rule !== null) return null;
  return first.y - last.y - spacing * first.size * SINGLE_LINE;
};
