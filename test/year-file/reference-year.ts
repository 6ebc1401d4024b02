import { readFileSync } from 'node:fs';
import { DomainError } from '../../domain/errors.ts';
import { readYearText } from '../../acts/year-file/read-year-file.ts';
import type { YearFile } from '../../acts/year-file/year-file.ts';

export const referenceBytes = readFileSync(new URL('../../examples/2024.json', import.meta.url));

const summaryBytes = readFileSync(new URL('../../examples/2022.json', import.meta.url));

/** A fresh copy of the reference year, which a launch opens, to be bent at will. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break the file in ways no type allows
export const referenceYear = (): any => JSON.parse(referenceBytes.toString('utf8'));

/** A fresh copy of the year that a summary conference opens. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
export const summaryYear = (): any => JSON.parse(summaryBytes.toString('utf8'));

export const YEARS = { 2024: referenceYear, 2022: summaryYear } as const;

export const readValue = (value: unknown): YearFile => readYearText(JSON.stringify(value));

export const refusalOf = (act: () => unknown): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

/** The refusal of the reference year with one thing changed. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
export const refusalAfter = (change: (year: any) => void): DomainError => {
  const year = referenceYear();
  change(year);
  return refusalOf(() => readValue(year));
};
