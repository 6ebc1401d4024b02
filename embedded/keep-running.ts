// Starts a part again whenever it ends without having been told to.
import { setTimeout as wait } from 'node:timers/promises';

const SHORTEST_ROUND_MS = 1_000;
const LONGEST_ROUND_MS = 30_000;

export type Running = {
  readonly pid: number;
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

export type KeptPart<T extends Running> = {
  readonly start: (signal: AbortSignal) => Promise<T>;
  readonly onStarted: (running: T) => void;
  readonly onFailed: (reason: string) => void;
  readonly onEnded: () => void;
};

function describeFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function keepRunning<T extends Running>(part: KeptPart<T>) {
  const giveUp = new AbortController();
  const stopRequested = new Promise<void>((resolve) => {
    giveUp.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  let current: T | null = null;
  let markFirstStart: () => void = () => undefined;
  const firstStart = new Promise<void>((resolve) => {
    markFirstStart = resolve;
  });

  const isStopping = () => giveUp.signal.aborted;

  // Answers whether the part got up at all.
  async function runOnce(): Promise<boolean> {
    try {
      current = await part.start(giveUp.signal);
    } catch (error) {
      if (!isStopping()) part.onFailed(describeFailure(error));
      return false;
    }
    part.onStarted(current);
    markFirstStart();
    await Promise.race([current.ended, stopRequested]);
    if (isStopping()) await current.stop();
    else part.onEnded();
    current = null;
    return true;
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!isStopping()) {
      const startedAt = Date.now();
      failures = (await runOnce()) ? 0 : failures + 1;
      // Never more than once a second; one that can't even start is tried ever more rarely.
      const roundMs = Math.min(SHORTEST_ROUND_MS * 2 ** failures, LONGEST_ROUND_MS);
      const pauseMs = Math.max(0, roundMs - (Date.now() - startedAt));
      await wait(pauseMs, undefined, { signal: giveUp.signal }).catch(() => null); // told to stop
    }
  }

  const finished = run();
  return {
    firstStart,
    // Started again by the loop, for settings that have changed.
    restart: async () => {
      await current?.stop();
    },
    stop: async () => {
      giveUp.abort();
      await finished;
    },
    kill: () => {
      giveUp.abort();
      if (current !== null) process.kill(current.pid, 'SIGKILL');
    },
  };
}

export type KeptRunning = ReturnType<typeof keepRunning>;
