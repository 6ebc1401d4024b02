import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { markOf, openPledgeWalk } from '../support/pledge-life.ts';
import { scanOf } from '../support/scan.ts';
import { todayHere } from '../support/walk.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { dayIn } from './office-reader.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let coordinator: Reader;
let secretary: Reader;
let list: string;
let page: string;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  const as = async (personId: string): Promise<Reader> =>
    createReader(system, await system.cookieOf(office.officeId, personId));
  coordinator = await as(COORDINATOR);
  secretary = await as(SECRETARY);
  list = `/cycles/${String(office.year)}/pledges`;
  page = `${list}/GU-${String(office.year)}`;
});
afterAll(() => system.close());

const TODAY = todayHere();
const fileOf = async (text: string) =>
  new File([Buffer.from(await scanOf(text))], 'scan.pdf', { type: 'application/pdf' });

describe('the pages of a pledge', () => {
  it('say where there is none, and who opens one finds the form filled in', async () => {
    const empty = await coordinator.open(list);
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('Chưa có giao ước, cam kết nào');
    expect(empty.form(list).get('pledgeId')).toEqual([`GU-${String(office.year)}`]);
    expect((await coordinator.open(`/cycles/${String(office.year)}`)).links).toContain(list);
  });

  it('show the form again with what was typed, and the fault at its field', async () => {
    const again = await coordinator.openAndPress(list, list, {
      signatoryRule: 'named',
      unitIds: [],
      title: 'Giao ước riêng',
    });
    expect(again.status).toBe(422);
    expect(again.errors.map(({ field }) => field)).toEqual(['unitIds']);
    expect(again.form(list).get('title')).toEqual(['Giao ước riêng']);
  });

  it('open one, with its sheet to print and who is missing', async () => {
    const done = await coordinator.openAndPress(list, list, { witnessId: HEAD });
    expect(done.location).toContain(page);
    const read = await secretary.open(page);
    expect(read.text).toContain('Còn 6 đơn vị chưa ký');
    const response = await system.app.request(`${page}/sheet.pdf`, {
      headers: { cookie: await system.cookieOf(office.officeId, SECRETARY) },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('take marks of heads with one scan, and of a substitute with the basis', async () => {
    const marked = await secretary.openAndPress(page, `${page}/mark`, {
      'mark-unitIds': ['T-TH', 'T-2', 'T-4'],
      'mark-scan': await fileOf('sheet'),
    });
    expect(marked.location).toContain(page);
    const refused = await secretary.openAndPress(page, `${page}/substitute`, {
      'substitute-unitId': 'T-1',
      'substitute-personId': SECRETARY,
    });
    expect(refused.errors.map(({ field }) => field)).toEqual(['substitute-basis']);
    await secretary.press(refused, `${page}/substitute`, {
      'substitute-basis': 'Giấy ủy quyền 07',
    });
    const read = await secretary.open(page);
    expect(read.text).toContain('ký thay theo Giấy ủy quyền 07');
    expect(read.text).toContain('Còn 2 đơn vị chưa ký');
    const scan = read.links.find((href) => href.includes('/scans/')) ?? '';
    expect((await secretary.open(scan)).status).toBe(200);
    expect((await secretary.open(`${page}/scans/${'a'.repeat(64)}`)).status).toBe(404);
  });

  it('refuse a day that is none at its field', async () => {
    const refused = await secretary.openAndPress(page, `${page}/mark`, {
      'mark-unitIds': ['M-PN'],
      'mark-signedOn-month': '13',
    });
    expect(refused.errors.map(({ field }) => field)).toEqual(['mark-signedOn']);
  });

  it('let a head confirm for the own unit, and nobody else', async () => {
    expect((await secretary.open(page)).actions).not.toContain(`${page}/confirm`);
    const cookie = await system.cookieOf(office.officeId, 'P-10');
    const head = createReader(system, cookie);
    await head.openAndPress(page, `${page}/confirm`);
    expect((await head.open(page)).text).toContain('xác nhận trên hệ thống lúc');
  });

  it('attach a scan that follows, take a mark back, and make the paper when all have signed', async () => {
    await secretary.openAndPress(page, `${page}/take-back`, {
      'take-back-unitId': 'T-1',
      'take-back-reason': 'Ghi nhầm.',
    });
    await secretary.openAndPress(page, `${page}/mark`, {
      'mark-unitIds': ['T-1', 'M-TN'],
      ...dayIn('mark-signedOn', TODAY),
    });
    await secretary.openAndPress(page, `${page}/scan`, { 'scan-scan': await fileOf('late') });
    const read = await coordinator.open(page);
    expect(read.text).not.toContain('chưa có bản quét');
    expect(read.actions).toContain(`${page}/submit`);
    await coordinator.openAndPress(page, `${page}/submit`);
    const paperId = `pledge-${String(office.year)}-GU-${String(office.year)}-v1`;
    await office.paper(paperId, 'awaiting-signature');
    await system.until('the page shows the paper', async () =>
      (await coordinator.open(page)).links.includes(`/papers/${paperId}`),
    );
    expect((await coordinator.open(`/papers/${paperId}`)).text).toContain('Giao ước, cam kết');
    expect((await coordinator.open('/papers')).status).toBe(200);
    expect((await coordinator.open(page)).actions).not.toContain(`${page}/mark`);
    expect((await coordinator.open(list)).text).toContain('6/6 đơn vị');
  });

  it('change who must sign, with the reason, and drop one that is not wanted', async () => {
    const other = await system.startOffice();
    const walk = openPledgeWalk(system, other);
    await walk.open();
    const own = `/cycles/${String(other.year)}/pledges/GU`;
    const as = async (personId: string) =>
      createReader(system, await system.cookieOf(other.officeId, personId));
    const keeper = await as(COORDINATOR);
    for (const form of ['signatories', 'drop']) {
      expect((await keeper.open(own)).actions).toContain(`${own}/${form}`);
      expect((await (await as('P-10')).open(own)).actions).not.toContain(`${own}/${form}`);
    }
    const silent = await keeper.openAndPress(own, `${own}/signatories`, {
      'signatories-unitIds': ['T-TH', 'T-1'],
    });
    expect([silent.status, silent.errors.map(({ field }) => field)]).toEqual([
      422,
      ['signatories-reason'],
    ]);
    expect(silent.form(`${own}/signatories`).get('signatories-unitIds')).toEqual(['T-TH', 'T-1']);
    const reason = { 'signatories-reason': 'Các đơn vị khác ký riêng.' };
    expect((await keeper.press(silent, `${own}/signatories`, reason)).status).toBe(303);
    expect((await keeper.open(own)).text).toContain('Còn 2 đơn vị chưa ký');

    const unsaid = await keeper.openAndPress(own, `${own}/drop`);
    expect(unsaid.errors.map(({ field }) => field)).toEqual(['drop-reason']);
    await keeper.press(unsaid, `${own}/drop`, { 'drop-reason': 'Năm nay không tổ chức ký.' });
    expect((await keeper.open(own)).actions).not.toContain(`${own}/drop`);
  });

  it('do not know a pledge that the year lacks', async () => {
    expect((await coordinator.open(`${list}/other`)).status).toBe(404);
  });

  it.runIf(hasBrowser)('have no fault that axe finds, wide and on a phone', async () => {
    const other = await system.startOffice();
    const walk = openPledgeWalk(system, other);
    await walk.open();
    await walk.mark([markOf('T-2', 'P-06')], TODAY);
    const cookie = await system.cookieOf(other.officeId, COORDINATOR);
    const browser = await openInBrowser(system);
    try {
      const pledges = `/cycles/${String(other.year)}/pledges`;
      expect(await browser.examine(pledges, cookie)).toEqual([]);
      expect(await browser.examine(`${pledges}/GU`, cookie)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
