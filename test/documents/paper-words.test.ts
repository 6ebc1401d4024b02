import { expect, test } from 'vitest';

import {
  formatCount,
  formatNumber,
  formatPaperDate,
  formatShortDate,
  formatTarget,
  openBasis,
} from '../../locale/papers.ts';

test('days below 10 and months 1 and 2 have a leading 0, other months have none', () => {
  expect(formatPaperDate('2024-01-05')).toBe('ngày 05 tháng 01 năm 2024');
  expect(formatPaperDate('2024-02-29')).toBe('ngày 29 tháng 02 năm 2024');
  expect(formatPaperDate('2024-03-05')).toBe('ngày 05 tháng 3 năm 2024');
  expect(formatPaperDate('2024-10-10')).toBe('ngày 10 tháng 10 năm 2024');
  expect(formatShortDate('2024-01-15')).toBe('15/01/2024');
  expect(formatShortDate('2024-06-05')).toBe('05/6/2024');
});

test('numbers have a decimal comma and dots between thousands', () => {
  expect([94.5, 1250, 1234567.25, 0, -3, 0.1 + 0.2, 100].map(formatNumber)).toEqual([
    '94,5',
    '1.250',
    '1.234.567,25',
    '0',
    '-3',
    '0,3',
    '100',
  ]);
  expect(() => formatNumber(NaN)).toThrow(RangeError);
});

test('counts below ten have two digits', () => {
  expect([3, 6, 10, 12, 0].map(formatCount)).toEqual(['03', '06', '10', '12', '00']);
});

test('a target says where it comes from and where it goes', () => {
  expect(formatTarget({ direction: 'increase', baseline: null, target: 100 })).toBe('đạt 100');
  expect(formatTarget({ direction: 'increase', baseline: 0, target: 4 })).toBe('tăng từ 0 lên 4');
  expect(formatTarget({ direction: 'decrease', baseline: 3, target: 2.5 })).toBe(
    'giảm từ 3 xuống 2,5',
  );
  expect(formatTarget({ direction: 'decrease', baseline: null, target: 2 })).toBe('giảm còn 2');
  expect(formatTarget({ direction: 'increase', baseline: 4, target: 4 })).toBe('giữ ở mức 4');
});

test('a bare citation is opened with its word, a line that has one keeps it', () => {
  expect(openBasis('Luật Thi đua, khen thưởng')).toBe('Căn cứ Luật Thi đua, khen thưởng');
  expect(openBasis('Căn cứ Luật Thi đua')).toBe('Căn cứ Luật Thi đua');
  expect(openBasis('Thực hiện Kế hoạch của cấp trên')).toBe('Thực hiện Kế hoạch của cấp trên');
});
