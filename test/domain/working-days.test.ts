import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isLocalDate, weekday, yearOf } from '../../domain/local-date.ts';
import {
  isWeekend,
  isWorkingDay,
  nextWorkingDay,
  workingDayFrom,
  workingDaysBefore,
  type WorkingCalendar,
} from '../../domain/working-days.ts';
import { SHIPPED_CALENDAR } from '../../locale/shipped-calendar.ts';

const shippedDates = (kind: 'off' | 'working') =>
  new Set(
    SHIPPED_CALENDAR.flatMap(({ days }) =>
      days.filter((day) => day.kind === kind).map(({ date }) => date),
    ),
  );
const VIETNAM: WorkingCalendar = { off: shippedDates('off'), working: shippedDates('working') };
const WEEKS_ALONE: WorkingCalendar = { off: new Set(), working: new Set() };

describe('the calendar that ships', () => {
  test('has its days in their own year, each once, with a name', () => {
    expect(SHIPPED_CALENDAR.map(({ year }) => year)).toEqual([
      2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031,
    ]);
    for (const { year, days } of SHIPPED_CALENDAR) {
      expect(days.filter(({ date }) => !isLocalDate(date) || yearOf(date) !== year)).toEqual([]);
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
      expect(days.filter(({ name }) => name.trim() === '')).toEqual([]);
    }
  });

  test('makes up for weekdays off on weekends alone', () => {
    expect([...VIETNAM.working].filter((date) => !isWeekend(date))).toEqual([]);
    expect(VIETNAM.working.size).toBe(4);
  });

  test('gives every year at least the eleven days of the Labour Code, the twelfth from 2026', () => {
    for (const { year, days } of SHIPPED_CALENDAR) {
      const off = days.filter(({ kind }) => kind === 'off');
      expect(off.length).toBeGreaterThanOrEqual(year < 2026 ? 11 : 12);
      for (const fixed of ['01-01', '04-30', '05-01', '09-02']) {
        expect(VIETNAM.off.has(`${String(year)}-${fixed}`)).toBe(true);
      }
    }
  });

  test('says of the years without a notice yet that they are computed', () => {
    const computed = SHIPPED_CALENDAR.filter(({ isOfficial }) => !isOfficial);
    expect(computed.map(({ year }) => year)).toEqual([2027, 2028, 2029, 2030, 2031]);
  });
});

describe('in Vietnam', () => {
  test('nobody works in the week of Tết 2027, and deadlines in it move behind it', () => {
    for (let day = 4; day <= 10; day += 1) {
      const date = `2027-02-${String(day).padStart(2, '0')}`;
      expect([date, isWorkingDay(VIETNAM, date)]).toEqual([date, false]);
      expect(workingDayFrom(VIETNAM, date)).toBe('2027-02-11');
    }
    expect(nextWorkingDay(VIETNAM, '2027-02-03')).toBe('2027-02-11');
    expect(workingDaysBefore(VIETNAM, '2027-02-11', 1)).toBe('2027-02-03');
    expect(workingDaysBefore(VIETNAM, '2027-02-08', 3)).toBe('2027-02-01');
  });

  test('29/4/2024 is off, and the Saturday of 4/5/2024 is worked for it', () => {
    expect(workingDayFrom(VIETNAM, '2024-04-29')).toBe('2024-05-02');
    expect(workingDayFrom(VIETNAM, '2024-05-04')).toBe('2024-05-04');
    expect(nextWorkingDay(VIETNAM, '2024-05-03')).toBe('2024-05-04');
    expect(workingDaysBefore(VIETNAM, '2024-05-06', 1)).toBe('2024-05-04');
  });

  test('2/1/2026 is off, and the Saturday of 10/1/2026 is worked for it', () => {
    expect(nextWorkingDay(VIETNAM, '2025-12-31')).toBe('2026-01-05');
    expect(nextWorkingDay(VIETNAM, '2026-01-09')).toBe('2026-01-10');
  });

  test('after 31/12 comes the first working day of the new year', () => {
    expect(isWorkingDay(VIETNAM, '2027-12-31')).toBe(true);
    expect(nextWorkingDay(VIETNAM, '2027-12-31')).toBe('2028-01-04');
    expect(workingDaysBefore(VIETNAM, '2028-01-04', 1)).toBe('2027-12-31');
  });

  test('29/2 of a leap year is a working day like others', () => {
    expect(nextWorkingDay(VIETNAM, '2028-02-28')).toBe('2028-02-29');
    expect(nextWorkingDay(VIETNAM, '2028-02-29')).toBe('2028-03-01');
    expect(workingDaysBefore(VIETNAM, '2028-03-01', 1)).toBe('2028-02-29');
  });

  test('24/11 is a holiday from 2026', () => {
    expect(isWorkingDay(VIETNAM, '2025-11-24')).toBe(true);
    expect(nextWorkingDay(VIETNAM, '2026-11-23')).toBe('2026-11-25');
  });

  test('for Giỗ Tổ on a Sunday the Monday after it is off', () => {
    expect(weekday('2026-04-26')).toBe(7);
    expect(workingDayFrom(VIETNAM, '2026-04-25')).toBe('2026-04-28');
    expect(workingDaysBefore(VIETNAM, '2026-04-28', 1)).toBe('2026-04-24');
  });
});

describe('in any calendar', () => {
  const START = '2026-11-16';
  const SPAN = 120;
  const window = Array.from({ length: SPAN }, (_, index) => addDays(START, index));
  const dates = fc.array(fc.constantFrom(...window), { maxLength: 40 }).map((all) => new Set(all));
  const calendar = fc.record({ off: dates, working: dates });
  // Far enough from the ends of the span for any break that the days off above can make.
  const date = fc.constantFrom(...window.slice(20, 40));

  // Another way to the same: the week by the platform's own calendar, the days one after the other.
  const worked = ({ off, working }: WorkingCalendar): string[] =>
    Array.from({ length: SPAN + 70 }, (_, index) => addDays(START, index - 30)).filter((day) => {
      const isSunSat = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      return !off.has(day) && (working.has(day) || !isSunSat);
    });

  test('a day is moved to the first working day that is not before it', () => {
    fc.assert(
      fc.property(calendar, date, (given, day) => {
        expect(workingDayFrom(given, day)).toBe(worked(given).find((one) => one >= day));
        expect(nextWorkingDay(given, day)).toBe(worked(given).find((one) => one > day));
      }),
    );
  });

  test('so many working days before the deadline are counted back over whatever is off', () => {
    fc.assert(
      fc.property(calendar, date, fc.integer({ min: 0, max: 10 }), (given, deadline, days) => {
        const all = worked(given);
        const moved = all.findIndex((one) => one >= deadline);
        expect(workingDaysBefore(given, deadline, days)).toBe(all[moved - days]);
      }),
    );
  });

  test('going on by working days and counting them back leads to where one began', () => {
    fc.assert(
      fc.property(calendar, date, fc.integer({ min: 0, max: 10 }), (given, day, days) => {
        const start = workingDayFrom(given, day);
        let end = start;
        for (let left = days; left > 0; left -= 1) end = nextWorkingDay(given, end);
        expect(workingDaysBefore(given, end, days)).toBe(start);
      }),
    );
  });

  test('a later day is never moved before an earlier one', () => {
    fc.assert(
      fc.property(calendar, date, fc.integer({ min: 0, max: 30 }), (given, day, more) => {
        const later = workingDayFrom(given, addDays(day, more));
        expect(later >= workingDayFrom(given, day)).toBe(true);
      }),
    );
  });
});

test('a day that is off and working at once is off', () => {
  const both = { off: new Set(['2026-11-28']), working: new Set(['2026-11-28']) };
  expect(isWorkingDay(both, '2026-11-28')).toBe(false);
});

test('without days of its own a calendar knows the week alone', () => {
  expect(workingDayFrom(WEEKS_ALONE, '2026-11-28')).toBe('2026-11-30');
  expect(workingDaysBefore(WEEKS_ALONE, '2026-11-30', 1)).toBe('2026-11-27');
});

test('where nobody works for months, the calendar is wrong and days stay where they are', () => {
  const all = Array.from({ length: 400 }, (_, index) => addDays('2026-06-01', index));
  const never: WorkingCalendar = { off: new Set(all), working: new Set() };
  expect(workingDayFrom(never, '2026-12-01')).toBe('2026-12-01');
  expect(nextWorkingDay(never, '2026-12-01')).toBe('2026-12-02');
  expect(workingDaysBefore(never, '2026-12-01', 3)).toBe('2026-11-28');
});
