import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlanContent } from '../../domain/plan.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let coordinator: Reader;
let plan: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

const latest = async () => {
  const id = `plan-${String(office.year)}`;
  const row = (await system.stores.versions.latest(office.officeId, 'plan', id))!;
  return { ...row, content: JSON.parse(row.text) as PlanContent };
};

beforeEach(async () => {
  office = await system.startOffice();
  coordinator = await as(COORDINATOR);
  plan = `/cycles/${String(office.year)}/plan`;
});

describe('the general part of a plan', () => {
  it('is saved as a new version, and nothing else of the plan changes', async () => {
    const before = await latest();
    const saved = await coordinator.openAndPress(`${plan}/edit`, `${plan}/edit`, {
      purpose: 'Rút ngắn thời gian xử lý văn bản.',
      requirements: 'Sát thực tế.\r\n\r\n  Rõ người, rõ việc. ',
      focalTaskCount: '5',
    });
    expect(saved.location).toBe(`${plan}?notice=done`);
    const after = await latest();
    expect(after).toMatchObject({ version: 2, based_on: 1, author_id: COORDINATOR });
    expect(after.content).toEqual({
      ...before.content,
      purpose: 'Rút ngắn thời gian xử lý văn bản.',
      requirements: ['Sát thực tế.', 'Rõ người, rõ việc.'],
      focalTaskCount: 5,
    });
    expect((await coordinator.open(plan)).text).toContain('Rút ngắn thời gian xử lý văn bản.');
  });

  it('shows every field as it was saved: a press without a change changes nothing', async () => {
    const before = await latest();
    await coordinator.openAndPress(`${plan}/edit`, `${plan}/edit`);
    expect((await latest()).sha256).toBe(before.sha256);
    for (const { id } of before.content.tasks) {
      await coordinator.openAndPress(`${plan}/tasks/${id}`, `${plan}/tasks/${id}`);
      expect((await latest()).sha256).toBe(before.sha256);
    }
  });

  it('takes letters written in parts as the letters they are', async () => {
    await coordinator.openAndPress(`${plan}/edit`, `${plan}/edit`, {
      purpose: 'Đẩy mạnh cải cách'.normalize('NFD'),
    });
    expect((await latest()).content.purpose).toBe('Đẩy mạnh cải cách');
  });

  it.each([
    ['subject', { subject: ' ' }, 'Thiếu thông tin bắt buộc.'],
    ['subject', { subject: 'Kế hoạch TỐI MẬT' }, 'độ mật'],
    ['requirements', { requirements: 'Một\nHai 漢' }, '漢'],
    ['focalTaskCount', { focalTaskCount: 'năm' }, 'Số chưa đúng'],
    ['focalTaskCount', { focalTaskCount: '2,5' }, 'a whole number'],
    [
      'schedule-checks-Q1',
      { 'schedule-checks-Q1-day': '31', 'schedule-checks-Q1-month': '2' },
      'Ngày không có thật',
    ],
    [
      'schedule-checks-Q4',
      {
        'schedule-checks-Q4-day': '',
        'schedule-checks-Q4-month': '',
        'schedule-checks-Q4-year': '',
      },
      'Nhập ngày',
    ],
    ['schedule-registrationDeadline', { 'schedule-registrationDeadline-year': '2001' }, 'Ngày này'],
    ['signer-personId', { 'signer-personId': '' }, ''],
  ])('is refused at the field %s, and what was typed stays', async (field, typed, sentence) => {
    const page = await coordinator.openAndPress(`${plan}/edit`, `${plan}/edit`, {
      funding: 'Kinh phí thường xuyên',
      ...typed,
    });
    expect(page.status).toBe(422);
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.errors[0]?.text).toContain(sentence);
    expect(page.ids).toContain(field);
    const form = page.form(`${plan}/edit`);
    expect(form.get('funding')).toEqual(['Kinh phí thường xuyên']);
    for (const [name, value] of Object.entries(typed)) {
      expect(form.get(name)?.[0]?.trim()).toBe(value.trim());
    }
    expect((await latest()).version).toBe(1);
  });
});

describe('a task', () => {
  const indicator = {
    'indicators-0-name': 'Tỷ lệ hồ sơ số hóa',
    'indicators-0-unit': '%',
    'indicators-0-direction': 'increase',
    'indicators-0-aggregation': 'latest',
    'indicators-0-baseline': '40',
    'indicators-0-target': '94,5',
    'indicators-0-Q1': '50',
    'indicators-0-Q2': '60',
    'indicators-0-Q3': '1.250',
    'indicators-0-Q4': '94,5',
  };
  const task = {
    title: 'Số hóa hồ sơ lưu trữ',
    primaryDomain: 'D6',
    leadUnitId: 'T-1',
    product: 'Hồ sơ điện tử',
    ...indicator,
  };
  const last = async () => (await latest()).content.tasks.at(-1)!;

  it('is added with ids of its own, in the numbers people write here', async () => {
    const count = (await latest()).content.tasks.length;
    const page = await coordinator.openAndPress(`${plan}/tasks/new`, `${plan}/tasks/new`, {
      ...task,
      domains: ['D2', 'D6'],
      coordinatingUnitIds: ['T-2', 'T-1'],
    });
    expect(page.status).toBe(303);
    const number = String(count + 1);
    expect(await last()).toEqual({
      id: `NV${number}`,
      ordinal: count + 1,
      title: 'Số hóa hồ sơ lưu trữ',
      domains: ['D2', 'D6'],
      primaryDomain: 'D6',
      leadUnitId: 'T-1',
      coordinatingUnitIds: ['T-2'],
      product: 'Hồ sơ điện tử',
      indicators: [
        {
          id: `CT${number}.1`,
          name: 'Tỷ lệ hồ sơ số hóa',
          unit: '%',
          direction: 'increase',
          aggregation: 'latest',
          baseline: 40,
          target: 94.5,
          quarterTargets: { Q1: 50, Q2: 60, Q3: 1250, Q4: 94.5 },
        },
      ],
    });
  });

  it('belongs to its main domain, ticked or not; its baseline may be unknown', async () => {
    await coordinator.openAndPress(`${plan}/tasks/new`, `${plan}/tasks/new`, {
      ...task,
      'indicators-0-baseline': '',
    });
    expect((await last()).domains).toEqual(['D6']);
    expect((await last()).indicators[0]?.baseline).toBeNull();
  });

  it('loses an indicator whose row is emptied, whose id goes to no other', async () => {
    const old = (await latest()).content.tasks[0]!;
    const path = `${plan}/tasks/${old.id}`;
    const row = old.indicators.length - 1;
    const empty = Object.fromEntries(
      ['name', 'unit', 'baseline', 'target', 'Q1', 'Q2', 'Q3', 'Q4'].map((name) => [
        `indicators-${String(row)}-${name}`,
        '',
      ]),
    );
    const added = Object.fromEntries(
      Object.entries(indicator).map(([name, value]) => [name.replace('-0-', '-5-'), value]),
    );
    await coordinator.openAndPress(path, path, { ...empty, ...added });
    const now = (await latest()).content.tasks[0]!;
    expect(now.indicators.slice(0, row)).toEqual(old.indicators.slice(0, row));
    expect(now.indicators[row]).toMatchObject({
      id: `CT1.${String(old.indicators.length + 1)}`,
      name: 'Tỷ lệ hồ sơ số hóa',
    });
  });

  it('is deleted after a question, and the others close the gap', async () => {
    const before = (await latest()).content.tasks;
    const path = `${plan}/tasks/NV2/delete`;
    const question = await coordinator.open(path);
    expect(question.text).toContain(before[1]!.title);
    expect((await latest()).version).toBe(1);
    expect((await coordinator.press(question, path)).status).toBe(303);
    const after = (await latest()).content.tasks;
    expect(after.map(({ id }) => id)).toEqual(
      before.map(({ id }) => id).filter((id) => id !== 'NV2'),
    );
    expect(after.map(({ ordinal }) => ordinal)).toEqual(after.map((_, index) => index + 1));
  });

  it.each([
    ['title', { title: '' }, 'Thiếu thông tin bắt buộc.'],
    ['product', { product: 'Báo cáo MẬT' }, 'độ mật'],
    ['primaryDomain', { primaryDomain: '' }, 'Chọn một mục'],
    ['leadUnitId', { leadUnitId: '' }, 'Chọn một mục'],
    ['leadUnitId', { leadUnitId: 'T-99' }, 'T-99'],
    ['indicators-0-target', { 'indicators-0-target': '30' }, 'từ 40 trở lên'],
    ['indicators-0-target', { 'indicators-0-target': '94.5%' }, 'Số chưa đúng'],
    ['indicators-0-target', { 'indicators-0-target': '' }, 'Nhập một số'],
    ['indicators-0-Q2', { 'indicators-0-Q2': 'x' }, 'Số chưa đúng'],
    ['indicators-0-unit', { 'indicators-0-unit': ' ' }, 'Thiếu thông tin bắt buộc.'],
  ])('is refused at the field %s, and what was typed stays', async (field, typed, sentence) => {
    const path = `${plan}/tasks/new`;
    const page = await coordinator.openAndPress(path, path, { ...task, ...typed });
    expect(page.status).toBe(422);
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.errors[0]?.text).toContain(sentence);
    expect(page.ids).toContain(field);
    expect(page.form(path).get('indicators-0-name')).toEqual(['Tỷ lệ hồ sơ số hóa']);
    const [typedValue = ''] = Object.values(typed);
    // A choice that is not in the list can not stay chosen.
    const kept = typedValue === 'T-99' ? '' : typedValue.trim();
    expect(page.form(path).get(field)?.[0]).toBe(kept);
    expect((await latest()).version).toBe(1);
  });

  it('whose target falls may not lie above where it begins; to hold it is a target', async () => {
    const path = `${plan}/tasks/new`;
    const falling = { ...task, 'indicators-0-direction': 'decrease' };
    const refused = await coordinator.openAndPress(path, path, falling);
    expect(refused.errors[0]).toMatchObject({ field: 'indicators-0-target' });
    expect(refused.errors[0]?.text).toContain('không quá 40');
    const held = await coordinator.openAndPress(path, path, {
      ...falling,
      'indicators-0-target': '40',
    });
    expect(held.status).toBe(303);
  });

  it('that is not there is not found', async () => {
    expect((await coordinator.open(`${plan}/tasks/NV99`)).status).toBe(404);
  });
});

describe('a form that was opened before somebody else saved', () => {
  it('comes back with what they changed, and goes on top of it at the next press', async () => {
    const secretary = await as(SECRETARY);
    const mine = await coordinator.open(`${plan}/edit`);
    await secretary.openAndPress(`${plan}/tasks/NV1`, `${plan}/tasks/NV1`, {
      title: 'Rà soát quy chế làm việc',
    });
    const old = (await system.stores.versions.find(
      office.officeId,
      'plan',
      `plan-${String(office.year)}`,
      1,
    ))!;

    const refused = await coordinator.press(mine, `${plan}/edit`, { purpose: 'Phục vụ nhân dân.' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Dương Thư Ký Mẫu');
    expect(refused.text).toContain('Nhiệm vụ 1: Tên nhiệm vụ');
    expect(refused.text).toContain('Rà soát quy chế làm việc');
    expect(refused.form(`${plan}/edit`).get('purpose')).toEqual(['Phục vụ nhân dân.']);
    expect((await latest()).version).toBe(2);

    expect((await coordinator.press(refused, `${plan}/edit`)).status).toBe(303);
    const { content, version } = await latest();
    expect(version).toBe(3);
    expect(content).toEqual({
      ...(JSON.parse(old.text) as PlanContent),
      purpose: 'Phục vụ nhân dân.',
      tasks: content.tasks,
    });
    expect(content.tasks[0]?.title).toBe('Rà soát quy chế làm việc');
  });

  it('pressed twice saves once', async () => {
    const mine = await coordinator.open(`${plan}/edit`);
    const typed = { purpose: 'Một lần.' };
    expect((await coordinator.press(mine, `${plan}/edit`, typed)).status).toBe(303);
    expect((await coordinator.press(mine, `${plan}/edit`, typed)).status).toBe(303);
    expect((await latest()).version).toBe(2);
  });

  it('is refused where the plan has gone to the leader, saying who did it and when', async () => {
    const secretary = await as(SECRETARY);
    const mine = await secretary.open(`${plan}/edit`);
    await office.submit();
    const refused = await secretary.press(mine, `${plan}/edit`, { purpose: 'Muộn rồi.' });
    expect(refused.status).toBe(409);
    expect(refused.errors[0]?.text).toMatch(/Lê Thị Minh Họa trình kế hoạch lúc \d\d\/\d\d\/\d{4}/);
    expect(refused.form(`${plan}/edit`).get('purpose')).toEqual(['Muộn rồi.']);
    expect((await latest()).version).toBe(1);
    expect((await secretary.open(`${plan}/edit`)).status).toBe(409);
  });
});

describe('who has no power to write', () => {
  it('reads the plan, and finds no button and no way around', async () => {
    const clerk = await as(CLERK);
    const page = await clerk.open(plan);
    expect(page.text).toContain('Nội dung chung');
    expect(page.actions).toEqual(['/sign-out']);
    expect(page.links).not.toContain(`${plan}/edit`);
    const { content } = await latest();
    const forms = [`${plan}/edit`, `${plan}/tasks/new`, `${plan}/tasks/NV1/delete`];
    for (const path of forms) expect((await clerk.open(path)).status).toBe(403);
    const stolen = (await coordinator.open(`${plan}/edit`)).form(`${plan}/edit`);
    const sent = await clerk.send(`${plan}/edit`, Object.fromEntries(stolen));
    expect(sent.status).toBe(403);
    expect((await latest()).content).toEqual(content);
  });

  it('to submit, may still write', async () => {
    const secretary = await as(SECRETARY);
    expect((await secretary.open(plan)).actions).toEqual(['/sign-out']);
    const form = (await coordinator.open(plan)).form(`${plan}/submit`);
    const sent = await secretary.send(`${plan}/submit`, Object.fromEntries(form));
    expect(sent.status).toBe(403);
    expect((await office.cycleState())?.plan.phase).toBe('drafting');
    const saved = await secretary.openAndPress(`${plan}/edit`, `${plan}/edit`);
    expect(saved.status).toBe(303);
  });
});

describe('submitting a plan', () => {
  it('puts the version that was on the page before the leader; taken back, it can be changed', async () => {
    const submitted = await coordinator.openAndPress(plan, `${plan}/submit`);
    expect(submitted.location).toBe(`${plan}?notice=done`);
    const page = await coordinator.open(plan);
    expect(page.text).toContain('Phiên bản 1 đang chờ phê duyệt');
    expect(page.text).toContain('Chờ: Nguyễn Văn Mẫu');
    expect(page.actions).not.toContain(`${plan}/submit`);
    expect(page.links).not.toContain(`${plan}/edit`);
    expect((await coordinator.press(page, `${plan}/withdraw`)).status).toBe(303);
    expect((await coordinator.open(plan)).links).toContain(`${plan}/edit`);
  });

  it('of an older version than the newest is refused', async () => {
    const page = await coordinator.open(plan);
    await coordinator.openAndPress(`${plan}/edit`, `${plan}/edit`, { purpose: 'Mới.' });
    const refused = await coordinator.press(page, `${plan}/submit`);
    expect(refused.status).toBe(409);
    expect((await office.cycleState())?.plan.phase).toBe('drafting');
    expect(refused.form(`${plan}/submit`).get('version')).toEqual(['2']);
  });

  it('without a task is refused, leading to the tasks', async () => {
    const { content } = await latest();
    for (const { id } of content.tasks) {
      const path = `${plan}/tasks/${id}/delete`;
      await coordinator.openAndPress(path, path);
    }
    const refused = await coordinator.openAndPress(plan, `${plan}/submit`);
    expect(refused.status).toBe(422);
    expect(refused.errors[0]?.field).toBe('tasks');
    expect(refused.ids).toContain('tasks');
  });

  it('can be dated back by who may date an act, but not into the future', async () => {
    const day = (date: Date) => ({
      'occurredAt-day': String(date.getUTCDate()),
      'occurredAt-month': String(date.getUTCMonth() + 1),
      'occurredAt-year': String(date.getUTCFullYear()),
      occurredAtTime: '10:30',
    });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000);
    const future = await coordinator.openAndPress(plan, `${plan}/submit`, day(tomorrow));
    expect(future.status).toBe(409);
    expect(future.errors[0]?.field).toBe('occurredAt');
    expect(future.ids).toContain('occurredAt');
    const halfGiven = await coordinator.openAndPress(plan, `${plan}/submit`, {
      occurredAtTime: '25:00',
    });
    expect(halfGiven.errors[0]?.field).toBe('occurredAt');
    expect(halfGiven.form(`${plan}/submit`).get('occurredAtTime')).toEqual(['25:00']);

    const head = await as(HEAD);
    const page = await head.open(plan);
    expect([...page.form(`${plan}/submit`).keys()]).not.toContain('occurredAtTime');
    expect((await head.press(page, `${plan}/submit`, day(new Date()))).status).not.toBe(303);
    expect((await office.cycleState())?.plan.phase).toBe('drafting');
  });
});
