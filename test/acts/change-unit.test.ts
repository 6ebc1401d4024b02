import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';

let system: OfficeSystem;
let office: TestOffice;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  office = await system.startOffice();
});

const TODAY = '2026-06-15';
const ending = { unitId: 'T-1', validTo: '2026-06-30', successorId: 'T-2', reason: 'Sáp nhập.' };
const end = (change: object = {}) => office.act(COORDINATOR, 'end-unit', { ...ending, ...change });
const rename = (change: object = {}) =>
  office.act(COORDINATOR, 'rename-unit', {
    unitId: 'T-2',
    name: 'Đội tổng hợp mới',
    from: '2026-07-01',
    ...change,
  });
const unitsOn = async (date: string) =>
  (await system.stores.factsOn(office.officeId, date)).units.map(({ id, name }) => ({ id, name }));
const nameOn = async (date: string) => (await unitsOn(date)).find(({ id }) => id === 'T-2')?.name;

describe('a unit that ends', () => {
  it('is there on its last day and not after it, and says who took it over', async () => {
    await end();
    expect((await unitsOn('2026-06-30')).map(({ id }) => id)).toContain('T-1');
    expect((await unitsOn('2026-07-01')).map(({ id }) => id)).not.toContain('T-1');
    const units = await system.stores.offices.listUnits(office.officeId);
    expect(units.find(({ unit_id }) => unit_id === 'T-1')?.successor_id).toBe('T-2');
  });

  it('is not taken over by itself, by nobody known, or by one that has ended by then', async () => {
    const expected = { code: 'unknown-reference', place: '/successorId' };
    await expect(end({ successorId: 'T-1' })).rejects.toMatchObject(expected);
    await expect(end({ successorId: 'T-99' })).rejects.toMatchObject(expected);
    await end({ unitId: 'T-2', validTo: TODAY, successorId: null });
    await expect(end()).rejects.toMatchObject(expected);
  });

  it('does not end before it began', async () => {
    const refused = { code: 'impossible-date', place: '/validTo' };
    await expect(end({ validTo: '1990-01-01' })).rejects.toMatchObject(refused);
  });

  it('is ended by those who keep the office alone', () =>
    expect(office.act(CLERK, 'end-unit', ending)).rejects.toMatchObject({ code: 'no-power' }));
});

describe('a unit that is renamed', () => {
  it('keeps its old name on the days before', async () => {
    const before = await nameOn(TODAY);
    await rename();
    expect(await nameOn('2026-06-30')).toBe(before);
    expect(await nameOn('2026-07-01')).toBe('Đội tổng hợp mới');
    await rename({ name: 'Đội tổng hợp', from: '2026-09-01' });
    expect(await nameOn(TODAY)).toBe(before);
    expect(await nameOn('2026-08-31')).toBe('Đội tổng hợp mới');
    expect(await nameOn('2026-09-01')).toBe('Đội tổng hợp');
  });

  it('is not renamed before its last name began', async () => {
    await rename();
    await expect(rename({ from: '2026-06-01' })).rejects.toMatchObject({
      code: 'impossible-date',
      place: '/from',
    });
  });
});
