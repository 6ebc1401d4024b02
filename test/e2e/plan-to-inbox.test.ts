import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/database/connect.ts';
import {
  listProcessesOn,
  startWholeSystem,
  until,
  type WholeSystem,
} from '../faults/whole-system.ts';
import { readAllWords } from '../support/somebodys-words.ts';
import { hasBrowser, launchBrowser } from '../web/browser.ts';

const HEAD = 'Nguyễn Văn Mẫu';
const CLERK = 'Lý Văn Thư Mẫu';
const YEAR = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();

interface InboxMessage {
  readonly to: readonly string[] | string;
  readonly subject: string;
  readonly messageId: string;
  readonly attachments: readonly { readonly fileName: string }[];
  readonly links: readonly string[];
}

// As a newcomer meets it: `npm start`, the first page, the example.
describe.skipIf(!hasBrowser)('a plan becomes a signed paper in people\u2019s inboxes', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'reform-e2e-'));
  let system: WholeSystem;
  let browser: Browser;
  let page: Page;
  let base: string;

  const readRun = () =>
    JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
  const be = async (name: string) => {
    await page.goto(base);
    await page
      .getByRole('button', { name: `Vào vai ${name}` })
      .last()
      .click();
    await page.waitForURL('**/waiting**');
  };
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByText('Đã ghi nhận').first().waitFor();
  };
  const readInbox = async (): Promise<InboxMessage[]> => {
    const response = await fetch(`${String(readRun()['mail']?.['viewerUrl'])}/messages.json`);
    const body = (await response.json()) as InboxMessage[] | { messages: InboxMessage[] };
    return Array.isArray(body) ? body : body.messages;
  };
  // Beside it lie the mails of the example, and those about what waits.
  const readInboxOfPaper = async () =>
    (await readInbox()).filter(({ subject }) => subject.includes('Kế hoạch số 31/KH-ANNĐ'));
  /** As the coordinator, from the command line. */
  const act = (name: string, data: object) => {
    const file = join(dataDir, `${name}.json`);
    writeFileSync(file, JSON.stringify(data));
    const args = ['--import', 'tsx', 'cli.ts', 'act', name, `U-ANND/${String(YEAR + 1)}`];
    return promisify(execFile)(process.execPath, [...args, '--as', 'P-03', '--data', file], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, DATA_DIR: dataDir },
    });
  };
  const start = async () => {
    system = startWholeSystem(dataDir, []);
    await system.isReady();
    base = String(readRun()['web']?.['url']);
  };

  beforeAll(async () => {
    await start();
    await until('the example is played', () => system.output().includes('+ example'));
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'vi-VN' });
    page.setDefaultTimeout(20_000);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await system.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('the coordinator begins the next year as a copy, and puts its plan before the leader', async () => {
    await act('copy-cycle', { from: YEAR });
    await act('submit-plan', { version: 1 });
  }, 60_000);

  it('the leader finds the plan, reads the paper and approves it', async () => {
    await be(HEAD);
    await page.getByRole('link', { name: 'Phê duyệt kế hoạch' }).click();
    await page.locator('article.paper').waitFor();
    expect(await page.locator('article.paper').innerText()).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA');
    await press('Phê duyệt');
  }, 60_000);

  it('the signer confirms it as signed', async () => {
    await until('the paper is prepared', async () => {
      await page.goto(`${base}/waiting`);
      return (await page.getByRole('main').innerText()).includes('Ký văn bản');
    });
    await page.getByRole('link', { name: 'Ký văn bản' }).first().click();
    await press('Xác nhận đã ký');
  }, 60_000);

  it('the clerk gives the number, stamps and issues it', async () => {
    await be(CLERK);
    await page.goto(`${base}/papers`);
    await page
      .locator(`main a[href^="/papers/plan-${String(YEAR + 1)}"]`)
      .first()
      .click();
    await page.getByLabel('Số lấy từ sổ đăng ký văn bản đi').fill('31');
    await press('Cấp số');
    await press('Đã đóng dấu');
    await until('the final paper is there', async () => {
      await page.reload();
      return page.getByRole('button', { name: 'Phát hành', exact: true }).isVisible();
    });
    await press('Phát hành');
  }, 60_000);

  it('everybody with an address has it once, with a readable file name', async () => {
    const inbox = await until('seven messages', async () => {
      const messages = await readInboxOfPaper();
      return messages.length >= 7 && messages;
    });
    expect(inbox).toHaveLength(7);
    expect(new Set(inbox.map(({ messageId }) => messageId)).size).toBe(7);
    for (const { attachments } of inbox) {
      expect(attachments[0]?.fileName).toBe('Kế hoạch số 31-KH-ANNĐ.pdf');
    }
  }, 60_000);

  it('a recipient opens the paper again by the link and confirms receipt', async () => {
    const [message] = await readInboxOfPaper();
    const link = message?.links.find((href) => href.includes('/r/')) ?? '';
    const stranger = await browser.newPage();
    await stranger.goto(link);
    await stranger.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
    await stranger.getByText('Đã xác nhận nhận văn bản').first().waitFor();
    const paper = await stranger.request.get(`${link}/paper`);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    await stranger.close();
  }, 60_000);

  it('ends with Ctrl-C, leaves no process, and goes on where it was', async () => {
    expect(await system.end('SIGINT')).toBe(0);
    await until('no process is left', () => listProcessesOn(dataDir).length === 0);
    await start();
    await be(CLERK);
    await page.goto(`${base}/papers`);
    expect(await page.getByRole('main').innerText()).toContain('31/KH-ANNĐ');
    expect(await readInboxOfPaper()).toHaveLength(7);
  }, 180_000);

  it('no log holds a name, an address or a text of the database', async () => {
    const db = connectDatabase(system.whereabouts().databaseUrl);
    const words = await readAllWords(db);
    await db.destroy();
    expect([...words]).toEqual(expect.arrayContaining([HEAD, 'doitruong.d2@annd.test']));
    const logs = readdirSync(join(dataDir, 'logs'))
      .map((name) => readFileSync(join(dataDir, 'logs', name), 'utf8'))
      .join('\n');
    expect(logs.length).toBeGreaterThan(0);
    expect([...words].filter((word) => logs.includes(word))).toEqual([]);
  });
});
