// Halts whoever comes to a table, by a lock of our own, so that a part can be killed there and not
// somewhere near.
import pg from 'pg';
import { until } from './whole-system.ts';

/**
 * `writes`: readers and row locks pass, changes wait. `everything`: nobody passes. `rows`: whoever
 * locks or changes a row that is there now waits.
 */
export type HoldKind = 'writes' | 'everything' | 'rows';

/** Of the rows, those alone that have this value. */
export interface RowsWith {
  readonly column: string;
  readonly value: string;
}

const STATEMENTS: Readonly<Record<HoldKind, (table: string) => string>> = {
  writes: (table) => `lock table "${table}" in share mode`,
  everything: (table) => `lock table "${table}" in access exclusive mode`,
  rows: (table) => `select from "${table}" for update`,
};

const connect = async (databaseUrl: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // the server may be the one that is killed
  await client.connect();
  return client;
};

// Not pg_stat_activity: inside a transaction that one stays as it was first read.
const WAITING = `select count(distinct pid)::int as waiting from pg_locks
  where not granted and $1::int = any(pg_blocking_pids(pid))`;

export const takeHold = async (
  databaseUrl: string,
  table: string,
  kind: HoldKind,
  rows: RowsWith | null = null,
) => {
  const client = await connect(databaseUrl);
  await client.query('begin');
  await (rows
    ? client.query(`select from "${table}" where "${rows.column}" = $1 for update`, [rows.value])
    : client.query(STATEMENTS[kind](table)));
  const own = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = own.rows[0]?.pid;

  const countWaiting = async (): Promise<number> => {
    const { rows: waiting } = await client.query<{ waiting: number }>(WAITING, [pid]);
    return waiting[0]?.waiting ?? 0;
  };

  return {
    table,
    countWaiting,
    untilReached: (atLeast = 1) =>
      until(`${String(atLeast)} wait at ${table}`, async () => (await countWaiting()) >= atLeast),
    // A hold whose server was killed is gone with it.
    release: async (): Promise<void> => {
      await client.end().catch(() => undefined);
    },
  };
};

export type Hold = Awaited<ReturnType<typeof takeHold>>;

/** Nothing that is done comes to show until it returns: every press is judged by what was there before. */
export const whileNothingShows = async <T>(
  databaseUrl: string,
  presses: () => Promise<T>,
): Promise<T> => {
  const trail = await takeHold(databaseUrl, 'audit', 'writes');
  try {
    return await presses();
  } finally {
    await trail.release();
  }
};
