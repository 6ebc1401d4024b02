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

function endOnSignal(system: RunningSystem, onEnd: () => void, print: (line: string) => void) {
  let askedAt: number | null = null;
  const end = () => {
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
  const system = startSystem({
    ...options,
    dataDir,
    runFile,
    socketPath: join(socketDir, socketName),
    linkSecret: options.linkSecret ?? keepLinkSecret(dataDir),
  });
  const finish = () => {
    removeSocketFolder(socketDir, dataDir);
    runFile.remove();
    lock.release();
    process.exit(0);
  };
  endOnSignal(system, finish, options.print);
  await system.ready;
  return null;
}
