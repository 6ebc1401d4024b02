import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDraftWalk } from '../support/drafts.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { takePaperThrough, untilAllIsSent } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
let coordinator: Reader;
let head: Reader;
let drafts: string;
let planPaper: string;

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
  [coordinator, head] = [await as(COORDINATOR), await as(HEAD)];
  drafts = `/cycles/${String(office.year)}/drafts`;
});
afterAll(() => system.close());

const letter = () => ({
  paperId: planPaper,
  kind: 'correction',
  subject: 'đính chính Kế hoạch số 15',
  places: 'Trang 2, dòng 5 | năm 2023 | năm 2024\nTrang 3 | 02 đội | 04 đội',
  signer: HEAD,
});
const pathOf = (draftId: string, version: number) => `${drafts}/${draftId}/${String(version)}`;

describe('the drafts of a year', () => {
  it('are none at first, which the page says; the cycle’s page leads there', async () => {
    const cycle = await coordinator.open(`/cycles/${String(office.year)}`);
    expect(cycle.links).toContain(drafts);
    const page = await coordinator.open(drafts);
    expect(page.text).toContain('Chưa có dự thảo văn bản nào.');
    const form = await coordinator.open(`${drafts}/letter`);
    expect(form.text).toContain('Trong năm chưa có văn bản nào được phát hành');
    planPaper = await walk.issuePlan();
  });

  it('begin with a letter about an issued paper; what was typed stays where it is refused', async () => {
    const path = `${drafts}/letter`;
    const page = await coordinator.open(path);
    const refused = await coordinator.press(page, path, { ...letter(), places: 'Trang 2' });
    expect(refused.status).toBe(422);
    expect(refused.errors.map(({ field }) => field)).toEqual(['places']);
    expect(refused.form(path).get('subject')).toEqual(['đính chính Kế hoạch số 15']);
    const done = await coordinator.press(refused, path, letter());
    expect(done.location).toContain(`${drafts}?notice=done`);
    const list = await coordinator.open(drafts);
    expect(list.text).toContain('Công văn đính chính (phiên bản 1)');
    expect(list.text).toContain('Chờ phê duyệt');
    expect(list.text).toContain('Nguyễn Văn Mẫu');
  });

  it('may be a notice of the office’s own words, which the head of a unit signs by order', async () => {
    const path = `${drafts}/plain`;
    const notice = {
      kind: 'notice',
      subject: 'Phân công chuẩn bị tổng kết',
      paragraphs: 'Các đội tự kiểm tra.\nBáo cáo trước ngày 01/12.',
      unitIds: ['T-1', 'T-2'],
      signer: TEAM_HEAD,
      capacity: 'TL.',
    };
    const page = await coordinator.open(path);
    const unnamed = await coordinator.press(page, path, { ...notice, kind: '' });
    expect(unnamed.errors.map(({ field }) => field)).toEqual(['kind']);
    const nobody = await coordinator.press(page, path, { ...notice, unitIds: [] });
    expect(nobody.errors.map(({ field }) => field)).toEqual(['unitIds']);
    expect(nobody.form(path).get('subject')).toEqual(['Phân công chuẩn bị tổng kết']);
    const deputy = await coordinator.press(page, path, { ...notice, capacity: 'TUQ.' });
    expect(deputy.errors.map(({ field }) => field)).toEqual(['signer']);
    const done = await coordinator.press(nobody, path, notice);
    expect(done.location).toContain(`${drafts}?notice=done`);
    const { text } = await coordinator.open(drafts);
    expect(text).toContain('Thông báo (phiên bản 1)');
    expect(text).toContain('Phân công chuẩn bị tổng kết');
  });

  it('are not written by who lacks the power', async () => {
    const team = await as(TEAM_HEAD);
    expect((await team.open(`${drafts}/letter`)).status).toBe(404);
    expect((await team.open(`${drafts}/plain`)).status).toBe(404);
    expect((await team.open(drafts)).links).not.toContain(`${drafts}/letter`);
  });
});

describe('one draft', () => {
  const draftId = () => `correction-${String(office.year)}-${planPaper}`;

  it('shows the very paper, and goes back with the reason, which is asked for', async () => {
    await walk.untilAwaited(draftId(), 1);
    const path = pathOf(draftId(), 1);
    const page = await head.open(path);
    expect(page.text).toContain('V/v đính chính Kế hoạch số 15');
    expect(page.text).toContain('Kính gửi:');
    expect(page.actions).not.toContain(`${path}/report`);
    expect(page.links).toContain(`${path}/form`);
    const refused = await head.press(page, `${path}/return`, {});
    expect(refused.errors.map(({ field }) => field)).toEqual(['return-reason']);
    const done = await head.press(page, `${path}/return`, {
      'return-reason': 'Nêu rõ dòng của trang 3.',
    });
    expect(done.status).toBe(303);
    const decided = await coordinator.open(path);
    expect(decided.text).toContain('Nguyễn Văn Mẫu đã trả lại phiên bản này');
    expect(decided.text).toContain('Nêu rõ dòng của trang 3.');
    expect((await head.open(path)).actions).not.toContain(`${path}/approve`);
  });

  it('is judged by the rules of form, both as PDF and as DOCX', async () => {
    const page = await head.open(`${pathOf(draftId(), 1)}/form`);
    expect(page.title).toBe('Thể thức: Dự thảo: Công văn đính chính');
    expect(
      page.text.match(/Bản dự thảo \((?:PDF|DOCX)\): Đúng thể thức: đạt \d\d quy tắc/g),
    ).toHaveLength(2);
    const part = await head.open(`${pathOf(draftId(), 1)}/form?part=1`);
    expect(part.html).not.toContain('<html');
    expect(part.text).toContain('Đúng thể thức');
    expect((await head.open(`${pathOf('correction-x', 1)}/form`)).status).toBe(404);
  });

  it('in its next version says why the one before came back; the old page leads to the new one', async () => {
    await walk.submitCorrection(planPaper);
    const next = await coordinator.open(pathOf(draftId(), 2));
    expect(next.text).toContain('Phiên bản 1 đã bị trả lại với lý do: Nêu rõ dòng của trang 3.');
    const old = await head.open(pathOf(draftId(), 1));
    expect(old.links).toContain(pathOf(draftId(), 2));
    expect(old.actions).toEqual(['/sign-out']);
  });

  it('is approved where it waits, and its paper opens', async () => {
    const waiting = await head.open('/waiting');
    expect(waiting.links).toContain(pathOf(draftId(), 2));
    const path = pathOf(draftId(), 2);
    const done = await head.openAndPress(path, `${path}/approve`);
    expect(done.status).toBe(303);
    const page = await head.open(path);
    expect(page.text).toContain('Nguyễn Văn Mẫu đã phê duyệt phiên bản này');
    const paper = `/papers/${draftId()}-v2`;
    expect(page.links).toContain(paper);
    await system.until('the file to sign', async () => {
      const { text } = await head.open(`${paper}/form`);
      return text.includes('Bản trình ký (PDF): Đúng thể thức');
    });
    expect((await head.open(paper)).links).toContain(`${paper}/form`);
  });

  it('is dropped with a reason by who may submit, and its trail says so', async () => {
    const path = pathOf(draftId(), 2);
    const page = await coordinator.open(path);
    const refused = await coordinator.press(page, `${path}/drop`, {});
    expect(refused.errors.map(({ field }) => field)).toEqual(['drop-reason']);
    await coordinator.press(page, `${path}/drop`, { 'drop-reason': 'Sẽ gộp vào văn bản sau.' });
    await walk.untilDraft(draftId(), 'dropped');
    const dropped = await coordinator.open(path);
    expect(dropped.text).toContain('Đã dừng');
    expect(dropped.text).toContain('Sẽ gộp vào văn bản sau.');
    expect(dropped.actions).toEqual(['/sign-out']);
  });

  it('that is not there is no page', async () => {
    expect((await head.open(pathOf('correction-x', 1))).status).toBe(404);
    expect((await head.open(pathOf(draftId(), 9))).status).toBe(404);
  });

  it('is taken back by who submitted it', async () => {
    const { draftId: id } = await walk.submitCorrection(planPaper);
    const path = pathOf(id, 1);
    const done = await coordinator.openAndPress(path, `${path}/withdraw`);
    expect(done.status).toBe(303);
    const page = await coordinator.open(path);
    expect(page.text).toContain('đã rút phiên bản này về');
    expect((await coordinator.open('/waiting')).links).toContain(drafts);
  });
});

describe('a notice whose content was wrong', () => {
  it('is replaced by one of its kind that names it, and goes to whoever got it', async () => {
    const { year } = office;
    await office.act(COORDINATOR, 'submit-plain-paper', {
      kind: 'notice',
      about: 'TB-1',
      subject: 'Lịch kiểm tra nội vụ',
      signer: { personId: HEAD, capacity: null },
      paragraphs: ['Kiểm tra ngày 05/6.'],
      unitIds: ['T-1'],
      superiorIds: [],
    });
    const paperId = await walk.approve(await walk.untilAwaited(`notice-${String(year)}-TB-1`, 1));
    await takePaperThrough(system, office, paperId, 75);
    await untilAllIsSent(system, office, paperId);

    const path = `${drafts}/plain`;
    const replacing = {
      kind: 'notice',
      subject: 'Lịch kiểm tra nội vụ',
      paragraphs: 'Kiểm tra ngày 06/6.',
      unitIds: ['T-2'],
      signer: HEAD,
      'replaces-paperId': paperId,
      'replaces-reason': 'ghi sai ngày kiểm tra',
    };
    const page = await coordinator.open(path);
    const other = await coordinator.press(page, path, { ...replacing, kind: 'letter' });
    expect(other.errors.map(({ field }) => field)).toEqual(['replaces-paperId']);
    const silent = await coordinator.press(page, path, { ...replacing, 'replaces-reason': '' });
    expect(silent.errors.map(({ field }) => field)).toEqual(['replaces-reason']);
    expect(silent.form(path).get('replaces-paperId')).toEqual([paperId]);
    expect((await coordinator.press(silent, path, replacing)).status).toBe(303);

    const draftId = `notice-${String(year)}-3`;
    await walk.untilAwaited(draftId, 1);
    const { text } = await coordinator.open(pathOf(draftId, 1));
    expect(text).toContain('Thông báo này thay thế Thông báo số 75/TB-ANNĐ');
    expect(text).toContain('do ghi sai ngày kiểm tra.');
    expect(text).toContain('Đội công tác số 1');
  });
});

describe.runIf(hasBrowser)('in a browser', () => {
  it('list, draft and letter form are clean for axe, and fit a phone', async () => {
    const read = await walk.submitCorrection(planPaper);
    const browser = await openInBrowser(system);
    try {
      const cookie = await system.cookieOf(office.officeId, HEAD);
      const submitter = await system.cookieOf(office.officeId, COORDINATOR);
      expect(await browser.examine(drafts, submitter)).toEqual([]);
      expect(await browser.examine(pathOf(read.draftId, read.version), cookie)).toEqual([]);
      expect(await browser.examine(`${drafts}/letter`, submitter)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
