import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DomainError, ErrorCode } from '../domain/errors.ts';
import { FORM_RULES } from '../domain/conformity.ts';
import { formatDate, formatDateTime } from '../locale/dates.ts';
import { nameFormRule } from '../locale/form-words.ts';
import { sentenceOfError } from '../locale/words.ts';
import type { WebContext } from './environment.ts';
import { eventWords } from './event-words.ts';
import { problemInWords } from './template-words.ts';
import { fieldIdOfPlace, formatVietnameseNumber } from './layout/typed-values.ts';

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'no-power': 403,
  'own-submission': 403,
  'cycle-unknown': 404,
  'office-unknown': 404,
  'cycle-exists': 409,
  'stale-version': 409,
  'out-of-time': 409,
  'number-taken': 409,
  'too-large': 413,
  'temporarily-unavailable': 503,
};

export const statusOf = (error: DomainError): ContentfulStatusCode => STATUS[error.code] ?? 422;

export interface FormError {
  /** The id of the field it belongs to; null: the form as a whole. */
  readonly field: string | null;
  readonly text: string;
  /** What a refused act says of itself, for pages that show more than a sentence. */
  readonly code?: ErrorCode;
  /** The JSON pointer, for input that has no field of its own on the page: an uploaded file. */
  readonly place?: string | null;
}

// A refusal carries ids; people read names.
const named = async (c: WebContext, error: DomainError) => {
  const { lastBy, lastAt, lastEvent, problem } = error.details;
  const officeId = c.get('user')?.officeId;
  const person =
    typeof lastBy === 'string' && officeId !== undefined
      ? await c.get('deps').acts.stores.offices.findPerson(officeId, lastBy)
      : undefined;
  return {
    ...error.details,
    ...(person ? { who: person.full_name } : {}),
    ...(typeof lastAt === 'string' ? { when: formatDateTime(lastAt) } : {}),
    ...(typeof problem === 'string' ? { problem: problemInWords(c.get('t'), problem) } : {}),
    ...(typeof lastEvent === 'string' ? { what: eventWords(c.get('t'), lastEvent) } : {}),
  };
};

const rulesIn = (c: WebContext, { rules }: DomainError['details']) =>
  Array.isArray(rules)
    ? {
        rules: FORM_RULES.filter((rule) => rules.includes(rule)).map((rule) =>
          nameFormRule(c.get('lang'), rule),
        ),
      }
    : {};

const DAY = /^\d{4}-\d{2}-\d{2}/;
const BOUND = /^(>=|<=|>) (\S+)$/;
const BOUND_WORDS = {
  '>=': 'frame.at-least',
  '<=': 'frame.at-most',
  '>': 'frame.more-than',
} as const;

const inWords = (c: WebContext, value: string): string => {
  if (DAY.test(value)) return formatDate(value.slice(0, 10));
  const number = Number(value);
  return Number.isNaN(number) || c.get('lang') === 'en' ? value : formatVietnameseNumber(number);
};

const expectedOf = (c: WebContext, { expected }: DomainError['details']) => {
  const [, sign, value] = typeof expected === 'string' ? (BOUND.exec(expected) ?? []) : [];
  if (value === undefined || (sign !== '>=' && sign !== '<=' && sign !== '>')) return {};
  return { expected: c.get('t')(BOUND_WORDS[sign], { value: inWords(c, value) }) };
};

// A day that lies outside its bounds is no step that came at the wrong time.
const boundsOf = (c: WebContext, { code, details }: DomainError): string | null => {
  const { earliest, latest } = details;
  if (code !== 'out-of-time' || (earliest === undefined && latest === undefined)) return null;
  const t = c.get('t');
  const from = typeof earliest === 'string' ? inWords(c, earliest) : null;
  const to = typeof latest === 'string' ? inWords(c, latest) : null;
  if (from !== null && to !== null) return t('frame.between-days', { from, to });
  return from === null ? t('frame.until-day', { to: to ?? '' }) : t('frame.from-day', { from });
};

/** One clear sentence in the reader's language, at the field that it is about. */
export const formErrorOf = async (c: WebContext, error: DomainError): Promise<FormError> => ({
  field: error.place === null || error.place === '' ? null : fieldIdOfPlace(error.place),
  text:
    boundsOf(c, error) ??
    sentenceOfError(c.get('lang'), error.code, {
      ...(await named(c, error)),
      ...expectedOf(c, error.details),
      ...rulesIn(c, error.details),
    }),
  code: error.code,
  place: error.place,
});
