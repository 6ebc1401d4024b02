import { addDays, isLocalDate, weekday, type LocalDate } from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PlanSchedule } from '../../../domain/plan.ts';
import { planSubject } from '../../../locale/year-file.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { scheduleFields, signerChoices } from '../plan/general-fields.ts';

const DAYS_TO_PLAN = 14;
const DAYS_TO_REGISTER = 28;

const toWorkday = (date: LocalDate): LocalDate => {
  const day = weekday(date);
  return day <= 5 ? date : addDays(date, 8 - day);
};

const later = (left: LocalDate, right: LocalDate): LocalDate => (left < right ? right : left);

// The usual days of the office's year; registration never lies before the plan can be there.
const scheduleOf = (year: number, today: LocalDate): PlanSchedule => {
  const on = (monthDay: string): LocalDate => toWorkday(`${String(year)}-${monthDay}`);
  return {
    registrationOpensOn: later(on('01-31'), toWorkday(addDays(today, DAYS_TO_PLAN))),
    registrationDeadline: later(on('02-15'), toWorkday(addDays(today, DAYS_TO_REGISTER))),
    checks: { Q1: on('03-14'), Q2: on('06-14'), Q3: on('09-14'), Q4: on('12-05') },
  };
};

/** The year to start: this one, or the next where this one is running or nearly over. */
export const yearToStart = (today: LocalDate, taken: readonly number[]): number => {
  let year = Number(today.slice(0, 4)) + (today.slice(5, 7) >= '11' ? 1 : 0);
  while (taken.includes(year)) year += 1;
  return year;
};

export const isYear = (year: number): boolean => isLocalDate(`${String(year)}-01-01`);

/** What the form for a new cycle shows at first. */
export const newCycleFields = (
  year: number,
  facts: OfficeFacts,
  today: LocalDate,
): TypedFields => ({
  year: String(year),
  preparedFor: String(year),
  subject: planSubject(year, facts.name),
  'signer-personId': signerChoices(facts)[0]?.value ?? '',
  legalBasisIds: facts.legalBases.filter(({ isInForce }) => isInForce).map(({ id }) => id),
  ...scheduleFields(scheduleOf(year, today)),
});

/**
 * Another year than the form was filled in for: what was left as it stood is filled in anew, what was
 * typed stays.
 */
export const refilled = (
  fields: TypedFields,
  before: TypedFields,
  now: TypedFields,
): TypedFields => ({
  ...fields,
  ...Object.fromEntries(
    Object.entries(now).filter(
      ([name]) =>
        name === 'preparedFor' ||
        (typeof before[name] === 'string' && typedText(fields, name) === before[name]),
    ),
  ),
});
