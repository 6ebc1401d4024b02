// One Temporal dev server on one file.
import { spawn } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToNumber, msToTs } from '@temporalio/common/lib/time.js';
import { findFreePort } from './free-port.ts';
import { openPartLog } from './part-log.ts';
import {
  endProcess,
  findProcessesByArgument,
  isAlive,
  readCommandLine,
  watchForEnd,
} from './process-facts.ts';
import { findTemporalProgram } from './temporal-program.ts';

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 60_000;
// One that was killed may hold its file for a moment longer, and the ports between the server's own
// parts are chosen before they are taken: a server that ends by itself is started again.
const STARTS_AT_MOST = 3;
const LAST_WORDS_LINES = 30;
// A finished year must stay readable for as long as the office may ask about it.
const RETENTION = '3650 days';

export type TemporalOptions = {
  readonly dir: string;
  readonly logFile: string;
  readonly namespace: string;
  readonly cacheDirs: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  // The port of an earlier start, so that those who know the address need not learn a new one.
  readonly wishedPort?: number;
  // Set off while starting, it ends what has begun.
  readonly signal?: AbortSignal | undefined;
  readonly note: (text: string) => void;
};

async function setUpNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    const { workflowService } = connection;
    const { config } = await workflowService.describeNamespace({ namespace });
    const seconds = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
    if (seconds * 1_000 === msToNumber(RETENTION)) return;
    const workflowExecutionRetentionTtl = msToTs(RETENTION);
    await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
  } finally {
    await connection.close();
  }
}

// The server answers before it has made its namespace, so only the whole is worth waiting for.
async function waitUntilReady(
  pid: number,
  address: string,
  { namespace, signal }: TemporalOptions,
): Promise<unknown> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let lastFailure: unknown = new Error('it ended at once');
  while (isAlive(pid) && Date.now() < deadline && signal?.aborted !== true) {
    try {
      await setUpNamespace(address, namespace);
      return null;
    } catch (error) {
      lastFailure = error;
      await wait(100);
    }
  }
  return lastFailure;
}

function readOption(commandLine: readonly string[], option: string): string | undefined {
  const index = commandLine.indexOf(option);
  return index === -1 ? undefined : commandLine[index + 1];
}

// SQLite lets a second server open the same file, which would ruin it: whoever runs on the file is
// taken over if alone and answering, else ended.
async function adoptRunning(file: string, namespace: string) {
  const pids = findProcessesByArgument(file).filter((pid) =>
    readCommandLine(pid).includes('start-dev'),
  );
  const [pid] = pids;
  if (pid !== undefined && pids.length === 1) {
    const port = Number(readOption(readCommandLine(pid), '--port'));
    const address = `${HOST}:${String(port)}`;
    try {
      await setUpNamespace(address, namespace);
      return { pid, port };
    } catch {
      // It does not answer: a fresh one starts in its place.
    }
  }
  await Promise.all(pids.map((each) => endProcess(each, 'SIGTERM', 5_000)));
  return null;
}

function listArguments(file: string, port: number, options: TemporalOptions): string[] {
  return [
    ...['server', 'start-dev', '--headless', '--db-filename', file],
    // FULL, because with NORMAL a power cut may take the last decisions with it.
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
    ...['--namespace', options.namespace, '--ip', HOST, '--port', String(port)],
  ];
}

async function tryToStart(program: string, file: string, options: TemporalOptions) {
  const port = await findFreePort(HOST, options.wishedPort ?? 0, 1);
  const log = openPartLog(options.logFile);
  // Its own process group: Ctrl-C in the terminal must not end it before those who still use it.
  const child = spawn(program, listArguments(file, port, options), {
    cwd: options.dir,
    detached: true,
    env: { ...options.environment },
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  child.on('error', () => undefined); // shows as a missing pid just below
  child.unref();
  log.close();
  if (child.pid === undefined) throw new Error(`${program} can't be started`);
  const cause = await waitUntilReady(child.pid, `${HOST}:${String(port)}`, options);
  if (cause === null) return { server: { pid: child.pid, port }, failure: null };
  const endedByItself = !isAlive(child.pid);
  await endProcess(child.pid, 'SIGTERM', 2_000);
  const failure = { endedByItself, cause, lastWords: log.readTail(LAST_WORDS_LINES) };
  return { server: null, failure };
}

async function startServer(program: string, file: string, options: TemporalOptions) {
  for (let start = 1; ; start += 1) {
    const { server, failure } = await tryToStart(program, file, options);
    if (server !== null) return server;
    const { endedByItself, cause, lastWords } = failure;
    if (!endedByItself || start === STARTS_AT_MOST || options.signal?.aborted === true) {
      throw new Error(`The Temporal server did not start; it said:\n${lastWords}`, { cause });
    }
    options.note('the Temporal server ended while starting; it is started again');
    await wait(500);
  }
}

export async function startTemporal(options: TemporalOptions) {
  mkdirSync(options.dir, { recursive: true });
  const file = join(realpathSync(options.dir), 'temporal.db');
  const adopted = await adoptRunning(file, options.namespace);
  const { pid, port } =
    adopted ?? (await startServer(await findTemporalProgram(options), file, options));
  return {
    address: `${HOST}:${String(port)}`,
    port,
    pid,
    isAdopted: adopted !== null,
    ended: watchForEnd(pid),
    stop: () => endProcess(pid, 'SIGTERM', 3_000),
  };
}

export type EmbeddedTemporal = Awaited<ReturnType<typeof startTemporal>>;
