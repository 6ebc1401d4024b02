import { describe, expect, it } from 'vitest';
import {
  comparePersonNames,
  compareTexts,
  lowerCase,
  lowerFirst,
  upperCase,
  upperFirst,
} from '../../locale/vietnamese.ts';

const sorted = (texts: readonly string[]) => texts.toReversed().toSorted(compareTexts);
const decomposed = (text: string): string => text.normalize('NFD');

describe('the order of Vietnamese words', () => {
  it.each([
    [
      [
        'a',
        'à',
        'ả',
        'ã',
        'á',
        'ạ',
        'ă',
        'ằ',
        'ẳ',
        'ẵ',
        'ắ',
        'ặ',
        'â',
        'ầ',
        'ẩ',
        'ẫ',
        'ấ',
        'ậ',
        'b',
      ],
    ],
    [['d', 'đ', 'e', 'ẹ', 'ê', 'ề', 'ệ', 'g']],
    [['o', 'ò', 'ọ', 'ô', 'ồ', 'ộ', 'ơ', 'ờ', 'ợ', 'p']],
    [['u', 'ù', 'ụ', 'ư', 'ừ', 'ự', 'v', 'x', 'y', 'ỳ', 'ỵ']],
    [['Dũng', 'Dương', 'Đạt', 'Đức']],
    [['Hoa', 'Hoà An', 'Hoạt', 'Hồ', 'Hơn']],
    [['ban', 'bàn', 'bản', 'bãn', 'bán', 'bạn', 'băn', 'bân']],
    [['Đội công tác số 1', 'Đội công tác số 2', 'Đội công tác số 10']],
  ])('is that of the alphabet, and of one letter that of its tones: %j', (texts) => {
    expect(sorted(texts)).toEqual(texts);
    expect(sorted(texts.map(decomposed))).toEqual(texts.map(decomposed));
  });

  it('looks at the letters of the whole word before it looks at its tones', () => {
    expect(sorted(['lạ', 'lá cờ', 'lan'])).toEqual(['lạ', 'lá cờ', 'lan']);
  });

  it('is the same for capitals but where nothing else differs, and for composed letters', () => {
    expect(sorted(['đất', 'Đấu', 'đây'])).toEqual(['đất', 'Đấu', 'đây']);
    expect(compareTexts(decomposed('Đặng Thị Ngộ'), 'Đặng Thị Ngộ')).toBe(0);
  });
});

describe('the order of people', () => {
  it('is that of given names, then of families and middle names', () => {
    const people = [
      'Trần Văn An',
      'Lê Thị Ân',
      'Đỗ Văn Dũng',
      'Nguyễn Văn Đức',
      'Nguyễn Thị Minh Họa',
      'Bùi Văn Mẫu',
      'Nguyễn Thị Mẫu',
      'Nguyễn Văn Mẫu',
    ];
    expect(people.toReversed().toSorted(comparePersonNames)).toEqual(people);
  });

  it('does not depend on spaces, and takes a name of one word', () => {
    expect(comparePersonNames('  Nguyễn  Văn Mẫu ', 'Nguyễn Văn Mẫu')).toBe(0);
    expect(['Mẫu', 'Lê Văn Mai', ''].toSorted(comparePersonNames)).toEqual([
      '',
      'Lê Văn Mai',
      'Mẫu',
    ]);
  });
});

describe('capitals', () => {
  it.each([
    ['đặng thị ước', 'ĐẶNG THỊ ƯỚC'],
    ['ủy ban nhân dân quận', 'ỦY BAN NHÂN DÂN QUẬN'],
    ['phòng an ninh nội địa', 'PHÒNG AN NINH NỘI ĐỊA'],
  ])('and small letters of %s come composed, however they were written', (small, capital) => {
    expect(upperCase(small)).toBe(capital);
    expect(upperCase(decomposed(small))).toBe(capital);
    expect(lowerCase(decomposed(capital))).toBe(small);
  });

  it('begin a sentence, and an abbreviation keeps them in its middle', () => {
    expect(upperFirst('đánh giá')).toBe('Đánh giá');
    expect(upperFirst(decomposed('ấn định'))).toBe('Ấn định');
    expect(lowerFirst(decomposed('Ấn định'))).toBe('ấn định');
    expect(lowerFirst('Đẩy mạnh')).toBe('đẩy mạnh');
    expect(lowerFirst('TTHC nội bộ')).toBe('TTHC nội bộ');
    expect(upperFirst('')).toBe('');
  });
});
