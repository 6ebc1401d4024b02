// A year is part of something else beside letters, digits, slashes and decimal marks (12025, 98/2025/…,
// KH-2025), or as one end of a period (2021 - 2025).
const NOT_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_/]|\\p{N}[.,]|[\\p{L}\\p{N}][-.]|\\p{N}\\s*[-–—]\\s*)';
const NOT_AFTER = '(?![\\p{L}\\p{M}\\p{N}_/]|[.,]\\p{N}|-[\\p{L}\\p{N}]|\\s*[-–—]\\s*\\p{N})';
// A day written out: number, word, number, word, year.
const NOT_IN_A_DAY = '(?<!\\p{N}{1,2}\\s+\\p{L}+\\s+\\p{N}{1,2}\\s+\\p{L}+\\s+)';

const aloneIn = (year: number): RegExp =>
  new RegExp(`${NOT_BEFORE}${NOT_IN_A_DAY}${String(year)}${NOT_AFTER}`, 'gu');

/**
 * The text for another year: `from` becomes `to` where it stands alone. What tells of something that was
 * stays, since the same thing does not exist a year later: a written-out day, a paper's number, a period.
 */
export const withYear = (text: string, from: number, to: number): string =>
  text.replaceAll(aloneIn(from), String(to));

/** True where the digits of the year stand in the text, alone or as part of a day, number or period. */
export const namesYear = (text: string, year: number): boolean =>
  new RegExp(`(?<!\\p{N})${String(year)}(?!\\p{N})`, 'u').test(text);

const DAY_OR_NUMBER =
  /\p{N}{1,2}\s+\p{L}+\s+\p{N}{1,2}\s+\p{L}+\s+\p{N}{4}|\p{N}+\/(?:\p{N}|\p{L})/u;

/** True for a text that names a paper by its number or day, and so can't be made one of another year. */
export const citesPaper = (text: string): boolean => DAY_OR_NUMBER.test(text);
