import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateText } from '../../documents/render.ts';
import {
  CLERK,
  COORDINATOR,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { readerOf, wordsOf, type OfficeReader } from './office-reader.ts';

const PLAN = '/office/templates/plan';

let system: OfficeSystem;
let office: TestOffice;
let cookie: string;
let coordinator: OfficeReader;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  cookie = await system.cookieOf(office.officeId, COORDINATOR);
  coordinator = readerOf(system, cookie);
});
afterAll(() => system.close());

const shipped = templateText('plan').text;
const own = shipped.replace('V. KINH PHÍ', 'V. NGUỒN LỰC');
// As a browser sends it.
const typed = (text: string) => ({ text: text.replaceAll('\n', '\r\n'), basedOn: '' });
const versions = () => system.stores.versions.list(office.officeId, 'template', 'plan');

describe('the page of the templates', () => {
  it('names each kind of paper and what it is made from', async () => {
    expect(await coordinator.read('/office')).toContain('href="/office/templates"');
    const page = await coordinator.read('/office/templates');
    expect(wordsOf(page)).toContain('Kế hoạch Mẫu gốc của chương trình');
    expect(page).toContain(`href="${PLAN}"`);
    expect((await coordinator.get('/office/templates/poster')).status).toBe(404);
  });

  it('shows the paper with the names of its fields, and the text to whoever keeps the office', async () => {
    const page = await coordinator.read(PLAN);
    expect(wordsOf(page)).toContain('V. KINH PHÍ');
    expect(page).toContain('«placeName»');
    expect(page).toContain('<textarea');
    const clerk = readerOf(system, await system.cookieOf(office.officeId, CLERK));
    const toRead = await clerk.read(PLAN);
    expect(wordsOf(toRead)).toContain('V. KINH PHÍ');
    expect(toRead).not.toContain('<textarea');
  });

  it('tries what is typed, and keeps nothing', async () => {
    const answer = await coordinator.press(PLAN, { ...typed(own), step: 'preview' });
    const words = wordsOf(await answer.text());
    expect(words).toContain('V. NGUỒN LỰC');
    expect(await versions()).toEqual([]);
  });

  it('says line and field of what can’t be printed, beside what was typed', async () => {
    const bad = own.replace('{{clause subject}}', '{{clause title}}');
    const answer = await coordinator.press(PLAN, { ...typed(bad), step: 'install' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(wordsOf(page)).toContain(
      'Mẫu văn bản chưa dùng được: dòng 3, chỗ title (loại văn bản này không có trường đó).',
    );
    expect(page).toContain('{{clause title}}');
    expect(await versions()).toEqual([]);
  });

  it('installs it, with line breaks as they were written, and lists the version', async () => {
    const answer = await coordinator.press(PLAN, { ...typed(own), step: 'install' });
    expect(answer.status).toBe(303);
    const row = await system.stores.versions.latest(office.officeId, 'template', 'plan');
    expect(row?.text).toBe(own);
    const page = wordsOf(await coordinator.read(PLAN));
    expect(page).toContain('Mẫu của đơn vị, phiên bản 1, Lê Thị Minh Họa');
    expect(page).toContain('V. NGUỒN LỰC');
    const before = wordsOf(await coordinator.read(`${PLAN}?version=shipped`));
    expect(before).toContain('V. KINH PHÍ');
  });

  it('refuses what was made from an older version', async () => {
    const answer = await coordinator.press(PLAN, { ...typed(own), step: 'install' });
    expect(answer.status).toBe(409);
  });

  it.skipIf(!hasBrowser)(
    'follows the typing, fits a phone and has no fault of accessibility',
    async () => {
      const browser = await openInBrowser(system);
      try {
        expect(await browser.examine('/office/templates', cookie)).toEqual([]);
        expect(await browser.examine(PLAN, cookie)).toEqual([]);
        await browser.withPage({ cookie, width: 1280 }, async (page) => {
          await page.goto(`${browser.origin}${PLAN}`);
          await page.fill('textarea', own.replace('V. NGUỒN LỰC', 'V. NGÂN SÁCH'));
          await page.waitForSelector('#template-preview :text("V. NGÂN SÁCH")');
          await page.fill('textarea', own.replace('{{clause subject}}', '{{clause title}}'));
          await page.waitForSelector('#template-preview :text("dòng 3, chỗ title")');
        });
      } finally {
        await browser.close();
      }
    },
  );
});
