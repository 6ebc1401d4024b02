// The system as `npm start` runs it, in a folder of its own, whose parts a test may kill.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive } from '../../embedded/process-facts.ts';
import { ask } from './presses.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// A test run that is itself interrupted must leave nothing behind.
const EXIT_WITH_PARENT = new URL('../../embedded/exit-with-parent.js', import.meta.url).href;
const READY_WITHIN_MS = 120_000;
const BACK_WITHIN_MS = 90_000;

export const PARTS = ['worker', 'web', 'temporal', 'postgres'] as const;
export type Part = (typeof PARTS)[number];

export interface Whereabouts {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly socketPath: string;
}

export const until = async <T>(
  what: string,
  look: () => T | Promise<T>,
  { withinMs = BACK_WITHIN_MS, everyMs = 20 } = {},
): Promise<NonNullable<Exclude<T, false>>> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) {
      return seen as NonNullable<Exclude<T, false>>;
    }
    if (Date.now() > deadline) throw new Error(`not within ${String(withinMs)} ms: ${what}`);
    await wait(everyMs);
  }
};

type Run = Readonly<Record<string, { readonly pid: number; readonly [fact: string]: unknown }>>;

const readRun = (dataDir: string): Run => {
  const path = join(dataDir, 'run.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Run) : {};
};

const readProcessFile = (read: () => string): string => {
  try {
    return read();
  } catch {
    return ''; // ended meanwhile
  }
};

/** Everything alive that works in that folder or was told of it, by whoever started it. */
export const listProcessesOn = (dataDir: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      const commandLine = readProcessFile(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      const traces = [
        commandLine,
        readProcessFile(() => readFileSync(`/proc/${pid}/environ`, 'utf8')),
        readProcessFile(() => readlinkSync(`/proc/${pid}/cwd`)),
      ];
      const isOurs = traces.some((trace) => trace.includes(dataDir)) && isAlive(Number(pid));
      return isOurs ? [`${pid} ${commandLine.replaceAll('\0', ' ').slice(0, 120)}`] : [];
    });

/** Those that outlive it are for the test to find. */
export const untilNoProcessOn = (dataDir: string): Promise<unknown> =>
  until('no process is left', () => listProcessesOn(dataDir).length === 0, {
    withinMs: 10_000,
    everyMs: 200,
  }).catch(() => null);

export const startWholeSystem = (dataDir: string, args: readonly string[] = ['--empty']) => {
  const preloads = ['--import', 'tsx', '--import', EXIT_WITH_PARENT];
  const child = spawn(process.execPath, [...preloads, 'start.ts', '--', ...args], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  const exited = once(child, 'exit').then(([code]) => code as number | null);

  const pidOf = (part: string): number => readRun(dataDir)[part]?.pid ?? 0;
  const whereabouts = (): Whereabouts => {
    const run = readRun(dataDir);
    return {
      databaseUrl: String(run['postgres']?.['url']),
      temporalAddress: String(run['temporal']?.['address']),
      socketPath: String(run['web']?.['socketPath']),
    };
  };
  // The page is up before the database is: only an answer from it says that the web server is back.
  const answers = async (): Promise<boolean> =>
    (await ask(whereabouts().socketPath, 'GET', '/api/offices').catch(() => null))?.status === 200;

  const isBack = async (part: Part, before: number): Promise<boolean> => {
    const now = pidOf(part);
    return now !== before && isAlive(now) && (part !== 'web' || answers());
  };

  return {
    dataDir,
    whereabouts,
    output: () => output,
    isReady: () =>
      until(
        `the system is ready; it said:\n${output}`,
        async () => output.includes('Ready.') && (await answers()),
        { withinMs: READY_WITHIN_MS },
      ),
    pids: () => Object.fromEntries([...PARTS, 'mail'].map((part) => [part, pidOf(part)])),

    kill: (part: Part): number => {
      const pid = pidOf(part);
      if (!isAlive(pid)) throw new Error(`${part} was not alive to be killed`);
      process.kill(pid, 'SIGKILL');
      return pid;
    },
    untilBack: (part: Part, killedPid: number) =>
      until(`${part} is back`, () => isBack(part, killedPid)),

    signal: (signal: NodeJS.Signals) => child.kill(signal),
    exited,
    end: async (signal: NodeJS.Signals = 'SIGINT') => {
      child.kill(signal);
      return exited;
    },
  };
};

export type WholeSystem = ReturnType<typeof startWholeSystem>;
