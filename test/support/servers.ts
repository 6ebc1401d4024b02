// The servers that all real tests share, held by a process of their own: it ends them when its
// parent goes away, in whatever way, so an interrupted run leaves nothing behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inheritedEnvironment, readConfig } from '../../config.ts';
import { startPostgres } from '../../embedded/postgres.ts';
import { startTemporal } from '../../embedded/temporal.ts';

export type TestServers = {
  readonly databaseUrl: string;
  // Empty where only the database was asked for.
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly dir: string;
};

// Asked for on the command line: the database always, Temporal's dev server where "temporal" stands.
const needsTemporal = process.argv.includes('temporal');

const dir = mkdtempSync(join(tmpdir(), 'reform-test-'));
const running: { stop: () => Promise<void> }[] = [];
const giveUp = new AbortController();
const starts: Promise<string>[] = [];

async function endAll(): Promise<void> {
  giveUp.abort();
  // One that is still starting must be known before it can be ended.
  await Promise.allSettled(starts);
  await Promise.all(running.map((server) => server.stop()));
  rmSync(dir, { recursive: true, force: true });
  process.exit(0);
}

function end(): void {
  void endAll();
}

async function startDatabase(): Promise<string> {
  const server = await startPostgres({
    dir: join(dir, 'postgres'),
    logFile: join(dir, 'postgres.log'),
    database: 'postgres',
    // What a power cut would lose is thrown away anyway; kill -9 loses nothing without fsync.
    settings: ['fsync=off', 'max_connections=300'],
    signal: giveUp.signal,
  });
  running.push(server);
  return server.url;
}

async function startTemporalServer(namespace: string): Promise<string> {
  const environment = inheritedEnvironment();
  const { cacheDir } = readConfig(environment);
  const server = await startTemporal({
    dir: join(dir, 'temporal'),
    logFile: join(dir, 'temporal.log'),
    namespace,
    cacheDirs: [join(cacheDir, 'reform-cycle'), join(tmpdir(), 'reform-cycle-cache')],
    environment,
    signal: giveUp.signal,
    note: (text) => process.stderr.write(`${text}\n`),
  });
  running.push(server);
  return server.address;
}

process.once('disconnect', end);
process.once('SIGTERM', end);
// The parent may have gone before this line was reached; then no event will come.
if (!process.connected) end();

const temporalNamespace = 'reform-cycle';
try {
  if (!giveUp.signal.aborted) {
    starts.push(startDatabase());
    if (needsTemporal) starts.push(startTemporalServer(temporalNamespace));
  }
  const [databaseUrl = '', temporalAddress = ''] = await Promise.all(starts);
  const servers: TestServers = { databaseUrl, temporalAddress, temporalNamespace, dir };
  if (process.connected) process.send?.(servers);
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  await endAll();
}
