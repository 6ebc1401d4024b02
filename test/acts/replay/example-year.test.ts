import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playPastYear } from '../../../examples/past-year.ts';
import { COORDINATOR, openOfficeSystem, type OfficeSystem } from '../../support/office-system.ts';
import { createReader } from '../../web/reader.ts';

const OFFICE = 'U-ANND';
const YEAR = 2024;

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem({ isAllEmbedded: true });
});
afterAll(() => system.close());

const reader = async () => createReader(system, await system.cookieOf(OFFICE, COORDINATOR));

describe('the finished year of the example', () => {
  it('goes on where it was broken off, is mailed to nobody, and is played once', async () => {
    let acts = 0;
    const dying = {
      ...system.acts,
      temporal: {
        ...system.acts.temporal,
        sendAct: ((...args: Parameters<typeof system.acts.temporal.sendAct>) => {
          acts += 1;
          if (acts > 12) throw new Error('killed');
          return system.acts.temporal.sendAct(...args);
        }) as typeof system.acts.temporal.sendAct,
      },
    };
    let begun = 0;
    const begin = () => {
      begun += 1;
    };
    await expect(playPastYear(dying, begin)).rejects.toThrow('killed');
    expect(await playPastYear(system.acts, begin)).toBe(true);
    expect(begun).toBe(2);
    expect(await playPastYear(system.acts, begin)).toBe(true);
    expect(begun).toBe(2);

    const papers = (await system.stores.papers.list(OFFICE, YEAR)).filter(
      ({ issued_on }) => issued_on !== null,
    );
    expect(papers.length).toBeGreaterThanOrEqual(8);
    const deliveries = await Promise.all(
      papers.map(({ paper_id }) => system.stores.deliveries.list(OFFICE, paper_id)),
    );
    expect([...new Set(deliveries.flat().map(({ status }) => status))]).toEqual(['historic']);
    expect(system.smtp.messages).toEqual([]);
  }, 400_000);

  it('stands in the list as an example that was entered', async () => {
    const list = await (await reader()).open('/cycles');
    expect(list.text).toContain('Chu trình cải cách hành chính năm 2024');
    expect(list.text).toContain('(dữ liệu ví dụ, nhập lại từ hồ sơ gốc)');
  });

  it('waits for nobody, and is nothing to try', async () => {
    expect((await (await reader()).open('/waiting')).links.join(' ')).not.toContain('/cycles/2024');
    const first = await createReader(system, null).open('/');
    expect(first.text).not.toContain('Việc làm thử');
  });

  it('is left alone where it is somebody’s own', async () => {
    await system.db
      .updateTable('cycle')
      .set({ origin: 'entered' })
      .where('office_id', '=', OFFICE)
      .execute();
    expect(await playPastYear(system.acts, () => undefined)).toBe(false);
  });
});
