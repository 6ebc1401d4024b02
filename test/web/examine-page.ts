// Looks at a page as a browser shows it, wide and on a phone: what axe finds, and what does not fit.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { OfficeSystem } from '../support/office-system.ts';
import { launchBrowser } from './browser.ts';

const WIDTHS = [1280, 360] as const;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function openInBrowser(system: OfficeSystem) {
  const browser = await launchBrowser();
  const server = serve({ fetch: system.app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const withPage = async <T>(
    options: { cookie: string | null; width: number; javaScriptEnabled?: boolean },
    look: (page: Page) => Promise<T>,
  ): Promise<T> => {
    const { cookie, width, javaScriptEnabled = true } = options;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled,
    });
    if (cookie !== null) {
      const [name = '', value = ''] = cookie.split('=', 2);
      await context.addCookies([{ name, value, url: origin }]);
    }
    try {
      return await look(await context.newPage());
    } finally {
      await context.close();
    }
  };

  const findFaults = async (page: Page, width: number): Promise<string[]> => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
    const { violations, passes } = found as axe.AxeResults;
    const contents = await page.evaluate('document.documentElement.scrollWidth');
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ...(passes.some(({ id }) => id === 'color-contrast') ? [] : ['axe saw no text']),
      ...(contents === width ? [] : [`${String(contents)} px wide`]),
    ];
  };

  return {
    origin,
    withPage,
    /** Everything that is wrong with the page, by width; `shoot` keeps a picture. */
    examine: async (path: string, cookie: string | null, shoot: string | null = null) => {
      const faults: string[] = [];
      await withPage({ cookie, width: WIDTHS[0] }, async (page) => {
        page.on('console', (message) => faults.push(message.text()));
        page.on('pageerror', (error) => faults.push(error.message));
        await page.goto(`${origin}${path}`);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const found = await findFaults(page, width);
          faults.push(...found.map((fault) => `${path} at ${String(width)} px: ${fault}`));
          if (shoot) {
            await page.screenshot({ path: `${shoot}-${String(width)}.png`, fullPage: true });
          }
        }
      });
      return faults;
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
