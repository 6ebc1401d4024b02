import { DomainError } from './errors.ts';

/** One page of a scan; lengths in points. */
export interface ScanPage {
  readonly width: number;
  readonly height: number;
  /** Nothing at all is drawn on it; a picture of a white sheet is something. */
  readonly isEmpty: boolean;
  /** null: no picture on it, as in a file that no scanner made. */
  readonly dotsPerInch: number | null;
  readonly isInColour: boolean | null;
}

export interface ScanFacts {
  /** 1.4 as a number. */
  readonly version: number;
  readonly count: number;
  /** Empty where the file does not tell them one by one. */
  readonly pages: readonly ScanPage[];
}

/** What is unusual with a scan that is taken all the same. */
export type ScanNotice = 'scan-longer' | 'scan-not-a4' | 'scan-coarse' | 'scan-not-colour';

// Decree 30/2020, appendix I, part II: an electronic copy is PDF 1.4 or later, in colour, 200 dpi or more.
const LEAST_VERSION = 1.4;
const LEAST_DPI = 200;
/** Scanners cut the edges off: a little less than 200 on the whole sheet is 200 on what they took. */
const DPI_TOLERANCE = 10;

const MM = 72 / 25.4;
const A4 = [210 * MM, 297 * MM] as const;
const SIDE_TOLERANCE = 10 * MM;

const isA4 = ({ width, height }: ScanPage): boolean =>
  Math.abs(Math.min(width, height) - A4[0]) <= SIDE_TOLERANCE &&
  Math.abs(Math.max(width, height) - A4[1]) <= SIDE_TOLERANCE;

const refuse = (
  code: 'scan-too-old' | 'scan-too-short' | 'scan-empty-page',
  message: string,
  details: Readonly<Record<string, string | number>>,
): never => {
  throw new DomainError(code, message, details, '/scan');
};

/**
 * `printed`: how many pages the paper for the pen has; null where it was signed on a print of another
 * program. Fewer pages are a page that was missed, and are refused. More are taken, with a word: a separate
 * page of seals, comments written on the back, or an annex in another form belong to the original as well.
 * @throws DomainError scan-too-old, scan-too-short, scan-empty-page
 */
export const checkScanFacts = (
  { version, count, pages }: ScanFacts,
  printed: number | null,
): readonly ScanNotice[] => {
  if (version < LEAST_VERSION) {
    const given = version.toFixed(1);
    refuse('scan-too-old', `PDF ${given} is older than 1.4`, { given });
  }
  if (printed !== null && count < printed) {
    const message = `the scan has ${String(count)} pages, the paper ${String(printed)}`;
    refuse('scan-too-short', message, { given: count, pages: printed });
  }
  const empty = pages.findIndex(({ isEmpty }) => isEmpty) + 1;
  if (empty > 0) refuse('scan-empty-page', `page ${String(empty)} is empty`, { page: empty });
  return noticesOf(count, pages, printed);
};

const noticesOf = (
  count: number,
  pages: readonly ScanPage[],
  printed: number | null,
): readonly ScanNotice[] => {
  const notices: (ScanNotice | null)[] = [
    printed !== null && count > printed ? 'scan-longer' : null,
    pages.every(isA4) ? null : 'scan-not-a4',
    pages.some(({ dotsPerInch }) => dotsPerInch !== null && dotsPerInch < LEAST_DPI - DPI_TOLERANCE)
      ? 'scan-coarse'
      : null,
    // The seal is red; a sheet without it may well be grey.
    pages.some(({ isInColour }) => isInColour === false) &&
    !pages.some(({ isInColour }) => isInColour === true)
      ? 'scan-not-colour'
      : null,
  ];
  return notices.filter((notice) => notice !== null);
};
