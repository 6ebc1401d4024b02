import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { hasBrowser, launchBrowser } from './browser.ts';
import { createReader } from './reader.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(!hasBrowser)('the pages of a cycle in a browser (needs Chromium)', () => {
  let system: OfficeSystem;
  let office: TestOffice;
  let browser: Browser;
  let server: ServerType;
  let origin: string;

  beforeAll(async () => {
    system = await openOfficeSystem();
    office = await system.startOffice();
    browser = await launchBrowser();
    server = serve({ fetch: system.app.fetch, port: 0, hostname: '127.0.0.1' });
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    await correctAndSubmitAgain();
  });

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    await system.close();
  });

  // A plan that came back once: then its pages have a reason and a difference to show.
  const correctAndSubmitAgain = async () => {
    const waiting = await office.submit();
    await office.act(HEAD, 'return-plan', { ...waiting, reason: 'Nêu rõ hơn mục đích.' });
    await system.until('the plan is back', async () => {
      const state = await office.cycleState();
      return state?.plan.phase === 'drafting';
    });
    const cookie = await system.cookieOf(office.officeId, COORDINATOR);
    const path = `/cycles/${String(office.year)}/plan/edit`;
    const typed = { purpose: 'Phục vụ nhân dân tốt hơn.', requirements: 'Rõ người, rõ việc.' };
    await createReader(system, cookie).openAndPress(path, path, typed);
  };

  const contextOf = async (personId: string, width: number): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const [name = '', value = ''] = (await system.cookieOf(office.officeId, personId)).split('=');
    await context.addCookies([{ name, value, url: origin }]);
    return context;
  };

  const look = async (page: Page, path: string, width: number) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    const response = await page.goto(`${origin}${path}`);
    expect([path, response?.status()]).toEqual([path, 200]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>(
      `axe.run({ runOnly: ${JSON.stringify(RULES)} })`,
    );
    expect({
      path,
      violations: violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
      width: await page.evaluate('document.documentElement.scrollWidth'),
      complaints,
    }).toEqual({ path, violations: [], width, complaints: [] });
  };

  const lookAs = async (personId: string, width: number, path: string) => {
    const context = await contextOf(personId, width);
    await look(await context.newPage(), path, width);
    await context.close();
  };

  // `plan` stands for the plan's address, which has the current year in it.
  const addressOf = (path: string): string =>
    path.replace(/^plan/, `/cycles/${String(office.year)}/plan`).replace('/plan/..', '');

  const atBothWidths = (paths: readonly string[]) =>
    paths.flatMap((path) => [1280, 360].map((width) => ({ path, width })));

  it.each(
    atBothWidths([
      '/',
      '/sign-in',
      '/waiting',
      '/cycles',
      '/cycles/new',
      'plan/..',
      'plan',
      'plan/edit',
      'plan/tasks/NV1',
      'plan/tasks/NV1/delete',
      'plan/approval/1',
    ]),
  )('are readable for everyone while the plan is written: $path at $width px', async (one) => {
    await lookAs(COORDINATOR, one.width, addressOf(one.path));
  });

  it.each(atBothWidths(['/waiting', 'plan/..', 'plan/../cancel', 'plan', 'plan/approval/2']))(
    'are readable for everyone once the plan is before the leader: $path at $width px',
    async (one) => {
      if (!(await office.approvalState(2))) await office.submit(2);
      await lookAs(HEAD, one.width, addressOf(one.path));
    },
  );

  it('lead the head from what waits to the approval in two presses', async () => {
    const context = await contextOf(HEAD, 360);
    const page = await context.newPage();
    await page.goto(`${origin}/waiting`);
    await page.getByRole('link', { name: 'Phê duyệt kế hoạch' }).click();
    await page.getByRole('button', { name: 'Phê duyệt' }).click();
    await page.waitForURL(/notice=/);
    expect(await page.locator('body').innerText()).toContain(
      'Nguyễn Văn Mẫu đã phê duyệt phiên bản này',
    );
    await context.close();
  });
});
