import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workingDayFrom } from '../../domain/working-days.ts';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { HEADS, openRegistrationWalk, registrationOf } from '../support/registration.ts';
import { takePaperThrough, todayHere } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { dayIn } from './office-reader.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
let coordinator: Reader;
let period: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

beforeEach(async () => {
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
  coordinator = await as(COORDINATOR);
  period = `/cycles/${String(office.year)}/registration`;
});

const pressOpen = (typed: Readonly<Record<string, string>> = {}) =>
  coordinator.openAndPress(period, `${period}/open`, { step: 'open', ...typed });

/** One of the plan's tasks, as a unit takes it on. */
const planTask = (title = 'Số hóa hồ sơ lưu trữ') => ({
  ...registrationOf(office.year, '', '').tasks[0]!,
  id: 'K1',
  planTaskId: 'NV1',
  title,
});

const decline = async (unitId: keyof typeof HEADS, reason: string) => {
  await office.act(HEADS[unitId], 'decline-registration', { unitId, reason });
  const { declined } = await walk.untilUnit(unitId, 'declining');
  return declined?.reasonId;
};

describe('before registration is opened, its page', () => {
  it('has the notice filled in from the plan: deadline, signer, subject', async () => {
    const page = await coordinator.open(period);
    expect(page.status).toBe(200);
    const form = page.form(`${period}/open`);
    const state = await office.cycleState();
    const dueOn = state?.schedule.find(({ step }) => step === 'registration')?.dueOn ?? '';
    expect(`${String(form.get('dueOn-year'))}-${String(form.get('dueOn-month'))}`).toBe(
      dueOn.slice(0, 7),
    );
    expect(form.get('dueOn-day')).toEqual([dueOn.slice(8)]);
    expect(form.get('signer-personId')).toEqual([`${HEAD}|`]);
    expect(form.get('subject')?.[0]).toContain(`năm ${String(office.year)}`);
    expect(page.text).toContain('THÔNG BÁO');
  });

  it('says whether units answer proposed tasks or the issued plan', async () => {
    const before = await coordinator.open(period);
    expect(before.text).toMatch(/Kế hoạch chưa phát hành: .* \d+ nhiệm vụ dự kiến .*phiên bản 1/);
    expect(before.text).toContain('Trên cơ sở các nhiệm vụ dự kiến');
    await takePaperThrough(system, office, await office.approve(), 15);
    await system.until('the plan is issued', async () => {
      const state = await office.cycleState();
      return state?.plan.phase === 'issued';
    });
    const after = await coordinator.open(period);
    expect(after.text).toContain('Đăng ký theo Kế hoạch số 15/KH-ANNĐ phát hành ngày');
    expect(after.text).toContain('Thực hiện Kế hoạch số 15/KH-ANNĐ');
  });

  it('shows the notice as typed, and opens nothing by that', async () => {
    const page = await coordinator.openAndPress(period, `${period}/open`, {
      step: 'preview',
      requirements: 'Gửi đúng hạn\n\nGhi rõ người thực hiện',
      ...dayIn('dueOn', '2030-03-15'),
    });
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Gửi đúng hạn.*Ghi rõ người thực hiện/);
    expect(page.text).toContain('đến hết ngày 15 tháng 3 năm 2030');
    expect(page.form(`${period}/open`).get('requirements')?.[0]).toContain('Gửi đúng hạn');
    expect((await office.cycleState())?.registration).toBeNull();
  });

  it('opens registration for every unit, and the notice is on its way at once', async () => {
    const calendar = await system.stores.calendars.calendarOf(office.officeId);
    const pressed = await pressOpen({
      requirements: 'Rõ người, rõ việc',
      ...dayIn('dueOn', '2030-03-13'),
    });
    expect([pressed.status, pressed.location]).toEqual([303, `${period}?notice=done`]);
    const page = await coordinator.open(period);
    expect(page.text).toContain('Đang đăng ký');
    expect(page.text).toMatch(/Chưa gửi.*Chưa gửi.*Chưa gửi/);
    expect(page.text).toContain('00/06 đơn vị đã đăng ký xong: 06 chưa gửi');
    expect((await office.cycleState())?.registration?.dueOn).toBe(
      workingDayFrom(calendar, '2030-03-13'),
    );
    const paperId = `registration-opening-${String(office.year)}-v1`;
    expect(page.links).toContain(`/papers/${paperId}`);
    // For a unit that writes by hand.
    const blank = `${period}/blank-form.pdf`;
    expect(page.links).toContain(blank);
    expect((await coordinator.open(blank)).html.startsWith('%PDF')).toBe(true);
    expect((await coordinator.open(`/papers/${paperId}`)).status).toBe(200);
  });

  it('says that a deadline on a day off has moved', async () => {
    const pressed = await pressOpen(dayIn('dueOn', '2030-03-16'));
    expect(pressed.location).toBe(`${period}?notice=deadline-moved`);
    expect((await coordinator.open(period)).text).toContain('18/03/2030');
  });

  it.each([
    { field: 'subject', typed: { subject: '' } },
    { field: 'signer-personId', typed: { 'signer-personId': '' } },
    { field: 'dueOn', typed: { 'dueOn-day': '31', 'dueOn-month': '2' } },
    { field: 'dueOn', typed: dayIn('dueOn', '2020-01-01') },
    { field: 'requirements', typed: { requirements: 'Ghi rõ 漢' } },
    { field: 'occurredAt', typed: { occurredAtTime: '25:99' } },
  ])('is refused at $field, and what was typed stays', async ({ field, typed }) => {
    const page = await pressOpen({ requirements: 'Đúng hạn', ...typed });
    expect(page.status).toBe(422);
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.ids).toContain(field);
    for (const [name, value] of Object.entries({ requirements: 'Đúng hạn', ...typed })) {
      expect(page.form(`${period}/open`).get(name)).toEqual([value]);
    }
    expect((await office.cycleState())?.registration).toBeNull();
  });

  it('is for those who open it: others read who that is, and a press of theirs is refused', async () => {
    const form = (await coordinator.open(period)).form(`${period}/open`);
    for (const personId of [TEAM_HEAD, CLERK, DEPUTY]) {
      const reader = await as(personId);
      const page = await reader.open(period);
      expect(page.text).toContain('Chưa mở đăng ký.Người mở đợt đăng ký: Lê Thị Minh Họa');
      expect(page.actions).not.toContain(`${period}/open`);
      const pressed = await reader.send(`${period}/open`, {
        ...Object.fromEntries(form),
        step: 'open',
      });
      expect(pressed.status).toBe(403);
    }
    expect((await (await as(HEAD)).open(period)).actions).toContain(`${period}/open`);
    expect((await office.cycleState())?.registration).toBeNull();
  });

  it('pressed again opens registration once; a second person is told that it is open', async () => {
    const page = await coordinator.open(period);
    expect((await coordinator.press(page, `${period}/open`, { step: 'open' })).status).toBe(303);
    const again = await coordinator.press(page, `${period}/open`, { step: 'open' });
    expect([again.status, again.location]).toEqual([303, `${period}?notice=done`]);
    const second = await (
      await as(HEAD)
    ).send(`${period}/open`, {
      ...Object.fromEntries(page.form(`${period}/open`)),
      actId: crypto.randomUUID(),
      step: 'open',
    });
    expect(second.status).toBe(409);
    expect(second.errors).toHaveLength(1);
    expect(second.text).toContain('Đang đăng ký');
  });

  it('is not there for a year without a cycle, nor for somebody who has not signed in', async () => {
    expect((await coordinator.open('/cycles/1999/registration')).status).toBe(404);
    const stranger = await createReader(system, null).open(period);
    expect(stranger.location).toContain('/sign-in');
    expect((await coordinator.open(`${period}/close`)).status).toBe(409);
  });
});

describe('while units register, its page', () => {
  beforeEach(async () => {
    await walk.open();
  });

  it('says of every unit where it stands, since when, and for whom it waits', async () => {
    await walk.accept(await walk.submit('T-1'));
    await walk.submit('T-TH');
    const returned = await walk.submit('T-4');
    await office.act(COORDINATOR, 'return-registration', {
      unitId: 'T-4',
      version: returned.version,
      reason: 'Nêu rõ sản phẩm.',
    });
    await walk.untilUnit('T-4', 'returned');
    await decline('T-2', 'Không có nhiệm vụ phù hợp.');
    const { text, links } = await (await as(CLERK)).open(period);
    expect(text).toContain(
      '01/06 đơn vị đã đăng ký xong: 02 chưa gửi, 01 chờ xem xét, 01 được trả lại, 01 xin không đăng ký',
    );
    expect(text).toMatch(/Đội công tác số 1Đã chấp nhận\d\d\/\d\d\/\d{4}11/);
    expect(text).toMatch(/Đội Tham mưu - Tổng hợpChờ xem xét[\d/]+Nguyễn Văn Mẫu/);
    expect(text).toMatch(/Được trả lạiLý do: Nêu rõ sản phẩm\..*, đến \d\d/);
    expect(text).toMatch(/Xin không đăng kýLý do: Không có nhiệm vụ phù hợp\./);
    expect(links).toContain(`${period}/units/T-1`);
  });

  it('shows those who are not through, or those who are late, alone', async () => {
    await walk.accept(await walk.submit('T-1'));
    const waiting = await coordinator.open(`${period}?show=waiting`);
    expect(waiting.links).toContain(`${period}/units/T-2`);
    expect(waiting.links).not.toContain(`${period}/units/T-1`);
    expect(waiting.text).toContain('Tất cả (6) · Chưa xong (5) · Chậm hạn (0)');
    const late = await coordinator.open(`${period}?show=late`);
    expect(late.text).toContain('Không có đơn vị nào chậm hạn.');
  });

  it('lets a unit register anew with the reason, and asks for one', async () => {
    await walk.accept(await walk.submit('T-1'));
    const path = `${period}/reopen`;
    const page = await coordinator.open(`${path}?unit=T-1`);
    expect(page.form(path).get('unitId')).toEqual(['T-1']);
    const empty = await coordinator.press(page, path, { reason: '' });
    expect([empty.status, empty.errors.map(({ field }) => field)]).toEqual([422, ['reason']]);
    const pressed = await coordinator.press(page, path, { reason: 'Bổ sung chỉ tiêu quý II.' });
    expect(pressed.status).toBe(303);
    await walk.untilUnit('T-1', 'returned', 2);
    expect((await coordinator.open(period)).text).toMatch(
      /Đội công tác số 1Được trả lạiĐăng ký lần 2Lý do: Bổ sung chỉ tiêu quý II\./,
    );
  });

  it('has nothing to reopen before a unit is through', async () => {
    const page = await coordinator.open(`${period}/reopen`);
    expect(page.text).toContain('Chưa có đơn vị nào đăng ký xong để đăng ký lại.');
    expect(page.actions).not.toContain(`${period}/reopen`);
  });

  it('counts a unit that came later as one that was not asked, and lets it register', async () => {
    await office.act(COORDINATOR, 'save-unit', {
      unitId: 'T-9',
      name: 'Đội công tác số 9',
      abbreviation: 'Đ9',
      kind: 'team',
      validFrom: todayHere(),
      validTo: null,
    });
    expect((await coordinator.open(period)).text).toContain(
      'Đội công tác số 9Chưa được mời đăng ký',
    );
    const path = `${period}/reopen`;
    const pressed = await coordinator.openAndPress(path, path, {
      unitId: 'T-9',
      reason: 'Mới thành lập.',
    });
    expect(pressed.status).toBe(303);
    await walk.untilUnit('T-9', 'returned');
    expect((await coordinator.open(period)).links).toContain(`${period}/units/T-9`);
  });

  it('keeps what only the coordinator may do from others', async () => {
    await walk.accept(await walk.submit('T-1'));
    const head = await as(TEAM_HEAD);
    const page = await head.open(period);
    expect(page.links).not.toContain(`${period}/close`);
    expect(page.links).not.toContain(`${period}/reopen`);
    expect((await head.open(`${period}/close`)).status).toBe(403);
    expect((await head.open(`${period}/reopen`)).status).toBe(403);
    const shared = await head.open(`${period}/shared`);
    expect([shared.status, shared.actions.includes(`${period}/shared/join`)]).toEqual([200, false]);
    const actId = crypto.randomUUID();
    for (const [action, typed] of [
      ['shared/lead', { key: 'NV1', row: '1', 'unitId-1': 'T-1' }],
      ['shared/join', { key: 'T-1/D1', into: 'NV1' }],
      ['withdraw', { version: '1' }],
    ] as const) {
      const refused = await head.send(`${period}/${action}`, { actId, ...typed });
      expect([action, refused.status]).toEqual([action, 403]);
    }
  });
});

describe('tasks of several units', () => {
  const shared = () => `${period}/shared`;

  beforeEach(async () => {
    await walk.open();
    await walk.accept(await walk.submit('T-1', { tasks: [planTask()] }));
    await walk.accept(await walk.submit('T-2'));
  });

  it('are led by the unit that the coordinator chooses', async () => {
    expect((await coordinator.open(period)).text).toContain(
      'Chưa có nhiệm vụ nào do nhiều đơn vị cùng đăng ký.',
    );
    await walk.accept(await walk.submit('T-4', { tasks: [planTask()] }));
    const page = await coordinator.open(shared());
    const given = page.form(`${shared()}/lead`).get('unitId-1');
    const other = given?.[0] === 'T-1' ? 'T-4' : 'T-1';
    const nobody = await coordinator.press(page, `${shared()}/lead`, { 'unitId-1': '' });
    expect([nobody.status, nobody.errors.map(({ field }) => field)]).toEqual([422, ['unitId-1']]);
    const pressed = await coordinator.press(page, `${shared()}/lead`, { 'unitId-1': other });
    expect(pressed.status).toBe(303);
    const after = await coordinator.open(shared());
    expect(after.form(`${shared()}/lead`).get('unitId-1')).toEqual([other]);
    const name = other === 'T-1' ? 'Đội công tác số 1' : 'Đội Ứng dụng công nghệ';
    expect((await coordinator.open(period)).text).toMatch(new RegExp(`Đơn vị phối hợp.*${name}`));
  });

  it('come of own tasks that the coordinator joins, and takes apart again', async () => {
    const page = await coordinator.open(shared());
    expect(page.text).toContain('Rút ngắn thời gian xử lý văn bản của T-2 (Đội công tác số 2)');
    const join = `${shared()}/join`;
    const half = await coordinator.press(page, join, { key: 'T-2/D1', into: '' });
    expect([half.status, half.errors.map(({ field }) => field)]).toEqual([422, ['into']]);
    expect(half.form(join).get('key')).toEqual(['T-2/D1']);
    expect((await coordinator.press(page, join, { key: 'T-2/D1', into: 'NV1' })).status).toBe(303);
    const joined = await coordinator.open(shared());
    expect(joined.text).toMatch(/“Rút ngắn thời gian xử lý văn bản của T-2”.* đã ghép với “/);
    expect(joined.text).toContain('Các đơn vị cùng đăng ký: Đội công tác số 1, Đội công tác số 2.');
    const split = await coordinator.press(joined, `${shared()}/split`);
    expect(split.status).toBe(303);
    expect((await coordinator.open(shared())).text).toContain(
      'Chưa có nhiệm vụ nào do nhiều đơn vị cùng đăng ký.',
    );
  });

  it('can no longer be changed once the list is closed', async () => {
    await walk.close();
    const page = await coordinator.open(shared());
    expect(page.text).toContain('Danh sách đã chốt nên không thay đổi được.');
    const refused = await coordinator.send(`${shared()}/join`, {
      actId: crypto.randomUUID(),
      key: 'T-2/D1',
      into: 'NV1',
    });
    expect(refused.status).toBe(409);
  });
});

describe.skipIf(!hasBrowser)('the pages of the period in a browser (needs Chromium)', () => {
  it('have no fault of accessibility and fit a phone, before opening and while units register', async () => {
    const browser = await openInBrowser(system);
    const cookie = await system.cookieOf(office.officeId, COORDINATOR);
    try {
      expect(await browser.examine(period, cookie)).toEqual([]);
      await walk.open();
      await walk.accept(await walk.submit('T-1', { tasks: [planTask()] }));
      await walk.accept(await walk.submit('T-4', { tasks: [planTask()] }));
      await walk.accept(await walk.submit('T-2'));
      expect(await browser.examine(period, cookie)).toEqual([]);
      expect(await browser.examine(`${period}/shared`, cookie)).toEqual([]);
      expect(await browser.examine(`${period}/reopen`, cookie)).toEqual([]);
      expect(await browser.examine(`${period}/close`, cookie)).toEqual([]);
      const cycle = `/cycles/${String(office.year)}`;
      expect(await browser.examine(cycle, cookie)).toEqual([]);
      const reader = await system.cookieOf(office.officeId, TEAM_HEAD);
      expect(await browser.examine(period, reader)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
