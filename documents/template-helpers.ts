import {
  formatCount,
  formatNumber,
  formatPaperDate,
  formatShortDate,
  openBasis,
} from '../locale/papers.ts';
import { upperCase, upperFirst } from '../locale/vietnamese.ts';

import { isLocalDate } from '../domain/local-date.ts';

/** Returns the text, or null where the value is not of the kind that the helper takes. */
type Helper = (value: unknown) => string | null;

const ofText =
  (format: (text: string) => string): Helper =>
  (value) =>
    typeof value === 'string' && value.trim() !== '' ? format(value.trim()) : null;

const ofNumber =
  (format: (value: number) => string): Helper =>
  (value) =>
    typeof value === 'number' && Number.isFinite(value) ? format(value) : null;

const ofDate =
  (format: (date: string) => string): Helper =>
  (value) =>
    typeof value === 'string' && isLocalDate(value) ? format(value) : null;

const withoutEnd = (text: string): string => text.replace(/[\s.;,]+$/u, '');

/** Ends the text as a sentence, whether or not its writer did. */
const asSentence = (text: string): string =>
  /[.!?\u2026]["\u201d)]?$/u.test(text) ? text : `${withoutEnd(text)}.`;

export const HELPERS: ReadonlyMap<string, Helper> = new Map([
  ['upper', ofText(upperCase)],
  ['sentence', ofText((text) => upperFirst(asSentence(text)))],
  ['clause', ofText((text) => withoutEnd(text))],
  ['basis', ofText((text) => openBasis(withoutEnd(text)))],
  ['number', ofNumber(formatNumber)],
  ['count', ofNumber(formatCount)],
  ['date', ofDate(formatPaperDate)],
  ['shortDate', ofDate(formatShortDate)],
]);
