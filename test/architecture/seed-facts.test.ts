import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** Rows of docs/seeds.md: the fact's number and the tests that are said to show it. */
const rows = read('docs/seeds.md')
  .split('\n')
  .flatMap((line) => {
    const [, fact = '', , tests = ''] = line.split('|').map((cell) => cell.trim());
    if (!/^\d+\.\d+$/.test(fact)) return [];
    return [
      {
        fact,
        tests: tests.split('<br>').map((test) => {
          const [, file = '', title = ''] = /^`([^`]+)`: (.*)$/.exec(test.trim()) ?? [];
          return { file, title };
        }),
      },
    ];
  });

const numbersOf = (seed: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${String(seed)}.${String(index + 1)}`);

describe('the facts of the two offices', () => {
  it('are all there, each once', () => {
    expect(rows.map(({ fact }) => fact)).toEqual([...numbersOf(1, 20), ...numbersOf(2, 13)]);
  });

  it.each(rows)('$fact is shown by tests that are there', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, title } of tests) {
      expect(title).not.toBe('');
      expect(read(file)).toContain(title);
    }
  });
});
