import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDraftWalk } from '../support/drafts.ts';
import {
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { takePaperThrough } from '../support/walk.ts';
import { text2024 } from '../support/year-2024.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
let coordinator: Reader;
let team: Reader;
let cycle: string;

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));
const send = { step: 'submit' };

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
  [coordinator, team] = [await as(COORDINATOR), await as(TEAM_HEAD)];
  cycle = `/cycles/${String(office.year)}`;
  await walk.issuePlan();
}, 60_000);
afterAll(() => system.close());

describe('the decision on the check team', () => {
  const checks = () => `${cycle}/checks`;
  const path = () => `${checks()}/team`;
  const draftId = () => `check-team-decision-${String(office.year)}-Q2`;

  it('is drafted from the plan and its days, with the paper below, for who may submit', async () => {
    expect((await coordinator.open(checks())).links).toContain(path());
    expect((await team.open(checks())).links).not.toContain(path());
    expect((await team.open(path())).status).toBe(404);
    const page = await coordinator.open(`${path()}?quarter=Q2`);
    const form = page.form(path());
    expect(form.get('head')).toEqual([DEPUTY]);
    expect(form.get('secretary')).toEqual([COORDINATOR]);
    expect(form.get('unitIds')?.length).toBeGreaterThan(4);
    expect(page.text).toContain('Căn cứ Kế hoạch số 15/KH-ANNĐ');
    expect(page.text).toContain('Thành lập Tổ kiểm tra công tác cải cách hành chính quý II năm');
    expect(page.text).toContain('Trần Thí Dụ, Phó Trưởng phòng: Tổ trưởng');
  });

  it('keeps what was typed where it is refused, with the error at its field', async () => {
    const page = await coordinator.open(`${path()}?quarter=Q2`);
    const headless = await coordinator.press(page, path(), { ...send, head: '' });
    expect(headless.status).toBe(422);
    expect(headless.errors.map(({ field }) => field)).toEqual(['head']);
    const twice = { ...send, head: HEAD, members: [HEAD, TEAM_HEAD] };
    const refused = await coordinator.press(page, path(), twice);
    expect(refused.errors.map(({ field }) => field)).toEqual(['members']);
    expect(refused.form(path()).get('members')).toEqual([HEAD, TEAM_HEAD]);
    const noDay = await coordinator.press(page, path(), { ...send, 'from-day': '31' });
    const dayless = await coordinator.press(noDay, path(), { ...send, 'to-month': 'ba' });
    expect(dayless.errors.map(({ field }) => field)).toContain('to');
    const noUnits = await coordinator.press(page, path(), { ...send, unitIds: [] });
    expect(noUnits.errors.map(({ field }) => field)).toEqual(['unitIds']);
  });

  it('is shown as typed before it is submitted, and then waits for the leader', async () => {
    const page = await coordinator.open(`${path()}?quarter=Q2`);
    const typed = { members: [TEAM_HEAD], duties: 'Kiểm tra hồ sơ.\nBáo cáo Trưởng phòng.' };
    const shown = await coordinator.press(page, path(), { ...typed, step: 'preview' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('- Kiểm tra hồ sơ;');
    const done = await coordinator.press(shown, path(), send);
    expect(done.location).toContain(`${cycle}/drafts?notice=done`);
    const drafts = await coordinator.open(`${cycle}/drafts`);
    expect(drafts.text).toContain('Quyết định thành lập tổ kiểm tra (phiên bản 1)');
  });

  it('comes back with the words that were submitted, and is approved in its next version', async () => {
    const read = await walk.untilAwaited(draftId(), 1);
    const slip = `${cycle}/drafts/${draftId()}/1/approval-slip.pdf`;
    expect((await coordinator.open(`${cycle}/drafts/${draftId()}/1`)).links).toContain(slip);
    expect((await coordinator.open(slip)).html.startsWith('%PDF')).toBe(true);
    const reason = 'Thêm nhiệm vụ kiểm tra điều lệnh.';
    await office.act(HEAD, 'return-draft', { ...read, reason });
    await walk.untilDraft(draftId(), 'drafting');
    expect((await coordinator.open(slip)).status).toBe(404);
    const page = await coordinator.open(`${path()}?quarter=Q2`);
    expect(page.form(path()).get('duties')).toEqual(['Kiểm tra hồ sơ.\nBáo cáo Trưởng phòng.']);
    expect(page.form(path()).get('members')).toEqual([TEAM_HEAD]);
    await coordinator.press(page, path(), { ...send, duties: 'Kiểm tra điều lệnh.' });
    const paperId = await walk.approve(await walk.untilAwaited(draftId(), 2));
    const before = await coordinator.open(`/papers/${paperId}`);
    expect(before.links).toContain(`/papers/${paperId}/approval-slip.pdf`);
    const printed = await coordinator.open(`/papers/${paperId}/approval-slip.pdf`);
    expect(printed.html.startsWith('%PDF')).toBe(true);
    await takePaperThrough(system, office, paperId, 16);
    const paper = await coordinator.open(`/papers/${paperId}`);
    expect(paper.text).toContain('16/QĐ-ANNĐ');
  });

  it('of the whole year is another paper, for the days of all checks', async () => {
    const page = await coordinator.open(path());
    const form = page.form(path());
    expect(form.get('quarter')).toEqual(['']);
    expect(form.get('from-day')).not.toEqual(form.get('to-day'));
    await coordinator.press(page, path(), send);
    await walk.untilAwaited(`check-team-decision-${String(office.year)}-year`, 1);
  });
});

describe('the decision on commendations', () => {
  const summary = () => `${cycle}/summary`;
  const path = () => `${summary()}/commendation`;
  const commend = (commendations: object) =>
    office.act(COORDINATOR, 'write-summary', {
      basedOn: null,
      summary: { ...text2024, commendations },
    });

  it('is not offered until the summary names somebody', async () => {
    await office.act(COORDINATOR, 'open-summary', {});
    await system.until('the summary is open', async () =>
      (await coordinator.open(summary())).links.includes(`${summary()}/text`),
    );
    expect((await coordinator.open(summary())).links).not.toContain(path());
    expect((await coordinator.open(path())).text).toContain('chưa nêu tên tập thể, cá nhân nào');
    await commend({
      collectives: [
        { unitId: 'T-1', form: 'Giấy khen' },
        { unitId: 'M-PN', form: 'Bằng khen' },
      ],
      individuals: [{ personId: TEAM_HEAD, form: 'Giấy khen' }],
    });
    expect((await coordinator.open(summary())).links).toContain(path());
  });

  it('names all of them at first, and those that are left once others are taken off', async () => {
    const page = await coordinator.open(path());
    expect(page.form(path()).get('collectives')).toHaveLength(2);
    expect(page.text).toContain('Căn cứ Luật Thi đua, khen thưởng');
    const nobody = { ...send, collectives: [], individuals: [] };
    const refused = await coordinator.press(page, path(), nobody);
    expect(refused.errors.map(({ field }) => field)).toEqual(['collectives']);
    const done = await coordinator.press(page, path(), {
      ...send,
      collectives: ['T-1|Giấy khen'],
    });
    expect(done.location).toContain(`${cycle}/drafts?notice=done`);
    const draftId = `commendation-decision-${String(office.year)}-year-end`;
    await walk.untilAwaited(draftId, 1);
    const draft = await coordinator.open(`${cycle}/drafts/${draftId}/1`);
    expect(draft.text).toContain('Tặng Giấy khen cho 01 tập thể và 01 cá nhân');
    expect(draft.text).toContain('DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG');
    expect(draft.text).toContain('Vũ Thử Nghiệm');
    expect(draft.text).not.toContain('Bằng khen');
  });

  it('commends nobody whom the summary does not name', async () => {
    const { officeId, year } = office;
    const latest = await system.stores.versions.latest(
      officeId,
      'draft',
      `commendation-decision-${String(year)}-year-end`,
    );
    const content = JSON.parse(latest?.text ?? '');
    delete content.year;
    delete content.addressees;
    const individuals = [{ personId: DEPUTY, form: 'Giấy khen' }];
    await expect(
      office.act(COORDINATOR, 'submit-commendation', { ...content, individuals }),
    ).rejects.toMatchObject({ code: 'unknown-reference', place: '/individuals/0' });
  });
});

describe.runIf(hasBrowser)('in a browser', () => {
  it('the forms of both decisions are clean for axe, and fit a phone', async () => {
    const browser = await openInBrowser(system);
    try {
      const cookie = await system.cookieOf(office.officeId, COORDINATOR);
      expect(await browser.examine(`${cycle}/checks/team`, cookie)).toEqual([]);
      expect(await browser.examine(`${cycle}/summary/commendation`, cookie)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
