import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canReadPdf, letters, readDocx, readPdfPages } from '../documents/paper-text.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { openRegistrationWalk, registrationOf } from '../support/registration.ts';
import { scanOf } from '../support/scan.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
let registration: string;

beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const openOffice = async () => {
  office = await system.startOffice();
  walk = openRegistrationWalk(system, office);
  registration = `/cycles/${String(office.year)}/registration`;
  await walk.open();
};

const as = async (personId: string): Promise<Reader> =>
  createReader(system, await system.cookieOf(office.officeId, personId));

const pathOf = (unitId: string): string => `${registration}/units/${unitId}`;

const fileAs = async (personId: string, path: string) => {
  const cookie = await system.cookieOf(office.officeId, personId);
  const response = await system.app.request(path, { headers: { cookie } });
  const disposition = response.headers.get('content-disposition') ?? '';
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    cache: response.headers.get('cache-control'),
    name: decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(disposition)?.[1] ?? ''),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};

describe('the papers of a unit', () => {
  beforeEach(openOffice);

  it('are drafts until it is accepted, and say so on the page, in the file and in its name', async () => {
    await walk.submit('T-2');
    const head = await as(TEAM_HEAD);
    expect((await head.open(pathOf('T-2'))).links).toContain(`${pathOf('T-2')}/papers`);
    const page = await head.open(`${pathOf('T-2')}/papers`);
    expect(page.text).toContain('Dự thảo theo phiên bản 1');
    expect(page.html.match(/aria-label="DỰ THẢO"/g)).toHaveLength(2);
    const file = await fileAs(TEAM_HEAD, `${pathOf('T-2')}/registration-form.pdf`);
    expect(file).toMatchObject({
      status: 200,
      type: 'application/pdf',
      cache: 'private, no-store',
    });
    expect(file.name).toBe(
      `Dự thảo Bản đăng ký nhiệm vụ cải cách hành chính năm ${String(office.year)} - Đội công tác số 2 (phiên bản 1).pdf`,
    );
  });

  it('are for the pen once it is accepted, as PDF and as DOCX', async () => {
    await walk.accept(await walk.submit('T-2'));
    const page = await (await as(COORDINATOR)).open(`${pathOf('T-2')}/papers`);
    expect(page.text).toContain('Bản để in và ký, theo phiên bản 1');
    expect(page.html).not.toContain('DỰ THẢO');
    const year = String(office.year);
    const docx = await fileAs(COORDINATOR, `${pathOf('T-2')}/registration-form.docx`);
    expect(docx.name).toBe(
      `Bản đăng ký nhiệm vụ cải cách hành chính năm ${year} - Đội công tác số 2.docx`,
    );
    expect(letters(readDocx(docx.bytes))).toContain(
      letters('Rút ngắn thời gian xử lý văn bản của T-2'),
    );
    const commitment = await fileAs(COORDINATOR, `${pathOf('T-2')}/commitment.docx`);
    expect(commitment.name).toBe(
      `Bản cam kết thực hiện nhiệm vụ cải cách hành chính năm ${year} - Đội công tác số 2.docx`,
    );
    expect(letters(readDocx(commitment.bytes))).toContain(
      letters('cam kết hoàn thành 01 nhiệm vụ'),
    );
    const pdf = `${pathOf('T-2')}/commitment.pdf`;
    const [first, second] = [await fileAs(HEAD, pdf), await fileAs(TEAM_HEAD, pdf)];
    expect(first.bytes).toEqual(second.bytes);
  });

  it('stay drafts while the leader has not approved what came after the list', async () => {
    await walk.accept(await walk.submit('T-1'));
    await walk.approve(await walk.close());
    const late = await walk.submit('T-2');
    await office.act(COORDINATOR, 'accept-registration', late);
    await walk.untilStanding('T-2', 'supplement');
    const head = await as(TEAM_HEAD);
    expect((await head.open(`${pathOf('T-2')}/papers`)).text).toContain('Dự thảo theo phiên bản');
    expect((await head.open(`${pathOf('T-1')}/papers`)).text).toContain('Bản để in và ký');
  });

  it('show who leads a task that several units have', async () => {
    const plan = await system.stores.versions.latest(
      office.officeId,
      'plan',
      `plan-${String(office.year)}`,
    );
    const [task] = JSON.parse(plan!.text).tasks;
    for (const [unitId, headId] of [
      ['T-1', 'P-05'],
      ['T-2', TEAM_HEAD],
    ] as const) {
      const [own] = registrationOf(office.year, unitId, headId).tasks;
      await walk.accept(await walk.submit(unitId, { tasks: [{ ...own, planTaskId: task.id }] }));
    }
    await office.act(COORDINATOR, 'set-lead', { key: task.id, unitId: 'T-2' });
    const page = await (await as(HEAD)).open(pathOf('T-1'));
    expect(page.text).toContain('Phối hợp; Đội công tác số 2 chủ trì.');
    const form = await (await as(HEAD)).open(`${pathOf('T-2')}/papers`);
    expect(form.text).toContain('Chủ trì; phối hợp: Đội công tác số 1');
  });

  it('are not there for a unit that wrote nothing or declined, nor of another kind', async () => {
    const head = await as(TEAM_HEAD);
    expect((await head.open(`${pathOf('T-2')}/papers`)).status).toBe(404);
    expect((await head.open(`${pathOf('T-2')}/commitment.pdf`)).status).toBe(404);
    expect((await head.open(`${pathOf('T-2')}/plan.pdf`)).status).toBe(404);
    await walk.submit('T-2');
    await office.act(TEAM_HEAD, 'withdraw-registration', { unitId: 'T-2' });
    await office.act(TEAM_HEAD, 'decline-registration', { unitId: 'T-2', reason: 'Không có.' });
    await walk.untilUnit('T-2', 'declining');
    expect((await head.open(`${pathOf('T-2')}/papers`)).status).toBe(404);
  });
});

describe('the papers of all units', () => {
  beforeAll(openOffice);

  it('are nothing to print while no unit has been accepted', async () => {
    const page = await (await as(COORDINATOR)).open(`${registration}/papers`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Chưa có đơn vị nào được chấp nhận đăng ký.');
    const file = await fileAs(COORDINATOR, `${registration}/papers/commitment.pdf`);
    expect(file.status).toBe(422);
  });

  it.skipIf(!canReadPdf)('are printed with one press, accepted units only', async () => {
    await walk.accept(await walk.submit('T-1'));
    await walk.accept(await walk.submit('T-2'));
    await walk.submit('T-4');
    const page = await (await as(COORDINATOR)).open(`${registration}/papers`);
    expect(page.links).toContain(`${pathOf('T-1')}/commitment.docx`);
    expect(page.links).not.toContain(`${pathOf('T-4')}/commitment.docx`);
    expect(page.text).toContain('In mọi bản cam kết (2 đơn vị)');
    const file = await fileAs(COORDINATOR, `${registration}/papers/commitment.pdf`);
    const pages = readPdfPages(file.bytes).map(letters);
    const one = readPdfPages((await fileAs(HEAD, `${pathOf('T-1')}/commitment.pdf`)).bytes);
    expect(pages).toHaveLength(one.length * 2);
    expect(pages[0]).toContain(letters('Đội công tác số 1'));
    expect(pages[one.length]).toContain(letters('Đội công tác số 2'));
    expect((await fileAs(HEAD, `${registration}/papers/plan.pdf`)).status).toBe(404);
  });
});

describe.skipIf(!hasBrowser)("a unit's pages in a browser (needs Chromium)", () => {
  let browser: Awaited<ReturnType<typeof openInBrowser>>;

  const long = 'Rà soát thủ tục hành chính nội bộ, '.repeat(60).trim();
  const unbroken = 'a'.repeat(2000);

  beforeAll(async () => {
    await openOffice();
    browser = await openInBrowser(system);
    const [task] = registrationOf(office.year, 'T-2', TEAM_HEAD).tasks;
    const sent = await walk.submit('T-2', {
      tasks: [task, { ...task, id: 'D2', title: long, note: unbroken }],
    });
    await office.act(COORDINATOR, 'return-registration', {
      unitId: 'T-2',
      version: sent.version,
      reason: long,
    });
    await walk.untilUnit('T-2', 'returned');
    await walk.submit('T-1');
    await walk.accept(await walk.submit('T-4'));
    const paper = { unitId: 'M-PN', reason: 'Hội không có nhiệm vụ riêng.' };
    const bytes = await scanOf('Bản giấy');
    await office.act(COORDINATOR, 'decline-registration', { ...paper, bytes });
    await walk.untilUnit('M-PN', 'declining');
  });
  afterAll(() => browser.close());

  it.each([
    ['the head whose registration came back', TEAM_HEAD, 'units/T-2'],
    ['its task', TEAM_HEAD, 'units/T-2/tasks/D2'],
    ['a new task', TEAM_HEAD, 'units/T-2/tasks/new'],
    ['the question before a task is deleted', TEAM_HEAD, 'units/T-2/tasks/D1/delete'],
    ['an old version', TEAM_HEAD, 'units/T-2/versions/1'],
    ['the clerk who enters from paper', SECRETARY, 'units/M-TN'],
    ['the coordinator who judges', COORDINATOR, 'units/T-1'],
    ['the leader before a decline', HEAD, 'units/M-PN'],
    ['everybody once it is accepted', TEAM_HEAD, 'units/T-4'],
    ['whoever reads the drafts', TEAM_HEAD, 'units/T-1/papers'],
    ['whoever prints', COORDINATOR, 'papers'],
  ])('are readable for everyone, wide and on a phone: %s', async (name, personId, path) => {
    const cookie = await system.cookieOf(office.officeId, personId);
    const folder = process.env['UNIT_SHOTS'];
    const shoot = folder ? `${folder}/${name.replaceAll(' ', '-')}` : null;
    expect(await browser.examine(`${registration}/${path}`, cookie, shoot)).toEqual([]);
  });

  it('keep what was typed by keyboard alone, from the first task to the submission', async () => {
    const cookie = await system.cookieOf(office.officeId, 'P-09');
    await browser.withPage({ cookie, width: 360 }, async (page) => {
      await page.goto(`${browser.origin}${pathOf('M-TN')}`);
      await page.getByRole('link', { name: 'Thêm nhiệm vụ riêng của đơn vị' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Tên nhiệm vụ').fill('Tuyên truyền cải cách hành chính');
      await page.getByLabel('Lĩnh vực').selectOption('D1');
      await page.getByLabel('Sản phẩm').fill('Ba buổi tuyên truyền');
      await page.getByRole('button', { name: 'Ghi' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Gửi phiên bản 1' }).focus();
      await page.keyboard.press('Enter');
      // The page before it said by its address too that something was recorded: only the words tell.
      await page.locator('main').getByText('Đã gửi, chờ xem xét').first().waitFor();
    });
  });
});
