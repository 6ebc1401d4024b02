import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, figuresOf, openCheckWalk } from '../acts/check/check-walk.ts';
import {
  COORDINATOR,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openSummaryWalk, type SummaryWalk } from '../support/summary-walk.ts';
import { criteria2024 } from '../support/year-2024.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { dayIn } from './office-reader.ts';
import { createReader, type Reader } from './reader.ts';

const PLAN = '/cycles/2024/plan';
const SUMMARY = '/cycles/2024/summary';

let system: OfficeSystem;
let office: TestOffice;
let walk: SummaryWalk;
let coordinator: Reader;
let team: Reader;

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));
const write = (form: string, typed: Readonly<Record<string, string>>) =>
  coordinator.openAndPress(`${SUMMARY}/${form}`, `${SUMMARY}/${form}`, typed);

beforeAll(async () => {
  // Continued as new again and again, as a long year is.
  system = await openOfficeSystem({ continueAfterEvents: 4 });
  office = await system.startOffice('2024');
  walk = openSummaryWalk(system, office);
  await walk.issuePlan();
  coordinator = await as(COORDINATOR);
  team = await as(TEAM_HEAD);
}, 60_000);
afterAll(() => system.close());

describe('the plan of a year', () => {
  it('says since when it is in force, and offers an amendment to whoever may', async () => {
    const page = await coordinator.open(PLAN);
    expect(page.text).toContain('áp dụng từ ngày 15/01/2024');
    expect(page.links).toContain(`${PLAN}/amend`);
    expect((await team.open(PLAN)).links).not.toContain(`${PLAN}/amend`);
  });

  it('keeps what was typed into an amendment that is refused, with the error at its field', async () => {
    const typed = {
      reason: 'Nâng chỉ tiêu.',
      'what-0': 'NV5|CT5.2|target',
      'to-0': 'sáu mươi',
      ...dayIn('effectiveOn', '2024-07-15'),
    };
    const page = await coordinator.openAndPress(`${PLAN}/amend`, `${PLAN}/amend`, typed);
    expect(page.status).toBe(422);
    expect(page.errors.map(({ field }) => field)).toEqual(['to-0']);
    expect(page.form(`${PLAN}/amend`).get('reason')).toEqual(['Nâng chỉ tiêu.']);
    const none = { ...typed, 'what-0': '' };
    const empty = await coordinator.openAndPress(`${PLAN}/amend`, `${PLAN}/amend`, none);
    expect(empty.errors.map(({ field }) => field)).toEqual(['what-0']);
  });

  it('puts an amendment before the leader, with units by their names', async () => {
    const page = await coordinator.openAndPress(`${PLAN}/amend`, `${PLAN}/amend`, {
      reason: 'Đổi đơn vị chủ trì; nâng chỉ tiêu.',
      'what-0': 'NV4||leadUnitId',
      'to-0': 'Đội công tác số 2',
      'what-1': 'NV5|CT5.2|target',
      'to-1': '60',
      ...dayIn('effectiveOn', '2024-07-15'),
    });
    expect(page.status).toBe(303);
    await walk.untilDraft('plan-amendment-2024-DC-1', 'awaiting-approval');
    const row = await system.stores.versions.find(
      office.officeId,
      'draft',
      'plan-amendment-2024-DC-1',
      1,
    );
    expect(JSON.parse(row?.text ?? '').changes).toMatchObject([
      { taskId: 'NV4', field: 'leadUnitId', from: 'T-3', to: 'T-2' },
      { taskId: 'NV5', indicatorId: 'CT5.2', field: 'target', from: 50, to: 60 },
    ]);
    const dropped = { draftId: 'plan-amendment-2024-DC-1', reason: 'Theo văn bản khác.' };
    await office.act(COORDINATOR, 'drop-draft', dropped);
  });

  it('lists its amendments and shows what is in force since the last of them', async () => {
    await walk.issueAmendment();
    await office.act(
      COORDINATOR,
      'give-work',
      {
        assignmentId: 'GV-1',
        unitId: 'T-1',
        dueOn: '2024-10-31',
        content: { task: 'Rà soát quy chế.' },
      },
      walk.on('2024-09-02'),
    );
    const page = await coordinator.open(PLAN);
    expect(page.text).toContain('áp dụng từ ngày 01/08/2024');
    expect(page.text).toContain('Sáp nhập Đội công tác số 3');
    expect(page.links).toContain('/papers/plan-amendment-2024-ADJ-1-v1');
  });
});

describe("the page of the year's summary", () => {
  it('says that it is not open, and opens it for whoever may', async () => {
    await walk.keepChecks();
    // The first check was held again in the system, and so tells who reported and who confirmed.
    const check = openCheckWalk(system, office);
    await check.untilAsked('Q1');
    const figures = figuresOf('Q1', 'NV3');
    await check.report('Q1', TEAM_HEAD, 'T-2', figures, at('2024-09-04'));
    const held = { quarter: 'Q1', checkedOn: '2024-09-05' };
    await office.act(COORDINATOR, 'hold-check', held, at('2024-09-05', '10:00'));
    expect((await team.open(SUMMARY)).actions).not.toContain(`${SUMMARY}/open`);
    const opened = await coordinator.openAndPress(SUMMARY, `${SUMMARY}/open`, {});
    expect(opened.status).toBe(303);
    const year = await coordinator.open('/cycles/2024');
    expect(year.text).toMatch(/Tổng kết nămĐang chờ/);
    const page = await coordinator.open(SUMMARY);
    expect(page.text).toContain('10 chỉ tiêu: vượt 5, đạt 4, không đạt 1');
    expect(page.text).toContain('Quý III');
    expect(page.text).toContain('phiên bản 1');
  });

  it('takes the criteria table by lines, and names the line that is none', async () => {
    const wrong = await write('criteria', { criteria: 'TC1 | D1 | Thể chế | mười' });
    expect(wrong.status).toBe(422);
    expect(wrong.errors[0]).toMatchObject({ field: 'criteria' });
    expect(wrong.errors[0]?.text).toContain('TC1 | D1 | Thể chế | mười');
    const lines = criteria2024.map(({ code, domain, name, maxScore }) =>
      [code, domain, name, String(maxScore)].join(' | '),
    );
    expect((await write('criteria', { criteria: lines.join('\n') })).status).toBe(303);
  });

  it('takes scores with a decimal comma, and shows a refusal at its criterion', async () => {
    const scores = Object.fromEntries(criteria2024.map(({ code }) => [`self-${code}`, '12,5']));
    const wrong = await write('self', { ...scores, 'self-TC3': '99' });
    expect(wrong.status).toBe(422);
    expect(wrong.errors.map(({ field }) => field)).toEqual(['self-TC3']);
    expect(wrong.form(`${SUMMARY}/self`).get('self-TC1')).toEqual(['12,5']);
    expect((await write('self', scores)).status).toBe(303);
    const silent = await write('appraised', { 'appraised-TC2': '10' });
    expect(silent.errors.map(({ field }) => field)).toEqual(['reason-TC2']);
    const told = { 'appraised-TC2': '10', 'reason-TC2': 'Thiếu minh chứng.' };
    expect((await write('appraised', told)).status).toBe(303);
    expect((await coordinator.open(SUMMARY)).text).toContain('Thiếu minh chứng.');
  });

  it('asks why a task is carried on', async () => {
    const silent = await write('outcomes', { 'carried-NV4': 'yes' });
    expect(silent.errors.map(({ field }) => field)).toEqual(['reason-NV4']);
    const told = { 'carried-NV4': 'yes', 'reason-NV4': 'Đổi đơn vị chủ trì.' };
    expect((await write('outcomes', told)).status).toBe(303);
    expect((await coordinator.open(SUMMARY)).text).toContain(
      'Chuyển sang năm sau: Đổi đơn vị chủ trì.',
    );
  });

  it('takes who is commended by name, and shows the report as it would be', async () => {
    const typed = {
      strengths: 'Hoàn thành vượt mức 04 nhiệm vụ.',
      collectives: 'Đội công tác số 1 | Giấy khen',
      individuals: '3',
    };
    expect((await write('text', typed)).status).toBe(303);
    const page = await coordinator.open(SUMMARY);
    expect(page.text).toContain('Đội công tác số 1 (Giấy khen)');
    expect(page.text).toContain('BÁO CÁO');
    const again = await coordinator.open(`${SUMMARY}/text`);
    expect(again.form(`${SUMMARY}/text`).get('individuals')).toEqual(['3']);
  });

  it('counts the questions of the dialogue, and names those that are open', async () => {
    const question = {
      text: 'Bổ sung máy quét cho các đội?',
      domain: 'D6',
      askedByUnitId: null,
      askedById: null,
      isAnonymous: true,
      conferenceId: null,
    };
    const asked = { questionId: 'CH-1', question };
    await office.act(COORDINATOR, 'ask-question', asked, walk.on('2024-12-10'));
    await system.until('the question is asked', () =>
      system.stores.strands.find(office.officeId, `${office.cycle}/question/CH-1`, 'question'),
    );
    const page = await coordinator.open(SUMMARY);
    expect(page.text).toContain('1 câu hỏi, chuyển cấp trên 0, chưa trả lời 0');
    expect(page.text).toContain('Bổ sung máy quét cho các đội?');
  });

  it('shows where each figure of the report comes from, and what was put otherwise and why', async () => {
    const report = `${SUMMARY}/report`;
    const page = await coordinator.open(report);
    expect(page.links).toContain('/cycles/2024/checks/Q1/units/T-2');
    expect(page.text).toMatch(/Đội công tác số 2, phiên bản 1Lê Thị Minh Họa, 04\/09\/2024/);
    expect(page.text).toMatch(/Nội dung đánh giá, phương hướngphiên bản 1Lê Thị Minh Họa, /);
    expect(page.links).toContain('/cycles/2024/dialogue/CH-1');

    const otherwise = { 'overrides-0-path': '/openQuestions/0', 'overrides-0-text': 'Máy quét.' };
    const refused = await coordinator.press(page, report, { step: 'submit', ...otherwise });
    expect(refused.errors).toMatchObject([{ field: 'overrides-0-reason' }]);
    expect(refused.form(report).get('overrides-0-text')).toEqual(['Máy quét.']);
    const because = { 'overrides-0-reason': 'Gọn hơn.' };
    const marked = await coordinator.press(refused, report, { step: 'preview', ...because });
    expect(marked.text).toContain('Viết khác Máy quét. – lý do: Gọn hơn.');
    expect((await coordinator.press(marked, report, { step: 'submit' })).status).toBe(303);
  });

  it('has the report before the leader with its sources, and then takes nothing more', async () => {
    await system.until(
      'the summary knows',
      async () => (await walk.summaryState())?.report?.phase === 'awaiting-approval',
    );
    const page = await coordinator.open(SUMMARY);
    expect(page.text).toContain('đang chờ lãnh đạo phê duyệt');
    expect(page.links).not.toContain(`${SUMMARY}/text`);
    const draft = await coordinator.open('/cycles/2024/drafts/year-report-2024-year-end/1');
    expect(draft.text).toContain('Viết khác Máy quét. – lý do: Gọn hơn.');
    expect(draft.links).toContain('/cycles/2024/checks/Q1/units/T-2');
    expect((await coordinator.open(`${SUMMARY}/text`)).actions).not.toContain(`${SUMMARY}/text`);
  });
});

describe.skipIf(!hasBrowser)('these pages in a browser (needs Chromium)', () => {
  it('have no fault of accessibility and fit a phone', async () => {
    const draftId = 'year-report-2024-year-end';
    await office.act(COORDINATOR, 'withdraw-draft', { draftId, version: 1 });
    await system.until(
      'the summary is open again',
      async () => (await walk.summaryState())?.report?.phase === 'drafting',
    );
    const browser = await openInBrowser(system);
    const cookie = await system.cookieOf(office.officeId, COORDINATOR);
    try {
      for (const path of [
        PLAN,
        `${PLAN}/amend`,
        SUMMARY,
        `${SUMMARY}/criteria`,
        `${SUMMARY}/self`,
        `${SUMMARY}/appraised`,
        `${SUMMARY}/outcomes`,
        `${SUMMARY}/text`,
        `${SUMMARY}/report`,
      ]) {
        expect(await browser.examine(path, cookie), path).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  }, 240_000);
});
