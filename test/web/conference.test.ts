import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { launchOn, openConferenceWalk } from '../support/conference.ts';
import { todayHere } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let list: string;
const readers = new Map<string, Reader>();
const as = (personId: string): Reader => readers.get(personId)!;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  list = `/cycles/${String(office.year)}/conferences`;
  for (const person of [COORDINATOR, SECRETARY, TEAM_HEAD]) {
    const cookie = await system.cookieOf(office.officeId, person);
    readers.set(person, createReader(system, cookie));
  }
});
afterAll(() => system.close());

const day = (date: string) => ({
  'date-day': date.slice(8),
  'date-month': date.slice(5, 7),
  'date-year': date.slice(0, 4),
});
const PLANNED = {
  conferenceId: 'HN-1',
  kind: 'LAUNCH',
  name: 'Lễ phát động phong trào thi đua',
  startAt: '00:00',
  endAt: '00:01',
  place: 'Hội trường',
  'agenda-0-title': 'Phát động',
  'agenda-0-minutes': '20',
  'agenda-0-ownerId': HEAD,
  'guests-0-name': 'Ông Nguyễn Văn Khách',
};

// One white point.
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

describe('the list of conferences', () => {
  it('says who plans one where there is none, and offers it to them alone', async () => {
    const page = await as(COORDINATOR).open(list);
    expect(page.text).toContain('Chưa có hội nghị nào.');
    expect(page.links).toContain(`${list}/new`);
    expect((await as(TEAM_HEAD).open(list)).links).not.toContain(`${list}/new`);
  });

  it('is reached from the page of the cycle', async () => {
    const page = await as(COORDINATOR).open(`/cycles/${String(office.year)}`);
    expect(page.links).toContain(list);
  });
});

describe('the form of a new conference', () => {
  it('keeps what was typed and says at its field what is wrong', async () => {
    const page = await as(COORDINATOR).openAndPress(`${list}/new`, `${list}/new`, {
      ...PLANNED,
      ...day(todayHere()),
      startAt: 'chiều',
    });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([{ field: 'startAt', text: 'Nhập giờ và phút, ví dụ 14:00.' }]);
    expect(page.form(`${list}/new`).get('name')).toEqual([PLANNED.name]);
    expect(page.form(`${list}/new`).get('agenda-0-title')).toEqual(['Phát động']);
  });

  it('refuses a day that has passed at the day', async () => {
    const page = await as(COORDINATOR).openAndPress(`${list}/new`, `${list}/new`, {
      ...PLANNED,
      ...day('2020-01-06'),
    });
    expect(page.status).toBe(422);
    expect(page.errors.map(({ field }) => field)).toEqual(['date']);
  });

  it('plans it, and the list and its page show it', async () => {
    const done = await as(COORDINATOR).openAndPress(`${list}/new`, `${list}/new`, {
      ...PLANNED,
      ...day(todayHere()),
    });
    expect(done.status).toBe(303);
    await openConferenceWalk(system, office, 'HN-1').untilPhase('planned');
    expect((await as(COORDINATOR).open(list)).text).toContain(PLANNED.name);
    const page = await as(COORDINATOR).open(`${list}/HN-1`);
    expect(page.text).toContain('Đã lên kế hoạch');
    expect(page.text).toContain('1. Phát động');
    expect(page.links).toContain(`${list}/HN-1/invitation`);
    expect((await as(TEAM_HEAD).open(`${list}/HN-1`)).links).not.toContain(
      `${list}/HN-1/invitation`,
    );
  });
});

describe('on its day', () => {
  beforeAll(async () => {
    const walk = openConferenceWalk(system, office, 'HN-2');
    const today = todayHere();
    await walk.plan(
      launchOn(today, {
        session: null,
        startAt: `${today}T00:00:00+07:00`,
        endAt: `${today}T00:01:00+07:00`,
      }),
    );
    await walk.until('has its day', ({ hasDayCome }) => hasDayCome);
  });

  it('refuses an attendance that does not add up, at its field', async () => {
    const path = `${list}/HN-2/attendance`;
    const counts = { summoned: '48', present: '40', absentWithReason: '3' };
    const page = await as(COORDINATOR).openAndPress(path, path, counts);
    expect(page.status).toBe(422);
    expect(page.form(path).get('present')).toEqual(['40']);
    const done = await as(COORDINATOR).openAndPress(path, path, { ...counts, present: '45' });
    expect(done.status).toBe(303);
    expect((await as(COORDINATOR).open(`${list}/HN-2`)).text).toContain(
      'Triệu tập 48, có mặt 45, vắng 3',
    );
  });

  it('has its minutes begun with what came of each point, and written by the secretary', async () => {
    const point = `${list}/HN-2/point`;
    await as(COORDINATOR).openAndPress(point, point, { ordinal: '2', outcome: 'Đã phát động' });
    const hold = `${list}/HN-2/hold`;
    expect((await as(COORDINATOR).openAndPress(hold, hold, {})).status).toBe(303);
    const path = `${list}/HN-2/minutes`;
    const page = await as(SECRETARY).open(path);
    expect(page.form(path).get('course-0-text')).toEqual(['Đã phát động']);
    const done = await as(SECRETARY).openAndPress(path, path, {
      opening: 'Tuyên bố lý do',
      conclusion: 'Triển khai ngay',
      readBack: 'yes',
    });
    expect(done.status).toBe(303);
    expect((await as(SECRETARY).open(`${list}/HN-2`)).text).toContain('Đang hoàn thiện biên bản');
    const submit = `${list}/HN-2/submit-minutes`;
    expect((await as(SECRETARY).openAndPress(submit, submit, {})).status).toBe(303);
  });

  it('keeps pictures of it with their captions, shows them, and takes one off again', async () => {
    const path = `${list}/HN-2/photos`;
    const picture = (bytes: Buffer) => new File([new Uint8Array(bytes)], 'hoi-nghi.png');
    const send = (photo: File, caption = 'Toàn cảnh hội nghị') =>
      as(SECRETARY).openAndPress(path, path, { photo, caption });

    const none = await send(picture(Buffer.from('')));
    expect(none.errors).toEqual([{ field: 'photo', text: 'Chọn một tệp ảnh.' }]);
    const text = await send(picture(Buffer.from('%PDF-1.7')));
    expect(text.errors.map(({ field }) => field)).toEqual(['photo']);
    expect(text.form(path).get('caption')).toEqual(['Toàn cảnh hội nghị']);
    expect((await send(picture(PICTURE), '')).errors.map(({ field }) => field)).toEqual([
      'caption',
    ]);

    expect((await send(picture(PICTURE))).status).toBe(303);
    expect((await send(picture(PICTURE), 'Ký cam kết')).status).toBe(303);
    const page = await as(TEAM_HEAD).open(`${list}/HN-2`);
    expect(page.text).toContain('Ảnh tư liệu');
    expect(page.text).toContain('Ký cam kết');
    // The same picture again has got its newer caption.
    expect(page.text).not.toContain('Toàn cảnh hội nghị');
    const file = page.links.find((link) => link.startsWith(`${path}/`)) ?? '';
    const cookie = await system.cookieOf(office.officeId, TEAM_HEAD);
    const shown = await system.app.request(file, { headers: { cookie } });
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PICTURE);
    expect((await createReader(system, null).open(file)).status).toBe(303);

    expect(page.actions).not.toContain(`${file}/remove`);
    const removed = await as(SECRETARY).openAndPress(`${list}/HN-2`, `${file}/remove`);
    expect(removed.status).toBe(303);
    expect((await as(TEAM_HEAD).open(`${list}/HN-2`)).text).not.toContain('Ảnh tư liệu');
    expect((await as(TEAM_HEAD).open(file)).status).toBe(404);
  });

  it('prints the attendance sheet and the programme', async () => {
    for (const name of ['attendance-sheet.pdf', 'programme.pdf']) {
      const response = await system.app.request(`${list}/HN-2/${name}`, {
        headers: { cookie: await system.cookieOf(office.officeId, COORDINATOR) },
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/pdf');
    }
  });
});

it('is not found where the year has no such conference or form', async () => {
  expect((await as(COORDINATOR).open(`${list}/NONE`)).status).toBe(404);
  expect((await as(COORDINATOR).open(`${list}/HN-1/nothing`)).status).toBe(404);
});

describe.runIf(hasBrowser)('in a browser, wide and on a phone', () => {
  it.each([
    '',
    '/new',
    '/HN-1',
    '/HN-2/photos',
    '/HN-1/invitation',
    '/HN-1/postpone',
    '/HN-1/attendance',
  ])('the page %s has no fault', async (path) => {
    const browser = await openInBrowser(system);
    try {
      const cookie = await system.cookieOf(office.officeId, COORDINATOR);
      expect(await browser.examine(`${list}${path}`, cookie)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
