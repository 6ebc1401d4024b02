import * as z from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { isLocalDate } from '../../domain/local-date.ts';
import { type Quarter, QUARTERS } from '../../domain/plan.ts';
import { readMoment } from './moment.ts';

/** How a field says, through zod, with which code and for want of what it is refused. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly expected: string;
}

export const refused = (code: ErrorCode, expected: string) => {
  const params: Refusal & Record<string, unknown> = { code, expected };
  return { params, abort: true };
};

const KEY = /^[A-Za-z0-9._-]{1,40}$/;
const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;
const MAX_EMAIL_LENGTH = 254;

/** The key of an office, a unit or a person: it stands in addresses, file names and ids. */
/** What may stand in an address and in a workflow's id. */
export const isKey = (value: string): boolean => KEY.test(value);

export const key = z.string().refine(isKey, refused('bad-key', '[A-Za-z0-9._-]{1,40}'));

/** A text that must say something. */
export const text = z
  .string()
  .refine((value) => value.trim() !== '', refused('missing-field', 'a text that is not empty'));

export const textOrEmpty = z.string();
export const texts = z.array(text);

export const email = z
  .string()
  .refine(
    (value) => value.length <= MAX_EMAIL_LENGTH && EMAIL.test(value),
    refused('not-schema', 'name@host'),
  );

const dayField = () =>
  z.string().refine((value) => isLocalDate(value), refused('impossible-date', 'YYYY-MM-DD'));

/** On which something happened, or is to happen. */
export const day = dayField();
/** By which something is due; what comes later is late. */
export const dueDay = dayField();
/** Of a paper, in the order of the register. */
export const paperDay = dayField();
/** From or until which something holds; no day of work. */
export const validityDay = dayField();

export const moment = z
  .string()
  .refine(
    (value) => readMoment(value) !== null,
    refused('impossible-date', 'YYYY-MM-DDThh:mm:ss+07:00'),
  )
  .transform((value) => readMoment(value) ?? value);

export const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  z.number().refine((value) => Number.isInteger(value) && value >= least && value <= most, {
    ...refused('not-schema', `a whole number from ${String(least)} to ${String(most)}`),
  });

/** The year of a cycle. */
export const cycleYear = wholeNumber(2000, 2100);
export const earlierYear = wholeNumber(1990, 2100);

export const count = wholeNumber(0);
export const ordinal = wholeNumber(1);

const isQuarter = (value: unknown): boolean => QUARTERS.some((quarter) => quarter === value);

export const quarter = z.custom<Quarter>(
  isQuarter,
  refused('unknown-reference', QUARTERS.join(' or ')),
);

export const perQuarter = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ Q1: value, Q2: value, Q3: value, Q4: value });
