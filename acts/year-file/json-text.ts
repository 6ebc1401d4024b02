import { DomainError } from '../../domain/errors.ts';
import { findJsonFault } from './json-fault.ts';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const BYTE_ORDER_MARK = '\uFEFF';

const refuseAt = (textBefore: string, expected: string): DomainError => {
  const lines = textBefore.split('\n');
  const line = lines.length;
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return new DomainError(
    'not-json',
    `not JSON at line ${String(line)}, column ${String(column)}: expected ${expected}`,
    { line, column, expected },
    '',
  );
};

const refuseLargerThanLimit = (size: number): void => {
  if (size <= MAX_FILE_BYTES) return;
  const expected = `<= ${String(MAX_FILE_BYTES)} bytes`;
  throw new DomainError('too-large', `a file must have ${expected}`, { size, expected }, '');
};

// A streaming decoder leaves a letter cut off at the end for later, so a start of the bytes decodes
// exactly as long as it holds no wrong byte.
const startDecodes = (bytes: Uint8Array, length: number): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), {
      stream: true,
    });
  } catch {
    return null;
  }
};

const textBeforeWrongByte = (bytes: Uint8Array): string => {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (startDecodes(bytes, middle) === null) bad = middle;
    else good = middle;
  }
  return startDecodes(bytes, good) ?? '';
};

export const decodeUtf8 = (bytes: Uint8Array): string => {
  refuseLargerThanLimit(bytes.byteLength);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuseAt(textBeforeWrongByte(bytes), 'UTF-8');
  }
};

/** The value that a text writes down; the text of every other kind is refused with its place. */
export const parseJson = (text: string): unknown => {
  refuseLargerThanLimit(new TextEncoder().encode(text).byteLength);
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const fault = findJsonFault(json);
  if (fault) throw refuseAt(json.slice(0, fault.offset), fault.expected);
  const value: unknown = JSON.parse(json);
  return value;
};
