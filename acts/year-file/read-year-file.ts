import { checkDates } from './check-dates.ts';
import { checkFigures } from './check-figures.ts';
import { checkIds } from './check-ids.ts';
import { checkPapers } from './check-papers.ts';
import { checkAllReferences } from './check-references.ts';
import { isRecord } from './json-pointer.ts';
import { decodeUtf8, parseJson } from './json-text.ts';
import { normaliseJson } from './normalise-json.ts';
import { faultOfSchema } from './schema-fault.ts';
import { IGNORED_KEYS, type YearFile, yearFileSchema } from './year-file.ts';

// References go before the rest, which looks up what they refer to.
const CHECKS = [checkIds, checkAllReferences, checkDates, checkFigures, checkPapers];

const withoutIgnored = (value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !IGNORED_KEYS.includes(key)))
    : value;

/** Reads a year, or refuses it with its first clear fault: where it stands and what is expected. */
export const readYearText = (text: string): YearFile => {
  const content = normaliseJson(withoutIgnored(parseJson(text)));
  const read = yearFileSchema.safeParse(content);
  if (!read.success) throw faultOfSchema(read.error, content);
  CHECKS.forEach((check) => {
    check(read.data);
  });
  return read.data;
};

export const readYearFile = (bytes: Uint8Array): YearFile => readYearText(decodeUtf8(bytes));
