import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTemporalClient } from '../../adapters/temporal-client.ts';
import { createApp } from '../../web/app.ts';
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
import { HEADS, openRegistrationWalk } from '../support/registration.ts';
import { connectToTemporal } from '../support/temporal.ts';
import { todayHere } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
let coordinator: Reader;
let head: Reader;
let period: string;
let list: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

const closePath = () => `${period}/close`;
const pressClose = (typed: Readonly<Record<string, string>> = {}) =>
  coordinator.openAndPress(closePath(), closePath(), { step: 'close', ...typed });

beforeEach(async () => {
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
  [coordinator, head] = [await as(COORDINATOR), await as(HEAD)];
  period = `/cycles/${String(office.year)}/registration`;
  list = `${period}/list/1`;
  await walk.open();
});

const decline = async (unitId: keyof typeof HEADS, reason: string) => {
  await office.act(HEADS[unitId], 'decline-registration', { unitId, reason });
  const { declined } = await walk.untilUnit(unitId, 'declining');
  return declined?.reasonId;
};

const delegateTo = (toPersonId: string) =>
  office.act(HEAD, 'delegate', {
    toPersonId,
    capacity: 'KT.',
    validFrom: todayHere(),
    validTo: todayHere(),
    basis: 'Phân công trực lãnh đạo',
  });

describe('closing the list', () => {
  it('is refused while a unit is unjudged, and says which', async () => {
    await walk.accept(await walk.submit('T-1'));
    const fresh = await coordinator.open(closePath());
    await walk.submit('T-2');
    const page = await coordinator.open(closePath());
    expect(page.text).toContain('Còn 1 đơn vị đã gửi mà chưa được xem xét.');
    expect(page.links).toContain(`${period}/units/T-2`);
    expect(page.actions).not.toContain(closePath());
    const pressed = await coordinator.press(fresh, closePath(), { step: 'close' });
    expect([pressed.status, pressed.errors.length]).toEqual([422, 1]);
    expect(pressed.links).toContain(`${period}/units/T-2`);
    expect((await walk.period())?.phase).toBe('open');
  });

  it('has nothing to close before a registration is accepted', async () => {
    const page = await coordinator.open(closePath());
    expect(page.text).toContain('Chưa có bản đăng ký nào được chấp nhận');
    expect(page.actions).not.toContain(closePath());
  });

  it('says first who would be missing, shows the notice, and puts it before the leader', async () => {
    await walk.accept(await walk.submit('T-1'));
    const page = await coordinator.open(closePath());
    expect(page.text).toMatch(
      /Còn 5 đơn vị chưa đăng ký\. Nếu chốt ngay.*Đội Tham mưu - Tổng hợp.*Đội công tác số 2/,
    );
    expect(page.form(closePath()).get('signer-personId')).toEqual([`${HEAD}|`]);
    const shown = await coordinator.press(page, closePath(), {
      step: 'preview',
      subject: 'Kết quả đăng ký năm nay',
    });
    expect([shown.status, shown.text.includes('THÔNG BÁOKết quả đăng ký năm nay')]).toEqual([
      200,
      true,
    ]);
    expect((await walk.period())?.phase).toBe('open');
    const pressed = await coordinator.press(page, closePath(), { step: 'close' });
    expect([pressed.status, pressed.location]).toEqual([303, `${period}?notice=done`]);
    const after = await coordinator.open(period);
    expect(after.text).toContain('Danh sách đã chốt, chờ phê duyệt: Nguyễn Văn Mẫu');
    expect(after.links).toContain(list);
    expect((await head.open('/waiting')).links).toContain(list);
    expect((await coordinator.open(closePath())).text).toContain('Danh sách đã chốt.');
    expect((await coordinator.open(`${period}/reopen`)).text).toContain(
      'Rút danh sách về trước khi cho đơn vị đăng ký lại.',
    );
  });

  it.each([
    { field: 'subject', typed: { subject: '' } },
    { field: 'signer-personId', typed: { 'signer-personId': '' } },
    { field: 'occurredAt', typed: { occurredAtTime: '25:99' } },
  ])('is refused at $field, and what was typed stays', async ({ field, typed }) => {
    await walk.accept(await walk.submit('T-1'));
    const page = await pressClose(typed);
    expect([page.status, page.errors.map((error) => error.field)]).toEqual([422, [field]]);
    for (const [name, value] of Object.entries(typed)) {
      expect(page.form(closePath()).get(name)).toEqual([value]);
    }
  });

  it('can be taken back by the coordinator until the leader has decided', async () => {
    await walk.accept(await walk.submit('T-1'));
    await pressClose();
    const page = await coordinator.open(period);
    const pressed = await coordinator.press(page, `${period}/withdraw`);
    expect([pressed.status, pressed.location]).toEqual([303, `${period}?notice=done`]);
    const after = await coordinator.open(period);
    expect(after.text).toContain('Đang đăng ký');
    expect(after.links).toContain(closePath());
    const decided = await head.open(list);
    expect(decided.text).toMatch(/Lê Thị Minh Họa đã rút danh sách này về lúc/);
    expect(decided.actions).not.toContain(`${list}/approve`);
    const late = await coordinator.send(`${period}/withdraw`, {
      ...Object.fromEntries(page.form(`${period}/withdraw`)),
      actId: crypto.randomUUID(),
    });
    expect(late.status).toBe(409);
  });
});

describe('the page of the closed list', () => {
  beforeEach(async () => {
    await walk.accept(await walk.submit('T-1'));
    const reasonId = await decline('T-2', 'Không có nhiệm vụ phù hợp.');
    await office.act(HEAD, 'consent-decline', { unitId: 'T-2', reasonId });
    await walk.untilStanding('T-2', 'declined');
    await pressClose();
  });

  it('shows the leader the notice, and how each unit stands in it with the way to its registration', async () => {
    const page = await head.open(list);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Đây là lần trình đầu tiên.');
    expect(page.text).toMatch(/Đội công tác số 1Đã đăng ký11/);
    expect(page.text).toMatch(/Đội công tác số 2Không đăng kýLý do: Không có nhiệm vụ phù hợp\./);
    expect(page.text).toMatch(/Đội Ứng dụng công nghệChưa đăng ký/);
    expect(page.text).toContain('NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH CÁC ĐƠN VỊ ĐĂNG KÝ');
    expect(page.links).toContain(`${period}/units/T-1`);
    expect(page.actions).toEqual(expect.arrayContaining([`${list}/approve`, `${list}/return`]));
    const pdf = await system.app.request(`${list}/draft.pdf`, {
      headers: { cookie: await system.cookieOf(office.officeId, HEAD) },
    });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('once approved says by whom and when, and the notice of the result is on its way', async () => {
    const pressed = await head.openAndPress(list, `${list}/approve`);
    expect([pressed.status, pressed.location]).toEqual([303, `${list}?notice=done`]);
    const page = await coordinator.open(list);
    expect(page.text).toMatch(/Nguyễn Văn Mẫu đã phê duyệt danh sách này lúc/);
    const paperId = `registration-result-${String(office.year)}-v1`;
    expect(page.links).toContain(`/papers/${paperId}`);
    const standing = await coordinator.open(period);
    expect(standing.text).toContain('Danh sách đã được phê duyệt');
    expect(standing.text).toContain('Cho đơn vị đăng ký bổ sung');
    await office.paper(paperId, 'awaiting-signature');
    expect((await coordinator.open(period)).text).toMatch(
      /Thông báo kết quả đăng kýXem văn bản: Chờ ký/,
    );
  });

  it('given back tells the coordinator why; the next version says what changed', async () => {
    const empty = await head.openAndPress(list, `${list}/return`, { reason: '' });
    expect([empty.status, empty.errors.map(({ field }) => field)]).toEqual([422, ['reason']]);
    const pressed = await head.openAndPress(list, `${list}/return`, {
      reason: 'Đôn đốc Đội Ứng dụng công nghệ.',
    });
    expect(pressed.status).toBe(303);
    const standing = await coordinator.open(period);
    expect(standing.text).toMatch(/Nguyễn Văn Mẫu đã trả lại danh sách lúc/);
    expect(standing.text).toContain('Lý do trả lại: Đôn đốc Đội Ứng dụng công nghệ.');
    expect(standing.links).toContain(list);

    await walk.accept(await walk.submit('T-4'));
    await pressClose();
    const second = await head.open(`${period}/list/2`);
    expect(second.text).toMatch(
      /so với phiên bản 1 đã trình.*Lần trước Nguyễn Văn Mẫu trả lại lúc .*Đôn đốc/,
    );
    expect(second.text).toMatch(
      /Đội Ứng dụng công nghệTrước.?chưa đăng kýSau.?đăng ký 1 nhiệm vụ \(phiên bản 1\)/,
    );
    const first = await head.open(list);
    expect(first.text).toContain('Phiên bản 2 đã được trình sau phiên bản này.');
    expect(first.links).toContain(`${period}/list/2`);
    expect(first.actions).not.toContain(`${list}/approve`);
  });

  it('is decided as it was read and once: anything else is refused', async () => {
    const page = await head.open(list);
    const refused = await head.press(page, `${list}/approve`, {
      actId: crypto.randomUUID(),
      boundHash: 'a'.repeat(64),
    });
    expect([refused.status, refused.errors.length]).toEqual([409, 1]);
    expect((await walk.period())?.phase).toBe('awaiting-approval');
    expect((await head.press(page, `${list}/approve`)).status).toBe(303);
    const twice = await head.press(page, `${list}/approve`);
    expect(twice.status).toBe(303);
    const late = await head.press(page, `${list}/return`, {
      actId: crypto.randomUUID(),
      reason: 'Xem lại.',
    });
    expect(late.status).toBe(409);
  });

  it('is read by everyone, and decided by the leader or a delegate alone', async () => {
    for (const personId of [COORDINATOR, TEAM_HEAD, CLERK, DEPUTY]) {
      const reader = await as(personId);
      const page = await reader.open(list);
      expect([personId, page.status]).toEqual([personId, 200]);
      expect(page.actions).not.toContain(`${list}/approve`);
      const form = (await head.open(list)).form(`${list}/approve`);
      const pressed = await reader.send(`${list}/approve`, {
        ...Object.fromEntries(form),
        actId: crypto.randomUUID(),
      });
      expect([personId, pressed.status]).toEqual([personId, 403]);
    }
    await delegateTo(DEPUTY);
    const deputy = await as(DEPUTY);
    expect((await deputy.openAndPress(list, `${list}/approve`)).status).toBe(303);
    expect((await head.open(list)).text).toMatch(/Trần Thí Dụ đã phê duyệt danh sách này lúc/);
  });

  it('of a version that never was is not found', async () => {
    expect((await head.open(`${period}/list/9`)).status).toBe(404);
    expect((await head.open(`/cycles/1999/registration/list/1`)).status).toBe(404);
  });

  it('stays readable when the cycle is cancelled, and nobody decides any more', async () => {
    await office.act(HEAD, 'cancel-cycle', { reason: 'Sáp nhập đơn vị.' });
    await system.until('the approval has ended', async () => {
      const page = await head.open(list);
      return !page.actions.includes(`${list}/approve`);
    });
    const page = await head.open(list);
    expect(page.text).toMatch(/Việc phê duyệt đã dừng lúc/);
    const standing = await coordinator.open(period);
    expect(standing.text).toContain('Chu trình đã bị hủy, phần đăng ký chỉ còn để xem.');
    expect(standing.actions).not.toContain(`${period}/withdraw`);
  });
});

/** Somebody at a system whose Temporal cannot be reached. */
const cutOff = async (personId: string): Promise<Reader> => {
  const away = await connectToTemporal();
  const client = createTemporalClient(away.connection, away.namespace, system.taskQueue);
  await away.close();
  const app = createApp({
    acts: { ...system.acts, temporal: client },
    links: system.links,
    decisionLinks: system.decisionLinks,
    isExample: true,
    isHttps: false,
    mailInboxUrl: null,
    apiToken: null,
    logFault: (error) => system.faults.push(error),
  });
  return createReader({ app }, await system.cookieOf(office.officeId, personId));
};

describe('while Temporal is away', () => {
  it('nothing is lost: what was typed stays, and the same press counts once when it is back', async () => {
    await walk.accept(await walk.submit('T-1'));
    const subject = 'Kết quả đăng ký nhiệm vụ năm nay';
    const close = await (
      await cutOff(COORDINATOR)
    ).openAndPress(closePath(), closePath(), {
      step: 'close',
      subject,
    });
    expect([close.status, close.form(closePath()).get('subject')]).toEqual([503, [subject]]);
    expect(close.errors[0]?.text).toContain('Xin bấm lại sau ít phút');
    expect((await coordinator.press(close, closePath(), { step: 'close' })).status).toBe(303);
    expect((await coordinator.press(close, closePath(), { step: 'close' })).status).toBe(303);
    expect((await walk.period())?.list?.submitted.version).toBe(1);

    const refused = await (
      await cutOff(HEAD)
    ).openAndPress(list, `${list}/return`, {
      reason: 'Đôn đốc thêm.',
    });
    expect(refused.status).toBe(503);
    expect(refused.form(`${list}/return`).get('reason')).toEqual(['Đôn đốc thêm.']);
    expect((await head.press(refused, `${list}/return`)).status).toBe(303);
    const trail = await system.stores.cycles.listTrail(office.officeId, office.year);
    expect(trail.filter(({ type }) => type === 'Returned')).toHaveLength(1);
    expect(trail.filter(({ type }) => type === 'ListClosed')).toHaveLength(1);
  });
});

describe.skipIf(!hasBrowser)('the list in a browser (needs Chromium)', () => {
  it('has no fault of accessibility and fits a phone, returned once and before the leader again', async () => {
    await walk.accept(await walk.submit('T-1'));
    await pressClose();
    await head.openAndPress(list, `${list}/return`, { reason: 'Đôn đốc Đội công tác số 2.' });
    const browser = await openInBrowser(system);
    const cookieOf = (personId: string) => system.cookieOf(office.officeId, personId);
    try {
      expect(await browser.examine(period, await cookieOf(COORDINATOR))).toEqual([]);
      await walk.accept(await walk.submit('T-2'));
      await pressClose();
      const leader = await cookieOf(HEAD);
      expect(await browser.examine(`${period}/list/2`, leader)).toEqual([]);
      expect(await browser.examine(list, leader)).toEqual([]);
      expect(await browser.examine(period, await cookieOf(COORDINATOR))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
