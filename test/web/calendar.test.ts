import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffice } from '../../acts/create-office.ts';
import { performAct } from '../../acts/perform-act.ts';
import { giveStandardCalendars } from '../../acts/standard-calendar.ts';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { officeDayId } from '../../workflows/contract.ts';
import { smallOffice } from '../support/small-office.ts';
import { countRows } from '../support/snapshot.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { dayIn, wordsOf } from './office-reader.ts';
import { createReader, type Reader } from './reader.ts';

const CALENDAR = '/office/calendar';
const EVERYBODY = [HEAD, DEPUTY, COORDINATOR, TEAM_HEAD, SECRETARY, CLERK];
const KEEPERS = [HEAD, COORDINATOR];

let system: OfficeSystem;
let office: TestOffice;
let coordinator: Reader;

const readerAs = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

beforeAll(async () => {
  system = await openOfficeSystem({ hasOfficeDay: true });
  office = await system.startOffice();
  coordinator = await readerAs(COORDINATOR);
});
afterAll(() => system.close());

const findDay = (date: string) => system.stores.calendars.findDay(office.officeId, date);
const pathOfDay = (date: string): string => `${CALENDAR}/${date}`;

const pressAs = (personId: string, name: string, data: object, actId = randomUUID()) =>
  performAct(system.acts, name, {
    actId,
    officeId: office.officeId,
    year: null,
    personId,
    channel: 'api',
    occurredAt: null,
    data,
  });

describe('the calendar of an office', () => {
  it('is there from its beginning, and is read by everybody', async () => {
    expect((await coordinator.open('/office')).links).toContain(CALENDAR);
    for (const personId of EVERYBODY) {
      const page = await (await readerAs(personId)).open(`${CALENDAR}?year=2024`);
      expect(page.title).toBe('Lịch làm việc năm 2024');
      const words = wordsOf(page.html);
      expect(words).toContain('Thứ Hai, 29/04/2024 Nghỉ Hoán đổi với ngày 04/05/2024');
      expect(words).toContain('Thứ Bảy, 04/05/2024 Làm việc Làm bù cho ngày 29/04/2024');
      expect(words).toContain(
        'Chủ Nhật, 11/02/2024 Nghỉ Mùng hai Tết Nguyên Đán Trùng ngày nghỉ cuối tuần',
      );
      const mayChange = KEEPERS.includes(personId);
      expect([personId, page.links.includes(pathOfDay('2024-04-29'))]).toEqual([
        personId,
        mayChange,
      ]);
      expect(page.links.includes(`${CALENDAR}/new?year=2024`)).toBe(mayChange);
    }
    const stranger = await createReader(system, null).open(CALENDAR);
    expect([stranger.status, stranger.location]).toEqual([
      303,
      `/sign-in?back=${encodeURIComponent(CALENDAR)}`,
    ]);
  });

  it('has its months in order, and leads to the years beside it', async () => {
    const page = await coordinator.open(`${CALENDAR}?year=2024`);
    expect(page.ids.filter((id) => id.startsWith('month-'))).toEqual(
      ['01', '02', '04', '05', '09'].map((month) => `month-${month}`),
    );
    expect(page.links).toEqual(
      expect.arrayContaining([`${CALENDAR}?year=2023`, `${CALENDAR}?year=2025`]),
    );
    expect((await coordinator.open(CALENDAR)).title).toBe(
      `Lịch làm việc năm ${String(office.year)}`,
    );
    for (const year of ['1899', '3000', 'abcd', '', '2024.5']) {
      expect([year, (await coordinator.open(`${CALENDAR}?year=${year}`)).status]).toEqual([
        year,
        404,
      ]);
    }
  });

  it('reads in English as well', async () => {
    const page = await coordinator.open(`${CALENDAR}?year=2027&lang=en`);
    expect(page.text).toContain('There is no official notice for 2027 yet.');
    expect(page.text).toContain('Friday, 05/02/2027');
  });

  it('says what holds in a year of which nothing is known', async () => {
    const page = await coordinator.open(`${CALENDAR}?year=2033`);
    expect(page.text).toContain('Chưa có ngày nghỉ nào của năm 2033.');
    expect(page.text).not.toContain('chưa có thông báo chính thức');
    await coordinator.openAndPress(`${CALENDAR}/new?year=2033`, `${CALENDAR}/new`, {
      ...dayIn('date', '2033-01-01'),
      kind: 'off',
      name: 'Tết Dương lịch',
    });
    expect((await coordinator.open(`${CALENDAR}?year=2033`)).text).toContain(
      'Dưới đây chỉ là những ngày đơn vị đã ghi.',
    );
  });

  it('marks a computed year until somebody has compared it with the notice', async () => {
    const marked = 'Năm 2027 chưa có thông báo chính thức.';
    const team = await readerAs(TEAM_HEAD);
    const [shown, toTeam] = [
      await coordinator.open(`${CALENDAR}?year=2027`),
      await team.open(`${CALENDAR}?year=2027`),
    ];
    expect([shown.text, toTeam.text].every((text) => text.includes(marked))).toBe(true);
    expect(shown.actions).toContain(`${CALENDAR}/confirm`);
    expect(toTeam.actions).not.toContain(`${CALENDAR}/confirm`);

    const refused = await team.send(`${CALENDAR}/confirm`, { actId: randomUUID(), year: '2027' });
    expect([refused.status, refused.errors.map(({ text }) => text)]).toEqual([
      403,
      ['Người đang đăng nhập không có thẩm quyền làm việc này.'],
    ]);
    const pressed = await coordinator.press(shown, `${CALENDAR}/confirm`);
    expect(pressed.location).toBe(`${CALENDAR}?year=2027&notice=done`);
    expect((await coordinator.open(`${CALENDAR}?year=2027`)).text).not.toContain(marked);
    expect((await coordinator.open(`${CALENDAR}?year=2028`)).text).toContain('Năm 2028 chưa có');
  });
});

describe('a day of the calendar', () => {
  const NEW_DAY = { ...dayIn('date', '2026-07-17'), kind: 'off', name: 'Ngày truyền thống' };

  it('is added, shows as the office’s own, and counts from then on', async () => {
    const form = await coordinator.open(`${CALENDAR}/new?year=2026`);
    expect(form.form(`${CALENDAR}/new`).get('date-year')).toEqual(['2026']);
    const answer = await coordinator.press(form, `${CALENDAR}/new`, NEW_DAY);
    expect(answer.location).toBe(`${CALENDAR}?year=2026&notice=done`);
    const page = await coordinator.open(`${CALENDAR}?year=2026`);
    expect(wordsOf(page.html)).toContain('Thứ Sáu, 17/07/2026 Nghỉ Ngày truyền thống Đơn vị ghi');
    const { off } = await system.stores.calendars.calendarOf(office.officeId);
    expect(off.has('2026-07-17')).toBe(true);
  });

  it('is changed by the form that shows what is stored, from off to working too', async () => {
    const path = pathOfDay('2026-09-01');
    const form = await coordinator.open(path);
    expect(form.title).toBe('Thứ Ba, 01/09/2026');
    expect(form.form(path).get('name')).toEqual(['Quốc khánh']);
    expect(form.form(path).get('kind')).toEqual(['off']);
    await coordinator.press(form, path, { kind: 'working', name: 'Trực Quốc khánh' });
    expect(await findDay('2026-09-01')).toMatchObject({ kind: 'working', origin: 'office' });
    expect(wordsOf((await coordinator.open(`${CALENDAR}?year=2026`)).html)).toContain(
      'Trực Quốc khánh Làm việc như ngày thường. Đơn vị ghi',
    );
  });

  it('is removed after a second question that says what the day will be', async () => {
    const [holiday, saturday] = ['2025-09-01', '2025-04-26'];
    const asked = await coordinator.open(`${pathOfDay(saturday)}/remove`);
    expect(asked.text).toContain('Sau khi bỏ, đây là ngày nghỉ cuối tuần.');
    const path = `${pathOfDay(holiday)}/remove`;
    expect((await coordinator.open(pathOfDay(holiday))).links).toContain(path);
    const question = await coordinator.open(path);
    expect(question.text).toContain('Sau khi bỏ, đây là ngày làm việc.');
    expect(await findDay(holiday)).toBeDefined();
    const answer = await coordinator.press(question, path);
    expect(answer.location).toBe(`${CALENDAR}?year=2025&notice=done`);
    expect(await findDay(holiday)).toBeUndefined();
    expect((await coordinator.open(pathOfDay(holiday))).status).toBe(404);
    expect((await coordinator.open(path)).status).toBe(404);
    // Somebody who had the question open as well presses too: what they wanted is so.
    expect((await coordinator.press(question, path, { actId: randomUUID() })).status).toBe(303);
  });

  it('that was removed while somebody changed it is there again, with what they typed', async () => {
    const path = pathOfDay('2023-09-04');
    const form = await coordinator.open(path);
    await pressAs(HEAD, 'remove-calendar-day', { date: '2023-09-04' });
    await coordinator.press(form, path, { name: 'Nghỉ bù Quốc khánh' });
    expect(await findDay('2023-09-04')).toMatchObject({ name: 'Nghỉ bù Quốc khánh', kind: 'off' });
  });

  it('is refused at its field, and what was typed is kept', async () => {
    const before = await countRows(system.db, office.officeId);
    const refused = async (change: object, field: string) => {
      const typed = { ...NEW_DAY, ...change };
      const page = await coordinator.openAndPress(`${CALENDAR}/new`, `${CALENDAR}/new`, typed);
      expect([page.status, page.errors.map((error) => error.field)]).toEqual([422, [field]]);
      expect(page.ids).toContain(`${field}-error`);
      return page.form(`${CALENDAR}/new`);
    };
    const dated = await refused(dayIn('date', '2027-02-29'), 'date');
    expect([dated.get('date-day'), dated.get('date-month')]).toEqual([['29'], ['02']]);
    expect([dated.get('kind'), dated.get('name')]).toEqual([['off'], ['Ngày truyền thống']]);
    for (const date of [dayIn('date', ''), dayIn('date', '3000-01-01')])
      await refused(date, 'date');
    const unnamed = await refused({ name: '  ' }, 'name');
    expect(unnamed.get('date-year')).toEqual(['2026']);
    await refused({ kind: 'holiday' }, 'kind');
    await refused({ name: 'Nghỉ, TUYỆT MẬT' }, 'name');
    expect(await countRows(system.db, office.officeId)).toEqual(before);
  });

  it('of no year that there is has no page', async () => {
    for (const path of [pathOfDay('2026-02-30'), `${pathOfDay('2026-02-30')}/remove`]) {
      expect((await coordinator.open(path)).status).toBe(404);
      expect((await coordinator.send(path, { actId: randomUUID(), kind: 'off' })).status).toBe(404);
    }
  });

  it('is changed by coordinator and head alone', async () => {
    const others = EVERYBODY.filter((one) => !KEEPERS.includes(one));
    const readers = await Promise.all(
      others.map(async (personId) => ({ personId, reader: await readerAs(personId) })),
    );
    const before = await countRows(system.db, office.officeId);
    const acts = [
      ['save-calendar-day', { date: '2026-12-25', kind: 'off', name: 'Nghỉ' }],
      ['remove-calendar-day', { date: '2026-09-02' }],
      ['confirm-calendar-year', { year: 2028 }],
    ] as const;
    const forms = [`${CALENDAR}/new`, pathOfDay('2026-09-02'), `${pathOfDay('2026-09-02')}/remove`];
    for (const { personId, reader } of readers) {
      for (const [name, data] of acts) {
        await expect(pressAs(personId, name, data)).rejects.toMatchObject({ code: 'no-power' });
      }
      for (const path of forms) {
        expect((await reader.open(path)).status).toBe(403);
        const sent = { actId: randomUUID(), ...NEW_DAY, ...dayIn('date', '2026-12-25') };
        expect((await reader.send(path, sent)).status).toBe(403);
      }
    }
    expect(await countRows(system.db, office.officeId)).toEqual(before);
    const head = await readerAs(HEAD);
    const data = { ...NEW_DAY, ...dayIn('date', '2026-12-25') };
    expect(
      (await head.openAndPress(`${CALENDAR}/new`, `${CALENDAR}/new`, data)).location,
    ).toContain('notice=done');
  });

  it('is saved once, however often the same press arrives', async () => {
    const actId = randomUUID();
    const day = { date: '2026-12-24', kind: 'off', name: 'Nghỉ' };
    const first = await pressAs(COORDINATOR, 'save-calendar-day', day, actId);
    await pressAs(HEAD, 'remove-calendar-day', { date: day.date });
    expect(await pressAs(COORDINATOR, 'save-calendar-day', day, actId)).toEqual(first);
    expect(await findDay(day.date)).toBeUndefined();
  });
});

describe('the office’s next digest', () => {
  const METADATA = '__temporal_workflow_metadata';
  const dayOfDigest = async (): Promise<string> => {
    const day = system.temporal.client.workflow.getHandle(officeDayId(office.officeId));
    const { currentDetails } = await day.query<{ currentDetails?: string }>(METADATA);
    return /^next digest: (\d{4}-\d{2}-\d{2})/.exec(currentDetails ?? '')?.[1] ?? '';
  };

  it('moves at once when its day becomes a day off, and back when it is removed', async () => {
    const date = await system.until('there is a next digest', dayOfDigest);
    await pressAs(COORDINATOR, 'save-calendar-day', { date, kind: 'off', name: 'Nghỉ' });
    const moved = await system.until('the digest has moved', async () => {
      const now = await dayOfDigest();
      return now !== date && now;
    });
    expect(moved > date).toBe(true);
    const { off } = await system.stores.calendars.calendarOf(office.officeId);
    expect(off.has(moved)).toBe(false);
    await pressAs(COORDINATOR, 'remove-calendar-day', { date });
    await system.until('the digest is back', async () => (await dayOfDigest()) === date);
  });
});

describe('the days that ship', () => {
  it('are there for an office that the operator has just made', async () => {
    const { officeId } = await createOffice(system.acts, {
      officeId: 'OFFICE-NEW',
      name: 'Phòng Mới',
      parentName: 'Cơ quan Mẫu',
      symbol: 'PM',
      placeName: 'Nghệ An',
      email: 'vanthu@new.test',
      coordinator: {
        personId: 'P-1',
        fullName: 'Phan Văn Thử',
        rank: '',
        position: 'Cán bộ',
        email: null,
        userName: 'phan-thu',
        password: 'a long password',
      },
    });
    const { off } = await system.stores.calendars.calendarOf(officeId);
    expect([off.has('2026-11-24'), off.has('2027-02-05')]).toEqual([true, true]);
  });

  it('reach an office that was there before them when the system starts', async () => {
    const { calendars, offices } = system.stores;
    await offices.save(smallOffice('OFFICE-OLD'));
    expect((await calendars.calendarOf('OFFICE-OLD')).off.size).toBe(0);
    const kept = await calendars.list(office.officeId, 2025);
    await giveStandardCalendars(system.stores);
    expect((await calendars.calendarOf('OFFICE-OLD')).working.has('2024-05-04')).toBe(true);
    expect(await calendars.list(office.officeId, 2025)).toEqual(kept);
  });
});

describe.skipIf(!hasBrowser)('the calendar in a browser (needs Chromium)', () => {
  it('fits wide screens and phones and is readable for everyone', async () => {
    const browser = await openInBrowser(system);
    const faults: string[] = [];
    try {
      const toRead = await system.cookieOf(office.officeId, TEAM_HEAD);
      faults.push(...(await browser.examine(`${CALENDAR}?year=2026`, toRead)));
      const toKeep = await system.cookieOf(office.officeId, COORDINATOR);
      for (const path of ['?year=2028', '?year=2035', '/new', '/2026-08-22/remove']) {
        faults.push(...(await browser.examine(`${CALENDAR}${path}`, toKeep)));
      }
    } finally {
      await browser.close();
    }
    expect(faults).toEqual([]);
  });
});
