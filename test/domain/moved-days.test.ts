import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, sameDayLater, yearOf } from '../../domain/local-date.ts';
import { moveDays, moveInstants, type DayToMove } from '../../domain/moved-days.ts';
import { isWorkingDay, workingDayFrom } from '../../domain/working-days.ts';
import { SHIPPED_DAYS } from '../../locale/shipped-calendar.ts';

const events = (...dates: readonly string[]): DayToMove[] =>
  dates.map((date) => ({ date, role: 'event' }));

const moved = (days: readonly DayToMove[], years: number) =>
  Object.fromEntries(moveDays(days, years, SHIPPED_DAYS));

describe('a day of another year', () => {
  test('keeps day and month where the office works then', () => {
    expect(moved(events('2024-01-15', '2024-04-17'), 6)).toEqual({
      '2024-01-15': '2030-01-15',
      '2024-04-17': '2030-04-17',
    });
  });

  test('moves behind Tết, and behind a weekend', () => {
    expect(moved(events('2024-02-01', '2024-06-15'), 6)).toEqual({
      '2024-02-01': '2030-02-07',
      '2024-06-15': '2030-06-17',
    });
  });

  test('is 28 February where the year has no 29th, and stays the 29th where it has', () => {
    expect(moved(events('2024-02-29'), 3)).toEqual({ '2024-02-29': '2027-03-01' });
    expect(moved(events('2024-02-29'), 6)).toEqual({ '2024-02-29': '2030-02-28' });
    expect(moved(events('2024-02-29'), 4)).toEqual({ '2024-02-29': '2028-02-29' });
  });

  test('never leaves its year, for numbers begin anew with the next', () => {
    // 31 December 2033 is a Saturday.
    expect(moved(events('2024-12-31'), 9)).toEqual({ '2024-12-31': '2033-12-30' });
  });

  test('stays after a deadline that comes onto the same day', () => {
    const days: DayToMove[] = [
      { date: '2024-02-02', role: 'deadline' },
      ...events('2024-02-01', '2024-02-05'),
    ];
    expect(moved(days, 6)).toEqual({
      '2024-02-01': '2030-02-07',
      '2024-02-02': '2030-02-07',
      '2024-02-05': '2030-02-08',
    });
  });

  test('is another day for each day of papers, so that numbers stay in order', () => {
    const papers = ['2024-02-01', '2024-02-02', '2024-02-05'];
    const days = papers.map((date): DayToMove => ({ date, role: 'paper' }));
    expect(Object.values(moved(days, 6))).toEqual(['2030-02-07', '2030-02-08', '2030-02-11']);
  });

  const role = fc.constantFrom<DayToMove['role']>('event', 'deadline', 'paper');
  const day = fc.record({
    date: fc.integer({ min: 0, max: 1_000 }).map((days) => addDays('2023-06-01', days)),
    role,
  });

  test('is a working day of its own year, and what stood in order stands in order', () => {
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (days, years) => {
          const to = moveDays(days, years, SHIPPED_DAYS);
          for (const one of days) {
            const own = to.get(one.date) ?? '';
            expect(isWorkingDay(SHIPPED_DAYS, own)).toBe(true);
            expect(yearOf(own)).toBe(yearOf(one.date) + years);
            for (const other of days.filter(({ date }) => date > one.date)) {
              const later = to.get(other.date) ?? '';
              expect(own <= later).toBe(true);
              const isStrict =
                one.role === 'deadline' || (one.role === 'paper' && other.role === 'paper');
              if (isStrict) expect(own < later).toBe(true);
            }
          }
        },
      ),
    );
  });

  test('alone, is the same day or the next working one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 }), (days) => {
        const date = addDays('2024-01-01', days);
        expect(moved(events(date), 6)[date]).toBe(
          workingDayFrom(SHIPPED_DAYS, sameDayLater(date, 6)),
        );
      }),
    );
  });
});

describe('moments of days that come onto one', () => {
  test('keep their order, though their times of day would turn it round', () => {
    const days = moveDays(events('2024-02-01', '2024-02-02'), 6, SHIPPED_DAYS);
    const instants = ['2024-02-02T08:30:00+07:00', '2024-02-01T10:20:00+07:00'];
    const to = moveInstants(instants, days);
    expect(instants.map((instant) => to.get(instant))).toEqual([
      '2030-02-07T10:21:00+07:00',
      '2030-02-07T10:20:00+07:00',
    ]);
  });
});
