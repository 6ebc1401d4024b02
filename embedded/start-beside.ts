// A whole system for one command: started as `npm start` would, and ended with it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The line that `npm start` prints when people may come in.
const READY = /^\s*Ready\./;

type BesideOptions = {
  readonly entry: URL;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onLine: (line: string) => void;
};

// Answers how to end it. Ctrl-C ends it in order as well, since the terminal sends that to both.
export async function startBeside(options: BesideOptions): Promise<() => Promise<void>> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(
    process.execPath,
    ['--import', loader, fileURLToPath(options.entry), ...options.args],
    { env: { ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const endNow = () => {
    child.kill('SIGTERM');
  };
  process.once('exit', endNow);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      process.off('exit', endNow);
      resolve();
    });
  });
  const isReady = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (READY.test(line)) resolve(true);
        else if (line.trim() !== '') options.onLine(line);
      });
    }
    void ended.then(() => {
      resolve(false);
    });
  });
  if (!(await isReady)) throw new Error('the system could not be started');
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}
