// A program of others that is run once, for what it leaves behind.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const NOTE_EVERY_MS = 3_000;

type Attempt = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly withinMs: number;
  readonly signal: AbortSignal | undefined;
  // Where it says how far it is, and what went wrong.
  readonly speaksOn: 'stdout' | 'stderr';
  readonly onLine: (line: string) => void;
};

// Answers null when it went well, else the last thing that it said.
export function runToEnd(attempt: Attempt): Promise<string | null> {
  return new Promise((resolve) => {
    let lastLine = '';
    const pipeIf = (name: Attempt['speaksOn']) => (name === attempt.speaksOn ? 'pipe' : 'ignore');
    const child = spawn(attempt.program, attempt.args, {
      env: { ...attempt.env },
      detached: true,
      stdio: ['ignore', pipeIf('stdout'), pipeIf('stderr')],
    });
    const endGroup = () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      lastLine = `not done after ${String(attempt.withinMs / 1000)} s`;
      endGroup();
    }, attempt.withinMs);
    process.once('exit', endGroup);
    attempt.signal?.addEventListener('abort', endGroup);
    const finish = (answer: string | null) => {
      clearTimeout(timer);
      process.off('exit', endGroup);
      attempt.signal?.removeEventListener('abort', endGroup);
      resolve(answer);
    };
    const voice = child[attempt.speaksOn];
    if (voice === null) throw new Error('a pipe was asked for');
    createInterface({ input: voice }).on('line', (line) => {
      if (line.trim() !== '') lastLine = line.trim();
      attempt.onLine(line);
    });
    child.once('error', (error) => {
      finish(error.message);
    });
    child.once('close', (code) => {
      finish(code === 0 ? null : lastLine);
    });
  });
}

export function noteSometimes(note: (text: string) => void) {
  let notedAt = 0;
  return (text: string) => {
    if (Date.now() - notedAt < NOTE_EVERY_MS) return;
    notedAt = Date.now();
    note(text);
  };
}
