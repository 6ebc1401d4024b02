import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDeadline } from '../../locale/dates.ts';

describe('dates on pages', () => {
  it('are written day, month, year', () => {
    expect(formatDate('2024-01-15')).toBe('15/01/2024');
  });

  it('carry the wall time in Vietnam', () => {
    expect(formatDateTime('2024-01-15T16:32:05+07:00')).toBe('15/01/2024 16:32');
  });
});

describe('a deadline', () => {
  it.each([
    ['2024-03-01', '2024-02-28', 'còn 2 ngày', '2 days left'],
    ['2024-01-18', '2024-01-17', 'còn 1 ngày', '1 day left'],
    ['2024-01-17', '2024-01-17', 'hạn hôm nay', 'due today'],
    ['2024-01-16', '2024-01-17', 'quá hạn 1 ngày', '1 day overdue'],
    ['2023-12-31', '2024-01-02', 'quá hạn 2 ngày', '2 days overdue'],
  ])('of %s reads on %s: %s', (due, today, vietnamese, english) => {
    expect(formatDeadline('vi', due, today)).toBe(vietnamese);
    expect(formatDeadline('en', due, today)).toBe(english);
  });
});
