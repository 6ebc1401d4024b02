import { expect, test } from 'vitest';
import { ACTS } from '../../acts/all-acts.ts';
import { isIn, linesWith, sourceFiles } from './source-files.ts';

const code = sourceFiles.filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path));
const product = code.filter(({ path }) => !isIn(path, 'test/', 'bench/'));

test('nothing reads what lies beside the project', () => {
  const everything = sourceFiles.filter(
    ({ path }) => path !== 'test/architecture/boundaries.test.ts',
  );
  expect(linesWith(everything, /(?:\.\.\/|\/work\/)shared\b/)).toEqual([]);
});

test('config.ts alone reads the environment', () => {
  const others = product.filter(({ path }) => !isIn(path, 'config.ts', 'bin/', 'eslint.config.js'));
  expect(linesWith(others, /\bprocess\s*\.\s*env\b|\benv\b.*from 'node:process'/)).toEqual([]);
});

test('rules know no clock, no chance and no machine', () => {
  const rules = product.filter(({ path }) => isIn(path, 'domain/'));
  expect(rules.length).toBeGreaterThan(10);
  const machine = /\bnew Date\b|\bDate\.\w|\bMath\.random\b|\bIntl\.\w|\bprocess\.\w/;
  expect(linesWith(rules, machine)).toEqual([]);
  expect(linesWith(rules, /from '(?!\.\.?\/)/)).toEqual([]);
});

test('business dates come from commands: neither acts nor activities nor stores ask the clock', () => {
  const dated = product.filter(({ path }) =>
    isIn(path, 'acts/', 'activities/', 'adapters/database/'),
  );
  expect(linesWith(dated, /\bnew Date\(\)|\bnow\(\)|\bcurrent_(?:date|timestamp)\b/i)).toEqual([]);
});

test('every act that is written can be done, under a name of its own', () => {
  const defined = product
    .filter(({ path }) => isIn(path, 'acts/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/defineAct(?:<[^>]*>)?\(\{\s*name: '([^']+)'/g)].map(([, name]) => ({
        path,
        name,
      })),
    );
  const calls = product
    .filter(({ path }) => isIn(path, 'acts/') && path !== 'acts/act.ts')
    .flatMap(({ text }) => text.match(/\bdefineAct(?:<[^>]*>)?\(/g) ?? []);
  expect(defined).toHaveLength(calls.length);
  expect(new Set(defined.map(({ name }) => name)).size).toBe(defined.length);
  expect(defined.filter(({ name }) => !ACTS.has(name ?? ''))).toEqual([]);
  expect(ACTS.size).toBe(defined.length);
});

test('our own parts are never replaced by doubles in tests', () => {
  const tests = code.filter(({ path }) => isIn(path, 'test/'));
  expect(linesWith(tests, /\bvi\.(?:mock|doMock|spyOn|stubGlobal)\(/)).toEqual([]);
});

test('files and folders are named in lower case, with hyphens', () => {
  const odd = product.filter(
    ({ path }) => !/^(?:\.?[a-z0-9-]+\/)*\.?[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(path),
  );
  expect(odd.map(({ path }) => path)).toEqual([]);
});
