import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { YearFile } from './year-file.ts';

type Conference = NonNullable<YearFile['conference']>;

const checkYear = (
  given: number | undefined,
  year: number | undefined,
  expected: string,
  place: string,
): void => {
  if (given === year) return;
  const code = given === undefined ? 'missing-field' : 'not-schema';
  throw new DomainError(code, `${place} should be ${expected}`, { expected }, place);
};

const refuseDate = (date: string, expected: string, place: string): never => {
  throw new DomainError(
    'impossible-date',
    'a conference on a wrong day',
    { date, expected },
    place,
  );
};

// One sitting that closes a year and opens the next one, before it has begun.
const checkSummary = (file: YearFile, conference: Conference): void => {
  const { cycleYear, previousYearSummary } = file;
  const closes = cycleYear - 1;
  const { closesCycleYear, opensCycleYear, date } = conference;
  checkYear(closesCycleYear, closes, String(closes), '/conference/closesCycleYear');
  checkYear(opensCycleYear, cycleYear, String(cycleYear), '/conference/opensCycleYear');
  if (!previousYearSummary) {
    const expected = `the results of ${String(closes)}`;
    const place = '/previousYearSummary';
    throw new DomainError('missing-field', 'a year is closed without results', { expected }, place);
  }
  checkYear(previousYearSummary.year, closes, String(closes), '/previousYearSummary/year');
  const begins = `${String(cycleYear)}-01-01`;
  if (date >= begins) refuseDate(date, `< ${begins}`, '/conference/date');
};

const checkLaunch = ({ cycleYear }: YearFile, conference: Conference): void => {
  const { closesCycleYear, opensCycleYear = cycleYear } = conference;
  const none = 'nothing, for a launch closes no year';
  checkYear(closesCycleYear, undefined, none, '/conference/closesCycleYear');
  checkYear(opensCycleYear, cycleYear, String(cycleYear), '/conference/opensCycleYear');
};

const checkPreviousYear = ({ previousYearSummary, cycleYear }: YearFile): void => {
  if (!previousYearSummary || previousYearSummary.year < cycleYear) return;
  const expected = `< ${String(cycleYear)}`;
  const message = 'a year before this one';
  throw new DomainError('not-schema', message, { expected }, '/previousYearSummary/year');
};

/** A conference opens the year of its file, by a launch in it or by closing the year before. */
export const checkConference = (file: YearFile): void => {
  const { conference } = file;
  checkPreviousYear(file);
  if (!conference) return;
  const { kind, date, startAt } = conference;
  if (localDateOf(startAt) !== date) refuseDate(startAt, `${date}T…`, '/conference/startAt');
  if (kind === 'LAUNCH') checkLaunch(file, conference);
  else checkSummary(file, conference);
};
