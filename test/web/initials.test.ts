import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDraftWalk } from '../support/drafts.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { readerOf, wordsOf } from './office-reader.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
let coordinator: Reader;
let clerk: Reader;
let head: Reader;
let path: string;

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
  [coordinator, clerk, head] = [await as(COORDINATOR), await as(CLERK), await as(HEAD)];
});
afterAll(() => system.close());

const submitNotice = async (about: string, ...paragraphs: readonly string[]) => {
  const { result } = await office.act(SECRETARY, 'submit-plain-paper', {
    kind: 'notice',
    about,
    subject: 'Phân công chuẩn bị tổng kết',
    signer: { personId: HEAD, capacity: null },
    paragraphs,
    unitIds: ['T-1'],
    superiorIds: [],
  });
  const [draftId, version] = [String(result['draftId']), Number(result['version'])];
  await walk.untilAwaited(draftId, version);
  return `/cycles/${String(office.year)}/drafts/${draftId}/${String(version)}`;
};

describe('the office', () => {
  it('says which papers are initialled, and who checks their form', async () => {
    const reader = readerOf(system, await system.cookieOf(office.officeId, COORDINATOR));
    expect(wordsOf(await reader.read('/office'))).toContain(
      'Ký nháy trước khi trình lãnh đạo : không loại văn bản nào.',
    );
    const refused = await reader.press('/office/initials', { content: 'plan', form: 'notice' });
    expect(refused.status).toBe(422);
    expect(wordsOf(await refused.text())).toContain('Thiếu thông tin bắt buộc.');
    const kinds = { content: ['plan', 'notice'], form: ['plan', 'notice'] };
    const saved = await reader.press('/office/initials', { ...kinds, formCheckerId: CLERK });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/office?notice=done']);
    expect(wordsOf(await reader.read('/office'))).toContain('2 loại văn bản.');
  });
});

describe('a draft', () => {
  it('waits on the list of the head of the unit, who initials its content on its page', async () => {
    path = await submitNotice('1', 'I. NỘI DUNG', 'Các đội tự kiểm tra.');
    expect((await coordinator.open('/waiting')).links).toContain(path);
    const page = await coordinator.open(path);
    expect(page.text).toContain('Ký nháy nội dungChờ Lê Thị Minh Họa');
    expect(page.text).toContain('Ký nháy thể thứcChưa đến lượt');
    const done = await coordinator.press(page, `${path}/initial`, {});
    expect(done.location).toContain(`${path}?notice=done`);
    expect((await coordinator.open(path)).text).toContain('Ký nháy nội dungLê Thị Minh Họa, ');
  });

  it('is not approved meanwhile, and nobody else initials it', async () => {
    const seen = await head.open(path);
    expect(seen.actions).not.toContain(`${path}/approve`);
    expect(seen.actions).not.toContain(`${path}/initial`);
    expect(seen.text).toContain('Văn bản còn chờ ký nháy');
    expect((await (await as(TEAM_HEAD)).open(path)).actions).toEqual(['/sign-out']);
  });

  it('shows the checker which rules of form it breaks, and goes back with the reason', async () => {
    expect((await clerk.open('/waiting')).links).toContain(path);
    const page = await clerk.open(path);
    expect(page.links).toContain(`${path}/form`);
    expect((await clerk.open(`${path}/form`)).text).toContain('Chưa đúng thể thức');
    const refused = await clerk.press(page, `${path}/initial`, {});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Thể thức chưa đúng nên chưa ký nháy được: Mục đánh số');
    const empty = await clerk.press(refused, `${path}/refuse`, {});
    expect(empty.errors.map(({ field }) => field)).toEqual(['refuse-reason']);
    const reason = { 'refuse-reason': 'Đề mục phải in đậm.' };
    expect((await clerk.press(empty, `${path}/refuse`, reason)).status).toBe(303);
    expect((await coordinator.open(path)).text).toContain('Đề mục phải in đậm.');
  });

  it('in its next version is initialled anew, which page, trail and approval slip say', async () => {
    path = await submitNotice('1', 'Các đội tự kiểm tra.');
    for (const reader of [coordinator, clerk]) {
      await reader.press(await reader.open(path), `${path}/initial`, {});
    }
    const page = await head.open(path);
    expect(page.text).toContain('ký nháy thể thức (phiên bản 2)');
    expect(page.actions).toContain(`${path}/approve`);
    expect((await head.open(`${path}/approval-slip.pdf`)).status).toBe(200);
    await head.press(page, `${path}/approve`, {});
    await office.paper(`notice-${String(office.year)}-1-v2`, 'awaiting-signature');
    const slip = `/papers/notice-${String(office.year)}-1-v2/approval-slip.pdf`;
    expect((await clerk.open(slip)).status).toBe(200);
  });
});

describe('the plan', () => {
  it('is initialled on the page of its approval', async () => {
    await office.submit();
    const approval = `/cycles/${String(office.year)}/plan/approval/1`;
    expect((await coordinator.open('/waiting')).links).toContain(approval);
    const first = await coordinator.open(approval);
    await coordinator.press(first, `${approval}/initial`, {});
    const second = await clerk.open(approval);
    const empty = await clerk.press(second, `${approval}/refuse`, {});
    expect(empty.errors.map(({ field }) => field)).toEqual(['refuse-reason']);
    const done = await clerk.press(empty, `${approval}/initial`, {});
    expect(done.location).toContain(`${approval}?notice=done`);
    expect((await head.open(approval)).actions).toContain(`${approval}/approve`);
  });
});

describe.skipIf(!hasBrowser)('the pages, in a browser (needs Chromium)', () => {
  it('are readable for everyone, wide and on a phone', async () => {
    const browser = await openInBrowser(system);
    const cookie = await system.cookieOf(office.officeId, COORDINATOR);
    const shoot = (name: string) =>
      process.env['SHOOT'] ? `${process.env['SHOOT']}/${name}` : null;
    const draft = await submitNotice('2', 'Các đội tự kiểm tra.');
    expect(await browser.examine('/office/initials', cookie, shoot('initials-office'))).toEqual([]);
    expect(await browser.examine(draft, cookie, shoot('initials-draft'))).toEqual([]);
    await browser.close();
  });
});
