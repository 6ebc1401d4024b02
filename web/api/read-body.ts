import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod';
import { findJsonFault } from '../../acts/year-file/json-fault.ts';
import { MAX_FILE_BYTES } from '../../acts/year-file/json-text.ts';
import { faultOfSchema } from '../../acts/year-file/schema-fault.ts';
import { DomainError } from '../../domain/errors.ts';
import type { WebContext } from '../environment.ts';

// A file of the largest size inside JSON: base64 has four letters for three bytes.
const MAX_JSON_BYTES = Math.ceil((MAX_FILE_BYTES * 4) / 3) + 64 * 1024;

// Refused before it is read whole: by its announced length, else as soon as it grows over the limit.
const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new DomainError('too-large', 'the body is too large', { limit: maxSize }, '');
    },
  });

export const limitFile = limitTo(MAX_FILE_BYTES);
export const limitJson = limitTo(MAX_JSON_BYTES);

const decode = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const refusal = new DomainError('not-json', 'no UTF-8', { expected: 'UTF-8' }, '');
    refusal.cause = error;
    throw refusal;
  }
};

const parse = (text: string): unknown => {
  const fault = findJsonFault(text);
  if (!fault) return JSON.parse(text);
  const before = text.slice(0, fault.offset).split('\n');
  throw new DomainError(
    'not-json',
    `not JSON: expected ${fault.expected}`,
    {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      expected: fault.expected,
    },
    '',
  );
};

/**
 * The body as JSON.
 * @throws DomainError not-json
 */
export const readJson = async (c: WebContext): Promise<unknown> =>
  parse(decode(await c.req.arrayBuffer()));

/** @throws DomainError as the schema refuses */
export const readAs = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const read = schema.safeParse(value);
  if (!read.success) throw faultOfSchema(read.error, value);
  return read.data;
};
