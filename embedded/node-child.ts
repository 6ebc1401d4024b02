// A Node process of ours, spoken to over IPC.
import { fork, type Serializable } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openPartLog } from './part-log.ts';
import { endProcess } from './process-facts.ts';

export type ChildMessage = Readonly<Record<string, unknown>> & { readonly type: string };

export type Send = (message: Serializable) => void;

export type NodeChildOptions = {
  readonly entry: URL;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  // The first message of one of these types says that the child is up, or why it is not.
  readonly answers: readonly string[];
  readonly endsWithinMs: number;
  readonly signal: AbortSignal;
  readonly onSpawn?: (send: Send) => void;
  readonly onMessage?: (message: ChildMessage) => void;
};

function isChildMessage(message: unknown): message is ChildMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string'
  );
}

function listPreloads(): string[] {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const exitWithParent = new URL('exit-with-parent.js', import.meta.url).href;
  return ['--import', loader, '--import', exitWithParent];
}

function spawnChild(options: NodeChildOptions) {
  const log = openPartLog(options.logFile);
  const child = fork(fileURLToPath(options.entry), options.args ?? [], {
    env: { ...options.environment },
    execArgv: listPreloads(),
    // Ctrl-C in the terminal goes to the supervisor alone, which ends its children in order.
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
  });
  log.close();
  return { child, log };
}

export async function startNodeChild(options: NodeChildOptions) {
  const { child, log } = spawnChild(options);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve(); // could not be spawned: there is no exit to come
    });
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${fileURLToPath(options.entry)} can't be started`);
  const stop = () => endProcess(pid, 'SIGTERM', options.endsWithinMs);

  options.onSpawn?.((message) => {
    // A child that is just dying gets its successor's messages instead.
    if (child.connected) child.send(message, () => undefined);
  });
  const answer = new Promise<ChildMessage>((resolve) => {
    child.on('message', (message) => {
      if (!isChildMessage(message)) return;
      options.onMessage?.(message);
      if (options.answers.includes(message.type)) resolve(message);
    });
  });
  const aborted = new Promise<null>((resolve) => {
    if (options.signal.aborted) resolve(null);
    options.signal.addEventListener('abort', () => {
      resolve(null);
    });
  });
  const first = await Promise.race([answer, ended, aborted]);
  if (!isChildMessage(first)) {
    await stop();
    const said = log.readTail();
    throw new Error(said === '' ? 'it ended at once' : `it ended; its last words:\n${said}`);
  }
  return { pid, answer: first, ended, stop };
}
