// A whole year's file as the same year of another number: found by the schema, never by the look of a text.
import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import {
  localDateOf,
  sameDayLater,
  type Instant,
  type LocalDate,
} from '../../domain/local-date.ts';
import { moveDays, moveInstants, type DayToMove } from '../../domain/moved-days.ts';
import type { WorkingCalendar } from '../../domain/working-days.ts';
import { namesYear } from '../../domain/year-in-text.ts';
import { cycleYear, day, dueDay, earlierYear, moment, paperDay, validityDay } from './fields.ts';
import { isRecord } from './json-pointer.ts';
import { decodeUtf8, parseJson } from './json-text.ts';
import { readMoment } from './moment.ts';
import { readYearText } from './read-year-file.ts';
import { textsOfYearFile } from './texts-of-year-file.ts';
import { IGNORED_KEYS, yearFileSchema, type YearFile } from './year-file.ts';

type Field = DayToMove['role'] | 'validity' | 'moment' | 'year';

const FIELDS: ReadonlyMap<unknown, Field> = new Map<unknown, Field>([
  [day, 'event'],
  [dueDay, 'deadline'],
  [paperDay, 'paper'],
  [validityDay, 'validity'],
  [moment, 'moment'],
  [cycleYear, 'year'],
  [earlierYear, 'year'],
]);

type Change = (field: Field, value: unknown) => unknown;

const mapRecord = (
  value: Readonly<Record<string, unknown>>,
  schemaOf: (key: string) => unknown,
  change: Change,
): unknown =>
  Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapFields(schemaOf(key), one, change)]),
  );

const mapInside = (schema: unknown, value: unknown, change: Change): unknown => {
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((one: unknown) => mapFields(schema.element, one, change));
  }
  if (!isRecord(value)) return value;
  if (schema instanceof z.ZodRecord) return mapRecord(value, () => schema.valueType, change);
  if (!(schema instanceof z.ZodObject)) return value;
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  return mapRecord(value, (key) => shape[key], change);
};

/** A copy of the value in which each field that tells a time is as `change` has it. */
const mapFields = (schema: unknown, value: unknown, change: Change): unknown => {
  const field = FIELDS.get(schema);
  if (field) return change(field, value);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return value === null ? null : mapFields(schema.unwrap(), value, change);
  }
  return mapInside(schema, value, change);
};

const instantIn = (value: unknown): Instant => readMoment(String(value)) ?? String(value);

interface Times {
  readonly days: readonly DayToMove[];
  readonly instants: readonly Instant[];
}

const timesIn = (content: unknown): Times => {
  const [days, instants]: [DayToMove[], Instant[]] = [[], []];
  mapFields(yearFileSchema, content, (field, value) => {
    if (field === 'moment') {
      const instant = instantIn(value);
      instants.push(instant);
      days.push({ date: localDateOf(instant), role: 'event' });
    } else if (field !== 'validity' && field !== 'year') {
      days.push({ date: String(value), role: field });
    }
    return value;
  });
  return { days, instants };
};

const moverOf = (content: unknown, years: number, calendar: WorkingCalendar): Change => {
  const { days, instants } = timesIn(content);
  const movedDays = moveDays(days, years, calendar);
  const movedInstants = moveInstants(instants, movedDays);
  const dayOf = (value: unknown): LocalDate => movedDays.get(String(value)) ?? String(value);
  return (field, value) => {
    switch (field) {
      case 'year':
        return Number(value) + years;
      case 'validity':
        return sameDayLater(String(value), years);
      case 'moment':
        return movedInstants.get(instantIn(value)) ?? value;
      default:
        return dayOf(value);
    }
  };
};

// The article that a year was made from is of its own time, and nothing here reads it.
const NOT_MOVED: readonly string[] = ['seed', ...IGNORED_KEYS];

/** The year moved, as a file again; `namesOldYear`: places of the texts that still name the old one. */
export interface MovedYear {
  readonly file: YearFile;
  readonly bytes: Uint8Array;
  readonly namesOldYear: readonly string[];
}

/**
 * The same office and year in another year: days keep day and month and move to the next working day of
 * the calendar, spans of validity keep theirs exactly, numbers and ids stay, and so do all texts.
 * @throws DomainError as readYearFile; impossible-date where the year lies before the file's
 */
export const moveYearFile = (
  bytes: Uint8Array,
  year: number,
  calendar: WorkingCalendar,
): MovedYear => {
  const text = decodeUtf8(bytes);
  const original = readYearText(text);
  if (year < original.cycleYear) {
    throw new DomainError(
      'impossible-date',
      'a year is moved to a later one',
      { given: String(year), expected: `>= ${String(original.cycleYear)}` },
      '/cycleYear',
    );
  }
  const content = parseJson(text);
  const kept = isRecord(content)
    ? Object.fromEntries(Object.entries(content).filter(([key]) => !NOT_MOVED.includes(key)))
    : content;
  const years = year - original.cycleYear;
  const moved = JSON.stringify(mapFields(yearFileSchema, kept, moverOf(kept, years, calendar)));
  const file = readYearText(moved);
  const namesOldYear =
    years === 0
      ? []
      : [...textsOfYearFile(file)]
          .filter((placed) => namesYear(placed.text, original.cycleYear))
          .map(({ pointer }) => pointer);
  return { file, bytes: new TextEncoder().encode(moved), namesOldYear };
};
