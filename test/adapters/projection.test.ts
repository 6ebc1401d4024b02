import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evolveReformCycle } from '../../domain/reform-cycle-evolve.ts';
import { startReformCycle } from '../../domain/reform-cycle.ts';
import { cycleId } from '../../workflows/contract.ts';
import type { ProjectionBatch } from '../../workflows/activity-contract.ts';
import { CLERK, COORDINATOR, HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, hoursAfter } from '../support/given.ts';
import {
  issued,
  numbered,
  planned,
  rendered,
  scanned,
  stamped,
  UNTIL,
  voided,
} from '../support/paper-life.ts';
import { openStores } from './open-stores.ts';
import { paperBatches, type PaperStory } from './paper-batches.ts';

let open: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  open = await openStores();
});
afterAll(() => open.close());

const PAPER = 'plan-2024-v3';

const WHOLE_LIFE: PaperStory = [
  ...UNTIL.issue,
  voided(15),
  numbered(16),
  rendered,
  stamped,
  scanned,
  issued(),
  planned(),
  { type: 'MessageSent', messageId: 'message-1' },
  { type: 'MessageRefused', messageId: 'message-2', responseCode: 550 },
  { type: 'HandedOver', recipientId: 'team-3', by: CLERK },
  { type: 'DeliveryGivenUp', recipientId: 'team-2', reasonId: 'act-of-reason', by: CLERK },
  { type: 'PaperClosed' },
];

/** What acts and activities write beside the projection: the register's numbers, the deliveries. */
const prepare = async (officeId: string) => {
  for (const number of [15, 16]) {
    await open.db
      .insertInto('register')
      .values({
        office_id: officeId,
        series_year: 2024,
        symbol: 'KH-PM',
        number,
        paper_id: PAPER,
        act_id: `act-${String(number)}`,
        // The second number is reserved once the first is void; here its row stands from the start.
        status: number === 15 ? 'reserved' : 'void',
      })
      .execute();
  }
  const delivery = (recipient_id: string, message_id: string | null) => ({
    office_id: officeId,
    paper_id: PAPER,
    recipient_id,
    recipient_group: 'units' as const,
    recipient_name: recipient_id,
    person_id: null,
    mailbox: message_id === null ? null : `${recipient_id}@office.test`,
    message_id,
    status: message_id === null ? ('to-hand-over' as const) : ('due' as const),
    link_expires_on: '2024-07-15',
  });
  await open.stores.deliveries.plan([
    delivery('team-1', 'message-1'),
    delivery('team-2', 'message-2'),
    delivery('team-3', null),
  ]);
};

const TABLES = ['strand', 'waiting', 'paper', 'register', 'audit', 'delivery'] as const;

/** Every row that the projection touches, without the office, to compare one office with another. */
const rowsOf = async (officeId: string) => {
  const tables = await Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table)} where office_id = ${officeId}`.execute(open.db);
      return rows.map((row) => JSON.stringify(row).replaceAll(officeId, 'OFFICE')).sort();
    }),
  );
  return Object.fromEntries(TABLES.map((table, at) => [table, tables[at]]));
};

// Numbers that look thrown about and are the same each time (Numerical Recipes' generator).
const createDice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
};

const shuffleWithRepeats = (batches: readonly ProjectionBatch[], seed: number) => {
  const dice = createDice(seed);
  const repeated = batches.flatMap((batch) => Array<ProjectionBatch>(1 + dice(2)).fill(batch));
  for (let at = repeated.length - 1; at > 0; at -= 1) {
    const other = dice(at + 1);
    const [left, right] = [repeated[at], repeated[other]];
    if (left && right) [repeated[at], repeated[other]] = [right, left];
  }
  return repeated;
};

const tellInOrder = async () => {
  const officeId = await open.office();
  await prepare(officeId);
  for (const batch of paperBatches(officeId, WHOLE_LIFE)) await open.stores.strands.project(batch);
  return rowsOf(officeId);
};

test('a paper\u2019s life, told in order, is what the pages show', async () => {
  const rows = await tellInOrder();
  expect(rows.audit).toHaveLength(WHOLE_LIFE.length);
  expect(rows.waiting).toEqual([]);
  expect(rows.paper?.[0]).toContain('"phase":"closed"');
  expect(rows.register?.join()).toMatch(/"number":15,.*"void".*"number":16,.*"given"/);
  expect(rows.delivery?.join()).toMatch(/"sent".*"given-up".*"handed-over"/);
});

test('told in a hundred other orders, with repeats, it leaves the same rows', async () => {
  const expected = await tellInOrder();
  const tellInOrderOf = async (seed: number) => {
    const officeId = await open.office();
    await prepare(officeId);
    const batches = shuffleWithRepeats(paperBatches(officeId, WHOLE_LIFE), seed);
    for (const batch of batches) await open.stores.strands.project(batch);
    return rowsOf(officeId);
  };
  const orders = Array.from({ length: 100 }, (_, at) => tellInOrderOf(at + 1));
  for (const rows of await Promise.all(orders)) expect(rows).toEqual(expected);
});

test('told by many at once, it leaves the same rows', async () => {
  const expected = await tellInOrder();
  for (let seed = 1; seed <= 10; seed += 1) {
    const officeId = await open.office();
    await prepare(officeId);
    const batches = shuffleWithRepeats(paperBatches(officeId, WHOLE_LIFE), seed);
    await Promise.all(batches.map((batch) => open.stores.strands.project(batch)));
    expect(await rowsOf(officeId), `order ${String(seed)}`).toEqual(expected);
  }
});

test('events that come in one batch, or in batches that overlap, leave the same rows', async () => {
  const expected = await tellInOrder();
  const officeId = await open.office();
  await prepare(officeId);
  const single = paperBatches(officeId, WHOLE_LIFE);
  const joined = (from: number, to: number): ProjectionBatch => {
    const last = single[to];
    if (!last) throw new Error('no such event');
    return { ...last, events: single.slice(from, to + 1).flatMap(({ events }) => events) };
  };
  for (const [from, to] of [
    [4, 9],
    [0, 5],
    [0, WHOLE_LIFE.length - 1],
  ] as const) {
    await open.stores.strands.project(joined(from, to));
  }
  expect(await rowsOf(officeId)).toEqual(expected);
});

test('who is waited for is what stands now, and one row goes when the next comes', async () => {
  const officeId = await open.office();
  const waits: string[][] = [];
  for (const batch of paperBatches(officeId, UNTIL.issue)) {
    await open.stores.strands.project(batch);
    const rows = await open.stores.cycles.listWaiting(officeId);
    waits.push(rows.map((row) => `${row.what} ${row.role_id ?? row.person_id ?? ''}`).sort());
  }
  expect(waits).toEqual([
    [],
    ['sign-paper head', 'sign-paper registryClerk'],
    ['number-paper registryClerk'],
    ['stamp-paper registryClerk'],
    ['stamp-paper registryClerk'],
    ['scan-paper registryClerk'],
  ]);
});

test('the read model holds an act once its event is there, and not before', async () => {
  const officeId = await open.office();
  const [first, second] = paperBatches(officeId, UNTIL.signature);
  if (!first || !second) throw new Error('no events');
  const { strands } = open.stores;
  expect(await strands.holds(officeId, first.workflowId, 1)).toBe(false);
  await strands.project(first);
  expect(await strands.holds(officeId, first.workflowId, 1)).toBe(true);
  expect(await strands.holds(officeId, first.workflowId, 2)).toBe(false);
  await strands.project(second);
  await strands.project(first);
  expect(await strands.holds(officeId, first.workflowId, 2)).toBe(true);
});

test('the trail keeps every event whole, and can be neither changed nor deleted', async () => {
  const officeId = await open.office();
  const schedule = [{ step: 'plan', dueOn: '2024-01-20' }] as const;
  const event = { type: 'CycleStarted', schedule, by: COORDINATOR } as const;
  const fresh = startReformCycle(officeId, 2024, { mode: 'live' });
  await open.stores.strands.project({
    officeId,
    year: 2024,
    workflowId: cycleId(officeId, 2024),
    kind: 'reformCycle',
    seq: 1,
    state: evolveReformCycle(fresh, event, FIRST_MOMENT),
    events: [
      { seq: 1, at: FIRST_MOMENT, enteredAt: hoursAfter(FIRST_MOMENT, 9), actId: 'act-1', event },
    ],
  });
  expect(await open.stores.cycles.listTrail(officeId, 2024)).toMatchObject([
    { type: 'CycleStarted', at: FIRST_MOMENT, entered_at: '2024-01-15T17:00:00+07:00', event },
  ]);
  await expect(sql`delete from audit`.execute(open.db)).rejects.toThrow('audit is append-only');
  await expect(sql`update audit set seq = 9`.execute(open.db)).rejects.toThrow('append-only');
});

test('a year begins once: of ten starts at the same time one act wins, and all are told which', async () => {
  const officeId = await open.office();
  const row = (at: number) => ({
    office_id: officeId,
    year: 2024,
    origin: 'live' as const,
    workflow_id: cycleId(officeId, 2024),
    act_id: `act-${String(at)}`,
    started_by: HEAD.personId,
    started_at: FIRST_MOMENT,
    entered_at: FIRST_MOMENT,
    is_mailed: false,
  });
  const told = await Promise.all(
    Array.from({ length: 10 }, (_, at) => open.stores.cycles.insert(row(at))),
  );
  expect(new Set(told.map(({ act_id }) => act_id)).size).toBe(1);
  expect(await open.stores.cycles.list(officeId)).toHaveLength(1);
});
