import { DomainError } from '../../domain/errors.ts';
import { isRecord, pointerOf } from './json-pointer.ts';
import { quote } from './quote.ts';

/** An indented file of 20 MB has fewer values; more would only serve to exhaust the server. */
const MAX_VALUES = 1_000_000;
/** Longer than any key or id of a real file; a place made of it could not be shown. */
const MAX_KEY_LENGTH = 200;
/** Keys that would reach into JavaScript's own objects. */
const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
// PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair, and paper none of the others.
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

type Path = readonly PropertyKey[];

const normaliseText = (text: string, path: Path): string => {
  const found = UNPRINTABLE.exec(text)?.[0];
  if (found === undefined) return text.normalize('NFC');
  const letter = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new DomainError(
    'letter-without-glyph',
    `a text holds ${letter}, which can't be printed`,
    { letter, expected: 'printable letters' },
    pointerOf(path),
  );
};

const normaliseKey = (key: string, path: Path): string => {
  const isTooLong = key.length > MAX_KEY_LENGTH;
  if (!isTooLong && !RESERVED_KEYS.has(key)) return normaliseText(key, path);
  throw new DomainError(
    'unknown-key',
    'no key of the schema is reserved or this long',
    { key: quote(key), expected: 'a key of the schema' },
    pointerOf(isTooLong ? path : [...path, key]),
  );
};

const refuseTooMany = (): never => {
  const expected = `<= ${String(MAX_VALUES)} values`;
  throw new DomainError('not-schema', `a file must have ${expected}`, { expected }, '');
};

const refuseTwin = (key: string, path: Path): never => {
  throw new DomainError(
    'duplicate-id',
    'two keys of one object are the same word in Unicode',
    { id: key, expected: 'each key once' },
    pointerOf([...path, key]),
  );
};

/** A copy with every text in NFC, so that equal words are equal; refuses what no text may hold. */
export const normaliseJson = (root: unknown): unknown => {
  let count = 0;

  const normaliseRecord = (record: Readonly<Record<string, unknown>>, path: Path): unknown => {
    const copy = new Map<string, unknown>();
    for (const [written, value] of Object.entries(record)) {
      const key = normaliseKey(written, path);
      if (copy.has(key)) refuseTwin(written, path);
      copy.set(key, normalise(value, [...path, key]));
    }
    return Object.fromEntries(copy);
  };

  const normalise = (value: unknown, path: Path): unknown => {
    count += 1;
    if (count > MAX_VALUES) refuseTooMany();
    if (typeof value === 'string') return normaliseText(value, path);
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return items.map((item, index) => normalise(item, [...path, index]));
    }
    return isRecord(value) ? normaliseRecord(value, path) : value;
  };

  return normalise(root, []);
};
