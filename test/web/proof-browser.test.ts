import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDraftWalk } from '../support/drafts.ts';
import { COORDINATOR, openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';

describe.skipIf(!hasBrowser)('the page that checks papers, in a browser (needs Chromium)', () => {
  let system: OfficeSystem;
  let browser: Awaited<ReturnType<typeof openInBrowser>>;
  let code: string;
  let file: string;
  let scan: Uint8Array;
  let cookie: string;

  beforeAll(async () => {
    system = await openOfficeSystem();
    browser = await openInBrowser(system);
    const office = await system.startOffice();
    cookie = await system.cookieOf(office.officeId, COORDINATOR);
    await office.act(COORDINATOR, 'change-proof-mark', { isPrinted: true });
    const paperId = await openDraftWalk(system, office).issuePlan();
    const [row] = await system.stores.papers.listRegister(office.officeId);
    code = row?.proof_code ?? '';
    const files = await system.stores.papers.listFiles(office.officeId, paperId);
    scan = await system.documents.get(files.find(({ role }) => role === 'scan')?.sha256 ?? '');
    file = join(system.folder, 'scan.pdf');
    writeFileSync(file, scan);
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });

  const shoot = (name: string): string | null =>
    process.env['SHOOT'] ? `${process.env['SHOOT']}/${name}` : null;

  it('is readable for everyone, wide and on a phone: the form, a genuine paper, an unknown one', async () => {
    expect(await browser.examine('/verify', null, shoot('proof-form'))).toEqual([]);
    expect(await browser.examine('/verify?lang=en', null)).toEqual([]);
    expect(await browser.examine(`/verify/${code}`, null, shoot('proof-genuine'))).toEqual([]);
    expect(await browser.examine('/verify/x', null, shoot('proof-unknown'))).toEqual([]);
    expect(await browser.examine('/office/proof-mark', cookie, shoot('proof-office'))).toEqual([]);
  });

  /** Drops a file as a mouse does, with its bytes. */
  const drop = (page: Page, bytes: Uint8Array) =>
    page.evaluate(
      `(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(${JSON.stringify([...bytes])})], 'a.pdf'));
        document
          .querySelector('[data-verify]')
          .dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      })()`,
    );

  it('hashes a dropped file itself: not one byte of it leaves the machine', async () => {
    await browser.withPage({ cookie: null, width: 360 }, async (page) => {
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.postData() ?? ''));
      await page.goto(`${browser.origin}/verify/${code}`);
      await drop(page, scan);
      const answer = page.getByRole('status');
      await answer.getByText('Đúng tệp đã phát hành').waitFor();
      const sha256 = createHash('sha256').update(scan).digest('hex');
      expect(sent.filter((body) => body !== '')).toEqual([`sha256=${sha256}&code=${code}`]);

      const changed = Uint8Array.from(scan);
      changed[changed.length - 10] = (changed[changed.length - 10] ?? 0) ^ 1;
      await drop(page, changed);
      await answer.getByText('Không phải tệp đã phát hành').waitFor();
    });
  });

  it('takes a chosen file too, by keyboard, and without a code says which paper it is of', async () => {
    await browser.withPage({ cookie: null, width: 1280 }, async (page) => {
      await page.goto(`${browser.origin}/verify`);
      await page.getByLabel('Tệp cần kiểm tra').setInputFiles(file);
      await page.getByRole('status').getByText('Đúng tệp đã phát hành').waitFor();
      expect(await page.getByRole('status').innerText()).toContain('Số 15/KH-ANNĐ, ngày');
    });
  });

  it('shows no place for files without scripts, and looks the code up all the same', async () => {
    const options = { cookie: null, width: 360, javaScriptEnabled: false };
    await browser.withPage(options, async (page) => {
      await page.goto(`${browser.origin}/verify`);
      expect(await page.getByLabel('Tệp cần kiểm tra').isVisible()).toBe(false);
      await page.getByLabel('Mã kiểm tra').fill(code.toLowerCase());
      await page.getByRole('button', { name: 'Kiểm tra' }).click();
      await page.waitForURL(`${browser.origin}/verify/${code}`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
        'Văn bản thật, do cơ quan phát hành',
      );
    });
  });
});
