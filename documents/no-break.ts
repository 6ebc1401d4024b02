import { UNITS_OF_FIGURES, WORDS_BEFORE_FIGURES } from '../locale/ties.ts';

const NBSP = '\u00a0';
const FIGURE = '(?:\\d|[IVX]+(?![\\p{L}\\p{N}]))';

const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${WORDS_BEFORE_FIGURES.join('|')}) (?=${FIGURE})`,
  'giu',
);

// The unit may itself begin a pair: between "day 17" and "month 4" a line may end.
const AFTER = new RegExp(
  `(?<=\\d) (?=(?:${UNITS_OF_FIGURES.join('|')})(?![\\p{L}\\p{N}])(?![ ${NBSP}]\\d))`,
  'giu',
);

/** No line ends between a figure and what it counts, or the word that it stands behind. */
export const tieFigures = (text: string): string =>
  text.replace(BEFORE, `$1${NBSP}`).replace(AFTER, NBSP);

/** For a page that breaks its lines itself, and for whoever searches: a tie is a space again. */
export const untie = (text: string): string => text.replace(/(?<=\S)\u00a0(?=\S)/gu, ' ');
