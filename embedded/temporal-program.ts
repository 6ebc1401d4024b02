// Where this machine's Temporal server program comes from, the cheapest way first.
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { takeLock } from './exclusive-lock.ts';
import { buildTemporal, downloadTemporal, type TemporalFetch } from './temporal-fetch.ts';

const CLI_VERSION = '1.5.1';
const OLDEST_CLI = [1, 4, 1];
const OLDEST_SERVER = [1, 29, 1];

const run = promisify(execFile);

export type TemporalSearch = {
  // Folders for our own copy, the best first; the first that can be written to is filled.
  readonly cacheDirs: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
  readonly note: (text: string) => void;
};

function isAtLeast(version: string | undefined, oldest: readonly number[]): boolean {
  const parts = (version ?? '0').split('.').map(Number);
  for (const [index, least] of oldest.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

// "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)"; one built by Go calls itself 0.0.0-DEV.
export function isGoodTemporalVersion(said: string): boolean {
  const match = /version (\d+\.\d+\.\d+)(-DEV)? \(Server (\d+\.\d+\.\d+)/.exec(said);
  if (match === null) return false;
  const [, cli, development, server] = match;
  const isGoodCli = development !== undefined || isAtLeast(cli, OLDEST_CLI);
  return isGoodCli && isAtLeast(server, OLDEST_SERVER);
}

async function isGoodProgram(program: string, search: TemporalSearch): Promise<boolean> {
  try {
    const env = { ...search.environment };
    const { stdout } = await run(program, ['--version'], { env, timeout: 20_000 });
    return isGoodTemporalVersion(stdout);
  } catch {
    return false; // absent, made for another machine, or cut short: the next way is tried
  }
}

function findWritable(folders: readonly string[]): string {
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      continue; // a home that does not exist or belongs to someone else
    }
  }
  throw new Error(`none of these folders can be written to: ${folders.join(', ')}`);
}

// One builder at a time; whoever waited finds the program made by the other.
async function waitForLock(path: string, { note, signal }: TemporalSearch) {
  for (;;) {
    signal?.throwIfAborted();
    const lock = takeLock(path);
    if ('release' in lock) return lock;
    note(`waiting for process ${String(lock.heldBy)}, which is fetching Temporal`);
    await wait(1_000);
  }
}

async function fetchProgram(folder: string, search: TemporalSearch): Promise<string> {
  const program = join(folder, 'temporal');
  const lock = await waitForLock(`${folder}.lock`, search);
  try {
    if (existsSync(program) && (await isGoodProgram(program, search))) return program;
    const { environment, note, signal } = search;
    const fetch: TemporalFetch = { folder, version: CLI_VERSION, environment, note, signal };
    const downloadFailure = await downloadTemporal(fetch);
    if (downloadFailure === null && (await isGoodProgram(program, search))) return program;
    signal?.throwIfAborted();
    const buildFailure = await buildTemporal(fetch);
    if (buildFailure === null && (await isGoodProgram(program, search))) return program;
    throw new Error(
      'No Temporal server could be had. Any one of these helps: set TEMPORAL_ADDRESS to a running ' +
        `server; put "temporal" (CLI 1.4.1 or newer) on PATH; copy it to ${program}; let this machine ` +
        `reach temporal.download (it said: ${downloadFailure ?? 'an unusable program'}); ` +
        `install Go (it said: ${buildFailure ?? 'an unusable program'}).`,
    );
  } finally {
    lock.release();
  }
}

export async function findTemporalProgram(search: TemporalSearch): Promise<string> {
  if (await isGoodProgram('temporal', search)) return 'temporal';
  const folders = search.cacheDirs.map((dir) => join(dir, `temporal-cli-${CLI_VERSION}`));
  for (const folder of folders) {
    const program = join(folder, 'temporal');
    if (existsSync(program) && (await isGoodProgram(program, search))) return program;
  }
  const writable = findWritable(folders.map((folder) => dirname(folder)));
  return fetchProgram(join(writable, `temporal-cli-${CLI_VERSION}`), search);
}
