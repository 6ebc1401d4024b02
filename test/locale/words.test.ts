import { describe, expect, expectTypeOf, it } from 'vitest';
import { en } from '../../locale/en.ts';
import { errors as englishErrors } from '../../locale/en/errors.ts';
import { vi as vietnamese } from '../../locale/vi.ts';
import { errors as vietnameseErrors } from '../../locale/vi/errors.ts';
import { isLanguage, sentenceOfError, wordsIn, type WordParams } from '../../locale/words.ts';

const bracesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('words', () => {
  it('come in the language that was asked for', () => {
    expect(wordsIn('vi')('shell.sign-out')).toBe('Đăng xuất');
    expect(wordsIn('en')('shell.sign-out')).toBe('Sign out');
  });

  it('have their values filled in', () => {
    expect(wordsIn('vi')('shell.nav.waiting-count', { count: 3 })).toBe('3 việc');
  });

  it('are refused rather than shown with a hole', () => {
    const t = wordsIn('vi');
    // @ts-expect-error the compiler refuses it as well
    expect(() => t('shell.nav.waiting-count')).toThrow('needs the parameter "count"');
  });

  it('ask the compiler for exactly the values that their text names', () => {
    expectTypeOf<WordParams<'shell.sign-out'>>().toEqualTypeOf<[]>();
    expectTypeOf<WordParams<'shell.nav.waiting-count'>>().toEqualTypeOf<
      [params: Readonly<Record<'count', string | number>>]
    >();
  });

  it('name the same values in both languages', () => {
    const english = new Map(Object.entries(en));
    for (const [key, text] of Object.entries(vietnamese)) {
      expect(bracesOf(english.get(key) ?? ''), key).toEqual(bracesOf(text));
    }
  });

  it('are composed letters only, so that they print and compare alike', () => {
    for (const text of [...Object.values(vietnamese), ...Object.values(vietnameseErrors)]) {
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  it('exist in two languages and no third', () => {
    expect(['vi', 'en', 'fr', null].filter(isLanguage)).toEqual(['vi', 'en']);
  });
});

describe('the sentence of a refusal', () => {
  it('names the year where the refusal gave it', () => {
    expect(sentenceOfError('vi', 'cycle-exists', { year: 2024 })).toBe(
      'Đơn vị đã có chu trình của năm 2024 đang chạy, không mở thêm chu trình thứ hai.',
    );
  });

  it('reads well where the refusal gave nothing', () => {
    expect(sentenceOfError('vi', 'cycle-exists')).toBe(
      'Đơn vị đã có chu trình của năm đang chạy, không mở thêm chu trình thứ hai.',
    );
    expect(sentenceOfError('en', 'cycle-unknown')).toBe('The office has no such cycle.');
  });

  it('says who did what and when, once a page has looked up the words for it', () => {
    const details = { who: 'Trưởng phòng', what: 'đã phê duyệt', when: '15/01/2024 16:32' };
    expect(sentenceOfError('vi', 'out-of-time', details)).toContain(
      ': Trưởng phòng đã phê duyệt lúc 15/01/2024 16:32.',
    );
  });

  it('ends as a sentence and leaves no bracket or brace, for every code and language', () => {
    for (const code of Object.keys(vietnameseErrors) as (keyof typeof vietnameseErrors)[]) {
      for (const language of ['vi', 'en'] as const) {
        const sentence = sentenceOfError(language, code);
        expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
        expect(sentence).not.toMatch(/[[\]{}]/);
      }
      expect(bracesOf(englishErrors[code]), code).toEqual(bracesOf(vietnameseErrors[code]));
    }
  });

  it('takes a value as it is, braces and brackets included', () => {
    expect(sentenceOfError('en', 'unknown-key', { key: '[{x}]' })).toContain(': [{x}].');
  });
});
