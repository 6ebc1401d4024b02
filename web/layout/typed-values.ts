import { isLocalDate, type LocalDate } from '../../domain/local-date.ts';

/** A submitted form as it arrives; only its texts are read here, never its files. */
export type TypedFields = Readonly<Record<string, unknown>>;

/** What a person typed into the three boxes of a date, right or wrong. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type ReadDate =
  | { readonly kind: 'empty'; readonly typed: TypedDate }
  | { readonly kind: 'date'; readonly typed: TypedDate; readonly date: LocalDate }
  | { readonly kind: 'impossible'; readonly typed: TypedDate };

/** The text of one field, NFC and trimmed; missing reads as empty. */
export const typedText = (fields: TypedFields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
};

const pad = (digits: string, width: number): string => digits.padStart(width, '0');

/** Reads the boxes of DateInput back to `YYYY-MM-DD`, or keeps what was typed. */
export const readDateInput = (fields: TypedFields, name: string): ReadDate => {
  const [day, month, year] = [
    typedText(fields, `${name}-day`),
    typedText(fields, `${name}-month`),
    typedText(fields, `${name}-year`),
  ];
  const typed = { day, month, year };
  if (day === '' && month === '' && year === '') return { kind: 'empty', typed };
  const date = `${year}-${pad(month, 2)}-${pad(day, 2)}`;
  return isLocalDate(date) ? { kind: 'date', typed, date } : { kind: 'impossible', typed };
};

/** What the boxes of DateInput show for a stored date, or for what was typed before. */
export const typedDateOf = (value: LocalDate | TypedDate | null | undefined): TypedDate => {
  if (value === null || value === undefined) return { day: '', month: '', year: '' };
  if (typeof value !== 'string') return value;
  return { day: value.slice(8, 10), month: value.slice(5, 7), year: value.slice(0, 4) };
};

const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d+(?:,\d+)?$/;
// More digits than this no longer fit a double exactly.
const MAX_DIGITS = 15;

/** `94,5` is 94.5 and `1.250` is 1250; null for what is no number as people here write it. */
export const readVietnameseNumber = (text: string): number | null => {
  const trimmed = text.trim().replace(/^[−–]/, '-');
  const unsigned = trimmed.startsWith('-') ? trimmed.slice(1) : trimmed;
  if (!GROUPED.test(unsigned) && !PLAIN.test(unsigned)) return null;
  const plain = unsigned.replaceAll('.', '').replace(',', '.');
  if (plain.replace('.', '').length > MAX_DIGITS) return null;
  const value = Number(plain);
  return trimmed.startsWith('-') && value !== 0 ? -value : value;
};

const VIETNAMESE_NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 14 });

/** 1250.5 as `1.250,5`; reads back with readVietnameseNumber. */
export const formatVietnameseNumber = (value: number): string => VIETNAMESE_NUMBER.format(value);

/** The field that a JSON pointer of a refusal belongs to: `/tasks/0/title` is `tasks-0-title`. */
export const fieldIdOfPlace = (place: string): string => place.slice(1).replaceAll('/', '-');
