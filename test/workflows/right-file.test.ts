import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectPdf } from '../../documents/pdf-scan.ts';
import { CLERK, openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import { todayHere, untilAllIsSent } from '../support/walk.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

it('mails the scan that holds, also where an earlier one came back after a replacement', async () => {
  const office = await system.startOffice();
  const paperId = await office.approve();
  const [first, second] = [await scanOf('page one'), await scanOf('page one and two')];
  await office.act(CLERK, 'record-ink-signature', { paperId });
  await office.act(CLERK, 'number-paper', { paperId, number: 3, documentDate: todayHere() });
  await office.act(CLERK, 'stamp-paper', { paperId });
  for (const bytes of [first, second, first]) {
    await office.act(CLERK, 'attach-scan', { paperId, bytes });
  }
  await system.until('the final paper is there', async () => {
    const state = await office.paperState(paperId);
    return state?.finalFiles;
  });
  await office.act(CLERK, 'issue-paper', { paperId });
  await untilAllIsSent(system, office, paperId);
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const sent = system.smtp.messages.map(({ parsed }) => parsed.attachments[0]?.content);
  expect(sent.length).toBeGreaterThan(5);
  expect(new Set(sent.map((bytes) => bytes && hash(bytes)))).toEqual(new Set([hash(first)]));
});

it('takes no scan with a page too few or of an older PDF, nor our own print, and says what is unusual', async () => {
  const office = await system.startOffice();
  const paperId = await office.approve();
  await office.act(CLERK, 'record-ink-signature', { paperId });
  await office.act(CLERK, 'number-paper', { paperId, number: 3, documentDate: todayHere() });
  await office.act(CLERK, 'stamp-paper', { paperId });
  const print = await system.documents.get(
    (await office.paperState(paperId))?.preparedSha256 ?? '',
  );
  const printed = inspectPdf(print)?.pages ?? 0;
  expect(printed).toBeGreaterThan(1);
  const attach = (bytes: Uint8Array) => office.act(CLERK, 'attach-scan', { paperId, bytes });

  await expect(attach(await scanOf('short', printed - 1))).rejects.toMatchObject({
    code: 'scan-too-short',
    place: '/scan',
    details: { given: printed - 1, pages: printed },
  });
  const older = Buffer.from(await scanOf('old', printed));
  older.write('%PDF-1.3', 'latin1');
  await expect(attach(older)).rejects.toMatchObject({ code: 'scan-too-old' });
  await expect(attach(print)).rejects.toMatchObject({ code: 'unsigned-scan' });
  expect((await office.paperState(paperId))?.scanSha256).toBeNull();

  const answers = [
    await attach(await scanOf('more', printed + 1)),
    await attach(await scanOf('right', printed)),
  ];
  expect(answers.map(({ notices }) => notices)).toEqual([['scan-longer'], []]);
});
