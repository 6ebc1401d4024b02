import { expect, test } from 'vitest';
import { isLocalDate } from '../../domain/local-date.ts';
import { RECIPIENTS } from '../../domain/recipients.ts';
import { numberAndSymbol, paperFileName, titleOf } from '../../locale/paper-names.ts';
import { purposeWords } from '../../locale/recipients.ts';
import { STANDARD_DOMAINS, STANDARD_LEGAL_BASES } from '../../locale/standard-office.ts';

const paper = { kind: 'plan', number: 5, symbol: 'KH-ANNĐ' } as const;

test('a paper is called by its kind, number and symbol, with two digits at least', () => {
  expect(numberAndSymbol(paper)).toBe('05/KH-ANNĐ');
  expect(titleOf({ ...paper, number: 123 })).toBe('Kế hoạch số 123/KH-ANNĐ');
});

test('an official letter is named by number and symbol alone, a form by its kind', () => {
  expect(titleOf({ kind: 'correction', number: 71, symbol: 'ANNĐ-TH' })).toBe(
    'Công văn số 71/ANNĐ-TH',
  );
  expect(numberAndSymbol({ number: null, symbol: null })).toBeNull();
});

test('a file is called as its paper, with letters that people search for and no slash', () => {
  expect(paperFileName(paper, 'pdf')).toBe('Kế hoạch số 05-KH-ANNĐ.pdf');
  expect(paperFileName(paper, 'docx')).toBe('Kế hoạch số 05-KH-ANNĐ (bản làm việc).docx');
  expect(paperFileName({ ...paper, symbol: 'A/B' }, 'pdf')).not.toContain('/');
});

test('a file\u2019s name is of composed letters, so that every system finds it', () => {
  const name = paperFileName(paper, 'docx');
  expect(name).toBe(name.normalize('NFC'));
});

test('whoever gets a paper is told to what end', () => {
  for (const { purpose } of Object.values(RECIPIENTS).flat()) {
    expect(purposeWords[purpose]).toMatch(/^\(để .+\)$/);
  }
});

test('a new office begins with the six domains of the national programme, each once', () => {
  expect(STANDARD_DOMAINS.map(({ code }) => code)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
  expect(STANDARD_DOMAINS.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set(STANDARD_DOMAINS.map(({ official_name }) => official_name)).size).toBe(6);
});

test('a legal basis that a new office begins with is in force from a real day', () => {
  for (const { in_force_from, citation } of STANDARD_LEGAL_BASES) {
    expect(isLocalDate(in_force_from), citation).toBe(true);
  }
});
