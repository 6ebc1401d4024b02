// The two slow ways to Temporal's server program: the SDK's download, and building it with Go.
import { spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DOWNLOAD_WITHIN_MS = 60_000;
const BUILD_WITHIN_MS = 30 * 60_000;
const NOTE_EVERY_MS = 3_000;
// What `go list -deps` counts for this version; for the progress line only.
const GO_PACKAGES = 1_300;

export type TemporalFetch = {
  // Ends up holding the program `temporal`.
  readonly folder: string;
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
  readonly note: (text: string) => void;
};

type Attempt = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly withinMs: number;
  readonly signal: AbortSignal | undefined;
  readonly onLine: (line: string) => void;
};

// Answers null when it went well, else the last thing that it said.
function runToEnd(attempt: Attempt): Promise<string | null> {
  return new Promise((resolve) => {
    let lastLine = '';
    const child = spawn(attempt.program, attempt.args, {
      env: { ...attempt.env },
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const endGroup = () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      lastLine = `not done after ${String(attempt.withinMs / 1000)} s`;
      endGroup();
    }, attempt.withinMs);
    process.once('exit', endGroup);
    attempt.signal?.addEventListener('abort', endGroup);
    const finish = (answer: string | null) => {
      clearTimeout(timer);
      process.off('exit', endGroup);
      attempt.signal?.removeEventListener('abort', endGroup);
      resolve(answer);
    };
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.trim() !== '') lastLine = line.trim();
      attempt.onLine(line);
    });
    child.once('error', (error) => {
      finish(error.message);
    });
    child.once('close', (code) => {
      finish(code === 0 ? null : lastLine);
    });
  });
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// A user without a home (a container's, a service's) needs Go's own caches elsewhere as well.
function goEnvironment(fetch: TemporalFetch, draft: string) {
  const own = isWritable(homedir())
    ? {}
    : {
        GOPATH: join(draft, 'gopath'),
        GOCACHE: join(draft, 'go-build'),
        GOFLAGS: `${fetch.environment['GOFLAGS'] ?? ''} -modcacherw`.trim(),
      };
  return { ...fetch.environment, ...own, GOBIN: draft };
}

function noteSometimes(note: (text: string) => void) {
  let notedAt = 0;
  return (text: string) => {
    if (Date.now() - notedAt < NOTE_EVERY_MS) return;
    notedAt = Date.now();
    note(text);
  };
}

// Everything is made in a draft folder; the program appears in its place whole or not at all.
async function fetchInto(
  fetch: TemporalFetch,
  attempt: (draft: string) => Promise<string | null>,
): Promise<string | null> {
  mkdirSync(fetch.folder, { recursive: true });
  const draft = mkdtempSync(join(fetch.folder, 'draft-'));
  try {
    const failure = await attempt(draft);
    if (failure !== null) return failure;
    const found = readdirSync(draft).find((name) => name.startsWith('temporal'));
    if (found === undefined) return 'it left no program behind';
    const program = join(draft, found);
    if (!(await stat(program)).isFile()) return 'what it left behind is no program';
    chmodSync(program, 0o755);
    await rename(program, join(fetch.folder, 'temporal'));
    return null;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

export function downloadTemporal(fetch: TemporalFetch): Promise<string | null> {
  fetch.note(
    `downloading Temporal CLI ${fetch.version} (${String(DOWNLOAD_WITHIN_MS / 1000)} s at most)`,
  );
  const script = fileURLToPath(new URL('temporal-download.ts', import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fetchInto(fetch, (draft) =>
    runToEnd({
      program: process.execPath,
      args: ['--import', loader, script, draft, fetch.version],
      env: fetch.environment,
      withinMs: DOWNLOAD_WITHIN_MS,
      signal: fetch.signal,
      onLine: () => undefined,
    }),
  );
}

export function buildTemporal(fetch: TemporalFetch): Promise<string | null> {
  const note = noteSometimes(fetch.note);
  let packages = 0;
  note(`building Temporal CLI ${fetch.version} with Go, once: about four minutes`);
  return fetchInto(fetch, (draft) =>
    runToEnd({
      program: 'go',
      args: ['install', '-v', `github.com/temporalio/cli/cmd/temporal@v${fetch.version}`],
      env: goEnvironment(fetch, draft),
      withinMs: BUILD_WITHIN_MS,
      signal: fetch.signal,
      onLine: (line) => {
        if (line.startsWith('go: ')) {
          note(`building Temporal CLI: ${line.slice(4)}`);
          return;
        }
        packages += 1;
        note(`building Temporal CLI: ${String(packages)} of about ${String(GO_PACKAGES)} packages`);
      },
    }),
  );
}
