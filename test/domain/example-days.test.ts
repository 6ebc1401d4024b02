import { expect, test } from 'vitest';
import { addDays, weekday } from '../../domain/local-date.ts';
import { createDays } from '../../example.ts';

// Whoever starts the system on a Sunday gets the example too: none of its days may lie ahead.
test('the days of the example lie before today on every day of the week, over two years', () => {
  for (let ahead = 0; ahead < 731; ahead += 1) {
    const today = addDays('2026-01-01', ahead);
    const dayOf = createDays(today);
    const days = [19, 18, 7, 5, 4, 3, 2, 1].map(dayOf);
    expect(days, today).toEqual(days.toSorted());
    expect(new Set(days).size, today).toBe(days.length);
    expect((days.at(-1) ?? today) < today, `${today}: ${String(days.at(-1))}`).toBe(true);
    expect(days.every((day) => weekday(day) <= 5)).toBe(true);
  }
});
