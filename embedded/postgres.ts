// One embedded PostgreSQL on one folder: on a unix socket only, so it needs no port and no password.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openPartLog } from './part-log.ts';
import { findPostgresLaunch, userOf, type PostgresLaunch } from './postgres-binaries.ts';
import { createCluster, giveTo, readMajorVersion } from './postgres-cluster.ts';
import { endProcess, isAlive, readCommandLine, watchForEnd } from './process-facts.ts';
import { prepareSocketFolder, removeSocketFolder } from './socket-folder.ts';

const SOCKET_NAME = '.s.PGSQL.5432';
const READY_WITHIN_MS = 60_000;
// After kill -9 of the server its sessions hold the shared memory until they notice.
const START_AGAIN_WITHIN_MS = 20_000;

export type PostgresOptions = {
  readonly dir: string;
  readonly logFile: string;
  readonly database: string;
  readonly settings?: readonly string[];
  // Set off while starting, it ends what has begun.
  readonly signal?: AbortSignal | undefined;
};

function databaseUrl(socketDir: string, database: string): string {
  return `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

async function askDatabase(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that dies under the connection says so twice: by the query and by this event.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

async function createDatabase(socketDir: string, database: string): Promise<void> {
  try {
    await askDatabase(databaseUrl(socketDir, 'postgres'), `create database "${database}"`);
  } catch (error) {
    if (!hasCode(error, ['42P04'])) throw error; // it is there already
  }
}

// Who runs on this folder, by PostgreSQL's own note, which outlives a crash.
function readRunning(clusterDir: string): { pid: number; socketDir: string } | null {
  const file = join(clusterDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const isPostgres = basename(readCommandLine(pid)[0] ?? '').startsWith('postgres');
  if (isAlive(pid) && isPostgres && lines[1] === clusterDir) {
    return { pid, socketDir: lines[4] ?? '' };
  }
  // PostgreSQL itself would refuse to start if some other program now has this pid.
  rmSync(file, { force: true });
  return null;
}

async function adoptRunning(clusterDir: string, socketDir: string): Promise<number | null> {
  const running = readRunning(clusterDir);
  if (running === null) return null;
  try {
    if (running.socketDir !== socketDir) throw new Error('it listens elsewhere');
    const url = databaseUrl(socketDir, 'postgres');
    const folder = await askDatabase(url, 'show data_directory');
    if (folder === clusterDir) return running.pid;
  } catch {
    // It does not answer, so it can't be adopted: it is ended below, and a fresh one starts.
  }
  await endProcess(running.pid, 'SIGINT', 5_000);
  return null;
}

async function waitUntilReady(
  pid: number,
  url: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (isAlive(pid) && Date.now() < deadline && signal?.aborted !== true) {
    try {
      await askDatabase(url, 'select 1');
      return true;
    } catch (error) {
      if (!hasCode(error, ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'])) throw error;
      await wait(20);
    }
  }
  return false;
}

function spawnServer(
  launch: PostgresLaunch,
  clusterDir: string,
  socketDir: string,
  options: PostgresOptions,
) {
  const log = openPartLog(options.logFile);
  const settings = ['listen_addresses=', `unix_socket_directories=${socketDir}`, 'timezone=UTC'];
  const [program = '', ...args] = [
    ...launch.wrapper,
    join(launch.binDir, 'postgres'),
    ...['-D', clusterDir],
    ...[...settings, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]),
  ];
  // Its own process group: Ctrl-C in the terminal must not end it before those who still use it.
  const child = spawn(program, args, {
    ...userOf(launch),
    cwd: clusterDir,
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  child.unref();
  log.close();
  return { pid: child.pid, log, failure: failureOf(child) };
}

function failureOf(child: ReturnType<typeof spawn>): { cause: Error | null } {
  const failure: { cause: Error | null } = { cause: null };
  child.once('error', (error) => (failure.cause = error));
  return failure;
}

async function startServer(
  launch: PostgresLaunch,
  clusterDir: string,
  socketDir: string,
  options: PostgresOptions,
): Promise<number> {
  const deadline = Date.now() + START_AGAIN_WITHIN_MS;
  for (;;) {
    const { pid, log, failure } = spawnServer(launch, clusterDir, socketDir, options);
    const url = databaseUrl(socketDir, 'postgres');
    if (pid !== undefined && (await waitUntilReady(pid, url, options.signal))) return pid;
    if (pid !== undefined) await endProcess(pid, 'SIGINT', 5_000);
    const isBusy = /shared memory block|lock file/.test(log.readTail());
    if (!isBusy || Date.now() > deadline || options.signal?.aborted === true) {
      const said = `PostgreSQL did not start; it said:\n${log.readTail()}`;
      throw new Error(said, { cause: failure.cause });
    }
    await wait(300);
  }
}

export async function startPostgres(options: PostgresOptions) {
  mkdirSync(options.dir, { recursive: true });
  const baseDir = realpathSync(options.dir);
  const clusterDir = join(baseDir, 'cluster');
  const launch = findPostgresLaunch(baseDir, readMajorVersion(clusterDir));
  const wishedSocketDir = join(baseDir, 'socket');
  const socketDir = prepareSocketFolder(wishedSocketDir, `${SOCKET_NAME}.lock`, launch.owner);
  chmodSync(socketDir, 0o700);
  const adopted = await adoptRunning(clusterDir, socketDir);
  if (adopted === null) {
    giveTo(launch.owner, socketDir);
    if (readMajorVersion(clusterDir) === null) await createCluster(clusterDir, launch);
    giveTo(launch.owner, clusterDir);
  }
  const pid = adopted ?? (await startServer(launch, clusterDir, socketDir, options));
  await createDatabase(socketDir, options.database);
  return {
    url: databaseUrl(socketDir, options.database),
    pid,
    isAdopted: adopted !== null,
    ended: watchForEnd(pid),
    // SIGINT is its "fast" shutdown: sessions end, everything is written.
    stop: async () => {
      await endProcess(pid, 'SIGINT', 4_000);
      removeSocketFolder(socketDir, wishedSocketDir);
    },
  };
}

export type EmbeddedPostgres = Awaited<ReturnType<typeof startPostgres>>;
