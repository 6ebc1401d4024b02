import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTENDED, launchOn, minutesWith, openConferenceWalk } from '../support/conference.ts';
import { openDraftWalk } from '../support/drafts.ts';
import {
  CLERK,
  COORDINATOR,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import { todayHere } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader, type Reader } from './reader.ts';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

let system: OfficeSystem;
let office: TestOffice;
let coordinator: Reader;
let team: Reader;
let conference: string;
let path: string;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  const as = async (personId: string): Promise<Reader> =>
    createReader(system, await system.cookieOf(office.officeId, personId));
  [coordinator, team] = [await as(COORDINATOR), await as(TEAM_HEAD)];
  conference = `/cycles/${String(office.year)}/conferences/CONF`;
  path = `${conference}/news`;
  const walk = openConferenceWalk(system, office);
  const today = todayHere();
  const [startAt, endAt] = [`${today}T00:00:00+07:00`, `${today}T00:01:00+07:00`];
  await walk.plan(launchOn(today, { startAt, endAt, session: 'morning' }));
  await walk.until('has its day', ({ hasDayCome }) => hasDayCome);
  await walk.act(COORDINATOR, 'hold-conference', { startedAt: startAt, endedAt: endAt });
  await walk.act(COORDINATOR, 'record-attendance', { attendance: ATTENDED });
}, 60_000);
afterAll(() => system.close());

const send = { step: 'submit' };

describe('the news item of a conference', () => {
  it('waits for the minutes', async () => {
    expect((await coordinator.open(conference)).links).not.toContain(path);
    expect((await coordinator.open(path)).text).toContain('sau khi biên bản hội nghị đã viết');
    await expect(
      office.act(COORDINATOR, 'submit-news', {
        conferenceId: 'CONF',
        subject: 'Tin',
        signer: { personId: 'P-01', capacity: null },
        paragraphs: ['Tin.'],
        captions: [],
        superiorIds: [],
        unitIds: ['T-1'],
      }),
    ).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('is drafted from minutes, plan, attendance and pictures once they are there', async () => {
    const conferenceId = 'CONF';
    await office.act(SECRETARY, 'write-minutes', {
      conferenceId,
      basedOn: null,
      minutes: minutesWith(todayHere(), { conclusionWork: [] }),
    });
    const photo = { conferenceId, caption: 'Toàn cảnh hội nghị', bytes: new Uint8Array(PICTURE) };
    await office.act(SECRETARY, 'attach-photo', photo);
    expect((await coordinator.open(conference)).links).toContain(path);
    const page = await coordinator.open(path);
    const [text = ''] = page.form(path).get('paragraphs') ?? [];
    expect(text).toMatch(/^Sáng \d\d\/\d+\/\d{4}, Phòng An ninh nội địa, Công an tỉnh Nghệ An tổ/);
    expect(text).toContain('Thượng tá Nguyễn Văn Mẫu, Trưởng phòng chủ trì hội nghị.');
    expect(text).toContain('45 cán bộ, chiến sĩ');
    expect(text).toContain('Đảng ủy, Lãnh đạo Phòng An ninh nội địa đã phát động');
    expect(text).toContain('05 nhiệm vụ trọng tâm');
    expect(text).toContain('Đại diện các đội ký giao ước thi đua.');
    expect(text).toContain('Các đội triển khai ngay nhiệm vụ đã ký giao ước.');
    expect(text).not.toContain('phần đối thoại');
    expect(page.form(path).get('captions')).toEqual(['Toàn cảnh hội nghị']);
    expect(page.text).toContain('TIN BÀI');
  });

  it('is for those who may submit papers, and keeps what was typed where it is refused', async () => {
    expect((await team.open(path)).status).toBe(404);
    const page = await coordinator.open(path);
    const nobody = { ...send, superiorIds: [], unitIds: [], subject: 'Lễ phát động' };
    const refused = await coordinator.press(page, path, nobody);
    expect(refused.status).toBe(422);
    expect(refused.errors.map(({ field }) => field)).toEqual(['superiorIds']);
    expect(refused.form(path).get('subject')).toEqual(['Lễ phát động']);
    const empty = await coordinator.press(page, path, { ...send, paragraphs: '' });
    expect(empty.errors.map(({ field }) => field)).toEqual(['paragraphs']);
  });

  it('is approved, signed and issued like any paper, without a number', async () => {
    const page = await coordinator.open(path);
    const typed = { subject: 'Phòng An ninh nội địa phát động phong trào thi đua' };
    const shown = await coordinator.press(page, path, { ...typed, step: 'preview' });
    expect(shown.text).toContain('TIN BÀIPhòng An ninh nội địa phát động phong trào thi đua');
    const done = await coordinator.press(shown, path, send);
    expect(done.location).toContain('/drafts?notice=done');
    const walk = openDraftWalk(system, office);
    const draftId = `news-item-${String(office.year)}-CONF`;
    const paperId = await walk.approve(await walk.untilAwaited(draftId, 1));
    await office.act(CLERK, 'record-ink-signature', { paperId });
    await office.act(CLERK, 'attach-scan', { paperId, bytes: await scanOf('news') });
    await system.until(
      'the final paper',
      async () => (await office.paperState(paperId))?.finalFiles,
    );
    await office.act(CLERK, 'issue-paper', { paperId });
    await walk.untilDraft(draftId, 'issued');
    const after = await coordinator.open(conference);
    expect(after.links).toContain(`/papers/${paperId}`);
    expect(after.text).toContain('Tin bài');
    // What is told after it is another.
    const again = await coordinator.press(await coordinator.open(path), path, send);
    expect(again.status).toBe(303);
    await walk.untilAwaited(`${draftId}-2`, 1);
  });
});

describe.runIf(hasBrowser)('in a browser', () => {
  it('the form of the news item is clean for axe, and fits a phone', async () => {
    const browser = await openInBrowser(system);
    try {
      const cookie = await system.cookieOf(office.officeId, COORDINATOR);
      expect(await browser.examine(path, cookie)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
