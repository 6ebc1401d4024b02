import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser } from './browser.ts';
import { createGallery } from './gallery.tsx';

const gallery = createGallery();
const readHtml = async (path: string): Promise<string> => (await gallery.request(path)).text();
const actIdsOf = (html: string): string[] =>
  [...html.matchAll(/name="actId" value="([^"]+)"/g)].map(([, id]) => id ?? '');

describe('the html of a page', () => {
  it('escapes what people typed', async () => {
    const html = await readHtml('/');
    expect(html).toContain('&lt;b&gt;không đậm&lt;/b&gt;');
    expect(html).not.toContain('<b>không');
  });

  it('holds no inline style and no inline script', async () => {
    const html = await readHtml('/refused');
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
    expect(html.match(/<script\b[^>]*>[^<]*<\/script>/g)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/[^"]+"><\/script>$/),
    ]);
  });

  it('gives every form that is shown an act of its own', async () => {
    const ids = [...actIdsOf(await readHtml('/')), ...actIdsOf(await readHtml('/'))];
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it('shown again after "try later" keeps its act', async () => {
    expect(actIdsOf(await readHtml('/refused'))).toEqual(['act-0001']);
  });

  it('says in its title that something was refused', async () => {
    expect(await readHtml('/refused')).toContain('<title>Lỗi: Kế hoạch năm 2024 – Chu trình CCHC');
    expect(await readHtml('/')).toContain('<title>Kế hoạch năm 2024 – Chu trình CCHC');
  });

  it('leads to the same page in the other language', async () => {
    expect(await readHtml('/')).toContain('href="/?tab=all&amp;lang=en"');
  });

  it('is in the language asked for, and says so', async () => {
    const html = await readHtml('/?lang=en');
    expect(html).toContain('<html class="govuk-template" lang="en">');
    expect(html).toContain('Sign out');
  });

  it('signs out by a form, never by a link', async () => {
    const html = await readHtml('/');
    expect(html).toMatch(/<form method="post" action="\/sign-out">/);
    expect(html).not.toContain('href="/sign-out"');
  });

  it('keeps what was typed where a date or number could not be read', async () => {
    const html = await readHtml('/refused');
    expect(html).toMatch(/name="deadline-day"[^>]*value="31"/);
    expect(html).toMatch(/name="target"[^>]*value="94.5%"/);
  });

  it('links every error to a field that is there and describes itself by it', async () => {
    const html = await readHtml('/refused');
    const list = /error-summary__list">(.*?)<\/ul>/s.exec(html)?.[1] ?? '';
    const fields = [...list.matchAll(/href="#([^"]+)"/g)].map(([, field]) => field ?? '');
    expect(fields).toEqual(['title', 'deadline', 'target', 'capacity']);
    for (const field of fields) {
      expect(html).toContain(`id="${field}"`);
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*\\b${field}-error\\b`));
    }
  });
});

describe.skipIf(!hasBrowser)('a page in a browser (needs Chromium)', () => {
  let browser: Browser;
  let server: ServerType;
  let origin: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    server = serve({ fetch: gallery.fetch, port: 0, hostname: '127.0.0.1' });
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const withPage = async (
    options: { width: number; javaScriptEnabled?: boolean },
    path: string,
    look: (page: Page, complaints: readonly string[]) => Promise<void>,
  ) => {
    const { width, javaScriptEnabled = true } = options;
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400)
        complaints.push(`${String(response.status())} ${response.url()}`);
    });
    await page.goto(`${origin}${path}`);
    await look(page, complaints);
    await context.close();
  };

  const cases = [1280, 360].flatMap((width) =>
    ['/', '/refused', '/?lang=en'].map((path) => ({ width, path })),
  );

  it.each(cases)('meets WCAG 2.2 AA at $width px: $path', async ({ width, path }) => {
    await withPage({ width }, path, async (page) => {
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        "axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })",
      );
      const { violations, passes } = found as axe.AxeResults;
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    });
  });

  it.each(cases)('fits its window and loads cleanly at $width px: $path', async (one) => {
    await withPage({ width: one.width }, one.path, async (page, complaints) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(one.width);
      expect(complaints).toEqual([]);
    });
  });

  it('shows Vietnamese in its own font', async () => {
    await withPage({ width: 1280 }, '/', async (page) => {
      await page.evaluate('document.fonts.ready.then(() => true)');
      const loaded = await page.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family + ' ' + f.weight + ' ' + f.unicodeRange.slice(0, 6))",
      );
      expect(loaded).toEqual(
        expect.arrayContaining(['Be Vietnam Pro 400 U+102-', 'Be Vietnam Pro 600 U+102-']),
      );
      expect(
        await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"),
      ).toContain('Be Vietnam Pro');
    });
  });

  it('leads from an error to its field', async () => {
    await withPage({ width: 360 }, '/refused', async (page) => {
      await page.locator('.govuk-error-summary a[href="#deadline"]').click();
      expect(await page.evaluate('document.activeElement.name')).toBe('deadline-day');
    });
  });

  it('lets a keyboard skip to the content', async () => {
    await withPage({ width: 1280 }, '/refused', async (page) => {
      await page.locator('body').press('Shift+Tab');
      await page.locator('.govuk-skip-link').focus();
      expect(await page.locator('.govuk-skip-link').boundingBox()).toMatchObject({ x: 0 });
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#main');
    });
  });

  it('works without scripts: a press sends what was typed, with its act', async () => {
    await withPage({ width: 360, javaScriptEnabled: false }, '/refused', async (page) => {
      await page.fill('[name="title"]', 'Rà soát thủ tục');
      await page.fill('[name="deadline-day"]', '29');
      await page.check('input[name="capacity"][value="deputy"]');
      await page.check('input[name="domains"][value="D6"]');
      await page.click('button[value="draft"]');
      expect(JSON.parse((await page.textContent('body')) ?? '')).toMatchObject({
        actId: 'act-0001',
        title: 'Rà soát thủ tục',
        purpose: '\r\nDòng hai <b>không đậm</b>',
        unit: 'doi-2',
        'deadline-day': '29',
        'deadline-month': '2',
        'deadline-year': '2024',
        target: '94.5%',
        capacity: 'deputy',
        domains: ['D2', 'D6'],
        next: 'draft',
      });
    });
  });

  it('prints without navigation, buttons and banners', async () => {
    await withPage({ width: 1280 }, '/', async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.rc-nav').isVisible()).toBe(false);
      expect(await page.locator('.rc-example').isVisible()).toBe(false);
      expect(await page.locator('.govuk-button').first().isVisible()).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
    });
  });
});
