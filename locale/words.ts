import type { ErrorCode, ErrorDetails } from '../domain/errors.ts';
import { en } from './en.ts';
import { errors as englishErrors } from './en/errors.ts';
import { vi } from './vi.ts';
import { errors as vietnameseErrors } from './vi/errors.ts';

export type Language = 'vi' | 'en';
export type WordKey = keyof typeof vi;

type ParamNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** What a text needs in its {braces}, read off the Vietnamese one at compile time. */
export type WordParams<Key extends WordKey> = [ParamNames<(typeof vi)[Key]>] extends [never]
  ? []
  : [params: Readonly<Record<ParamNames<(typeof vi)[Key]>, string | number>>];

type Values = Readonly<Record<string, unknown>>;

const DICTIONARIES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { vi, en };
const ERRORS: Readonly<Record<Language, Readonly<Record<ErrorCode, string>>>> = {
  vi: vietnameseErrors,
  en: englishErrors,
};

export const isLanguage = (text: unknown): text is Language => text === 'vi' || text === 'en';

const textOfValue = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

const fillBraces = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (values[name] === undefined || values[name] === null) {
      throw new Error(`the text "${text}" needs the parameter "${name}"`);
    }
    return textOfValue(values[name]);
  });

/** The words of one language: `t('shell.sign-out')`, `t('shell.days-left', { days: 3 })`. */
export const wordsIn = (language: Language) => {
  const dictionary = DICTIONARIES[language];
  return <Key extends WordKey>(key: Key, ...params: WordParams<Key>): string =>
    fillBraces(dictionary[key], params[0] ?? {});
};

export type Words = ReturnType<typeof wordsIn>;

const hasAll = (text: string, values: Values): boolean =>
  [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => name && (values[name] ?? '') !== '');

/** The sentence for a refusal. A part in [brackets] is left out where the details lack its values. */
export const sentenceOfError = (
  language: Language,
  code: ErrorCode,
  details: ErrorDetails = {},
): string =>
  fillBraces(
    ERRORS[language][code].replaceAll(/\[([^\]]*)\]/g, (_, part: string) =>
      hasAll(part, details) ? part : '',
    ),
    details,
  );
