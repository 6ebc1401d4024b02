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

  const lookAll = async (personId: string, width: number, paths: readonly string[]) => {
    const context = await contextOf(personId, width);
    for (const path of paths) await look(await context.newPage(), path, width);
    await context.close();
  };

  it.each([1280, 360])(
    'are readable for everyone while the plan is written, at %i px',
    async (width) => {
      const cycle = `/cycles/${String(office.year)}`;
      await lookAll(COORDINATOR, width, [
        '/',
        '/sign-in',
        '/waiting',
        '/cycles',
        '/cycles/new',
        cycle,
        `${cycle}/plan`,
        `${cycle}/plan/edit`,
        `${cycle}/plan/tasks/NV1`,
        `${cycle}/plan/tasks/NV1/delete`,
        `${cycle}/plan/approval/1`,
      ]);
    },
  );

  it('are readable for everyone once the plan is before the leader', async () => {
    await office.submit(2);
    const cycle = `/cycles/${String(office.year)}`;
    const paths = ['/waiting', cycle, `${cycle}/plan/approval/2`, `${cycle}/cancel`];
    for (const width of [1280, 360]) await lookAll(HEAD, width, paths);
  });

  it('lead the head from what waits to the approval by keyboard and two presses', async () => {
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
