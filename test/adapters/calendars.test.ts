import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStores } from './open-stores.ts';

let open: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  open = await openStores();
});
afterAll(() => open.close());

const NATIONAL_DAY = { date: '2026-09-02', kind: 'off', name: 'Quốc khánh' } as const;
const MADE_UP = { date: '2026-08-22', kind: 'working', name: 'Ngày làm bù' } as const;
const YEAR_2026 = { year: 2026, isOfficial: true, days: [NATIONAL_DAY, MADE_UP] };
const YEAR_2027 = {
  year: 2027,
  isOfficial: false,
  days: [{ date: '2027-01-01', kind: 'off' as const, name: 'Tết Dương lịch' }],
};

const datesOf = async (officeId: string, year: number) =>
  (await open.stores.calendars.list(officeId, year)).map(({ date }) => date);

test('an office gets the days of a year, and reads them in order and as a calendar', async () => {
  const officeId = await open.office();
  const { calendars } = open.stores;
  await calendars.seed(officeId, [YEAR_2027, YEAR_2026]);
  expect(await calendars.list(officeId, 2026)).toEqual([
    { office_id: officeId, ...MADE_UP, origin: 'shipped' },
    { office_id: officeId, ...NATIONAL_DAY, origin: 'shipped' },
  ]);
  expect(await datesOf(officeId, 2027)).toEqual(['2027-01-01']);
  expect(await calendars.calendarOf(officeId)).toEqual({
    off: new Set(['2026-09-02', '2027-01-01']),
    working: new Set(['2026-08-22']),
  });
  expect(await calendars.findYear(officeId, 2026)).toMatchObject({ is_official: true });
  expect(await calendars.findYear(officeId, 2027)).toMatchObject({ is_official: false });
  expect(await calendars.findYear(officeId, 2028)).toBeUndefined();
});

test('what the office changed or removed stays so when the system starts again', async () => {
  const officeId = await open.office();
  const { calendars } = open.stores;
  await calendars.seed(officeId, [YEAR_2026]);
  await calendars.saveDay({ office_id: officeId, ...NATIONAL_DAY, name: 'Lễ Quốc khánh' });
  await calendars.removeDay(officeId, MADE_UP.date);
  await calendars.seed(officeId, [YEAR_2026, YEAR_2027]);
  expect(await calendars.list(officeId, 2026)).toEqual([
    { office_id: officeId, ...NATIONAL_DAY, name: 'Lễ Quốc khánh', origin: 'office' },
  ]);
  expect(await datesOf(officeId, 2027)).toEqual(['2027-01-01']);
});

test('a day that the office wrote before its year was shipped stays as it wrote it', async () => {
  const officeId = await open.office();
  const { calendars } = open.stores;
  const own = { office_id: officeId, date: '2026-09-02', kind: 'working' as const, name: 'Trực' };
  await calendars.saveDay(own);
  await calendars.seed(officeId, [YEAR_2026]);
  expect(await calendars.findDay(officeId, '2026-09-02')).toEqual({ ...own, origin: 'office' });
  expect(await datesOf(officeId, 2026)).toEqual(['2026-08-22', '2026-09-02']);
});

test('several servers that start at once give an office each day once', async () => {
  const officeId = await open.office();
  const { calendars } = open.stores;
  await Promise.all(
    Array.from({ length: 5 }, () => calendars.seed(officeId, [YEAR_2026, YEAR_2027])),
  );
  expect(await datesOf(officeId, 2026)).toEqual(['2026-08-22', '2026-09-02']);
});

test('a day is one day: saved again it is changed, from off to working as well', async () => {
  const officeId = await open.office();
  const { calendars } = open.stores;
  await calendars.saveDay({ office_id: officeId, ...NATIONAL_DAY });
  await calendars.saveDay({ office_id: officeId, ...NATIONAL_DAY, kind: 'working' });
  expect(await calendars.calendarOf(officeId)).toEqual({
    off: new Set(),
    working: new Set(['2026-09-02']),
  });
});

test('a year that was compared with the notice is official, also one that never shipped', async () => {
  const officeId = await open.office();
  const { calendars } = open.stores;
  await calendars.seed(officeId, [YEAR_2027]);
  for (const year of [2027, 2031]) {
    await calendars.confirmYear(officeId, year);
    expect(await calendars.findYear(officeId, year)).toMatchObject({ is_official: true });
  }
});

test('a year begins on 1 January and ends on 31 December', async () => {
  const officeId = await open.office();
  for (const date of ['2027-12-31', '2028-01-01', '2028-02-29', '2028-12-31', '2029-01-01']) {
    await open.stores.calendars.saveDay({ office_id: officeId, date, kind: 'off', name: 'Nghỉ' });
  }
  expect(await datesOf(officeId, 2028)).toEqual(['2028-01-01', '2028-02-29', '2028-12-31']);
});

test('one office knows nothing of the days of another', async () => {
  const [officeId, other] = [await open.office(), await open.office()];
  const { calendars } = open.stores;
  await calendars.seed(officeId, [YEAR_2026]);
  await calendars.saveDay({ office_id: other, date: '2026-07-17', kind: 'off', name: 'Nghỉ' });
  await calendars.removeDay(other, NATIONAL_DAY.date);
  expect(await datesOf(officeId, 2026)).toEqual(['2026-08-22', '2026-09-02']);
  expect(await calendars.calendarOf(other)).toEqual({
    off: new Set(['2026-07-17']),
    working: new Set(),
  });
});
