import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
