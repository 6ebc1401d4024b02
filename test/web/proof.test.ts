import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/local-date.ts';
import { launchOn, openConferenceWalk } from '../support/conference.ts';
import { CORRECTION, openDraftWalk } from '../support/drafts.ts';
import {
  CLERK,
  COORDINATOR,
  openOfficeSystem,
  SECRETARY,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import { takePaperThrough, todayHere, untilAllIsSent } from '../support/walk.ts';
import { readerOf, wordsOf } from './office-reader.ts';

const TODAY = todayHere();
const UNKNOWN = 'Không có văn bản nào mang mã này';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
let plan: string;
let recall: string;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
});
afterAll(() => system.close());

const anybody = () => readerOf(system, null);
const codesOf = async (paperId: string) =>
  (await system.stores.papers.listRegister(office.officeId))
    .filter((row) => row.paper_id === paperId)
    .map((row) => row.proof_code);
const codeOf = async (paperId: string) => (await codesOf(paperId)).at(-1) ?? '';
const answerTo = async (code: string) => wordsOf(await anybody().read(`/verify/${code}`));
const fileOf = async (paperId: string, role: string) => {
  const files = await system.stores.papers.listFiles(office.officeId, paperId);
  return files.findLast((file) => file.role === role)?.sha256 ?? '';
};
const answerToFile = async (sha256: string, code = '') => {
  const body = new URLSearchParams({ sha256, code });
  const answer = await system.app.request('/verify/file', {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost' },
  });
  return wordsOf(await answer.text());
};

describe('the office decides', () => {
  it('whether its papers bear a mark: not at first, and on a page of its own', async () => {
    const paperId = await walk.issuePlan(14);
    expect(await codesOf(paperId)).toEqual([null]);
    const pdf = await system.documents.get(await fileOf(paperId, 'final-pdf'));
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('/verify/');

    const coordinator = readerOf(system, await system.cookieOf(office.officeId, COORDINATOR));
    expect(wordsOf(await coordinator.read('/office'))).toContain('chưa in lên văn bản');
    const saved = await coordinator.press('/office/proof-mark', { isPrinted: 'yes' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/office?notice=done']);
    expect(wordsOf(await coordinator.read('/office'))).toContain('đang in lên văn bản có số');
    const acts = await system.db
      .selectFrom('act')
      .select(['command', 'person_id'])
      .where('office_id', '=', office.officeId)
      .where('command', '=', 'change-proof-mark')
      .execute();
    expect(acts).toEqual([{ command: 'change-proof-mark', person_id: COORDINATOR }]);
    await expect(
      office.act(SECRETARY, 'change-proof-mark', { isPrinted: false }),
    ).rejects.toMatchObject({ code: 'no-power' });
    plan = paperId;
  });
});

describe('a paper that bears the mark', () => {
  let letter: string;
  let lost: string;

  it('is unknown until it is issued, whatever its number; a void number stays so for ever', async () => {
    letter = await walk.approve(await walk.submitCorrection(plan));
    await office.act(CLERK, 'record-ink-signature', { paperId: letter });
    const first = { paperId: letter, number: 71, documentDate: TODAY };
    const actId = randomUUID();
    await office.act(CLERK, 'number-paper', first, { actId });
    lost = await codeOf(letter);
    // The same press again finds the number with its code.
    await office.act(CLERK, 'number-paper', first, { actId });
    expect(await codesOf(letter)).toEqual([lost]);
    expect(await answerTo(lost)).toContain(UNKNOWN);
    const reason = 'Ghi nhầm số của sổ khác.';
    await office.act(CLERK, 'void-number', { paperId: letter, number: 71, reason });
    await office.act(CLERK, 'number-paper', { ...first, number: 72 });
    const code = await codeOf(letter);
    expect(code).not.toBe(lost);
    await office.act(CLERK, 'stamp-paper', { paperId: letter });
    await office.act(CLERK, 'attach-scan', {
      paperId: letter,
      bytes: await scanOf(letter),
    });
    await system.until(
      'the final paper',
      async () => (await office.paperState(letter))?.finalFiles,
    );
    await office.act(CLERK, 'issue-paper', { paperId: letter });
    expect(await answerTo(lost)).toContain(UNKNOWN);
    expect(await answerTo(code)).toContain('Văn bản thật, do cơ quan phát hành');
    const pdf = await system.documents.get(await fileOf(letter, 'final-pdf'));
    const printed = `/URI (${system.publicUrl}/verify/${code})`;
    expect(Buffer.from(pdf).toString('latin1')).toContain(printed);
  });

  it('is shown by number and date alone, on a page that nobody keeps, in both languages', async () => {
    const code = await codeOf(letter);
    const answer = await anybody().get(`/verify/${code.toLowerCase()}`);
    const html = await answer.text();
    expect(wordsOf(html)).toContain('Số 72/ANNĐ-TH, ngày');
    for (const person of await system.stores.offices.listPeople(office.officeId)) {
      expect(html).not.toContain(person.full_name);
    }
    expect(html).not.toContain(CORRECTION.subject);
    expect(html).not.toContain('Phòng An ninh nội địa');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    const english = wordsOf(await anybody().read(`/verify/${code}?lang=en`));
    expect(english).toContain('This paper is genuine');
    expect(english).toContain('No. 72/ANNĐ-TH of');
  });

  it('is found without scripts by its code as typed, or by the whole address', async () => {
    const code = await codeOf(letter);
    const typed = [code.toLowerCase(), `${system.publicUrl}/verify/${code}`];
    for (const one of typed) {
      const answer = await anybody().get(`/verify?code=${encodeURIComponent(one)}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/verify/${code}`]);
    }
    const empty = await anybody().get('/verify?code=');
    expect([empty.status, wordsOf(await empty.text())]).toEqual([
      422,
      expect.stringContaining('Nhập mã kiểm tra'),
    ]);
  });

  it('is recalled once the letter that recalls it is issued, and names that letter', async () => {
    await untilAllIsSent(system, office, letter);
    const code = await codeOf(letter);
    const { result } = await office.act(COORDINATOR, 'submit-recall', {
      paperId: letter,
      subject: 'thu hồi Công văn số 72',
      signer: CORRECTION.signer,
      reason: 'ban hành nhầm',
    });
    recall = await walk.approve(await walk.untilAwaited(String(result['draftId']), 1));
    expect(await answerTo(code)).toContain('Văn bản thật');
    await takePaperThrough(system, office, recall, 74);
    const words = await answerTo(code);
    expect(words).toContain('Văn bản đã bị thu hồi');
    expect(words).toContain('Bị thu hồi theo văn bản: Số 74/ANNĐ-TH, ngày');
    expect(await answerTo(await codeOf(recall))).toContain('Văn bản thật');
    expect(await answerTo(lost)).toContain(UNKNOWN);
  });
});

describe('an invitation', () => {
  it('is replaced by the one that cites it', async () => {
    const conference = openConferenceWalk(system, office);
    await conference.plan(launchOn(addDays(TODAY, 10)));
    const first = await conference.invite(81, TODAY);
    const next = addDays(TODAY, 12);
    await conference.act(COORDINATOR, 'postpone-conference', {
      startAt: `${next}T08:00:00+07:00`,
      endAt: `${next}T10:00:00+07:00`,
      place: 'Hội trường tầng 2',
      link: null,
      reason: 'Hội trường được dùng cho việc đột xuất',
    });
    await conference.untilPhase('postponed');
    const code = await codeOf(first);
    expect(await answerTo(code)).toContain('Văn bản thật, do cơ quan phát hành');
    const second = await conference.invite(82, TODAY);
    const words = await answerTo(code);
    expect(words).toContain('Văn bản thật, nhưng đã được thay thế');
    expect(words).toContain('Được thay thế bằng văn bản: Số 82/GM-ANNĐ, ngày');
    expect(await answerTo(await codeOf(second))).toContain('Văn bản thật, do cơ quan phát hành');
    expect(await answerToFile(await fileOf(first, 'enclosure-pdf'))).toContain('Đã thay thế');
  });
});

describe('a file', () => {
  it('is known by its hash: the mailed scan as issued, the working copy as a copy', async () => {
    expect(await answerToFile(await fileOf(plan, 'scan'))).toContain('Đúng tệp đã phát hành');
    expect(await answerToFile(await fileOf(plan, 'scan'))).toContain('Số 14/KH-ANNĐ, ngày');
    const copy = await answerToFile(await fileOf(plan, 'working-copy'));
    expect(copy).toContain('Đúng bản làm việc đã gửi kèm');
    expect(copy).toContain('không có giá trị như bản gốc');
  });

  it('that was not mailed is none: our print for the pen, our PDF beside a scan, one changed byte', async () => {
    const scan = await system.documents.get(await fileOf(plan, 'scan'));
    const changed = Uint8Array.from(scan);
    changed[100] = (changed[100] ?? 0) ^ 1;
    for (const sha256 of [
      await fileOf(plan, 'for-signature'),
      await fileOf(plan, 'final-pdf'),
      createHash('sha256').update(changed).digest('hex'),
      'f'.repeat(64),
      'no hash',
      '',
    ]) {
      expect(await answerToFile(sha256)).toContain('Không phải tệp đã phát hành');
    }
  });

  it('of another paper is not the file of this one', async () => {
    const [code, scan] = [await codeOf(recall), await fileOf(recall, 'scan')];
    expect(await answerToFile(scan, code)).toContain('Đúng tệp đã phát hành');
    const other = await answerToFile(await fileOf(plan, 'scan'), code);
    expect(other).toContain('Không phải tệp đã phát hành');
    expect(other).not.toContain('Số 14/KH-ANNĐ');
    expect(await answerToFile(scan, '7'.repeat(16))).toContain('Không phải tệp đã phát hành');
  });
});

describe('what is no code of an issued paper', () => {
  it('gets one and the same answer, and after thirty guesses a pause that right codes do not have', async () => {
    const guess = async (code: string) => {
      const answer = await anybody().get(`/verify/${code}`);
      return [answer.status, await answer.text()] as const;
    };
    const first = await guess('7K3QZ9XW2MPA4TBV');
    expect(first).toEqual([200, expect.stringContaining(UNKNOWN)]);
    for (const code of ['x', 'Z'.repeat(16), '%00', "'--", 'a'.repeat(2_000)]) {
      expect(await guess(code)).toEqual(first);
    }
    const statuses = [];
    for (let count = 0; count < 30; count += 1) statuses.push((await guess('x'))[0]);
    expect(statuses.at(-1)).toBe(429);
    expect(await answerToFile('f'.repeat(64))).toContain('Xin thử lại sau 15 phút');
    expect(await answerTo(await codeOf(recall))).toContain('Văn bản thật');
    expect((await anybody().get('/verify')).status).toBe(200);
  });
});
