import type { LocalDate } from '../../../domain/local-date.ts';
import {
  readDateInput,
  typedDateOf,
  typedText,
  type TypedFields,
} from '../../layout/typed-values.ts';

/** The boxes of a date input as they would be typed for a stored day. */
export const dateBoxes = (name: string, date: LocalDate | null): TypedFields => {
  const { day, month, year } = typedDateOf(date);
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** Empty is null; an impossible day goes to the act as it was typed, which refuses it at its field. */
export const typedDay = (fields: TypedFields, name: string): string | null => {
  const day = readDateInput(fields, name);
  if (day.kind === 'date') return day.date;
  return day.kind === 'empty' ? null : Object.values(day.typed).join('/');
};

export const textOrNull = (fields: TypedFields, name: string): string | null =>
  typedText(fields, name) || null;

/** The ticked boxes of a group: one arrives as a text, several as a list. */
export const tickedIn = (fields: TypedFields, name: string): readonly string[] =>
  [fields[name]].flat().filter((value) => typeof value === 'string');

/**
 * The id of something new, from the act that makes it: pressed twice it is one thing, and it says
 * nothing of a person to whoever reads a history.
 */
export const newId = (kind: 'person' | 'unit' | 'body', fields: TypedFields): string =>
  `${kind}-${typedText(fields, 'actId').slice(0, 8)}`;
