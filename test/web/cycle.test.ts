import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '../../acts/canonical-text.ts';
import { daysBetween } from '../../domain/local-date.ts';
import type { PlanContent } from '../../domain/plan.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  readExample,
  SECRETARY,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { todayHere } from '../support/walk.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let coordinator: Reader;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

beforeEach(async () => {
  office = await system.startOffice();
  coordinator = await as(COORDINATOR);
});

const cycles = () => system.stores.cycles.list(office.officeId);
const untilRunning = (year: number) =>
  system.until('the cycle runs', () =>
    system.stores.strands.find(
      office.officeId,
      `cycle/${office.officeId}/${String(year)}`,
      'reformCycle',
    ),
  );

describe('the page of a cycle', () => {
  it('shows where the year stands, for whom it waits and until when', async () => {
    const page = await (await as(CLERK)).open(`/cycles/${String(office.year)}`);
    expect(page.text).toContain(`Chu trình cải cách hành chính năm ${String(office.year)}`);
    expect(page.text).toMatch(
      /Soạn và trình kế hoạchĐang chờHạn [\d/]+, còn 7 ngàyChờ: Lê Thị Minh Họa/,
    );
    // Three weeks ahead, or the working day after.
    const state = await office.cycleState();
    const dueOn = state?.schedule.find(({ step }) => step === 'registration')?.dueOn ?? '';
    const left = `còn ${String(daysBetween(todayHere(), dueOn))} ngày`;
    expect(page.text).toMatch(new RegExp(`Đăng ký nhiệm vụSắp tớiHạn [\\d/]+, ${left}`));
    expect(page.text).toMatch(/Kiểm tra quý IVSắp tới/);
    expect(page.text).toContain('Chưa có văn bản nào.');
  });

  it('names who did what, when and in what capacity, with the reasons given', async () => {
    const waiting = await office.submit();
    await office.act(HEAD, 'return-plan', { ...waiting, reason: 'Bổ sung giải pháp.' });
    await system.until('the plan is back', async () => {
      const state = await office.cycleState();
      return state?.plan.phase === 'drafting';
    });
    const page = await coordinator.open(`/cycles/${String(office.year)}`);
    expect(page.text).toContain('Kế hoạch được trả lại để chỉnh sửa');
    expect(page.text).toMatch(
      /Nguyễn Văn Mẫuthủ trưởng đơn vịTrả lại kế hoạch \(phiên bản 1\)Lý do: Bổ sung giải pháp\./,
    );
    expect(page.text).toMatch(/Lê Thị Minh Họaphụ trách cải cách hành chínhTrình kế hoạch/);
    expect(page.text.match(/Trả lại kế hoạch/g)).toHaveLength(1);
  });

  it('shows its papers, where they are and how many have reached their recipients', async () => {
    const paperId = await office.approve();
    const before = await coordinator.open(`/cycles/${String(office.year)}`);
    expect(before.text).toMatch(/Phê duyệt kế hoạchĐã xongNguyễn Văn Mẫu phê duyệt lúc/);
    expect(before.text).toMatch(/phát hành kế hoạchĐang chờ.*Chờ: Nguyễn Văn Mẫu, Lý Văn Thư Mẫu/);
    expect(before.links).toContain(`/papers/${paperId}`);
    expect(before.text).toContain('Chờ ký');

    await office.act(HEAD, 'confirm-signature', { paperId });
    const documentDate = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await office.act(CLERK, 'number-paper', { paperId, number: 15, documentDate });
    await system.until('the final paper', async () => {
      const state = await office.paperState(paperId);
      return state?.finalFiles;
    });
    await office.act(CLERK, 'stamp-paper', { paperId });
    await office.act(CLERK, 'issue-paper', { paperId });
    await system.until('everything is sent', async () => {
      const rows = await system.stores.deliveries.list(office.officeId, paperId);
      return rows.length > 0 && rows.every(({ status }) => status !== 'due');
    });
    const after = await coordinator.open(`/cycles/${String(office.year)}`);
    expect(after.text).toMatch(/phát hành kế hoạchĐã xongPhát hành ngày/);
    expect(after.text).toContain('Kế hoạch số 15/KH-ANNĐ');
    expect(after.text).toMatch(/\d+ đã gửi.*; 0 đã xác nhận nhận/);
  });

  it('of another office or of no cycle is not found', async () => {
    expect((await coordinator.open('/cycles/1999')).status).toBe(404);
    expect((await coordinator.open('/cycles/abcd')).status).toBe(404);
  });

  it('says what is late, and by how much', async () => {
    const plan = `/cycles/${String(office.year)}/plan`;
    const day = (name: string, date: Date) => ({
      [`${name}-day`]: String(date.getUTCDate()),
      [`${name}-month`]: String(date.getUTCMonth() + 1),
      [`${name}-year`]: String(date.getUTCFullYear()),
    });
    const ago = (days: number) => new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000);
    await coordinator.openAndPress(`${plan}/edit`, `${plan}/edit`, {
      ...day('schedule-registrationOpensOn', ago(9)),
      ...day('schedule-registrationDeadline', ago(2)),
      ...day('schedule-checks-Q1', ago(-3)),
    });
    await coordinator.openAndPress(plan, `${plan}/submit`);
    const page = await coordinator.open(`/cycles/${String(office.year)}`);
    expect(page.text).toMatch(
      /Phê duyệt kế hoạchQuá hạnHạn [\d/]+, quá hạn 9 ngàyChờ: Nguyễn Văn Mẫu/,
    );
    expect(page.text).toMatch(
      /Đăng ký nhiệm vụQuá hạnHạn [\d/]+, quá hạn 2 ngàyChờ: các đội và đoàn thể/,
    );
    expect(page.text).toMatch(/Kiểm tra quý IĐến hạnHạn [\d/]+, còn 3 ngàyChờ: Lê Thị Minh Họa/);
    expect(page.text).toMatch(/Hệ thốngQua hạn: Đăng ký nhiệm vụ/);
  });
});

describe('starting a cycle by the form', () => {
  it('has everything filled in for the year that comes next', async () => {
    const page = await coordinator.open('/cycles/new');
    const form = page.form('/cycles/new');
    const year = form.get('year')?.[0] ?? '';
    expect(Number(year)).toBeGreaterThan(office.year);
    expect(form.get('subject')?.[0]).toContain(`năm ${year}`);
    expect(form.get('signer-personId')).toEqual([`${HEAD}|`]);
    expect(form.get('schedule-checks-Q4-year')).toEqual([year]);

    const started = await coordinator.press(page, '/cycles/new');
    expect(started.location).toBe(`/cycles/${year}?notice=done`);
    await untilRunning(Number(year));
    const shown = await coordinator.open(`/cycles/${year}/plan`);
    expect(shown.text).toContain('Kế hoạch chưa có nhiệm vụ nào.');
    expect((await cycles()).map((row) => row.year)).toEqual([Number(year), office.year]);
  });

  it('of a year that runs is refused, and leads to the one that runs', async () => {
    const path = `/cycles/new?year=${String(office.year)}`;
    const page = await coordinator.openAndPress(path, '/cycles/new');
    expect(page.status).toBe(409);
    expect(page.errors[0]?.text).toContain('đã có chu trình');
    expect(page.links).toContain(`/cycles/${String(office.year)}`);
    expect(await cycles()).toHaveLength(1);
  });

  it('for another year than it was filled in for is filled in anew; what was typed stays', async () => {
    const page = await coordinator.openAndPress('/cycles/new', '/cycles/new', {
      year: '2035',
      'schedule-checks-Q1-day': '20',
    });
    expect(page.status).toBe(422);
    expect(page.errors[0]?.field).toBe('year');
    const form = page.form('/cycles/new');
    expect(form.get('subject')?.[0]).toContain('năm 2035');
    expect(form.get('schedule-checks-Q2-year')).toEqual(['2035']);
    expect(form.get('schedule-checks-Q1-day')).toEqual(['20']);
    expect((await coordinator.press(page, '/cycles/new')).location).toMatch('/cycles/2035');
  });

  it.each([
    ['year', { year: '20x6' }],
    ['subject', { subject: '' }],
    ['signer-personId', { 'signer-personId': 'P-99|' }],
    ['schedule-checks-Q2', { 'schedule-checks-Q2-day': '31', 'schedule-checks-Q2-month': '6' }],
    ['schedule-registrationDeadline', { 'schedule-registrationDeadline-year': '2001' }],
  ])('is refused at %s, with nothing written', async (field, typed) => {
    const page = await coordinator.openAndPress('/cycles/new', '/cycles/new', typed);
    expect(page.status).toBe(422);
    expect(page.errors.map((error) => error.field)).toEqual([field]);
    expect(page.ids).toContain(field);
    expect(await cycles()).toHaveLength(1);
  });

  it('is for those who may: others see no form, and a press of theirs is refused', async () => {
    const secretary = await as(SECRETARY);
    expect((await secretary.open('/cycles/new')).actions).toEqual(['/sign-out']);
    expect((await secretary.open('/cycles')).links).not.toContain('/cycles/new');
    const form = (await coordinator.open('/cycles/new')).form('/cycles/new');
    expect((await secretary.send('/cycles/new', Object.fromEntries(form))).status).toBe(403);
    expect(await cycles()).toHaveLength(1);
  });
});

describe('starting a cycle as a copy', () => {
  const PATH = '/cycles/new/copy';

  it('is offered first, with the last year and the next one filled in', async () => {
    const page = await coordinator.open('/cycles/new');
    const year = String(office.year);
    expect(page.actions.filter((action) => action.startsWith('/cycles/'))).toEqual([
      PATH,
      '/cycles/new',
      '/cycles/new/file',
    ]);
    expect(page.text).toContain(`Sao chép từ năm ${year}`);
    expect(page.text).toContain('nội dung chung, nhiệm vụ, chỉ tiêu');
    const form = page.form(PATH);
    expect(form.get('copyFrom')).toEqual([year]);
    expect(Number(form.get('copyYear')?.[0])).toBeGreaterThan(office.year);
  });

  it('opens the year, and its plan says what to look at until it is submitted', async () => {
    await coordinator.openAndPress('/cycles/new', '/cycles/new/file', {
      file: new File([readExample('2024', office.officeId).bytes()], 'nam.json'),
    });
    await untilRunning(2024);
    const page = await coordinator.open('/cycles/new');
    const year = page.form(PATH).get('copyYear')?.[0] ?? '';
    const copied = await coordinator.press(page, PATH, { copyFrom: '2024' });
    expect(copied.location).toBe(`/cycles/${year}?notice=done`);
    const plan = await (await as(CLERK)).open(`/cycles/${year}/plan`);
    expect(plan.text).toContain('được sao chép từ kế hoạch năm 2024 (phiên bản 1)');
    expect(plan.text).toMatch(/\d+ chỉ tiêu có mức ban đầu ở kế hoạch năm 2024 đã để trống/);
    expect(plan.text).toMatch(/hết hiệu lực, không chép sang: Nghị định số 98\/2023\/NĐ-CP/);
    expect(plan.text).toContain('Đơn vị không còn hoạt động: Đội công tác số 3.');
    expect(plan.text).toContain('Nhiệm vụ 4: đã chuyển cho đơn vị kế thừa chủ trì.');
    expect(plan.text).toContain(`cải cách hành chính năm ${year}`);

    const submit = `/cycles/${year}/plan/submit`;
    const shown = await coordinator.openAndPress(`/cycles/${year}/plan`, submit);
    expect(shown.status).toBe(303);
    const after = await coordinator.open(`/cycles/${year}/plan`);
    expect(after.text).not.toContain('được sao chép');
  });

  it('is not offered to an office without an earlier year', async () => {
    const page = await coordinator.open(`/cycles/new?year=${String(office.year)}`);
    expect(page.actions).not.toContain(PATH);
    expect(page.text).not.toContain('Sao chép');
  });

  it('proposes a year that was not cancelled, and marks one that was', async () => {
    await office.act(HEAD, 'cancel-cycle', { reason: 'Mở nhầm.' });
    const only = await coordinator.open('/cycles/new');
    expect(only.text).toContain(`${String(office.year)} (đã hủy)`);
    expect(only.form(PATH).get('copyFrom')).toEqual([String(office.year)]);
    await coordinator.openAndPress('/cycles/new', '/cycles/new/file', {
      file: new File([readExample('2024', office.officeId).bytes()], 'nam.json'),
    });
    await untilRunning(2024);
    const page = await coordinator.open('/cycles/new');
    expect(page.form(PATH).get('copyFrom')).toEqual(['2024']);
  });

  it.each([
    ['copyYear', { copyYear: '20x6' }, 'bốn chữ số'],
    ['copyYear', { copyFrom: '2001', copyYear: '2002' }, 'đã qua'],
    ['copyFrom', { copyFrom: '' }, 'Chọn năm để sao chép'],
    ['copyFrom', { copyFrom: '2090' }, 'Chọn một năm trước'],
    ['copyFrom', { copyFrom: '2001' }, 'Không tìm thấy chu trình'],
  ])(
    'is refused at %s, keeping what was typed, with nothing written',
    async (field, typed, words) => {
      const page = await coordinator.openAndPress('/cycles/new', PATH, typed);
      expect([404, 422]).toContain(page.status);
      expect(page.errors).toEqual([{ field, text: expect.stringContaining(words) }]);
      expect(page.ids).toContain(field);
      if ('copyYear' in typed) expect(page.form(PATH).get('copyYear')).toEqual([typed.copyYear]);
      expect(await cycles()).toHaveLength(1);
    },
  );

  it('of the year itself is refused, and the choice stays', async () => {
    const year = String(office.year);
    const page = await coordinator.openAndPress('/cycles/new', PATH, { copyYear: year });
    expect(page.errors[0]).toMatchObject({ field: 'copyFrom' });
    expect(page.form(PATH).get('copyFrom')).toEqual([year]);
    expect(page.form(PATH).get('copyYear')).toEqual([year]);
  });

  it('of a year that was opened meanwhile is refused, and leads to it', async () => {
    const page = await coordinator.open('/cycles/new');
    const year = page.form(PATH).get('copyYear')?.[0] ?? '';
    await (await as(HEAD)).openAndPress('/cycles/new', PATH);
    const late = await coordinator.press(page, PATH);
    expect(late.status).toBe(409);
    expect(late.errors[0]?.text).toContain('đã có chu trình');
    expect(late.links).toContain(`/cycles/${year}`);
    expect(late.form(PATH).get('copyYear')).toEqual([year]);
    expect(await cycles()).toHaveLength(2);
  });

  it('pressed twice opens one year; pressed by who may not opens none', async () => {
    const page = await coordinator.open('/cycles/new');
    const secretary = await as(SECRETARY);
    const stolen = await secretary.send(PATH, Object.fromEntries(page.form(PATH)));
    expect(stolen.status).toBe(403);
    expect(await cycles()).toHaveLength(1);
    const first = await coordinator.press(page, PATH);
    const second = await coordinator.press(page, PATH);
    expect(second.location).toBe(first.location);
    expect(await cycles()).toHaveLength(2);
  });
});

describe('starting a cycle from a file', () => {
  const upload = (content: string | Buffer, reader = coordinator) =>
    reader.openAndPress('/cycles/new', '/cycles/new/file', {
      file: new File([content], 'nam.json', { type: 'application/json' }),
    });

  it('of a past year runs on a clock of its own', async () => {
    const { bytes } = readExample('2024', office.officeId);
    const page = await upload(bytes());
    expect(page.location).toBe('/cycles/2024?notice=done');
    await untilRunning(2024);
    const shown = await coordinator.open('/cycles/2024');
    expect(shown.text).toContain('đang được nhập lại từ hồ sơ gốc');
    const form = (await coordinator.open('/cycles/2024/plan')).form('/cycles/2024/plan/submit');
    expect(form.has('occurredAtTime')).toBe(true);
  });

  it.each([
    ['no JSON', '{"cycleYear": ', 422, /dòng 1/],
    ['another schema', '{"schemaVersion": "x"}', 422, /Vị trí: \/schemaVersion/],
  ])('that is %s is refused at its place', async (_, content, status, sentence) => {
    const page = await upload(content);
    expect(page.status).toBe(status);
    expect(page.errors).toEqual([{ field: 'file', text: expect.stringMatching(sentence) }]);
    expect(page.ids).toContain('file');
    expect(await cycles()).toHaveLength(1);
  });

  it('names the place of a wrong value by JSON pointer, and what is expected there', async () => {
    const { file } = readExample('2024', office.officeId);
    file.plan.tasks[1].indicators[0].target = 900;
    const page = await upload(JSON.stringify(file));
    expect(page.errors[0]?.text).toContain('Vị trí: /plan/tasks/1/indicators/0/target');
    expect(page.errors[0]?.text).toContain('không quá 3');
    expect(await cycles()).toHaveLength(1);
  });

  it('of another office is refused', async () => {
    const { bytes } = readExample('2024', 'OTHER-OFFICE');
    const page = await upload(bytes());
    expect(page.status).toBe(403);
    expect(page.errors[0]?.text).toContain('Vị trí: /unit/id');
  });

  it('over 20 MB is refused, whether just over or far over', async () => {
    for (const size of [20 * 1024 * 1024 + 1, 22 * 1024 * 1024]) {
      const page = await upload(Buffer.alloc(size, 0x20));
      expect(page.status).toBe(413);
      expect(page.errors[0]?.text).toContain('20 MB');
    }
  });

  it('without a file says so', async () => {
    const page = await coordinator.openAndPress('/cycles/new', '/cycles/new/file', {
      file: new File([], ''),
    });
    expect(page.errors).toEqual([{ field: 'file', text: 'Chọn một tệp.' }]);
  });
});

describe('a cycle whose start was interrupted', () => {
  it('says so, and goes on from what was saved', async () => {
    const id = `plan-${String(office.year)}`;
    const row = (await system.stores.versions.latest(office.officeId, 'plan', id))!;
    const plan: PlanContent = { ...(JSON.parse(row.text) as PlanContent), year: 2031 };
    const act_id = 'interrupted-start';
    const at = row.entered_at;
    await system.stores.cycles.insert({
      office_id: office.officeId,
      year: 2031,
      origin: 'live',
      workflow_id: `cycle/${office.officeId}/2031`,
      act_id,
      started_by: COORDINATOR,
      started_at: at,
      entered_at: at,
      is_mailed: false,
    });
    await system.stores.versions.save({
      office_id: office.officeId,
      kind: 'plan',
      id: 'plan-2031',
      basedOn: null,
      ...canonicalText(plan),
      author_id: COORDINATOR,
      act_id,
      occurred_at: at,
      entered_at: at,
    });
    expect((await coordinator.open('/cycles')).text).toContain('Chưa khởi động xong');
    expect((await (await as(CLERK)).open('/cycles/2031')).actions).toEqual(['/sign-out']);
    const page = await coordinator.open('/cycles/2031');
    expect(page.text).toContain('chưa khởi động xong do gián đoạn');
    const resumed = await coordinator.press(page, '/cycles/2031/continue');
    expect(resumed.location).toBe('/cycles/2031?notice=start-resumed');
    await untilRunning(2031);
    expect((await coordinator.open('/cycles/2031')).text).toContain('Soạn và trình kế hoạch');
  });
});

describe('cancelling a cycle', () => {
  it('is the head’s alone, asks for a reason, and stops what waits', async () => {
    const path = `/cycles/${String(office.year)}/cancel`;
    expect((await coordinator.open(path)).actions).toEqual(['/sign-out']);
    const head = await as(HEAD);
    const page = await head.open(path);
    const stolen = { ...Object.fromEntries(page.form(path)), reason: 'Không cần nữa.' };
    expect((await coordinator.send(path, stolen)).status).toBe(403);

    const empty = await head.press(page, path);
    expect(empty.status).toBe(422);
    expect(empty.errors[0]?.field).toBe('reason');
    const done = await head.press(empty, path, { reason: 'Đơn vị sáp nhập.' });
    expect(done.location).toBe(`/cycles/${String(office.year)}?notice=done`);

    const shown = await coordinator.open(`/cycles/${String(office.year)}`);
    expect(shown.text).toContain('Chu trình đã bị hủy bởi Nguyễn Văn Mẫu');
    expect(shown.text).toContain('Lý do: Đơn vị sáp nhập.');
    expect((await coordinator.open('/waiting')).text).toContain('Không có việc nào đang chờ.');
    const plan = await coordinator.open(`/cycles/${String(office.year)}/plan`);
    expect(plan.actions).toEqual(['/sign-out']);
    expect((await head.press(page, path, { reason: 'Lần nữa.' })).status).toBe(409);
  });
});
