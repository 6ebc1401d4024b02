// A whole office on a clock of its own, on which weeks pass in seconds. One system is one clock: a file
// opens one, and its tests follow each other on it.
//
// What is true of that clock:
// - It goes as real time goes, only on another date, until `sleepUntil`. So acts are sent and answered as
//   on any server. Await each before sleeping: one sent during a skip is taken at a moment nobody chose.
// - A skip waits for each workflow task and each activity. Whoever sleeps until a few minutes past a
//   moment finds all that fell due then done: projected, rendered, mailed, tried again.
// - It can't begin in the past, and knows no lists, counts or schedules of workflows; continue-as-new is
//   never suggested there (`continueAfterEvents`).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { inject } from 'vitest';
import { inheritedEnvironment } from '../../config.ts';
import { epochMsOf, instantOf, type Instant } from '../../domain/local-date.ts';
import { startTimeSkippingServer } from '../../embedded/time-skipping-server.ts';
import { openOfficeSystem, type OfficeSystemOptions } from './office-system.ts';
import { connectToTemporal, connectWorkerToTemporal } from './temporal.ts';

const NAMESPACE = 'default';

/** False where neither a copy of the server nor Java with Maven is there. In CI it is never false. */
export const hasTimeSkipping = inject('timeSkippingProgram') !== '';

type Server = Awaited<ReturnType<typeof startTimeSkippingServer>>;

// An activity runs in the midst of a skip, and time stands still for it: it must not see an old clock.
const tellTime = ({ clock }: Server): ActivityInboundCallsInterceptor => ({
  execute: async (input, next) => {
    await clock.compare();
    return next(input);
  },
});

export interface TimeSkippingOptions extends Omit<OfficeSystemOptions, 'ground'> {
  /** Where the clock is put first; later than now. */
  readonly startAt: Instant;
  /**
   * That server goes on handing tasks to the worker that had the workflow in its cache, also after it was
   * stopped, and skips nothing while it waits for it. Without a cache all goes slower.
   */
  readonly mayRestartWorker?: boolean;
}

export async function openTimeSkippingSystem({
  startAt,
  mayRestartWorker = false,
  ...options
}: TimeSkippingOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'reform-time-'));
  const server = await startTimeSkippingServer({
    program: inject('timeSkippingProgram'),
    logFile: join(folder, 'server.log'),
    environment: inheritedEnvironment(),
  });
  const now = (): Instant => instantOf(server.clock.now().getTime());

  const sleepUntil = async (instant: Instant): Promise<void> => {
    const durationMs = epochMsOf(instant) - server.clock.now().getTime();
    if (durationMs < 0) throw new Error(`it is ${now()} already, past ${instant}`);
    await server.skip(durationMs);
  };
  await sleepUntil(startAt);

  const at = { address: server.address, namespace: NAMESPACE };
  const temporal = await connectToTemporal(at);
  const workerBase = await connectWorkerToTemporal(at);
  const ground = {
    temporal,
    workerBase,
    wallClock: server.clock.now,
    interceptors: { activity: [() => ({ inbound: tellTime(server) })] },
    ...(mayRestartWorker && { maxCachedWorkflows: 0 }),
  };
  const system = await openOfficeSystem({ ...options, ground });

  return {
    ...system,
    /** The server's time, which acts and activities take for today's. */
    now,
    sleepUntil,
    close: async () => {
      await system.close();
      await workerBase.connection.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TimeSkippingSystem = Awaited<ReturnType<typeof openTimeSkippingSystem>>;
