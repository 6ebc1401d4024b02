import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistrationContent } from '../../domain/registration.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openRegistrationWalk } from '../support/registration.ts';
import { createReader, type Reader } from './reader.ts';

const FIRST_TEAM_HEAD = 'P-05';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
let registration: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const openOffice = async (dueOn?: string) => {
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
  registration = `/cycles/${String(office.year)}/registration`;
  await walk.open(dueOn);
};

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

const pathOf = (unitId: string): string => `${registration}/units/${unitId}`;

const latest = async (unitId: string) => {
  const id = `registration-${String(office.year)}-${unitId}`;
  const row = await system.stores.versions.latest(office.officeId, 'registration', id);
  return row && { ...row, content: JSON.parse(row.text) as RegistrationContent };
};

const indicator = {
  'indicators-0-name': 'Tỷ lệ hồ sơ số hóa',
  'indicators-0-unit': '%',
  'indicators-0-direction': 'increase',
  'indicators-0-aggregation': 'latest',
  'indicators-0-baseline': '40',
  'indicators-0-target': '94,5',
  'indicators-0-Q1': '50',
  'indicators-0-Q2': '60',
  'indicators-0-Q3': '80',
  'indicators-0-Q4': '94,5',
};
const task = { title: 'Số hóa hồ sơ', domain: 'D6', product: 'Hồ sơ điện tử', ...indicator };

const addTask = async (reader: Reader, unitId: string, typed: Record<string, string> = {}) => {
  const path = `${pathOf(unitId)}/tasks/new`;
  return reader.openAndPress(path, path, { ...task, ...typed });
};

describe('a unit writes what it takes on', () => {
  beforeAll(() => openOffice());

  it('and is offered first what the plan gives to it', async () => {
    const head = await as(FIRST_TEAM_HEAD);
    const page = await head.open(pathOf('T-1'));
    expect(page.status).toBe(200);
    expect(page.title).toContain('Đội công tác số 1');
    expect(page.text).toContain('Chưa đăng ký');
    expect(page.text).toContain('Đơn vị chưa ghi nhiệm vụ nào.');
    const leads = page.text.indexOf('Kế hoạch giao chủ trì');
    const takesPart = page.text.indexOf('Kế hoạch giao phối hợp');
    const others = page.text.indexOf('Nhiệm vụ khác của kế hoạch');
    expect([leads > 0, takesPart > leads, others > takesPart]).toEqual([true, true, true]);
  });

  it('and takes a task of the plan over with one press, indicators and all', async () => {
    const head = await as(FIRST_TEAM_HEAD);
    const path = pathOf('T-1');
    const taken = await head.send(`${path}/take`, {
      actId: crypto.randomUUID(),
      basedOn: '',
      planTaskId: 'NV2',
    });
    expect(taken.location).toBe(`${path}?notice=done`);
    const { content } = (await latest('T-1'))!;
    expect(content.headId).toBe(FIRST_TEAM_HEAD);
    expect(content.tasks).toMatchObject([
      {
        id: 'DK1',
        planTaskId: 'NV2',
        domain: 'D2',
        title: 'Cắt giảm thời gian xử lý văn bản, báo cáo nội bộ',
        product: 'Quy trình xử lý văn bản rút gọn',
      },
    ]);
    expect(content.tasks[0]?.indicators.map(({ id }) => id)).toEqual(['CT2.1', 'CT2.2']);
    const page = await head.open(path);
    expect(page.text).toContain('Thời gian xử lý bình quân một văn bản đến: từ 3 đến 2 ngày');
    expect(page.html.match(/name="planTaskId" value="NV2"/g)).toBeNull();
  });

  it('and adds a task of its own, with its indicators and who does it', async () => {
    const head = await as(FIRST_TEAM_HEAD);
    const saved = await addTask(head, 'T-1', { performer: 'Tổ hồ sơ', note: '' });
    expect(saved.location).toBe(`${pathOf('T-1')}?notice=done`);
    expect((await latest('T-1'))!.content.tasks[1]).toMatchObject({
      id: 'DK2',
      planTaskId: null,
      performer: 'Tổ hồ sơ',
      note: null,
      indicators: [{ id: 'CTDK2.1', target: 94.5, quarterTargets: { Q1: 50, Q4: 94.5 } }],
    });
  });

  it('and a press without a change changes nothing', async () => {
    const head = await as(FIRST_TEAM_HEAD);
    const before = (await latest('T-1'))!;
    for (const { id } of before.content.tasks) {
      const path = `${pathOf('T-1')}/tasks/${id}`;
      expect((await head.openAndPress(path, path)).status).toBe(303);
    }
    expect((await latest('T-1'))!.sha256).toBe(before.sha256);
  });

  it.each([
    ['title', { title: '' }, 'Thiếu thông tin bắt buộc.'],
    ['product', { product: 'Báo cáo MẬT' }, 'độ mật'],
    ['domain', { domain: '' }, 'Chọn một mục'],
    ['domain', { domain: 'D9' }, 'D9'],
    ['performer', { performer: 'Tổ 漢' }, '漢'],
    ['indicators-0-target', { 'indicators-0-target': '30' }, 'từ 40 trở lên'],
    ['indicators-0-Q2', { 'indicators-0-Q2': 'x' }, 'Số chưa đúng'],
  ])('is refused at the field %s, and what was typed stays', async (field, typed, sentence) => {
    const before = (await latest('T-1'))!.version;
    const page = await addTask(await as(FIRST_TEAM_HEAD), 'T-1', typed);
    expect(page.status).toBe(422);
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.errors[0]?.text).toContain(sentence);
    expect(page.ids).toContain(field);
    const form = page.form(`${pathOf('T-1')}/tasks/new`);
    expect(form.get('indicators-0-name')).toEqual(['Tỷ lệ hồ sơ số hóa']);
    expect((await latest('T-1'))!.version).toBe(before);
  });

  it('takes texts of 2,000 characters as they are', async () => {
    const long = 'Rà soát thủ tục, '.repeat(120).trim();
    expect(long.length).toBeGreaterThan(2000);
    const head = await as(FIRST_TEAM_HEAD);
    await addTask(head, 'T-1', { title: long, product: long, note: long });
    expect((await latest('T-1'))!.content.tasks[2]).toMatchObject({ title: long, note: long });
    expect((await head.open(pathOf('T-1'))).text).toContain(long);
  });

  it('and deletes a task after a question; its id goes to no other', async () => {
    const head = await as(FIRST_TEAM_HEAD);
    const path = `${pathOf('T-1')}/tasks/DK2/delete`;
    const question = await head.open(path);
    expect(question.text).toContain('Số hóa hồ sơ');
    expect((await head.press(question, path)).status).toBe(303);
    expect((await latest('T-1'))!.content.tasks.map(({ id }) => id)).toEqual(['DK1', 'DK3']);
    expect((await head.open(path)).text).toContain('không còn trong bản đăng ký');
  });

  it('shows a second writer what the first changed, and lets go on', async () => {
    const [head, coordinator] = [await as(FIRST_TEAM_HEAD), await as(COORDINATOR)];
    const path = `${pathOf('T-1')}/tasks/DK1`;
    const opened = await coordinator.open(path);
    await head.openAndPress(path, path, { product: 'Quy trình một trang' });
    const stale = await coordinator.press(opened, path, { note: 'Theo bản giấy' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Có người vừa ghi trước');
    expect(stale.text).toContain('Quy trình một trang');
    expect(stale.form(path).get('note')).toEqual(['Theo bản giấy']);
    const typed = { product: 'Quy trình một trang' };
    expect((await coordinator.press(stale, path, typed)).status).toBe(303);
    expect((await latest('T-1'))!.content.tasks[0]).toMatchObject({
      product: 'Quy trình một trang',
      note: 'Theo bản giấy',
    });
  });

  it.each([
    ["another unit's head", TEAM_HEAD],
    ['the registry clerk', CLERK],
    ['the leader', HEAD],
  ])('can be read by %s, who writes nothing there', async (_, personId) => {
    const reader = await as(personId);
    const page = await reader.open(pathOf('T-1'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Quy trình một trang');
    expect(page.actions.filter((action) => action.startsWith(registration))).toEqual([]);
    expect((await reader.open(`${pathOf('T-1')}/tasks/DK1`)).status).toBe(403);
    const before = (await latest('T-1'))!.version;
    const actId = crypto.randomUUID();
    const forced = await reader.send(`${pathOf('T-1')}/tasks/DK1`, {
      ...task,
      actId,
      basedOn: '1',
    });
    expect(forced.status).toBe(403);
    const submitted = await reader.send(`${pathOf('T-1')}/submit`, {
      actId: crypto.randomUUID(),
      version: String(before),
    });
    expect(submitted.status).toBe(403);
    expect((await latest('T-1'))!.version).toBe(before);
    expect((await walk.unitState('T-1'))?.phase).toBe('open');
  });

  it('needs somebody who is signed in, and a unit and year that there are', async () => {
    const nobody = createReader(system, null);
    expect((await nobody.open(pathOf('T-1'))).location).toContain('/sign-in');
    const head = await as(FIRST_TEAM_HEAD);
    expect((await head.open(pathOf('T-99'))).status).toBe(404);
    expect((await head.open('/cycles/1999/registration/units/T-1')).status).toBe(404);
    expect((await head.open(`${pathOf('T-1')}/tasks/DK99`)).status).toBe(404);
    expect((await head.send(`${pathOf('T-1')}/cancel`, { actId: 'x' })).status).toBe(404);
  });
});

describe('a unit submits', () => {
  beforeAll(() => openOffice());

  it('nothing while it has written nothing', async () => {
    const head = await as(TEAM_HEAD);
    const page = await head.open(pathOf('T-2'));
    expect(page.actions).not.toContain(`${pathOf('T-2')}/submit`);
    expect(page.actions).toContain(`${pathOf('T-2')}/decline`);
  });

  it('the version that it reads; another one is shown first', async () => {
    const head = await as(TEAM_HEAD);
    await addTask(head, 'T-2');
    const read = await head.open(pathOf('T-2'));
    expect(read.text).toContain('Gửi phiên bản 1');
    const path = `${pathOf('T-2')}/tasks/DK1`;
    await head.openAndPress(path, path, { product: 'Kho hồ sơ điện tử' });
    const stale = await head.press(read, `${pathOf('T-2')}/submit`);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Có người vừa thay đổi');
    expect(stale.text).toContain('Kho hồ sơ điện tử');
    const sent = await head.press(stale, `${pathOf('T-2')}/submit`);
    expect(sent.location).toBe(`${pathOf('T-2')}?notice=done`);
    const page = await head.open(pathOf('T-2'));
    expect(page.text).toContain('Đã gửi, chờ xem xét');
    expect(page.text).toContain('Đang chờLê Thị Minh Họa');
    expect(page.actions).not.toContain(`${pathOf('T-2')}/submit`);
    expect((await head.open(path)).status).toBe(409);
  });

  it('and takes it back while nobody has judged it', async () => {
    const head = await as(TEAM_HEAD);
    await head.openAndPress(pathOf('T-2'), `${pathOf('T-2')}/withdraw`);
    const page = await head.open(pathOf('T-2'));
    expect(page.text).toContain('Chưa đăng ký');
    expect(page.actions).toContain(`${pathOf('T-2')}/submit`);
    expect(page.text).toContain('Rút bản đăng ký về');
  });

  it('only once, however often the same button is pressed', async () => {
    const head = await as(TEAM_HEAD);
    const page = await head.open(pathOf('T-2'));
    const presses = [1, 2].map(() => head.press(page, `${pathOf('T-2')}/submit`));
    expect((await Promise.all(presses)).map(({ status }) => status)).toEqual([303, 303]);
    const submitted = (await system.stores.cycles.listTrail(office.officeId, office.year)).filter(
      ({ type, workflow_id }) =>
        type === 'RegistrationSubmitted' && workflow_id.endsWith('/registration/T-2'),
    );
    expect(submitted).toHaveLength(2);
  });

  it('or declines with its reason, which its page tells everybody', async () => {
    const head = await as(FIRST_TEAM_HEAD);
    const path = pathOf('T-1');
    const empty = await head.openAndPress(path, `${path}/decline`, { 'decline-reason': ' ' });
    expect(empty.status).toBe(422);
    expect(empty.errors.map(({ field }) => field)).toEqual(['decline-reason']);
    await head.openAndPress(path, `${path}/decline`, {
      'decline-reason': 'Năm nay đội chỉ phối hợp.',
    });
    const page = await (await as(CLERK)).open(path);
    expect(page.text).toContain('Báo không đăng ký');
    expect(page.text).toContain('Hoàng Ví Dụ báo đơn vị không đăng ký nhiệm vụ');
    expect(page.text).toContain('Năm nay đội chỉ phối hợp.');
  });
});
