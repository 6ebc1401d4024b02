// What `npm start` does around the system: one at a time on a data folder, and a clean end.
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { listEmbedded } from './child-settings.ts';
import { takeLock } from './exclusive-lock.ts';
import { keepLinkSecret } from './link-secret.ts';
import { createRunFile, endLeftovers, readRunFacts } from './run-file.ts';
import { prepareSocketFolder, removeSocketFolder } from './socket-folder.ts';
import { startSystem, type RunningSystem, type SystemOptions } from './system.ts';

// npm passes on a Ctrl-C that the terminal has sent us already: the same press, not a second one.
const SAME_PRESS_MS = 1_000;

type RunOptions = Omit<SystemOptions, 'runFile' | 'linkSecret'> & {
  readonly linkSecret: string | null;
};

function describeHolder(dataDir: string, pid: number): string {
  const url = readRunFacts(dataDir, 'web')?.['url'];
  const where = typeof url === 'string' ? ` at ${url}` : '';
  return `Already running on ${dataDir} as process ${String(pid)}${where}`;
}

interface Ending {
  /** null while it is not started yet: a signal of that moment is answered right after. */
  readonly system: () => RunningSystem | null;
  readonly onEnd: () => void;
  readonly print: (line: string) => void;
}

function endOnSignal({ system: systemNow, onEnd, print }: Ending): void {
  let askedAt: number | null = null;
  const end = () => {
    const system = systemNow();
    if (system === null) return;
    if (askedAt === null) {
      askedAt = Date.now();
      print('  ending (once more to force it)');
      void system.stop().then(onEnd);
    } else if (Date.now() - askedAt > SAME_PRESS_MS) {
      system.kill();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

// Answers the exit code where it could not start; else it runs until a signal ends the process.
export async function runSystem(options: RunOptions): Promise<number | null> {
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const lock = takeLock(join(dataDir, 'lock'));
  if ('heldBy' in lock) {
    process.stderr.write(`${describeHolder(dataDir, lock.heldBy)}\n`);
    return 1;
  }
  const embedded = listEmbedded(options);
  const adoptable = [
    ...(embedded.database ? (['postgres'] as const) : []),
    ...(embedded.temporal ? (['temporal'] as const) : []),
  ];
  await endLeftovers(dataDir, adoptable);
  const socketName = 'reform.sock';
  const socketDir = prepareSocketFolder(dataDir, socketName, null);
  const runFile = createRunFile(dataDir);
  let started: RunningSystem | null = null;
  const finish = () => {
    removeSocketFolder(socketDir, dataDir);
    runFile.remove();
    lock.release();
    process.exit(0);
  };
  // Before anything is started, and said to be: who reads that may press Ctrl-C at once.
  endOnSignal({ system: () => started, onEnd: finish, print: options.print });
  started = startSystem({
    ...options,
    dataDir,
    runFile,
    socketPath: join(socketDir, socketName),
    linkSecret: options.linkSecret ?? keepLinkSecret(dataDir),
  });
  await started.ready;
  return null;
}
