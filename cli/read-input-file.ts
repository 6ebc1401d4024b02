import { readFileSync, statSync } from 'node:fs';
import { MAX_FILE_BYTES } from '../acts/year-file/json-text.ts';
import { refuseTooLarge, UsageError } from './failures.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return WORDS[code] ?? code;
};

/**
 * The bytes of a file, which is measured before it is read.
 * @throws UsageError where it can't be read; RefusedError too-large
 */
export const readInputFile = (path: string): Uint8Array => {
  try {
    if (statSync(path).size <= MAX_FILE_BYTES) return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path} can't be used: ${reasonOf(error)}.`, { cause: error });
  }
  throw refuseTooLarge(MAX_FILE_BYTES);
};
