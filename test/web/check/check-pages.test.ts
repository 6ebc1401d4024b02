import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, figuresOf, openCheckWalk } from '../../acts/check/check-walk.ts';
import {
  COORDINATOR,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';
import { hasBrowser } from '../browser.ts';
import { openInBrowser } from '../examine-page.ts';
import { createReader, type Reader } from '../reader.ts';

const CHECKS = '/cycles/2024/checks';
const Q1 = `${CHECKS}/Q1`;
const UNIT = `${Q1}/units/T-2`;

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openCheckWalk>;
let coordinator: Reader;
let teamHead: Reader;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice('2024');
  walk = openCheckWalk(system, office);
  const as = async (personId: string) =>
    createReader(system, await system.cookieOf(office.officeId, personId));
  coordinator = await as(COORDINATOR);
  teamHead = await as(TEAM_HEAD);
  await walk.approvePlan();
});
afterAll(() => system.close());

const day = (name: string, date: string) => ({
  [`${name}-day`]: date.slice(8),
  [`${name}-month`]: date.slice(5, 7),
  [`${name}-year`]: date.slice(0, 4),
});
const moment = (date: string, time = '09:00') => ({
  ...day('occurredAt', date),
  occurredAtTime: time,
});

describe('the pages of the checks', () => {
  it('list the four quarters, and open one for the coordinator alone', async () => {
    const list = await coordinator.open(CHECKS);
    expect(list.text).toContain('Kiểm tra quý I năm 2024');
    expect(list.text).toContain('05/12/2024');
    expect((await teamHead.open(Q1)).actions).not.toContain(`${Q1}/open`);
    const opened = await coordinator.openAndPress(Q1, `${Q1}/open`);
    expect(opened.location).toContain(Q1);
    await walk.untilAsked('Q1');
    expect((await coordinator.open(Q1)).text).toContain('Đang nhận số liệu');
  });

  it('take a unit’s figures as people write them, and keep what could not be read', async () => {
    const typed = { 'figures-0-actual': 'chín mươi', 'figures-0-evidence': 'Sổ theo dõi\nBáo cáo' };
    const again = await teamHead.openAndPress(UNIT, UNIT, typed);
    expect(again.status).toBe(422);
    expect(again.errors).toMatchObject([{ field: 'figures-0-actual' }]);
    expect(again.form(UNIT).get('figures-0-evidence')).toEqual(['Sổ theo dõi\nBáo cáo']);
    const sent = await teamHead.press(again, UNIT, { 'figures-0-actual': '92,5' });
    expect(sent.status).toBe(303);
    const page = await teamHead.open(UNIT);
    expect(page.text).toContain('Chờ xác nhận');
    expect(page.text).toContain('92,5 · Sổ theo dõi · Báo cáo');
    expect(page.actions).not.toContain(`${UNIT}/confirm`);
  });

  it('give figures back with a reason that the unit reads, and confirm what it sends anew', async () => {
    await coordinator.openAndPress(UNIT, `${UNIT}/return`, { reason: 'Bổ sung chỉ tiêu thứ hai.' });
    const back = await teamHead.open(UNIT);
    expect(back.text).toContain('Được trả lại: Bổ sung chỉ tiêu thứ hai.');
    expect(back.form(UNIT).get('figures-0-actual')).toEqual(['92,5']);
    await teamHead.press(back, UNIT, { 'figures-1-actual': '100' });
    await coordinator.openAndPress(UNIT, `${UNIT}/confirm`);
    const check = await coordinator.open(Q1);
    expect(check.text).toContain('Đã xác nhận');
    expect(check.text).toContain('Chưa có số liệu');
  });

  it('record a visit, and print its minutes for both sides', async () => {
    const path = `${Q1}/visits/new`;
    const page = await coordinator.openAndPress(path, path, {
      visitId: 'KT-1',
      unitId: 'T-1',
      ...day('on', '2024-03-10'),
      team: [COORDINATOR],
      themes: 'Điều lệnh\nTrực sẵn sàng chiến đấu',
      findings: 'Chậm cập nhật sổ => Cập nhật sổ\nĐã nhắc tại chỗ',
      ...moment('2024-03-11'),
    });
    expect(page.errors).toEqual([]);
    expect(page.status).toBe(303);
    expect((await coordinator.open(Q1)).links).toContain(`${Q1}/visits/KT-1/sheet.pdf`);
    const sheet = await coordinator.open(`${Q1}/visits/KT-1/sheet.pdf`);
    expect(sheet.status).toBe(200);
    expect(sheet.html.startsWith('%PDF')).toBe(true);
  });

  it('refuse a check that is too early, at its day', async () => {
    const early = { ...day('checkedOn', '2024-03-13'), ...moment('2024-03-13', '16:00') };
    const page = await coordinator.openAndPress(Q1, `${Q1}/hold`, early);
    expect(page.status).toBe(409);
    expect(page.errors).toMatchObject([{ field: 'checkedOn' }]);
    expect(page.form(`${Q1}/hold`).get('checkedOn-day')).toEqual(['13']);
  });

  it('hold the check, show its report before it is submitted, and submit it', async () => {
    await walk.report('Q1', 'P-04', 'T-1', figuresOf('Q1', 'NV2'), at('2024-03-13', '17:00'));
    const held = { ...day('checkedOn', '2024-03-14'), ...moment('2024-03-14', '16:00') };
    await coordinator.openAndPress(Q1, `${Q1}/hold`, held);
    await walk.until('Q1', 'is held', ({ phase }) => phase === 'held');
    const path = `${Q1}/report`;
    const preview = await coordinator.openAndPress(path, path, {
      step: 'preview',
      strengths: 'Các đội chủ động thực hiện',
    });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('Các đội chủ động thực hiện.');
    expect(preview.text).toContain('I. KẾT QUẢ THỰC HIỆN');
    expect(preview.text).toContain('Nguồn số liệu của báo cáo');
    expect(preview.links).toContain(UNIT);
    // The unit's second report counts, for the first one was given back.
    expect(preview.text).toMatch(/, phiên bản 2Lê Thị Minh Họa, \d\d\/\d\d\/\d{4}/);

    const otherwise = {
      'overrides-0-path': '/works/0/task',
      'overrides-0-text': 'Cập nhật sổ trực',
    };
    const refused = await coordinator.press(preview, path, { step: 'submit', ...otherwise });
    expect(refused.errors).toMatchObject([{ field: 'overrides-0-reason' }]);
    expect(refused.form(path).get('overrides-0-text')).toEqual(['Cập nhật sổ trực']);
    const because = { 'overrides-0-reason': 'Nói rõ loại sổ' };
    const marked = await coordinator.press(refused, path, { step: 'preview', ...because });
    expect(marked.text).toContain('Viết khác Cập nhật sổ trực – lý do: Nói rõ loại sổ');

    const sent = await coordinator.press(marked, path, { step: 'submit' });
    expect(sent.status).toBe(303);
    await walk.until('Q1', 'is reported', ({ report }) => report !== null);
    expect((await coordinator.open(Q1)).text).toContain('Báo cáo quý: chờ phê duyệt');
    const draft = await coordinator.open('/cycles/2024/drafts/quarter-report-2024-Q1/1');
    expect(draft.text).toContain('Viết khác Cập nhật sổ trực – lý do: Nói rõ loại sổ');
    expect(draft.links).toContain(UNIT);
  });

  it('the year says where each check stands', async () => {
    const page = await coordinator.open('/cycles/2024');
    expect(page.links).toContain(Q1);
    expect(page.text).toContain('Kiểm tra ngày 14/03/2024');
  });

  it.runIf(hasBrowser)(
    'are clean for axe, wide and on a phone',
    async () => {
      const browser = await openInBrowser(system);
      try {
        const cookie = await system.cookieOf(office.officeId, COORDINATOR);
        await walk.open('Q2', '2024-03-20');
        const faults = [];
        for (const path of [CHECKS, Q1, `${CHECKS}/Q2`, `${CHECKS}/Q2/units/T-TH`]) {
          faults.push(...(await browser.examine(path, cookie)));
        }
        expect(faults).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    180_000,
  );
});
