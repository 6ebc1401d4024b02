import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTemporalClient } from '../../adapters/temporal-client.ts';
import { createApp } from '../../web/app.ts';
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
import { connectToTemporal } from '../support/temporal.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let head: Reader;
let coordinator: Reader;
let plan: string;
let paper: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

beforeEach(async () => {
  office = await system.startOffice();
  [head, coordinator] = [await as(HEAD), await as(COORDINATOR)];
  plan = `/cycles/${String(office.year)}/plan`;
  paper = `${plan}/approval/1`;
  await office.submit();
});

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const delegateTo = (toPersonId: string) =>
  office.act(HEAD, 'delegate', {
    toPersonId,
    capacity: 'KT.',
    validFrom: today(),
    validTo: today(),
    basis: 'Phân công trực lãnh đạo',
  });

const giveBack = (reason: string) => head.openAndPress(paper, `${paper}/return`, { reason });

const untilDrafting = () =>
  system.until('the plan is back', async () => {
    const state = await office.cycleState();
    return state?.plan.phase === 'drafting';
  });

describe('the page of a submitted plan', () => {
  it('shows the paper as it will be, and who submitted it', async () => {
    const page = await head.open(paper);
    expect(page.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(page.text).toContain('Rà soát, sửa đổi, bổ sung quy chế, quy trình công tác nội bộ');
    expect(page.text).toContain('Lê Thị Minh Họa,');
    expect(page.text).toContain('Đây là lần trình đầu tiên.');
    expect(page.actions).toEqual(['/sign-out', `${paper}/approve`, `${paper}/return`]);
  });

  it('has the same paper as a file, for people of the office alone', async () => {
    const cookie = await system.cookieOf(office.officeId, HEAD);
    const response = await system.app.request(`${paper}/draft.pdf`, { headers: { cookie } });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      `Dự thảo Kế hoạch CCHC năm ${String(office.year)} (phiên bản 1).pdf`,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await system.app.request(`${paper}/draft.pdf`)).status).toBe(303);
  });

  it('leads to what the rules of form say of it', async () => {
    expect((await head.open(paper)).links).toContain(`${paper}/form`);
    const page = await head.open(`${paper}/form`);
    expect(page.text).toMatch(/Bản dự thảo \(PDF\): Đúng thể thức: đạt \d\d quy tắc/);
    expect(page.text).toMatch(/Bản dự thảo \(DOCX\): Đúng thể thức: đạt \d\d quy tắc/);
    expect((await head.open(`${plan}/approval/9/form`)).status).toBe(404);
  });

  it.each([COORDINATOR, CLERK, SECRETARY, TEAM_HEAD, DEPUTY])(
    'can be read by %s, who has no power to decide and no button',
    async (personId) => {
      const reader = await as(personId);
      const page = await reader.open(paper);
      expect(page.status).toBe(200);
      expect(page.actions).toEqual(['/sign-out']);
      const sent = await reader.send(
        `${paper}/approve`,
        Object.fromEntries((await head.open(paper)).form(`${paper}/approve`)),
      );
      expect(sent.status).toBe(403);
      expect(sent.errors[0]?.text).toContain('không có thẩm quyền');
      expect((await office.approvalState(1))?.decision).toBeNull();
    },
  );

  it('is not found for a version that was never submitted, nor for another year', async () => {
    expect((await head.open(`${plan}/approval/2`)).status).toBe(404);
    expect((await head.open('/cycles/1999/plan/approval/1')).status).toBe(404);
  });

  it('is not shown to people of another office', async () => {
    const other = await system.startOffice();
    const stranger = createReader(system, await system.cookieOf(other.officeId, HEAD));
    expect((await stranger.open(paper)).status).toBe(404);
  });
});

describe('approving', () => {
  it('says who approved and when, and opens the way to the paper', async () => {
    const approved = await head.openAndPress(paper, `${paper}/approve`);
    expect(approved.location).toBe(`${paper}?notice=done`);
    const page = await head.open(paper);
    expect(page.text).toMatch(/Nguyễn Văn Mẫu đã phê duyệt phiên bản này lúc \d\d\/\d\d\/\d{4}/);
    expect(page.actions).toEqual(['/sign-out']);
    await office.paper(`plan-${String(office.year)}-v1`, 'awaiting-signature');
    const standing = await coordinator.open(plan);
    expect(standing.links).toContain(`/papers/plan-${String(office.year)}-v1`);
  });

  it('pressed twice is one approval', async () => {
    const page = await head.open(paper);
    expect((await head.press(page, `${paper}/approve`)).status).toBe(303);
    expect((await head.press(page, `${paper}/approve`)).status).toBe(303);
    const trail = await system.stores.cycles.listTrail(office.officeId, office.year);
    expect(trail.filter(({ type }) => type === 'Approved')).toHaveLength(1);
  });

  it('by one who comes second is refused, naming the first and the time', async () => {
    const page = await head.open(paper);
    await giveBack('Bổ sung chỉ tiêu về họp không giấy.');
    const refused = await head.press(page, `${paper}/approve`);
    expect(refused.status).toBe(409);
    expect(refused.errors[0]?.text).toMatch(
      /Nguyễn Văn Mẫu trả lại kế hoạch lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/,
    );
    expect(refused.text).toContain('Bổ sung chỉ tiêu về họp không giấy.');
    expect((await office.approvalState(1))?.decision?.kind).toBe('returned');
  });

  it('of anything but what was read is refused', async () => {
    const form = Object.fromEntries((await head.open(paper)).form(`${paper}/approve`));
    const other = { ...form, boundHash: ['0'.repeat(64)] };
    expect((await head.send(`${paper}/approve`, other)).status).toBe(409);
    expect((await head.send(`${paper}/approve`, { ...form, version: ['2'] })).status).toBe(409);
    expect((await office.approvalState(1))?.decision).toBeNull();
  });

  it('is the delegate’s while the leader is away, and the trail says so', async () => {
    await delegateTo(DEPUTY);
    const deputy = await as(DEPUTY);
    expect((await deputy.openAndPress(paper, `${paper}/approve`)).status).toBe(303);
    const page = await head.open(paper);
    expect(page.text).toContain('Trần Thí Dụ đã phê duyệt');
    const trail = await head.open(`/cycles/${String(office.year)}`);
    expect(trail.text).toContain('thủ trưởng đơn vị, theo ủy quyền (KT.)');
  });

  it('of one’s own submission is explained, and refused', async () => {
    await delegateTo(COORDINATOR);
    const page = await coordinator.open(paper);
    expect(page.text).toContain('không tự phê duyệt được');
    expect(page.actions).toEqual(['/sign-out']);
    const sent = await coordinator.send(
      `${paper}/approve`,
      Object.fromEntries((await head.open(paper)).form(`${paper}/approve`)),
    );
    expect(sent.status).toBe(403);
    expect(sent.errors[0]?.text).toContain('Không tự phê duyệt');
    expect((await office.approvalState(1))?.decision).toBeNull();
  });

  it('of one’s own submission is the head’s alone', async () => {
    const page = await head.open(plan);
    expect((await head.press(page, `${plan}/withdraw`)).status).toBe(303);
    await head.openAndPress(`${plan}/edit`, `${plan}/edit`, { purpose: 'Do thủ trưởng soạn.' });
    expect((await head.openAndPress(plan, `${plan}/submit`)).status).toBe(303);
    const own = `${plan}/approval/2`;
    expect((await head.openAndPress(own, `${own}/approve`)).status).toBe(303);
  });
});

describe('returning', () => {
  it('needs a reason', async () => {
    const page = await giveBack('  ');
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([{ field: 'reason', text: 'Thiếu thông tin bắt buộc.' }]);
    expect(page.ids).toContain('reason');
    expect((await office.approvalState(1))?.decision).toBeNull();
  });

  it('with a reason that is no matter for this system is refused, and it stays typed', async () => {
    const page = await giveBack('Bổ sung nội dung TUYỆT MẬT');
    expect(page.status).toBe(422);
    expect(page.errors[0]?.field).toBe('reason');
    expect(page.form(`${paper}/return`).get('reason')).toEqual(['Bổ sung nội dung TUYỆT MẬT']);
  });

  it('brings the reason to the authors, and what they changed back to the leader', async () => {
    expect((await giveBack('Nêu rõ hơn mục đích.')).status).toBe(303);
    await untilDrafting();
    const returned = await coordinator.open(plan);
    expect(returned.text).toMatch(/Nguyễn Văn Mẫu đã trả lại kế hoạch lúc/);
    expect(returned.text).toContain('Nêu rõ hơn mục đích.');
    const waiting = await coordinator.open('/waiting');
    expect(waiting.text).toContain('Chỉnh sửa kế hoạch được trả lại');

    await coordinator.openAndPress(`${plan}/edit`, `${plan}/edit`, {
      purpose: 'Phục vụ nhân dân tốt hơn.',
    });
    const task = `${plan}/tasks/NV5`;
    await coordinator.openAndPress(task, task, { 'indicators-1-target': '55' });
    expect((await coordinator.openAndPress(plan, `${plan}/submit`)).status).toBe(303);

    const page = await head.open(`${plan}/approval/3`);
    expect(page.text).toContain('Những gì thay đổi so với phiên bản 1 đã trình');
    expect(page.text).toContain('Lần trước Nguyễn Văn Mẫu trả lại');
    expect(page.text).toContain('Nêu rõ hơn mục đích.');
    expect(page.text).toMatch(/SauPhục vụ nhân dân tốt hơn\./);
    expect(page.text).toMatch(/Nhiệm vụ 5: chỉ tiêu “[^”]+”, Chỉ tiêu cả nămTrước50Sau55/);
    expect(page.html.match(/<dt>/g)).not.toBeNull();

    const old = await head.open(paper);
    expect(old.text).toContain('Phiên bản 3 đã được trình sau phiên bản này.');
    expect(old.links).toContain(`${plan}/approval/3`);
    expect(old.actions).toEqual(['/sign-out']);
  });
});

describe('a cycle that is cancelled', () => {
  it('ends the approval, and the page says how', async () => {
    const page = await head.open(paper);
    await office.act(HEAD, 'cancel-cycle', { reason: 'Đơn vị sáp nhập.' });
    await system.until('the approval ended', async () => {
      const state = await office.approvalState(1);
      return state?.decision;
    });
    const refused = await head.press(page, `${paper}/approve`);
    expect(refused.status).toBe(409);
    expect((await head.open(paper)).text).toContain('do chu trình bị hủy');
  });
});

describe('while Temporal is away', () => {
  it('nothing is lost: the reason stays typed, and the same press counts once when it is back', async () => {
    const away = await connectToTemporal();
    const acts = {
      ...system.acts,
      temporal: createTemporalClient(away.connection, away.namespace, system.taskQueue),
    };
    await away.close();
    const app = createApp({
      acts,
      links: system.links,
      decisionLinks: system.decisionLinks,
      isExample: true,
      isHttps: false,
      mailInboxUrl: null,
      apiToken: null,
      logFault: (error) => system.faults.push(error),
    });
    const cut = createReader({ app }, await system.cookieOf(office.officeId, HEAD));
    const page = await cut.open(paper);
    const refused = await cut.press(page, `${paper}/return`, { reason: 'Bổ sung kinh phí.' });
    expect(refused.status).toBe(503);
    expect(refused.errors[0]?.text).toContain('Xin bấm lại sau ít phút');
    const form = refused.form(`${paper}/return`);
    expect(form.get('reason')).toEqual(['Bổ sung kinh phí.']);
    expect(form.get('actId')).toEqual(page.form(`${paper}/return`).get('actId'));

    expect((await head.press(refused, `${paper}/return`)).status).toBe(303);
    expect((await head.press(refused, `${paper}/return`)).status).toBe(303);
    const trail = await system.stores.cycles.listTrail(office.officeId, office.year);
    expect(trail.filter(({ type }) => type === 'Returned')).toHaveLength(1);
    expect(trail.find(({ type }) => type === 'Returned')?.act_id).toBe(form.get('actId')?.[0]);
  });
});
