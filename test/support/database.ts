// A fresh database for each test file, copied from one that was migrated once per run.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject } from 'vitest';

const TEMPLATE = 'reform_template';
const MIGRATE = new URL('../../adapters/database/migrate.ts', import.meta.url);

let created = 0;

function urlOf(database: string): string {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function withServer<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function migrate(url: string): Promise<void> {
  if (!existsSync(fileURLToPath(MIGRATE))) return;
  const { migrateToLatest } = (await import(MIGRATE.href)) as {
    migrateToLatest: (databaseUrl: string) => Promise<void>;
  };
  await migrateToLatest(url);
}

// Test files run in several processes; the first one makes the template, the others wait for it.
async function ensureTemplate(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock(1)');
  const { rows } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
  if (rows.length > 0) return;
  const draft = `${TEMPLATE}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  await migrate(urlOf(draft));
  await client.query(`alter database ${draft} rename to ${TEMPLATE}`);
}

async function createDatabase(template: string | null) {
  created += 1;
  const name = `test_${String(process.pid)}_${String(created)}`;
  await withServer(async (client) => {
    if (template !== null) await ensureTemplate(client);
    await client.query(`create database ${name} template ${template ?? 'template1'}`);
  });
  return {
    url: urlOf(name),
    name,
    drop: () =>
      withServer(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

// Migrated to the latest version.
export function createTestDatabase() {
  return createDatabase(TEMPLATE);
}

// For the tests of the migrations themselves.
export function createEmptyDatabase() {
  return createDatabase(null);
}
