import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readYearFile } from '../../acts/year-file/read-year-file.ts';
import { addDays, weekday, type LocalDate } from '../../domain/local-date.ts';
import { conferenceDay, createDays, layAroundToday } from '../../examples/around-today.ts';
import { SHIPPED_CALENDAR } from '../../locale/shipped-calendar.ts';

const FILE = readFileSync(new URL('../../examples/current-year.json', import.meta.url), 'utf8');
const OFF = new Set(
  SHIPPED_CALENDAR.flatMap(({ days }) =>
    days.filter(({ kind }) => kind === 'off').map(({ date }) => date),
  ),
);
const isWorkday = (day: LocalDate): boolean => weekday(day) <= 5 && !OFF.has(day);

// Among them Sundays, both Tết, the last days of a year and the first, and the 29th of February.
const DAYS = [
  ...Array.from({ length: 731 }, (_, ahead) => addDays('2026-01-01', ahead)),
  ...Array.from({ length: 5 }, (_, ahead) => addDays('2028-02-26', ahead)),
];

// Whoever starts the system on a Sunday gets the example too: none of its days may lie ahead.
test('the days of the example lie before today on every day of the week, over two years', () => {
  for (const today of DAYS) {
    const dayOf = createDays(today);
    const days = [20, 19, 18, 17, 7, 5, 4, 3, 2, 1].map(dayOf);
    expect(days, today).toEqual(days.toSorted());
    expect(new Set(days).size, today).toBe(days.length);
    expect((days.at(-1) ?? today) < today, `${today}: ${String(days.at(-1))}`).toBe(true);
    // On a holiday the deadline would move, and nobody would be late.
    expect(days.every(isWorkday), `${today}: ${days.join(' ')}`).toBe(true);
  }
});

test('a conference lies ahead on every day, on a day on which the office works', () => {
  for (const today of DAYS) {
    const date = conferenceDay(today);
    expect(date > today && isWorkday(date), `${today}: ${date}`).toBe(true);
  }
});

const SPECIAL: readonly LocalDate[] = [
  '2026-01-01',
  '2026-02-17',
  '2026-08-02',
  '2026-12-31',
  '2027-02-06',
  '2028-02-29',
];

test('its plan is a right year file on a Sunday, at Tết, at both ends of a year, on 29/02', () => {
  for (const today of SPECIAL) {
    const { bytes, year } = layAroundToday(FILE, today);
    expect(readYearFile(bytes).cycleYear, today).toBe(year);
  }
});

test('its first check asks for figures today, whatever day it is, and the others follow', () => {
  for (const today of DAYS) {
    const { plan } = JSON.parse(String(layAroundToday(FILE, today).bytes)) as {
      plan: { checkSchedule: Readonly<Record<'Q1' | 'Q2' | 'Q3' | 'Q4', LocalDate>> };
    };
    const { Q1, Q2, Q3, Q4 } = plan.checkSchedule;
    expect(Q1 > today && addDays(Q1, -14) <= today, `${today}: ${Q1}`).toBe(true);
    const inOrder = [Q1, Q2, Q3, Q4];
    expect(inOrder, today).toEqual(inOrder.toSorted());
    expect(new Set(inOrder).size, today).toBe(4);
  }
});
