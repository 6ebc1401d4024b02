import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openRegistrationWalk } from '../support/registration.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { linkTo } from './mailed-links.ts';

describe.skipIf(!hasBrowser)('the page behind a mailed link in a browser (needs Chromium)', () => {
  let system: OfficeSystem;
  let office: TestOffice;
  let browser: Awaited<ReturnType<typeof openInBrowser>>;
  let walk: ReturnType<typeof openRegistrationWalk>;

  beforeAll(async () => {
    system = await openOfficeSystem({ hasOfficeDay: true });
    browser = await openInBrowser(system);
    office = await system.startOffice();
    walk = openRegistrationWalk(system, office);
    await walk.open();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });

  const examine = async (link: string, name: string) => {
    expect(
      await browser.examine(
        link,
        null,
        process.env['SHOOT'] ? `${process.env['SHOOT']}/${name}` : null,
      ),
    ).toEqual([]);
  };

  it('is readable for everyone, wide and on a phone: a plan, and once another one waits', async () => {
    await office.submit();
    const link = await linkTo(system, office, 'approve-plan');
    await examine(link, 'plan');
    await office.act(COORDINATOR, 'withdraw-plan', { version: 1 });
    await system.until('the plan is back', async () => {
      const state = await office.cycleState();
      return state?.plan.phase === 'drafting';
    });
    await examine(link, 'withdrawn');
    const id = `plan-${String(office.year)}`;
    const draft = await system.stores.versions.latest(office.officeId, 'plan', id);
    const plan = { ...JSON.parse(draft?.text ?? ''), purpose: 'Phục vụ Nhân dân tốt hơn.' };
    await office.act(COORDINATOR, 'save-plan', { basedOn: 1, plan });
    await office.submit(2);
    await examine(link, 'newer');
  });

  it('is readable for everyone: a registration and a decline', async () => {
    await walk.submit('T-TH');
    await examine(await linkTo(system, office, 'accept-registration'), 'registration');
    const reason = 'Đội tập trung toàn bộ quân số cho đợt công tác trọng điểm đến hết năm.';
    await office.act(TEAM_HEAD, 'decline-registration', { unitId: 'T-2', reason });
    await examine(await linkTo(system, office, 'consent-decline'), 'decline');
  });

  it('takes the press on a phone by keyboard alone, and keeps what was typed when it is refused', async () => {
    const link = await linkTo(system, office, 'consent-decline');
    await browser.withPage({ cookie: null, width: 360 }, async (page) => {
      await page.goto(`${browser.origin}${link}`);
      await page.getByRole('button', { name: 'Trả lại' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/return$/);
      await page.getByRole('link', { name: 'Thiếu thông tin bắt buộc.' }).press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('reason');
      await page.keyboard.type('Đăng ký ít nhất một nhiệm vụ.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === link);
      expect(await page.locator('h1').innerText()).toBe('Đã trả lại');
    });
    await examine(link, 'used');
  });
});
