import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChangedWords } from '../../web/layout/diff-list.tsx';
import {
  fieldIdOfPlace,
  formatVietnameseNumber,
  readDateInput,
  readVietnameseNumber,
  typedDateOf,
  typedText,
} from '../../web/layout/typed-values.ts';

const typeDate = (day: string, month: string, year: string) => ({
  'due-day': day,
  'due-month': month,
  'due-year': year,
});

describe('a typed number', () => {
  it.each([
    ['94,5', 94.5],
    ['1.250', 1250],
    ['1.250.000,75', 1250000.75],
    ['1250', 1250],
    [' 25 ', 25],
    ['-5', -5],
    ['−0,5', -0.5],
    ['0', 0],
  ])('"%s" reads as %d', (typed, expected) => {
    expect(readVietnameseNumber(typed)).toBe(expected);
  });

  it.each([
    '',
    'abc',
    '94.5',
    '94.5%',
    '1.25',
    '0.250',
    '1,250.5',
    '1..250',
    '5,',
    ',5',
    '1e3',
    '٣',
  ])('"%s" is refused, not guessed', (typed) => {
    expect(readVietnameseNumber(typed)).toBeNull();
  });

  it('with more digits than can be kept exactly is refused', () => {
    expect(readVietnameseNumber('9999999999999999')).toBeNull();
  });

  it('that was shown reads back as what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (thousandths) => {
        const value = thousandths / 1000;
        expect(readVietnameseNumber(formatVietnameseNumber(value))).toBe(value + 0);
      }),
    );
  });
});

describe('a typed date', () => {
  it('reads as a calendar day, with or without leading zeros', () => {
    expect(readDateInput(typeDate('5', '1', '2024'), 'due')).toMatchObject({
      kind: 'date',
      date: '2024-01-05',
    });
  });

  it('that does not exist is kept as it was typed', () => {
    const read = readDateInput(typeDate('31', '2', '2024'), 'due');
    expect(read).toEqual({
      kind: 'impossible',
      typed: { day: '31', month: '2', year: '2024' },
    });
    expect(typedDateOf(read.typed)).toEqual({ day: '31', month: '2', year: '2024' });
  });

  it.each([
    ['15', '01', '24'],
    ['15', '', '2024'],
    ['x', '1', '2024'],
    ['', '', '2024'],
    ['015', '1', '2024'],
  ])('of %s / %s / %s is impossible', (day, month, year) => {
    expect(readDateInput(typeDate(day, month, year), 'due').kind).toBe('impossible');
  });

  it('left empty is empty, not wrong', () => {
    expect(readDateInput({}, 'due').kind).toBe('empty');
    expect(readDateInput(typeDate(' ', '', ''), 'due').kind).toBe('empty');
  });
});

describe('a typed text', () => {
  it('is composed and trimmed, and a file is no text', () => {
    expect(typedText({ title: ' Tie\u0302\u0301ng ' }, 'title')).toBe('Ti\u1ebfng');
    expect(typedText({ title: new File([], 'a.pdf') }, 'title')).toBe('');
  });

  it('belongs to the field that a refusal points to', () => {
    expect(fieldIdOfPlace('/tasks/0/title')).toBe('tasks-0-title');
  });
});

describe('what changed between two texts', () => {
  it('is the words in the middle', () => {
    expect(findChangedWords('xuống 5 ngày', 'xuống 3 ngày')).toEqual({
      start: 'xuống ',
      before: '5',
      after: '3',
      end: ' ngày',
    });
  });

  it('always puts both texts together again', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c')).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = findChangedWords(before, after);
        expect(parts.start + parts.before + parts.end).toBe(before);
        expect(parts.start + parts.after + parts.end).toBe(after);
      }),
    );
  });
});
