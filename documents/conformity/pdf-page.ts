import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { leavesRoomForPen } from '../../locale/form-patterns.ts';
import { PROOF } from '../format.ts';
import { readDrawn, type Segment } from './pdf-drawn.ts';
import { UnreadablePaper, type ReadRun } from './read-paper.ts';

/** Text on one baseline without a wide gap in it; y counts down from the top edge of the page. */
export interface Fragment {
  readonly page: number;
  readonly text: string;
  readonly runs: readonly ReadRun[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
  readonly drawn: readonly Segment[];
}

interface Piece {
  readonly run: ReadRun;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

// The reader says on standard output that it can't draw here; it is only to read.
const loadReader = async () => {
  const { log } = console;
  // eslint-disable-next-line no-console -- the answer of a command must stand alone on it
  console.log = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    // eslint-disable-next-line no-console -- given back as it was
    console.log = log;
  }
};

/** @throws UnreadablePaper */
export const readPdfPages = async (bytes: Uint8Array): Promise<readonly PdfPage[]> => {
  const { AnnotationMode, getDocument, OPS } = await loadReader();
  const task = getDocument({
    // It takes the bytes over, so it gets its own.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: true,
  });
  try {
    const document = await task.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      // Digital signatures and links lie upon the paper; they are no part of it.
      const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
      pages.push(await readPage(page, operators, OPS));
    }
    return pages;
  } catch (error) {
    throw new UnreadablePaper('not a PDF that can be read', { cause: error });
  } finally {
    await task.destroy();
  }
};

const readPage = async (
  page: PDFPageProxy,
  operators: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>,
  codes: Readonly<Record<string, number>>,
): Promise<PdfPage> => {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform.map(Number);
    // A watermark lies across the page.
    if (Math.abs(b) > 0.01 || a <= 0) return [];
    const font = readFont(page.commonObjs.get(item.fontName));
    const run = { ...font, text: item.str, size: Math.round(d * 100) / 100 };
    return [{ run, x0: x, x1: x + item.width, y: height - y }];
  });
  return {
    width,
    height,
    fragments: joinPieces(pieces, page.pageNumber),
    drawn: readDrawn(operators, codes, height).filter((line) => !isOfProof(line, height)),
  };
};

// The mark by which a paper is looked up stands in the corner of the margins, where no text may.
const isOfProof = ({ x1, y0 }: Segment, height: number): boolean =>
  x1 < PROOF.left + PROOF.side && y0 > height - PROOF.fromFoot - PROOF.side;

const TIMES = /^TimesNewRoman/;

// "ABCDEF+TimesNewRomanPS-BoldMT", "ABCDEF+Tinos-Italic".
const readFont = (font: unknown): Pick<ReadRun, 'font' | 'isBold' | 'isItalic'> => {
  const has = typeof font === 'object' && font !== null && 'name' in font;
  const name = String(has ? font.name : '').replace(/^[A-Z]{6}\+/, '');
  const family = name.replace(/[-,].*$/, '');
  return {
    font: TIMES.test(family) ? 'Times New Roman' : family,
    isBold: /bold/i.test(name),
    isItalic: /italic|oblique/i.test(name),
  };
};

const SAME_LINE = 1.5;
const WIDE_GAP = 16;
// Room for the pen in a number or a date does not part it.
const PEN_GAP = 70;

const joinPieces = (pieces: readonly Piece[], page: number): readonly Fragment[] => {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => one.y - other.y)) {
    const line = lines.at(-1);
    if (line?.[0] && piece.y - line[0].y <= SAME_LINE) line.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line) =>
    joinLine(
      line.toSorted((one, other) => one.x0 - other.x0),
      page,
    ),
  );
};

const joinLine = (line: readonly Piece[], page: number): readonly Fragment[] => {
  const fragments: Fragment[] = [];
  for (const { run, x0, x1, y } of line) {
    const last = fragments.at(-1);
    const gap = last ? x0 - last.x1 : 0;
    if (!last || gap > (leavesRoomForPen(last.text) ? PEN_GAP : WIDE_GAP)) {
      fragments.push({ page, text: run.text, runs: [run], x0, x1, y, size: run.size });
      continue;
    }
    const isApart = gap > run.size * 0.12 && !/\s$/u.test(last.text) && !/^\s/u.test(run.text);
    const text = `${last.text}${isApart ? ' ' : ''}${run.text}`;
    fragments[fragments.length - 1] = { ...last, text, runs: [...last.runs, run], x1 };
  }
  return fragments;
};
