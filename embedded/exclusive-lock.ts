// A lock that dies with its holder: a file naming a process and when it began.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, readProcessStart } from './process-facts.ts';

type Holder = { readonly pid: number; readonly processStart: string | null; readonly id: string };

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isHolder(held: unknown): held is Holder {
  const isObject = typeof held === 'object' && held !== null;
  return isObject && 'pid' in held && 'processStart' in held && 'id' in held;
}

function readHolder(path: string): Holder | null {
  try {
    const held: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(held) ? held : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function isSameProcess(pid: number, processStart: string | null): boolean {
  return isAlive(pid) && (processStart === null || readProcessStart(pid) === processStart);
}

// Two may find the same dead lock at once: whoever moves it away checks that it was the dead one,
// and puts back a live one taken meanwhile.
function removeDeadLock(path: string, dead: Holder | null): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readHolder(aside)?.id !== dead?.id) linkSync(aside, path);
  rmSync(aside);
}

// Answers with a function that gives the lock back, or with the pid of the live holder.
export function takeLock(path: string): { release: () => void } | { heldBy: number } {
  mkdirSync(dirname(path), { recursive: true });
  const id = randomUUID();
  const mine = `${path}.${id}`;
  const holder: Holder = { pid: process.pid, processStart: readProcessStart(process.pid), id };
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o644 });
  try {
    for (;;) {
      try {
        linkSync(mine, path); // atomic: fails where the file exists, and it is never seen half written
        break;
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      const held = readHolder(path);
      if (held !== null && isSameProcess(held.pid, held.processStart)) return { heldBy: held.pid };
      removeDeadLock(path, held);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    release: () => {
      if (readHolder(path)?.id === id) rmSync(path, { force: true });
    },
  };
}
