import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNotTooEarly, dataPeriodOf, daysLate, remedyDueOn } from '../../domain/check-day.ts';
import { addDays, daysBetween } from '../../domain/local-date.ts';
import { QUARTERS } from '../../domain/plan.ts';
import { isWorkingDay, type WorkingCalendar } from '../../domain/working-days.ts';
import { SHIPPED_CALENDAR } from '../../locale/shipped-calendar.ts';

const datesOf = (kind: 'off' | 'working') =>
  new Set(
    SHIPPED_CALENDAR.flatMap(({ days }) =>
      days.filter((day) => day.kind === kind).map(({ date }) => date),
    ),
  );
const VIETNAM: WorkingCalendar = { off: datesOf('off'), working: datesOf('working') };
const anyDay = fc.integer({ min: 0, max: 365 * 7 }).map((days) => addDays('2021-01-01', days));

describe('the data periods of a year', () => {
  test('run from 15/12 of the year before to 14/12', () => {
    expect(QUARTERS.map((quarter) => dataPeriodOf(2024, quarter))).toEqual([
      { from: '2023-12-15', to: '2024-03-14' },
      { from: '2024-03-15', to: '2024-06-14' },
      { from: '2024-06-15', to: '2024-09-14' },
      { from: '2024-09-15', to: '2024-12-14' },
    ]);
  });

  test('leave no day out and have no day twice, from one year into the next', () => {
    const years = [2023, 2024, 2025, 2026];
    const periods = years.flatMap((year) => QUARTERS.map((quarter) => dataPeriodOf(year, quarter)));
    periods.slice(1).forEach(({ from }, index) => {
      expect(from).toBe(addDays(periods[index]!.to, 1));
    });
  });
});

describe('a check', () => {
  const period = dataPeriodOf(2024, 'Q3');

  test('is too early before the last day of its data period', () => {
    expect(() => {
      checkNotTooEarly('2024-09-13', period, '/checkedOn');
    }).toThrow(
      expect.objectContaining({
        code: 'out-of-time',
        place: '/checkedOn',
        details: { date: '2024-09-13', expected: '>= 2024-09-14' },
      }),
    );
  });

  test.each(['2024-09-14', '2024-09-15', '2025-01-01'])('may be held on %s', (checkedOn) => {
    expect(() => {
      checkNotTooEarly(checkedOn, period);
    }).not.toThrow();
  });

  test('of a period that ends with February may be held on 29/02 of a leap year', () => {
    const february = { to: '2024-02-29' };
    expect(() => {
      checkNotTooEarly('2024-02-28', february);
    }).toThrow(expect.objectContaining({ code: 'out-of-time', place: null }));
    expect(() => {
      checkNotTooEarly('2024-02-29', february);
    }).not.toThrow();
  });

  test.each([
    ['on its day', '2024-09-13', '2024-09-13', 0],
    ['five days after', '2024-09-13', '2024-09-18', 5],
    ['before its day', '2024-09-13', '2024-09-10', 0],
    ['over the end of the year', '2024-12-31', '2025-01-02', 2],
    ['over 29/02', '2024-02-28', '2024-03-01', 2],
    ['over the end of a February without it', '2023-02-28', '2023-03-01', 1],
  ])('%s: planned on %s and held on %s it is %i days late', (_when, plannedOn, on, days) => {
    expect(daysLate(plannedOn, on)).toBe(days);
  });
});

describe('what a check found is to be mended within 15 days', () => {
  test.each([
    ['a working day', '2024-03-14', '2024-03-29'],
    ['a Saturday moves to Monday', '2024-06-14', '2024-07-01'],
    ['a Saturday that is worked stays', '2024-04-19', '2024-05-04'],
    ['29/02 is a day like others', '2024-02-14', '2024-02-29'],
    ['from 31/12 into January', '2024-12-31', '2025-01-15'],
    ["New Year's Day moves behind it", '2024-12-17', '2025-01-02'],
    ['Tết moves behind it', '2024-01-26', '2024-02-15'],
  ])('%s: after %s until %s', (_what, concludedOn, dueOn) => {
    expect(remedyDueOn(VIETNAM, concludedOn)).toBe(dueOn);
  });

  test('always on the first working day that is not within them', () => {
    fc.assert(
      fc.property(anyDay, (concludedOn) => {
        const dueOn = remedyDueOn(VIETNAM, concludedOn);
        expect(isWorkingDay(VIETNAM, dueOn)).toBe(true);
        const days = daysBetween(concludedOn, dueOn);
        expect(days).toBeGreaterThanOrEqual(15);
        for (let day = 15; day < days; day += 1) {
          expect(isWorkingDay(VIETNAM, addDays(concludedOn, day))).toBe(false);
        }
      }),
    );
  });
});
