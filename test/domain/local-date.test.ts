import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../../domain/errors.ts';
import {
  addDays,
  daysBetween,
  endOfDay,
  epochMsOf,
  instantOf,
  isBefore,
  isInstant,
  isLocalDate,
  localDateOf,
  weekday,
} from '../../domain/local-date.ts';

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(1900, 0, 2);
const LAST_MS = Date.UTC(2999, 11, 30);
const epochMs = fc.integer({ min: FIRST_MS, max: LAST_MS });
const day = epochMs.map((ms) => new Date(ms).toISOString().slice(0, 10));
const someDays = fc.integer({ min: -20_000, max: 20_000 });

// Another's calendar, to compare ours with. Vietnam's own zone has been at +08:00 in past times.
const inVietnam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Etc/GMT-7',
  dateStyle: 'short',
  timeStyle: 'medium',
});

test('29 February exists in leap years only, and a century is one every 400 years', () => {
  expect(['2024-02-29', '2000-02-29', '2400-02-29'].every(isLocalDate)).toBe(true);
  expect(['2023-02-29', '1900-02-29', '2100-02-29'].some(isLocalDate)).toBe(false);
});

test.each(['2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '1899-12-31', '3000-01-01'])(
  '%s is no day of the calendar',
  (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(DomainError);
  },
);

test.each(['2024-1-5', '15/01/2024', '2024-01-15 ', '2024-01-15T00:00:00+07:00', ''])(
  '"%s" is not how a day is written',
  (text) => {
    expect(isLocalDate(text)).toBe(false);
  },
);

test('an instant is written at +07:00, with seconds', () => {
  expect(isInstant('2024-01-15T23:59:59+07:00')).toBe(true);
  expect(isInstant('2024-01-15T10:00:00.250+07:00')).toBe(true);
  for (const text of [
    '2024-01-15T10:00:00Z',
    '2024-01-15T10:00:00+08:00',
    '2024-01-15T10:00+07:00',
    '2024-01-15T24:00:00+07:00',
    '2024-01-15T10:60:00+07:00',
    '2023-02-29T10:00:00+07:00',
  ]) {
    expect(isInstant(text), text).toBe(false);
    expect(() => epochMsOf(text), text).toThrow(DomainError);
  }
});

test('the year ends on 31 December at +07:00, seven hours before it does in London', () => {
  expect(addDays('2023-12-31', 2)).toBe('2024-01-02');
  expect(daysBetween('2023-12-31', '2024-01-02')).toBe(2);
  expect(instantOf(Date.UTC(2023, 11, 31, 17))).toBe('2024-01-01T00:00:00+07:00');
  expect(localDateOf(instantOf(Date.UTC(2023, 11, 31, 16, 59, 59)))).toBe('2023-12-31');
});

test('a day ends at 23:59:59, and what comes after is late', () => {
  expect(isBefore(endOfDay('2024-02-29'), '2024-02-29T23:59:59+07:00')).toBe(false);
  expect(isBefore(endOfDay('2024-02-29'), '2024-03-01T00:00:00+07:00')).toBe(true);
});

test('days and weekdays are those of the common calendar', () => {
  fc.assert(
    fc.property(day, someDays, (date, days) => {
      const ms = Date.parse(date) + days * DAY_MS;
      fc.pre(ms >= FIRST_MS && ms <= LAST_MS);
      const moved = new Date(ms);
      expect(addDays(date, days)).toBe(moved.toISOString().slice(0, 10));
      expect(weekday(addDays(date, days))).toBe(moved.getUTCDay() === 0 ? 7 : moved.getUTCDay());
    }),
  );
});

test('adding days and counting them undo each other', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
      expect(daysBetween(to, from)).toBe(0 - daysBetween(from, to));
    }),
  );
});

test('an instant is the wall time in Vietnam, and leads back to its second', () => {
  fc.assert(
    fc.property(epochMs, (ms) => {
      const instant = instantOf(ms);
      expect(instant).toBe(`${inVietnam.format(ms).replace(' ', 'T')}+07:00`);
      expect(epochMsOf(instant)).toBe(Math.floor(ms / 1_000) * 1_000);
      expect(isInstant(instant)).toBe(true);
    }),
  );
});

test('instants are ordered as their moments are, whole seconds apart', () => {
  fc.assert(
    fc.property(epochMs, epochMs, (left, right) => {
      const [leftSecond, rightSecond] = [Math.floor(left / 1_000), Math.floor(right / 1_000)];
      expect(isBefore(instantOf(left), instantOf(right))).toBe(leftSecond < rightSecond);
    }),
  );
  expect(isBefore('2024-01-15T10:00:00.100+07:00', '2024-01-15T10:00:00.900+07:00')).toBe(false);
});
