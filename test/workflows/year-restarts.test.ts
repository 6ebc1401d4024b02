import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, openCheckWalk } from '../acts/check/check-walk.ts';
import { openOfficeSystem, type OfficeSystem, type TestOffice } from '../support/office-system.ts';
import { openPledgeWalk } from '../support/pledge-life.ts';
import { signJointPledge, walkCheck, walkPledges } from '../support/year-rooms.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem({ mayRestartWorker: true });
});
afterAll(() => system.close());

// Another worker takes over after each act, and while what follows from it is still being done.
const restarting = (office: TestOffice, onRestart: () => void): TestOffice => ({
  ...office,
  act: async (...call) => {
    const outcome = await office.act(...call);
    await system.restartWorker();
    onRestart();
    return outcome;
  },
});

// Ids of acts and hashes of what holds them are other ones in each office.
const statesOf = async (office: TestOffice, kinds: readonly string[]) => {
  const rows = await system.db
    .selectFrom('strand')
    .select(['workflow_id', 'kind', 'state'])
    .where('office_id', '=', office.officeId)
    .orderBy('workflow_id')
    .execute();
  return rows
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ workflow_id, state }) =>
      `${workflow_id} ${JSON.stringify(state)}`
        .replaceAll(office.officeId, 'OFFICE')
        .replace(/[0-9a-f]{64}/g, 'HASH')
        .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ACT'),
    );
};

const walkBothPledges = async (office: TestOffice) => {
  const named = { signatoryRule: 'named', unitIds: ['T-1', 'T-2'], points: ['Một việc.'] };
  await openPledgeWalk(system, office).open(named, at('2024-04-01'));
  await signJointPledge(system, office);
  await walkPledges(system, office);
};
const walkFirstCheck = async (office: TestOffice) => {
  await openCheckWalk(system, office).approvePlan();
  await walkCheck(system, office);
};

describe('a worker that ends after each act leaves the same state as one that stays', () => {
  it.each([
    ['pledges', ['pledge'], walkBothPledges],
    ['a check', ['check', 'assignment'], walkFirstCheck],
  ] as const)(
    'of %s',
    async (_what, kinds, walk) => {
      const [steady, shaken] = [await system.startOffice('2024'), await system.startOffice('2024')];
      await walk(steady);
      let restarts = 0;
      await walk(
        restarting(shaken, () => {
          restarts += 1;
        }),
      );
      expect(restarts).toBeGreaterThan(10);
      const expected = await statesOf(steady, kinds);
      expect(expected.length).toBeGreaterThan(1);
      expect(await statesOf(shaken, kinds)).toEqual(expected);
    },
    300_000,
  );
});
