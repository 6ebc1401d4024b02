import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, instantOf, localDateOf } from '../../domain/local-date.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
} from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';

const TODAY = localDateOf(instantOf(Date.now()));
// A folder to keep pictures in, for people to look at.
const SHOTS = process.env['PAGE_PICTURES'];
const shot = (name: string): string | null => (SHOTS ? `${SHOTS}/${name}` : null);

const PHASES = [
  'awaiting-signature',
  'awaiting-number',
  'awaiting-stamp',
  'awaiting-issue',
  'scanned',
  'delivering',
  'closed',
] as const;
type Phase = (typeof PHASES)[number];

describe.skipIf(!hasBrowser)('in a browser (needs Chromium)', () => {
  let system: OfficeSystem;
  let browser: Awaited<ReturnType<typeof openInBrowser>>;

  beforeAll(async () => {
    system = await openOfficeSystem();
    browser = await openInBrowser(system);
    system.smtp.refuse('doitruong.d2@annd.test');
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });

  /** An office whose paper has come as far as the phase. */
  const openAt = async (phase: Phase) => {
    const office = await system.startOffice();
    const paperId = await office.approve();
    const isAt = (steps: readonly Phase[]): boolean => steps.includes(phase);
    const after = (step: Phase) => isAt(PHASES.slice(PHASES.indexOf(step) + 1));
    const act = (name: string, data: object = {}) => office.act(CLERK, name, { paperId, ...data });

    if (after('awaiting-signature')) await act('record-ink-signature');
    if (after('awaiting-number')) await act('number-paper', { number: 15, documentDate: TODAY });
    if (after('awaiting-stamp')) {
      await act('stamp-paper');
      await system.until(
        'the final paper',
        async () => (await office.paperState(paperId))?.finalFiles,
      );
    }
    if (after('awaiting-issue')) await act('attach-scan', { bytes: await scanOf('bản đã ký') });
    if (after('scanned')) {
      await act('issue-paper');
      await system.until('the refusal', async () => {
        const rows = (await office.paperState(paperId))?.deliveries;
        return rows?.some(({ status }) => status === 'undeliverable');
      });
    }
    if (after('delivering')) {
      await act('give-up-delivery', { recipientId: 'T-2', reason: 'Hộp thư đã đóng' });
      await act('hand-over-paper', { recipientId: 'M-PN' });
      await office.paper(paperId, 'closed');
    }
    return {
      office,
      paperId,
      page: `/papers/${paperId}`,
      as: (personId: string) => system.cookieOf(office.officeId, personId),
    };
  };

  it.each(PHASES)('a paper that is %s meets WCAG 2.2 AA and fits a phone', async (phase) => {
    const { page, as } = await openAt(phase);
    expect(await browser.examine(page, await as(CLERK), shot(`paper-${phase}`))).toEqual([]);
  });

  it('so do the board, a refused delivery and the list to print', async () => {
    const { page, as } = await openAt('delivering');
    const clerk = await as(CLERK);
    for (const [path, name] of [
      ['/papers', 'board'],
      [`${page}/deliveries/T-2`, 'delivery-refused'],
      [`${page}/deliveries/M-PN`, 'delivery-by-hand'],
      [`${page}/hand-over`, 'hand-over'],
    ] as const) {
      expect(await browser.examine(path, clerk, shot(name))).toEqual([]);
    }
    expect(await browser.examine('/papers', await as(COORDINATOR), shot('board-keeper'))).toEqual(
      [],
    );
  });

  it("so do the recipient's page, confirmed or not, and the one that has expired", async () => {
    const { office, paperId } = await openAt('delivering');
    const linkTo = (recipientId: string, expiresOn = addDays(TODAY, 9)) =>
      `/r/${system.links.tokenOf({ officeId: office.officeId, paperId, recipientId, expiresOn })}`;
    expect(await browser.examine(linkTo('T-1'), null, shot('receipt'))).toEqual([]);
    expect(await browser.examine(linkTo('T-1', addDays(TODAY, -1)), null)).toEqual(
      // The browser says in its console that the answer was 410.
      [expect.stringContaining('410')],
    );
    await browser.withPage({ cookie: null, width: 360, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${browser.origin}${linkTo('T-1')}`);
      await page.click('main button');
      expect(await page.textContent('main')).toContain('Đã xác nhận nhận văn bản lúc');
    });
    expect(await browser.examine(linkTo('T-1'), null, shot('receipt-confirmed'))).toEqual([]);
  });

  it('so do people, units and their forms', async () => {
    const { as } = await openAt('awaiting-signature');
    const keeper = await as(COORDINATOR);
    for (const [path, name] of [
      ['/office', 'office'],
      ['/office/people/new', 'person-new'],
      [`/office/people/${TEAM_HEAD}`, 'person'],
      [`/office/people/${TEAM_HEAD}/account`, 'account'],
      ['/office/units/T-1', 'unit'],
      ['/office/superiors/new', 'superior'],
    ] as const) {
      expect(await browser.examine(path, keeper, shot(name))).toEqual([]);
    }
    const head = await as(HEAD);
    expect(await browser.examine('/office/delegations/new', head, shot('delegation'))).toEqual([]);
  }, 120_000);

  it('the clerk gets by without scripts, and a refusal leads to its field', async () => {
    const { page: path, as } = await openAt('awaiting-number');
    const cookie = await as(CLERK);
    await browser.withPage({ cookie, width: 360, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${browser.origin}${path}`);
      await page.fill('#number', 'mười lăm');
      await page.click('main button:has-text("Cấp số")');
      expect(await page.title()).toMatch(/^Lỗi: /);
      await page.click('.govuk-error-summary a[href="#number"]');
      expect(new URL(page.url()).hash).toBe('#number');
      await page.fill('#number', '15');
      await page.click('main button:has-text("Cấp số")');
      expect(await page.textContent('h1')).toBe('Kế hoạch số 15/KH-ANNĐ');
      await page.click('main button:has-text("Đã đóng dấu")');
      expect(await page.textContent('main')).toContain('Đã ghi nhận.');
    });
  });

  it('the list to print is printed without navigation and hints', async () => {
    const { page: path, as } = await openAt('delivering');
    await browser.withPage({ cookie: await as(CLERK), width: 1280 }, async (page) => {
      await page.goto(`${browser.origin}${path}/hand-over`);
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['.rc-nav', '.govuk-back-link', '.rc-no-print']) {
        expect(await page.locator(hidden).first().isVisible()).toBe(false);
      }
      expect(await page.locator('table').isVisible()).toBe(true);
      if (SHOTS) await page.pdf({ path: `${SHOTS}/hand-over.pdf`, format: 'A4' });
    });
  });
});
