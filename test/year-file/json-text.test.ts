import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../acts/year-file/json-fault.ts';
import { MAX_FILE_BYTES, parseJson } from '../../acts/year-file/json-text.ts';
import { readYearFile, readYearText } from '../../acts/year-file/read-year-file.ts';
import { referenceBytes, refusalOf } from './reference-year.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const damaged = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.nat({ max: 2 }),
    fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'u',
      '0',
      '-',
      '.',
      'e',
      't',
      ' ',
      '\n',
      '\u0001',
      '\u00a0',
      '\uFEFF',
    ),
  )
  .map(([text, position, dropped, added]) => {
    const at = position % (text.length + 1);
    return text.slice(0, at) + added + text.slice(at + dropped);
  });

describe('a text that is not JSON', () => {
  it('is judged as the engine judges, key repeated or not', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const fault = findJsonFault(text);
        if (fault?.expected === 'each key once') return;
        expect(fault === null).toBe(isJson(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['an empty file', '', 1, 1, 'a value'],
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1, 'a key in double quotes'],
    ['a comma too few', '{"a": 1 "b": 2}', 1, 9, ', or }'],
    ['a list left open', '[1,\n2', 2, 2, ', or ]'],
    ['a string over two lines', '{"a": "x\ny"}', 1, 9, 'no bare control character in a string'],
    ['a string left open', '["abc', 1, 6, 'the end of the string'],
    ['an unknown escape', '["\\q"]', 1, 3, 'an escape of JSON'],
    ['single quotes', "{'a': 1}", 1, 2, 'a key in double quotes'],
    ['NaN', '{"a": NaN}', 1, 7, 'a value'],
    ['a comment', '// note\n{}', 1, 1, 'a value'],
    ['a key twice', '{"a": 1,\n "\\u0061": 2}', 2, 2, 'each key once'],
    ['something after the end', '{}\n{}', 2, 1, 'nothing after the end of the value'],
    ['a hundred thousand levels', '['.repeat(100_000), 1, 65, 'at most 64 levels'],
  ])('%s is refused with its line and column', (_title, text, line, column, expected) => {
    const refusal = refusalOf(() => readYearText(text));
    expect(refusal).toMatchObject({
      code: 'not-json',
      place: '',
      details: { line, column, expected },
    });
  });

  it.each([
    ['a byte that no letter has', [...bytesOf('{\n"é'), 0xff], 2, 3],
    ['a letter cut off at the end', [...bytesOf('{"a'), 0xc3], 1, 4],
    ['a file in UTF-16', [0xff, 0xfe, 0x7b, 0x00], 1, 1],
    ['a file in Latin 1', [...bytesOf('{"t'), 0xea, ...bytesOf('n": 1}')], 1, 4],
  ])('%s is refused as not UTF-8', (_title, bytes, line, column) => {
    const refusal = refusalOf(() => readYearFile(Uint8Array.from(bytes)));
    expect(refusal).toMatchObject({
      code: 'not-json',
      details: { line, column, expected: 'UTF-8' },
    });
  });

  it('a number beyond all numbers is refused at its place', () => {
    const text = referenceBytes.toString('utf8').replace('"target": 100', '"target": 1e999');
    expect(refusalOf(() => readYearText(text))).toMatchObject({
      code: 'not-schema',
      place: '/plan/tasks/0/indicators/0/target',
    });
  });

  it('the key that would change all objects is refused and changes none', () => {
    const refusal = refusalOf(() => readYearText('{"unit": {"__proto__": {"name": "x"}}}'));
    expect(refusal).toMatchObject({ code: 'unknown-key', place: '/unit/__proto__' });
    expect(Object.prototype).not.toHaveProperty('name');
  });
});

describe('a large file', () => {
  it('of 20 MB is read, and of one byte more refused', () => {
    const padding = MAX_FILE_BYTES - referenceBytes.byteLength;
    const full = Buffer.concat([referenceBytes, Buffer.alloc(padding, ' ')]);
    expect(readYearFile(full).cycleYear).toBe(2024);
    const over = Buffer.concat([full, Buffer.from(' ')]);
    const refusal = refusalOf(() => readYearFile(over));
    expect(refusal).toMatchObject({
      code: 'too-large',
      details: { expected: '<= 20971520 bytes' },
    });
    expect(refusalOf(() => parseJson(over.toString('utf8'))).code).toBe('too-large');
  });

  it('of ten million nothings is refused before it can exhaust the memory', () => {
    const refusal = refusalOf(() => readYearText(`{"people":[${'0,'.repeat(9_000_000)}0]}`));
    expect(refusal).toMatchObject({
      code: 'not-schema',
      details: { expected: '<= 1000000 values' },
    });
  });
});
