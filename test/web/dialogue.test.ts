import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openDialogueWalk } from '../support/dialogue.ts';
import { scanOf } from '../support/scan.ts';
import { todayHere } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDialogueWalk>;
let dialogue: string;
beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDialogueWalk(system, office);
  dialogue = `/cycles/${String(office.year)}/dialogue`;
});
afterAll(() => system.close());

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

const dateFields = (name: string, day: string) => ({
  [`${name}-day`]: day.slice(8, 10),
  [`${name}-month`]: day.slice(5, 7),
  [`${name}-year`]: day.slice(0, 4),
});

describe('the dialogue of a year', () => {
  it('says that nobody has asked, and takes no complaints', async () => {
    const page = await (await as(TEAM_HEAD)).open(dialogue);
    expect(page.text).toContain('Chưa có ý kiến nào');
    expect(page.text).toContain('Khiếu nại, tố cáo được giải quyết theo luật riêng');
    expect(page.links).toContain(`${dialogue}/question-slip.pdf`);
  });

  it('keeps what was typed where a complaint is refused, with the error at its field', async () => {
    const refused = await (
      await as(TEAM_HEAD)
    ).openAndPress(dialogue, `${dialogue}/ask`, {
      'ask-question-text': 'Tôi tố cáo đồng chí A.',
      'ask-question-domain': 'D2',
    });
    expect(refused.status).toBe(422);
    expect(refused.errors.map(({ field }) => field)).toEqual(['ask-question-text']);
    expect(refused.form(`${dialogue}/ask`).get('ask-question-text')).toEqual([
      'Tôi tố cáo đồng chí A.',
    ]);
  });

  it('takes a question of a team head, and one without a name of which no name shows', async () => {
    const reader = await as(TEAM_HEAD);
    const ask = { 'ask-question-text': 'Đề nghị thêm máy quét.', 'ask-question-domain': 'D6' };
    expect((await reader.openAndPress(dialogue, `${dialogue}/ask`, ask)).status).toBe(303);
    const unnamed = { ...ask, 'ask-question-text': 'Đề nghị công khai.', 'ask-who': 'unnamed' };
    expect((await reader.openAndPress(dialogue, `${dialogue}/ask`, unnamed)).status).toBe(303);
    const page = await (await as(HEAD)).open(`${dialogue}/CH-2`);
    expect(page.text).toContain('Ý kiến không ghi tên');
    expect(page.text).toContain('người không ghi tên');
    expect(page.text).not.toContain('Vũ Thử Nghiệm');
    const named = await (await as(HEAD)).open(`${dialogue}/CH-1`);
    expect(named.text).toContain('Vũ Thử Nghiệm');
  });

  it('shows the forms of answer and way up to whoever answers alone', async () => {
    const path = `${dialogue}/CH-1`;
    expect((await (await as(HEAD)).open(path)).actions).toContain(`${path}/answer`);
    expect((await (await as(TEAM_HEAD)).open(path)).actions).not.toContain(`${path}/answer`);
    expect((await (await as(COORDINATOR)).open(path)).actions).not.toContain(`${path}/answer`);
  });

  it('names each field that is missing of what goes up', async () => {
    const path = `${dialogue}/CH-1`;
    const refused = await (
      await as(HEAD)
    ).openAndPress(path, `${path}/pass-up`, {
      'pass-up-answer': 'Đề xuất cấp trên.',
      'pass-up-reason': 'Do cấp trên cấp.',
    });
    expect(refused.errors.map(({ field }) => field)).toEqual(['pass-up-toSuperiorIds']);
  });

  it('passes a question up, writes its slip, and takes the reply', async () => {
    const path = `${dialogue}/CH-1`;
    const passed = await (
      await as(HEAD)
    ).openAndPress(path, `${path}/pass-up`, {
      'pass-up-answer': 'Đề xuất cấp trên.',
      'pass-up-reason': 'Do cấp trên cấp.',
      'pass-up-toSuperiorIds': ['SUP-PH10'],
      ...dateFields('pass-up-dueOn', todayHere()),
    });
    expect(passed.status).toBe(303);
    const coordinator = await as(COORDINATOR);
    const waiting = await coordinator.open('/waiting');
    expect(waiting.text).toContain('Soạn văn bản chuyển kiến nghị lên cấp trên');
    const slip = await coordinator.openAndPress(path, `${path}/transfer-slip`, {
      'transfer-slip-subject': 'Chuyển kiến nghị về máy quét',
      'transfer-slip-signer': HEAD,
    });
    expect(slip.status).toBe(303);
    await system.until('the question knows its slip', async () => (await walk.state('CH-1'))?.slip);
    expect((await coordinator.open(path)).text).toContain('chờ phê duyệt');
    const reply = await coordinator.openAndPress(path, `${path}/reply`, {
      'reply-reply-issuerId': 'SUP-PH10',
      'reply-reply-number': '12/PH10',
      'reply-reply-text': 'Đưa vào nhu cầu năm sau.',
      ...dateFields('reply-reply-date', todayHere()),
      'reply-bytes': new File([Buffer.from(await scanOf('reply'))], 'reply.pdf', {
        type: 'application/pdf',
      }),
    });
    expect(reply.status).toBe(303);
    const page = await coordinator.open(path);
    expect(page.text).toContain('Cấp trên đã trả lời');
    expect(page.text).toContain('12/PH10');
  });

  it('shows the scan of the reply to people of the office, and no other file', async () => {
    const path = `${dialogue}/CH-1`;
    const page = await (await as(TEAM_HEAD)).open(path);
    const scan = page.links.find((href) => href.includes('/reply-scan/')) ?? '';
    const cookie = await system.cookieOf(office.officeId, TEAM_HEAD);
    const answer = await system.app.request(scan, { headers: { cookie } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(await scanOf('reply')));

    const other = await system.documents.put(await scanOf('of something else'));
    const reader = await as(TEAM_HEAD);
    expect((await reader.open(`${path}/reply-scan/${other}`)).status).toBe(404);
    expect((await reader.open(scan.replace('CH-1', 'CH-2'))).status).toBe(404);
    const elsewhere = await system.startOffice();
    const stranger = await system.cookieOf(elsewhere.officeId, TEAM_HEAD);
    const refused = await system.app.request(scan, { headers: { cookie: stranger } });
    expect(refused.status).toBe(404);
    expect((await system.app.request(scan)).headers.get('location')).toContain('/sign-in');
  });

  it('counts its questions and shows those that one asks for', async () => {
    const reader = await as(HEAD);
    const page = await reader.open(`${dialogue}?show=open`);
    expect(page.text).toContain('1 (đã có trả lời: 1; quá hạn: 0)');
    expect(page.links).toContain(`${dialogue}/CH-2`);
    expect(page.links).not.toContain(`${dialogue}/CH-1`);
  });

  it.each(['summary', 'question-slip'])('draws its %s as PDF and DOCX', async (name) => {
    const cookie = await system.cookieOf(office.officeId, HEAD);
    for (const [ending, start] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const response = await system.app.request(`${dialogue}/${name}.${ending}`, {
        headers: { cookie },
      });
      expect(response.status).toBe(200);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start);
    }
  });

  it.skipIf(!hasBrowser)('is read by everybody, wide and on a phone (needs Chromium)', async () => {
    const browser = await openInBrowser(system);
    const cookie = await system.cookieOf(office.officeId, HEAD);
    try {
      for (const path of [dialogue, `${dialogue}/CH-1`, `${dialogue}/CH-2`]) {
        expect(await browser.examine(path, cookie)).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });
});
