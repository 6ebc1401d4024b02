// Drawing a paper, or judging its form, takes 20 ms to a second, in which a process could answer nobody:
// threads do it instead.
import { Worker } from 'node:worker_threads';
import { DomainError } from '../domain/errors.ts';
import {
  resultOf,
  type RenderAnswer,
  type RenderRequest,
  type RenderResult,
  type RenderResults,
} from './render-message.ts';

export interface RenderPoolSettings {
  readonly threads: number;
  readonly startThread: () => Worker;
}

interface Job {
  readonly request: RenderRequest;
  readonly signal: AbortSignal | null;
  /** A method: each takes only the results of its own kind of request. */
  resolve(result: RenderResult): void;
  readonly reject: (error: unknown) => void;
  /** How many threads have ended over it. */
  readonly ended: number;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  fault: Error | null;
}

const MAX_ENDED = 2;

// Two threads then stay under 400 MB with their process (docs/performance.md); a paper of 150 pages passes.
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } as const;

// An idle thread holds up nobody's end; one at work does, as the work itself did before.
export const startRenderThread = (): Worker =>
  // Without what the process was started with: a thread registers its loader itself.
  new Worker(new URL('./render-thread.js', import.meta.url), {
    execArgv: [],
    resourceLimits: MEMORY,
  });

/**
 * Threads start with the first papers that need them. A paper whose thread ends is tried once more.
 *
 * @throws as documents/render.ts does; DomainError temporarily-unavailable where two threads ended over a
 *   paper; the signal's reason for a paper that was given up while it waited
 */
export const createRenderPool = ({ threads, startThread }: RenderPoolSettings) => {
  const waiting: Job[] = [];
  const idle: Thread[] = [];
  let running = 0;

  const settle = (thread: Thread, answer: RenderAnswer): void => {
    const { job, worker } = thread;
    thread.job = null;
    worker.unref();
    idle.push(thread);
    try {
      job?.resolve(resultOf(answer));
    } catch (error) {
      job?.reject(error);
    }
    giveOut();
  };

  const retire = (thread: Thread): void => {
    running -= 1;
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
    const { job } = thread;
    if (job && job.ended + 1 < MAX_ENDED) waiting.unshift({ ...job, ended: job.ended + 1 });
    else if (job) {
      const message = 'the threads that draw papers ended over this one';
      const refusal = new DomainError('temporarily-unavailable', message);
      refusal.cause = thread.fault;
      job.reject(refusal);
    }
    giveOut();
  };

  const start = (): Thread => {
    running += 1;
    const thread: Thread = { worker: startThread(), job: null, fault: null };
    thread.worker.on('message', (answer: RenderAnswer) => {
      settle(thread, answer);
    });
    thread.worker.once('error', (fault) => {
      thread.fault = fault; // 'exit' follows
    });
    thread.worker.once('exit', () => {
      retire(thread);
    });
    return thread;
  };

  const give = (thread: Thread, job: Job): void => {
    try {
      thread.worker.postMessage(job.request);
    } catch (error) {
      idle.push(thread); // what can't be copied to a thread can't be drawn by the next one either
      job.reject(error);
      return;
    }
    thread.job = job;
    thread.worker.ref();
  };

  const nextJob = (): Job | null => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      if (!job.signal?.aborted) return job;
      job.reject(job.signal.reason);
    }
    return null;
  };

  const giveOut = (): void => {
    while (idle.length > 0 || running < threads) {
      const job = nextJob();
      if (!job) return;
      give(idle.pop() ?? start(), job);
    }
  };

  return <As extends RenderRequest['as']>(
    request: RenderRequest & { readonly as: As },
    signal: AbortSignal | null = null,
  ): Promise<RenderResults[As]> =>
    new Promise((answer, reject) => {
      const resolve = (result: RenderResults[As]): void => {
        answer(result);
      };
      waiting.push({ request, signal, resolve, reject, ended: 0 });
      giveOut();
    });
};
