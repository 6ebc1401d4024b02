import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATOR,
  openOfficeSystem,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';
import { dayIn, readerOf, wordsOf, type OfficeReader } from './office-reader.ts';

let system: OfficeSystem;
let office: TestOffice;
let coordinator: OfficeReader;
let team: OfficeReader;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  const as = async (personId: string) =>
    readerOf(system, await system.cookieOf(office.officeId, personId));
  coordinator = await as(COORDINATOR);
  team = await as(TEAM_HEAD);
});
afterAll(() => system.close());

const unitOf = async (unitId: string) =>
  (await system.stores.offices.listUnits(office.officeId)).find(
    ({ unit_id }) => unit_id === unitId,
  );

describe('a unit in mid-year', () => {
  it('is changed by whoever keeps the office alone, from the unit’s own page', async () => {
    const page = await coordinator.read('/office/units/T-4');
    const typed = {
      name: { name: 'Đội mới', ...dayIn('from', '2026-01-01') },
      end: { ...dayIn('validTo', '2026-06-30'), reason: 'Sáp nhập' },
    };
    for (const form of ['name', 'end'] as const) {
      const path = `/office/units/T-4/${form}`;
      expect(page).toContain(`href="${path}"`);
      expect((await team.get(path)).status).toBe(403);
      expect((await team.press(path, typed[form])).status).toBe(403);
      expect((await coordinator.get(`/office/units/T-99/${form}`)).status).toBe(404);
    }
    expect(await unitOf('T-4')).toMatchObject({ valid_to: null });
    expect(await coordinator.read('/office/units/new')).not.toContain('/office/units/new/end');
  });

  it('gets another name from a day on, refused at its field before its time', async () => {
    const path = '/office/units/T-2/name';
    const named = { name: 'Đội công tác liên ngành' };
    const early = await coordinator.press(path, { ...named, ...dayIn('from', '2020-01-01') });
    const html = await early.text();
    expect([early.status, /id="from-error"/.test(html)]).toEqual([422, true]);
    expect(html).toContain('value="Đội công tác liên ngành"');
    const undated = await coordinator.press(path, named);
    expect([undated.status, /id="from-error"/.test(await undated.text())]).toEqual([422, true]);
    const done = await coordinator.press(path, { ...named, ...dayIn('from', '2024-10-01') });
    expect(done.status).toBe(303);
    expect(wordsOf(await coordinator.read('/office'))).toContain('Đội công tác liên ngành');
  });

  it('ends on a day, with the reason and whoever takes it over', async () => {
    const path = '/office/units/T-4/end';
    const typed = { ...dayIn('validTo', '2026-06-30'), successorId: 'T-2' };
    const silent = await coordinator.press(path, typed);
    const html = await silent.text();
    expect([silent.status, /id="reason-error"/.test(html)]).toEqual([422, true]);
    expect(html).toMatch(/value="T-2" selected/);
    expect(html).not.toMatch(/option value="T-4"/);
    const gone = { ...typed, reason: 'Sáp nhập', ...dayIn('validTo', '2020-01-01') };
    const early = await coordinator.press(path, gone);
    expect([early.status, /id="validTo-error"/.test(await early.text())]).toEqual([422, true]);
    const done = await coordinator.press(path, { ...typed, reason: 'Quyết định sáp nhập số 12' });
    expect(done.status).toBe(303);
    expect(await unitOf('T-4')).toMatchObject({ valid_to: '2026-06-30', successor_id: 'T-2' });
  });

  it.runIf(hasBrowser)(
    'has forms without a fault that axe finds, wide and on a phone',
    async () => {
      const cookie = await system.cookieOf(office.officeId, COORDINATOR);
      const browser = await openInBrowser(system);
      try {
        for (const path of [
          '/office/units/T-1',
          '/office/units/T-1/end',
          '/office/units/T-1/name',
        ]) {
          expect(await browser.examine(path, cookie), path).toEqual([]);
        }
      } finally {
        await browser.close();
      }
    },
  );
});
