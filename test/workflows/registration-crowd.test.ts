import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitStanding } from '../../domain/registration-period.ts';
import type { RegistrationListContent } from '../../domain/registration.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import {
  endsOf,
  HEADS,
  openRegistrationWalk,
  pressOf,
  registrationOf,
} from '../support/registration.ts';

const CROWD = 80;
const TOKEN = 'a token for tests, longer than thirty-two characters';
const WITHIN_MS = 120_000;

// Six units of the example, and as many new ones as make up the crowd.
const OWN_HEADS: Readonly<Record<string, string>> = { ...HEADS, 'M-TN': 'P-09', 'M-PN': 'P-10' };
const headOf = (unitId: string): string => OWN_HEADS[unitId] ?? `H-${unitId}`;

const addUnits = async (office: TestOffice): Promise<void> => {
  const known = Object.keys(OWN_HEADS);
  const fresh = Array.from(
    { length: CROWD - known.length },
    (_each, index) => `N-${String(index)}`,
  );
  for (const [index, unitId] of fresh.entries()) {
    await office.act(COORDINATOR, 'save-unit', {
      unitId,
      kind: 'team',
      name: `Tổ công tác mẫu số ${String(index + 1)}`,
      abbreviation: unitId,
      validFrom: '2020-01-01',
      validTo: null,
    });
  }
  for (const unitId of fresh) {
    await office.act(COORDINATOR, 'save-person', {
      personId: headOf(unitId),
      fullName: `Tổ trưởng mẫu ${unitId}`,
      rank: '',
      position: 'Tổ trưởng',
      unitId,
      email: `${unitId.toLowerCase()}@annd.test`,
      byHand: false,
      roles: ['teamLead'],
      validFrom: null,
      validTo: null,
    });
  }
};

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openRegistrationWalk>;
let unitIds: readonly string[];
beforeAll(async () => {
  system = await openOfficeSystem({ apiToken: TOKEN });
  office = await system.startOffice();
  await addUnits(office);
  walk = openRegistrationWalk(system, office, headOf);
  unitIds = await walk.open();
});
afterAll(() => system.close());

const throughHttp = async (personId: string, name: string, data: object): Promise<unknown> => {
  const path = `/api/offices/${office.officeId}/cycles/${String(office.year)}/acts/${name}`;
  const response = await system.app.request(
    path,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ actId: randomUUID(), as: personId, data }),
    },
    { isLocalSocket: false },
  );
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(body));
  return body;
};

// Each by one way, and by the other the next.
const pressEach = async (
  units: readonly string[],
  press: (unitId: string) => readonly [personId: string, name: string, data: object],
): Promise<void> => {
  const straight = pressOf(system, office);
  const { done } = await endsOf(
    units.map((unitId, index) =>
      index % 2 === 0 ? straight(...press(unitId)) : throughHttp(...press(unitId)),
    ),
  );
  expect(done).toHaveLength(units.length);
};

const countOf = async (type: string): Promise<number> =>
  (await system.stores.cycles.listTrail(office.officeId, office.year)).filter(
    (row) => row.type === type,
  ).length;

const countStanding = async (standing: UnitStanding): Promise<number> =>
  (await walk.period())?.units.filter((unit) => unit.standing === standing).length ?? 0;

const readHistory = async () => {
  const { events = [] } = await system.temporal.client.workflow
    .getHandle(office.cycle)
    .fetchHistory();
  return events ?? [];
};

describe(`an office of ${String(CROWD)} units`, () => {
  it(
    'has every registration of units that come within one second, each once',
    async () => {
      expect(unitIds).toHaveLength(CROWD);
      await pressEach(unitIds, (unitId) => [
        headOf(unitId),
        'save-registration',
        { basedOn: null, registration: registrationOf(office.year, unitId, headOf(unitId)) },
      ]);
      await pressEach(unitIds, (unitId) => [
        headOf(unitId),
        'submit-registration',
        { unitId, version: 1 },
      ]);
      await Promise.all(unitIds.map((unitId) => walk.untilSubmitted(unitId, 1)));
      expect(await countOf('RegistrationSubmitted')).toBe(CROWD);
      const waiting = await system.stores.cycles.listWaiting(office.officeId);
      const reviews = waiting.filter(({ what }) => what === 'review-registration');
      expect(reviews.map(({ unit_id }) => unit_id).toSorted()).toEqual(
        unitIds.filter((unitId) => unitId !== 'T-TH').toSorted(),
      );
    },
    WITHIN_MS,
  );

  it(
    'has them all accepted at once, and each counted once in the cycle',
    async () => {
      const read = await Promise.all(unitIds.map((unitId) => walk.untilSubmitted(unitId, 1)));
      const shaOf = new Map(read.map(({ unitId, sha256 }) => [unitId, sha256]));
      await pressEach(unitIds, (unitId) => [
        unitId === 'T-TH' ? HEAD : COORDINATOR,
        'accept-registration',
        { unitId, version: 1, sha256: shaOf.get(unitId) },
      ]);
      await system.until(
        'all stand as accepted',
        async () => (await countStanding('accepted')) === CROWD,
      );
      expect(await countOf('UnitAccepted')).toBe(CROWD);
      const waiting = await system.stores.cycles.listWaiting(office.officeId);
      expect(waiting.filter(({ unit_id }) => unit_id !== null)).toEqual([]);
      expect(waiting.map(({ what }) => what)).toContain('close-list');
    },
    WITHIN_MS,
  );

  it(
    'takes more acts on the cycle at one moment than Temporal holds in flight for it',
    async () => {
      await pressEach(unitIds.slice(0, 20), (unitId) => [
        COORDINATOR,
        'reopen-registration',
        { unitId, reason: 'Bổ sung người thực hiện.' },
      ]);
      await system.until('twenty are open again', async () => (await countStanding('open')) === 20);
      expect(await countOf('UnitReopened')).toBe(20);
      const again = unitIds.slice(0, 20);
      await Promise.all(again.map((unitId) => walk.untilUnit(unitId, 'returned', 2)));
      await pressEach(again, (unitId) => [
        headOf(unitId),
        'submit-registration',
        { unitId, version: 1 },
      ]);
      const read = await Promise.all(again.map((unitId) => walk.untilSubmitted(unitId, 2)));
      const shaOf = new Map(read.map(({ unitId, sha256 }) => [unitId, sha256]));
      await pressEach(again, (unitId) => [
        unitId === 'T-TH' ? HEAD : COORDINATOR,
        'accept-registration',
        { unitId, version: 2, sha256: shaOf.get(unitId) },
      ]);
      await system.until(
        'all stand as accepted',
        async () => (await countStanding('accepted')) === CROWD,
      );
    },
    WITHIN_MS,
  );

  it(
    'closes the list over them, and the leader approves it',
    async () => {
      const read = await walk.close();
      const id = `registration-list-${String(office.year)}`;
      const row = await system.stores.versions.latest(office.officeId, 'registration-list', id);
      const list = JSON.parse(row?.text ?? '{}') as RegistrationListContent;
      expect(list.entries.map(({ unitId }) => unitId)).toEqual(unitIds);
      expect(new Set(list.entries.map(({ standing }) => standing))).toEqual(
        new Set(['registered']),
      );
      expect(
        list.entries.filter(({ round, version }) => round === 2 && version === 2),
      ).toHaveLength(20);
      const paperId = await walk.approve(read);
      await office.paper(paperId, 'awaiting-signature');
      expect(system.faults).toEqual([]);
    },
    WITHIN_MS,
  );

  it("stays far from Temporal's limits: events and updates grow with the units", async () => {
    const events = await readHistory();
    const updates = events.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes);
    // Of 51,200 events and 2,000 updates in one run.
    expect(events.length).toBeLessThan(CROWD * 40);
    expect(updates.length).toBeLessThan(CROWD);
    process.stdout.write(
      `${String(CROWD)} units: ${String(events.length)} events, ${String(updates.length)} updates\n`,
    );
  });
});
