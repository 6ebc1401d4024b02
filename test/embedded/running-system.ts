// A system with stand-ins for server and worker, as a process of its own that a test may kill.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive } from '../../embedded/process-facts.ts';

const START = fileURLToPath(new URL('stand-ins/start.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type RunEntry = { readonly pid: number; readonly [fact: string]: unknown };
export type PageFacts = {
  readonly pid: number;
  readonly env: Readonly<Record<string, string>>;
  readonly messages: readonly {
    readonly type: string;
    readonly steps?: readonly { readonly id: string; readonly state: string }[];
    readonly env?: Readonly<Record<string, string>>;
    readonly embedded?: Readonly<Record<string, boolean>>;
  }[];
};

export async function waitUntil<T>(
  look: () => T | null | undefined | Promise<T | null | undefined>,
  withinMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline)
      throw new Error(`not seen within ${String(withinMs)} ms: ${String(look)}`);
    await wait(50);
  }
}

export function startStandIns(dataDir: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', START], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const exited = once(child, 'exit').then(([code]) => code as number | null);

  const readRun = (): Record<string, RunEntry> => {
    const path = join(dataDir, 'run.json');
    return existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, RunEntry>)
      : {};
  };
  const pidOf = (part: string): number => readRun()[part]?.pid ?? 0;

  return {
    pid: child.pid ?? 0,
    exited,
    output: () => output,
    readRun,
    pidOf,
    isReady: () => waitUntil(() => output.includes('Ready.')),
    readPage: async (): Promise<PageFacts> => {
      const response = await fetch(String(readRun()['web']?.['url']));
      return (await response.json()) as PageFacts;
    },
    waitForNewPid: (part: string, before: number) =>
      waitUntil(() => {
        const now = pidOf(part);
        return now !== before && isAlive(now) ? now : null;
      }),
    end: async (signal: NodeJS.Signals = 'SIGINT') => {
      child.kill(signal);
      return exited;
    },
  };
}

export type StandInSystem = ReturnType<typeof startStandIns>;
