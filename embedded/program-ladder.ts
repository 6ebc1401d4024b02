// How a program that npm doesn't bring is had: our copy, else the ways to make one, cheapest first.
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { takeLock } from './exclusive-lock.ts';

export type ProgramSearch = {
  // Folders for our own copy, the best first; the first that can be written to is filled.
  readonly cacheDirs: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
  readonly note: (text: string) => void;
};

export type ProgramFetch = Omit<ProgramSearch, 'cacheDirs'> & {
  // Ends up holding the program.
  readonly folder: string;
  readonly version: string;
};

// Answers null when the program is there, else why not.
type Rung = (fetch: ProgramFetch) => Promise<string | null>;

type Ladder = {
  // Also the beginning of the name that any way may give it.
  readonly program: string;
  readonly folder: string;
  readonly version: string;
  readonly isGood: (program: string, search: ProgramSearch) => Promise<boolean>;
  readonly rungs: readonly Rung[];
  // What to do where no rung holds, from what each of them said.
  readonly explain: (program: string, failures: readonly string[]) => string;
};

export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function findWritable(folders: readonly string[]): string {
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      continue; // a home that does not exist or belongs to someone else
    }
    if (isWritable(folder)) return folder;
  }
  throw new Error(`none of these folders can be written to: ${folders.join(', ')}`);
}

// One builder at a time; whoever waited finds the program made by the other.
async function waitForLock(path: string, { note, signal }: ProgramSearch) {
  for (;;) {
    signal?.throwIfAborted();
    const lock = takeLock(path);
    if ('release' in lock) return lock;
    note(`waiting for process ${String(lock.heldBy)}, which is fetching it`);
    await wait(1_000);
  }
}

async function fetchProgram(ladder: Ladder, folder: string, search: ProgramSearch) {
  const program = join(folder, ladder.program);
  const isThere = async () => existsSync(program) && (await ladder.isGood(program, search));
  const lock = await waitForLock(`${folder}.lock`, search);
  try {
    if (await isThere()) return program;
    const failures: string[] = [];
    for (const rung of ladder.rungs) {
      const { environment, note, signal } = search;
      const failure = await rung({ folder, version: ladder.version, environment, note, signal });
      if (failure === null && (await isThere())) return program;
      signal?.throwIfAborted();
      failures.push(failure ?? 'an unusable program');
    }
    throw new Error(ladder.explain(program, failures));
  } finally {
    lock.release();
  }
}

export async function climb(ladder: Ladder, search: ProgramSearch): Promise<string> {
  const folders = search.cacheDirs.map((dir) => join(dir, ladder.folder));
  for (const folder of folders) {
    const program = join(folder, ladder.program);
    if (existsSync(program) && (await ladder.isGood(program, search))) return program;
  }
  const writable = findWritable(folders.map((folder) => dirname(folder)));
  return fetchProgram(ladder, join(writable, ladder.folder), search);
}

// Everything is made in a draft folder; the program appears in its place whole or not at all. What it
// needs beside it (`companions`) is there before.
export async function makeInDraft(
  folder: string,
  { name, companions = [] }: { readonly name: string; readonly companions?: readonly string[] },
  attempt: (draft: string) => Promise<string | null>,
): Promise<string | null> {
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(folder, 'draft-'));
  try {
    const failure = await attempt(draft);
    if (failure !== null) return failure;
    const found = (await readdir(draft)).find((entry) => entry.startsWith(name));
    if (found === undefined) return 'it left no program behind';
    const program = join(draft, found);
    if (!(await stat(program)).isFile()) return 'what it left behind is no program';
    chmodSync(program, 0o755);
    for (const companion of companions) {
      await rm(join(folder, companion), { recursive: true, force: true });
      await rename(join(draft, companion), join(folder, companion));
    }
    await rename(program, join(folder, name));
    return null;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
