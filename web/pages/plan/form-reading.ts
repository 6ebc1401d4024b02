import type { LocalDate } from '../../../domain/local-date.ts';
import type { Words } from '../../../locale/words.ts';
import {
  readDateInput,
  readVietnameseNumber,
  typedDateOf,
  typedText,
  type TypedFields,
} from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';

/** The chosen values of checkboxes: none, one or many arrive in three shapes. */
export const typedChoices = (fields: TypedFields, name: string): readonly string[] => {
  const value = fields[name];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string' && one !== '').map(String);
};

/** One thing per line; empty lines say nothing. */
export const typedLines = (fields: TypedFields, name: string): readonly string[] =>
  typedText(fields, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const typedOrNull = (fields: TypedFields, name: string): string | null =>
  typedText(fields, name) || null;

/** A stored day as the three boxes of DateInput hold it. */
export const dateFields = (name: string, date: LocalDate): TypedFields => {
  const { day, month, year } = typedDateOf(date);
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** Reads one form, keeping every fault with its field; what could not be read is the fallback. */
export const createFormReader = (fields: TypedFields, t: Words) => {
  const errors: FormError[] = [];
  const refuse = (field: string, text: string): void => {
    errors.push({ field, text });
  };

  return {
    errors,
    refuse,

    date(name: string, fallback: LocalDate): LocalDate {
      const read = readDateInput(fields, name);
      if (read.kind === 'date') return read.date;
      refuse(name, t(read.kind === 'empty' ? 'plan.date-missing' : 'shell.not-a-date'));
      return fallback;
    },

    number(name: string): number {
      const text = typedText(fields, name);
      const value = readVietnameseNumber(text);
      if (value !== null) return value;
      refuse(name, t(text === '' ? 'plan.number-missing' : 'shell.not-a-number'));
      return 0;
    },

    numberOrNull(name: string): number | null {
      const text = typedText(fields, name);
      if (text === '') return null;
      const value = readVietnameseNumber(text);
      if (value === null) refuse(name, t('shell.not-a-number'));
      return value;
    },
  };
};
export type FormReader = ReturnType<typeof createFormReader>;

/**
 * The refusals of an act at the fields of a form: `/plan/requirements/2` belongs to the field of all
 * requirements. What has no field here belongs to the form as a whole.
 */
export const errorsAt = (
  errors: readonly FormError[],
  fieldOf: (id: string) => string | null,
): readonly FormError[] =>
  errors.map((error) => ({
    ...error,
    field: error.field === null ? null : fieldOf(error.field.replace(/^plan-/, '')),
  }));
