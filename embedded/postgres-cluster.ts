// The folder of one PostgreSQL: made once, and owned by whoever PostgreSQL runs as.
import { execFile } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { userOf, type PostgresLaunch } from './postgres-binaries.ts';

const run = promisify(execFile);

export function readMajorVersion(clusterDir: string): string | null {
  const file = join(clusterDir, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

// The folder may come from an earlier run under another user, or out of a container.
export function giveTo(owner: number | null, path: string): void {
  if (owner === null) return;
  const stat = lstatSync(path);
  if (stat.uid !== owner) {
    if (stat.isSymbolicLink()) return;
    chownSync(path, owner, owner);
  }
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(owner, join(path, name));
}

// The builtin C.UTF-8 sorts the same on every machine; what people read is sorted outside the database.
async function readLocaleOptions(launch: PostgresLaunch): Promise<readonly string[]> {
  const { stdout } = await run(join(launch.binDir, 'initdb'), ['--help'], {});
  return stdout.includes('--builtin-locale')
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8'];
}

// Made beside its place and moved there whole, so a half-made folder is never taken for a database.
export async function createCluster(clusterDir: string, launch: PostgresLaunch): Promise<void> {
  const draft = `${clusterDir}.draft`;
  await rm(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(launch.owner, draft);
  const [program = '', ...args] = [
    ...launch.wrapper,
    join(launch.binDir, 'initdb'),
    `--pgdata=${draft}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    ...(await readLocaleOptions(launch)),
  ];
  await run(program, args, { ...userOf(launch), cwd: dirname(clusterDir) });
  await rename(draft, clusterDir);
}
