import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
/** A query runs on the pool or inside a transaction alike. */
export type Queryable = Kysely<Tables> | Transaction<Tables>;

const DATE_OID = 1082;

// A date is a day in the office's calendar: as a JavaScript Date it would move with the server's zone.
const types = new pg.TypeOverrides();
types.setTypeParser(DATE_OID, (text) => text);

export const connectDatabase = (
  databaseUrl: string,
  onFault: (error: Error) => void = () => undefined,
): Database => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 20,
    connectionTimeoutMillis: 5_000,
    types,
  });
  // A connection that breaks (the server was killed) must not end the process. The pool listens only
  // to idle ones; one in use says so twice, by its query and by this event.
  pool.on('connect', (client) => client.on('error', onFault));
  pool.on('error', () => undefined); // the same event again
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};
