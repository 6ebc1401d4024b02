import { isAnnexMark } from '../../locale/form-patterns.ts';
import { rulesIn } from './pdf-drawn.ts';
import { readPdfPages, type Fragment, type PdfPage } from './pdf-page.ts';
import { joinParagraphs } from './pdf-paragraphs.ts';
import { placeFragments, type TextBlock } from './pdf-regions.ts';
import {
  UnreadablePaper,
  type ReadPageNumber,
  type ReadPaper,
  type ReadParagraph,
  type ReadPart,
} from './read-paper.ts';

// Times: how far letters reach above and below their baseline, in units of the size.
const ASCENT = 0.891;
const DESCENT = 0.216;
// Everything above it is page number or note: no top margin may be less.
const HEADER_END = 56;

interface NumberedPage extends PdfPage {
  /** Counted through the file. */
  readonly number: number;
}

/** @throws UnreadablePaper */
export const readPdfPaper = async (bytes: Uint8Array): Promise<ReadPaper> => {
  const pages = await readPdfPages(bytes);
  if (pages.every(({ fragments }) => fragments.length === 0)) {
    throw new UnreadablePaper('no text in it');
  }
  const parts: NumberedPage[][] = [];
  pages.forEach((page, index) => {
    const first = page.fragments.find(isContent);
    const part = parts.at(-1);
    if (part && !(first && isAnnexMark(first.text.trim()))) {
      part.push({ ...page, number: index + 1 });
    } else parts.push([{ ...page, number: index + 1 }]);
  });
  return { file: 'pdf', parts: parts.map(readPart) };
};

const isContent = ({ y, size }: Fragment): boolean => y - size * ASCENT > HEADER_END - size;
const isDigits = ({ text }: Fragment): boolean => /^[\s\-–]*\d+[\s\-–]*$/u.test(text);

/** A number alone above or below the text. */
const isPageNumber = (fragment: Fragment, page: PdfPage): boolean =>
  isDigits(fragment) && (fragment.y < HEADER_END || fragment.y > page.height - HEADER_END);

const readPart = (pages: readonly NumberedPage[]): ReadPart => {
  const [first] = pages;
  if (!first) throw new Error('a part has a page');
  const contentOf = (page: PdfPage): readonly Fragment[] =>
    page.fragments.filter((one) => isContent(one) && !isPageNumber(one, page));
  const fragments = pages.flatMap(contentOf);
  const edges = pages.flatMap(({ drawn }) => drawn);
  const block: TextBlock = {
    left: Math.min(...fragments.map(({ x0 }) => x0), ...edges.map(({ x0 }) => x0)),
    right: Math.max(...fragments.map(({ x1 }) => x1), ...edges.map(({ x1 }) => x1)),
  };
  const pageOf = (number: number): PdfPage | undefined =>
    pages.find((page) => page.number === number);
  const drawnOn = (number: number) => pageOf(number)?.drawn ?? [];
  const rules = new Map(pages.map(({ number, drawn }) => [number, rulesIn(drawn)]));
  const placed = placeFragments(fragments, drawnOn, (number) => rules.get(number) ?? [], block);
  const paragraphs = joinParagraphs(placed, block);
  const numbers = pages.map((page) => numberOn(page, block));
  return {
    width: first.width,
    height: first.height,
    margins: marginsOf(pages, contentOf, block, paragraphs),
    paragraphs,
    firstPageNumber: numbers[0] ?? null,
    laterPageNumbers: numbers.slice(1),
    countsFromOne: numbers
      .slice(1)
      .every((number, index) => number === null || number.text === String(index + 2)),
  };
};

const numberOn = (page: PdfPage, { left, right }: TextBlock): ReadPageNumber | null => {
  const found = page.fragments.find((one) => isPageNumber(one, page));
  const run = found?.runs[0];
  if (!found || !run) return null;
  return {
    text: found.text.trim(),
    isCentred: Math.abs((found.x0 + found.x1) / 2 - (left + right) / 2) < 12,
    isInTopMargin: found.y < HEADER_END,
    run,
  };
};

const marginsOf = (
  pages: readonly PdfPage[],
  contentOf: (page: PdfPage) => readonly Fragment[],
  block: TextBlock,
  paragraphs: readonly ReadParagraph[],
): ReadPart['margins'] => {
  const tops = pages.map((page) =>
    Math.min(...contentOf(page).map(({ y, size }) => y - size * ASCENT)),
  );
  const bottoms = pages.map((page) =>
    Math.min(
      ...contentOf(page).map(({ y, size }) => page.height - y - size * DESCENT),
      ...page.drawn.map(({ y1 }) => page.height - y1),
    ),
  );
  const width = pages[0]?.width ?? 0;
  const body = paragraphs.filter(({ column, isFramed }) => column === 'whole' && !isFramed);
  const hasFrames = paragraphs.some(({ isFramed }) => isFramed);
  return {
    top: { value: Math.min(...tops), isExact: true },
    bottom: { value: Math.min(...bottoms), isExact: false },
    left: { value: block.left, isExact: hasFrames || body.some(({ align }) => align !== 'center') },
    right: {
      value: width - block.right,
      isExact: hasFrames || body.some(({ align }) => align === 'justify'),
    },
  };
};
