import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performAct } from '../../acts/perform-act.ts';
import { CLERK, openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import { takeHold, type Hold } from './holds.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

// Breaks the connection of whoever waits at that table to write a row.
const breakWhoWaitsAt = async (hold: Hold): Promise<void> => {
  const client = new pg.Client({ connectionString: system.database.url });
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_locks
     where not granted and relation = $1::regclass`,
    [hold.table],
  );
  await client.end();
};

describe('an act whose answer was lost', () => {
  it('is answered when it is pressed again, though it comes to show in that very moment', async () => {
    const office = await system.startOffice();
    const paperId = await office.approve();
    const call = {
      actId: randomUUID(),
      officeId: office.officeId,
      year: office.year,
      personId: CLERK,
      channel: 'web',
      occurredAt: null,
      data: { paperId },
    } as const;
    const press = () => performAct(system.acts, 'record-ink-signature', call);

    const trail = await takeHold(system.database.url, 'audit', 'writes');
    const acts = await takeHold(system.database.url, 'act', 'writes');
    const first = press();
    const lost = expect(first).rejects.toThrow(/terminat/);
    await Promise.all([trail.untilReached(), acts.untilReached()]);
    await breakWhoWaitsAt(acts);
    await lost;
    await acts.release();

    // The second press has looked for the first one's outcome, and is halted before the rules.
    const people = await takeHold(system.database.url, 'person', 'everything');
    const again = press();
    await people.untilReached();
    await trail.release();
    await office.paper(paperId, 'awaiting-number');
    await people.release();

    expect((await again).workflowId).toBe(`${office.cycle}/paper/${paperId}`);
    const rows = await system.stores.cycles.listTrail(office.officeId, office.year);
    expect(rows.filter(({ act_id }) => act_id === call.actId)).toHaveLength(1);
  });
});
