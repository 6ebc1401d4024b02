import { checkActors } from './check-actors.ts';
import { checkChains } from './check-chains.ts';
import { checkConference } from './check-conference.ts';
import { checkDates } from './check-dates.ts';
import { checkFigures } from './check-figures.ts';
import { checkIds } from './check-ids.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPaperUses } from './check-paper-uses.ts';
import { checkAllReferences } from './check-references.ts';
import { checkSigners } from './check-signers.ts';
import { isRecord } from './json-pointer.ts';
import { decodeUtf8, parseJson } from './json-text.ts';
import { normaliseJson } from './normalise-json.ts';
import { faultOfSchema } from './schema-fault.ts';
import { IGNORED_KEYS, type YearFile, yearFileSchema } from './year-file.ts';

// References go before the rest, which looks up what they refer to.
const CHECKS = [
  checkIds,
  checkAllReferences,
  checkChains,
  checkDates,
  checkConference,
  checkFigures,
  checkNumbers,
  checkPaperUses,
  checkSigners,
  checkActors,
];

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
