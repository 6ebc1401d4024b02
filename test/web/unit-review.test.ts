import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
import { openRegistrationWalk, registrationOf } from '../support/registration.ts';
import { todayHere } from '../support/walk.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
let registration: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const openOffice = async () => {
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
  registration = `/cycles/${String(office.year)}/registration`;
  await walk.open();
};

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

const pathOf = (unitId: string): string => `${registration}/units/${unitId}`;

/** The plan's second task as a team would take it, with other targets. */
const planTask = (targets: Readonly<Record<string, number>>) => async () => {
  const id = `plan-${String(office.year)}`;
  const row = await system.stores.versions.latest(office.officeId, 'plan', id);
  const { tasks } = JSON.parse(row!.text);
  const { id: planTaskId, title, product, primaryDomain, indicators } = tasks[1];
  return {
    id: 'DK1',
    planTaskId,
    domain: primaryDomain,
    title,
    product,
    performer: null,
    note: null,
    indicators: indicators
      .filter((one: { id: string }) => one.id in targets)
      .map((one: { id: string }) => ({ ...one, target: targets[one.id] })),
  };
};

describe('a registration that was submitted', () => {
  beforeEach(openOffice);

  it('is read beside the plan: a target below the plan’s and what was left out are marked', async () => {
    const task = await planTask({ 'CT2.1': 2.5 })();
    await walk.submit('T-1', { tasks: [task] });
    const page = await (await as(COORDINATOR)).open(pathOf('T-1'));
    expect(page.text).toContain('Nhiệm vụ 2 của kế hoạch.');
    expect(page.text).toContain('Thấp hơn kế hoạch (2 ngày làm việc)');
    expect(page.text).toMatch(/Kế hoạch có, đơn vị bỏ Tỷ lệ báo cáo định kỳ gửi đúng hạn/);
  });

  it('is not marked where it promises more than the plan', async () => {
    const task = await planTask({ 'CT2.1': 1.5, 'CT2.2': 100 })();
    await walk.submit('T-1', { tasks: [task] });
    const page = await (await as(COORDINATOR)).open(pathOf('T-1'));
    expect(page.text).toContain('Kế hoạch: 2 ngày làm việc');
    expect(page.text).not.toContain('Thấp hơn kế hoạch');
    expect(page.text).not.toContain('Kế hoạch có, đơn vị bỏ');
  });

  it('is accepted by the coordinator, and then nobody is asked for anything', async () => {
    await walk.submit('T-2');
    const coordinator = await as(COORDINATOR);
    const page = await coordinator.open(pathOf('T-2'));
    expect(page.links).toContain('#decide-title');
    const done = await coordinator.press(page, `${pathOf('T-2')}/accept`);
    expect(done.location).toBe(`${pathOf('T-2')}?notice=done`);
    // The press waits until the cycle knows of it as well.
    expect((await walk.period())?.units.find(({ unitId }) => unitId === 'T-2')?.standing).toBe(
      'accepted',
    );
    const after = await (await as(TEAM_HEAD)).open(pathOf('T-2'));
    expect(after.text).toContain('Đã chấp nhận');
    expect(after.text).not.toContain('Đang chờ');
    expect(after.actions.filter((action) => action.startsWith(registration))).toEqual([]);
  });

  it.each([
    ['its own head', TEAM_HEAD],
    ['another unit’s head', 'P-05'],
    ['the registry clerk', CLERK],
    ['a deputy', DEPUTY],
  ])('is not judged by %s', async (_, personId) => {
    const { version, sha256 } = await walk.submit('T-2');
    const reader = await as(personId);
    const page = await reader.open(pathOf('T-2'));
    expect(page.status).toBe(200);
    for (const form of ['accept', 'return']) {
      expect(page.actions).not.toContain(`${pathOf('T-2')}/${form}`);
      const forced = await reader.send(`${pathOf('T-2')}/${form}`, {
        actId: crypto.randomUUID(),
        version: String(version),
        sha256,
        'return-reason': 'Chưa đủ.',
      });
      expect(forced.status).toBe(403);
    }
    expect((await walk.unitState('T-2'))?.phase).toBe('submitted');
  });

  it('comes back with its reason on top and a day, and what changed since is shown', async () => {
    await walk.submit('T-2');
    const [coordinator, head] = [await as(COORDINATOR), await as(TEAM_HEAD)];
    const path = `${pathOf('T-2')}/return`;
    const day = `${todayHere().slice(0, 4)}-12-31`;
    await coordinator.openAndPress(pathOf('T-2'), path, {
      'return-reason': 'Nêu rõ sản phẩm và người thực hiện.',
      'return-resubmitOn-day': '31',
      'return-resubmitOn-month': '12',
      'return-resubmitOn-year': day.slice(0, 4),
    });
    const back = await head.open(pathOf('T-2'));
    expect(back.text).toContain('Lê Thị Minh Họa đã trả lại bản đăng ký');
    const reason = back.text.indexOf('Nêu rõ sản phẩm và người thực hiện.');
    expect(reason).toBeGreaterThan(0);
    expect(reason).toBeLessThan(back.text.indexOf('Người đứng đầu đơn vị'));
    expect(back.text).toContain(`Gửi lại trước hết ngày 31/12/${day.slice(0, 4)}.`);

    const task = `${pathOf('T-2')}/tasks/D1`;
    await head.openAndPress(task, task, { product: 'Quy trình kèm sơ đồ' });
    await head.openAndPress(pathOf('T-2'), `${pathOf('T-2')}/submit`);
    const again = await coordinator.open(pathOf('T-2'));
    expect(again.text).toContain('Những gì thay đổi so với phiên bản 1 đã trình');
    expect(again.text).toContain('TrướcQuy trình được ban hành');
    expect(again.text).toContain('SauQuy trình kèm sơ đồ');
    expect(again.text).toContain('Lý do: Nêu rõ sản phẩm và người thực hiện.');

    const old = await (await as(CLERK)).open(`${pathOf('T-2')}/versions/1`);
    expect(old.text).toContain('Sản phẩm: Quy trình được ban hành');
    expect((await head.open(`${pathOf('T-2')}/versions/9`)).status).toBe(404);
  });

  it.each([
    ['return-reason', { 'return-reason': ' ' }, 'Thiếu thông tin bắt buộc.'],
    ['return-reason', { 'return-reason': 'Lý do TỐI MẬT' }, 'độ mật'],
    [
      'return-resubmitOn',
      { 'return-resubmitOn-day': '31', 'return-resubmitOn-month': '2' },
      'Ngày',
    ],
    [
      'return-resubmitOn',
      {
        'return-resubmitOn-day': '1',
        'return-resubmitOn-month': '1',
        'return-resubmitOn-year': '2020',
      },
      'đã qua',
    ],
  ])('is not returned with a fault at %s, and what was typed stays', async (field, typed, text) => {
    await walk.submit('T-2');
    const path = `${pathOf('T-2')}/return`;
    const page = await (
      await as(COORDINATOR)
    ).openAndPress(pathOf('T-2'), path, {
      'return-reason': 'Nêu rõ sản phẩm.',
      ...typed,
    });
    expect(page.status).toBe(422);
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.errors[0]?.text).toContain(text);
    expect(page.ids).toContain(field);
    for (const [name, value] of Object.entries(typed)) {
      expect(page.form(path).get(name)?.[0]?.trim()).toBe(value.trim());
    }
    expect((await walk.unitState('T-2'))?.phase).toBe('submitted');
  });

  it('is judged as it was read: what the unit sent since is shown first', async () => {
    await walk.submit('T-2');
    const coordinator = await as(COORDINATOR);
    const read = await coordinator.open(pathOf('T-2'));
    await office.act(TEAM_HEAD, 'withdraw-registration', { unitId: 'T-2' });
    const [task] = registrationOf(office.year, 'T-2', TEAM_HEAD).tasks;
    await walk.submit('T-2', { tasks: [{ ...task, product: 'Hai quy trình' }] });
    const stale = await coordinator.press(read, `${pathOf('T-2')}/accept`);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Có người vừa thay đổi');
    expect(stale.text).toContain('SauHai quy trình');
    expect((await coordinator.press(stale, `${pathOf('T-2')}/accept`)).status).toBe(303);
    expect((await walk.unitState('T-2'))?.submitted?.version).toBe(2);
  });
});

describe('the leader alone', () => {
  beforeEach(openOffice);

  it('accepts the unit of the coordinator, whose page says so', async () => {
    await walk.submit('T-TH');
    const coordinator = await as(COORDINATOR);
    const own = await coordinator.open(pathOf('T-TH'));
    expect(own.text).toContain('chỉ lãnh đạo chấp nhận');
    expect(own.actions).not.toContain(`${pathOf('T-TH')}/accept`);
    expect(own.actions).toContain(`${pathOf('T-TH')}/withdraw`);
    const leader = await as(HEAD);
    await leader.openAndPress(pathOf('T-TH'), `${pathOf('T-TH')}/accept`);
    expect((await leader.open(pathOf('T-TH'))).text).toContain('Đã chấp nhận');
  });

  it('consents to a decline, or gives it back', async () => {
    const decline = { unitId: 'T-2', reason: 'Đội đang sáp nhập.' };
    await office.act(TEAM_HEAD, 'decline-registration', decline);
    await walk.untilUnit('T-2', 'declining');
    const coordinator = await (await as(COORDINATOR)).open(pathOf('T-2'));
    expect(coordinator.actions).not.toContain(`${pathOf('T-2')}/consent`);
    expect(coordinator.actions).not.toContain(`${pathOf('T-2')}/return`);
    const leader = await as(HEAD);
    const page = await leader.open(pathOf('T-2'));
    expect(page.text).toContain('Đội đang sáp nhập.');
    await leader.press(page, `${pathOf('T-2')}/return`, {
      'return-reason': 'Vẫn đăng ký một nhiệm vụ.',
    });
    const head = await as(TEAM_HEAD);
    expect((await head.open(pathOf('T-2'))).text).toContain('Vẫn đăng ký một nhiệm vụ.');
    await office.act(TEAM_HEAD, 'decline-registration', decline);
    await walk.untilUnit('T-2', 'declining');
    expect((await leader.openAndPress(pathOf('T-2'), `${pathOf('T-2')}/consent`)).status).toBe(303);
    const after = await head.open(pathOf('T-2'));
    expect(after.text).toContain('Không đăng ký');
    expect(after.text).toContain('Nguyễn Văn Mẫu đã đồng ý.');
  });

  it('approves what came after the list, or returns it so that the unit registers anew', async () => {
    await walk.accept(await walk.submit('T-1'));
    await walk.approve(await walk.close());
    const coordinator = await as(COORDINATOR);
    await walk.submit('T-2');
    const path = pathOf('T-2');
    await coordinator.openAndPress(path, `${path}/accept`);
    const id = `${office.cycle}/approval/supplement/T-2/1`;
    await system.until('the supplement is before the leader', () =>
      system.stores.strands.find(office.officeId, id, 'approval'),
    );
    const waiting = await coordinator.open(path);
    expect(waiting.text).toContain('Bổ sung, chờ lãnh đạo phê duyệt');
    expect(waiting.text).toContain('Đang chờNguyễn Văn Mẫu');
    expect(waiting.actions).not.toContain(`${path}/approve-supplement`);

    const leader = await as(HEAD);
    await leader.openAndPress(path, `${path}/return-supplement`, {
      'return-supplement-reason': 'Ghi rõ chỉ tiêu quý.',
    });
    const head = await as(TEAM_HEAD);
    const back = await head.open(path);
    expect(back.text).toContain('Ghi rõ chỉ tiêu quý.');
    expect(back.text).toContain('Lượt đăng ký2');
    await head.press(back, `${path}/submit`);
    await coordinator.openAndPress(path, `${path}/accept`);
    await system.until('it is before the leader again', () =>
      system.stores.strands.find(office.officeId, id.replace(/1$/, '2'), 'approval'),
    );
    await leader.openAndPress(path, `${path}/approve-supplement`);
    expect((await head.open(path)).text).toContain('Bổ sung, đã phê duyệt');
  });
});

it('before registration is opened a unit’s page says so, and a unit of no year is none', async () => {
  office = await system.startOffice();
  const page = await (
    await as(TEAM_HEAD)
  ).open(`/cycles/${String(office.year)}/registration/units/T-2`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Chưa mở đợt đăng ký nhiệm vụ.');
});
