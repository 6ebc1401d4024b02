import { expect, test } from 'vitest';
import { vi as vietnamese } from '../../locale/vi.ts';
import { errors } from '../../locale/vi/errors.ts';
import { isIn, linesWith, sourceFiles } from './source-files.ts';

const MAY_BE_VIETNAMESE = [
  'templates/',
  'locale/',
  'examples/',
  'docs/',
  'README.vi.md',
  'test/',
] as const;

// A Latin letter with a mark, composed or not. No other language with such letters is used here.
const VIETNAMESE = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]|\p{M}/u;

const code = sourceFiles.filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path));
const ours = code
  .filter(({ path }) => !isIn(path, 'locale/', 'test/', 'domain/errors.ts'))
  .map(({ text }) => text)
  .join('\n');

test('the pattern finds Vietnamese and leaves English alone', () => {
  for (const word of ['Kế hoạch', 'đ', 'văn thư'.normalize('NFD'), 'MẬT', 'cả', 'í']) {
    expect(VIETNAMESE.test(word), word).toBe(true);
  }
  for (const word of ['plan', "the head's", '…', '–', '§ 13', 'NFC: \\u00e2', '→']) {
    expect(VIETNAMESE.test(word), word).toBe(false);
  }
});

test('Vietnamese letters stand in templates, words, examples and documents alone', () => {
  const others = sourceFiles.filter(({ path }) => !isIn(path, ...MAY_BE_VIETNAMESE));
  expect(others.length).toBeGreaterThan(100);
  expect(linesWith(others, VIETNAMESE)).toEqual([]);
});

test('templates and words are composed letters, so that they print and compare alike', () => {
  const texts = sourceFiles.filter(({ path }) => isIn(path, 'templates/', 'locale/', 'examples/'));
  expect(
    texts.filter(({ text }) => text !== text.normalize('NFC')).map(({ path }) => path),
  ).toEqual([]);
});

// Keys stand as text ('shell.sign-out') or begin one (`shell.state.${state}`).
const whole = new Set([...ours.matchAll(/'([a-z-]+\.[\w.-]+)'/g)].map(([, key]) => key ?? ''));
const beginnings = [
  ...new Set([...ours.matchAll(/`([a-z-]+\.[\w.-]*)\$\{/g)].map(([, key]) => key ?? '')),
];
const isUsed = (key: string): boolean =>
  whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning));

test('every word that readers could see is shown to them somewhere', () => {
  expect(Object.keys(vietnamese).filter((key) => !isUsed(key))).toEqual([]);
});

test('every reason to refuse is given somewhere', () => {
  const codes = Object.keys(errors);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((one) => !ours.includes(`'${one}'`))).toEqual([]);
});
