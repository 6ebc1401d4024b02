// A whole system for one command, in a folder that goes with it: database, papers, inbox, and a Temporal
// server whose clock is moved. As open-system.ts, without web and with the worker in this process.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type ActivityInboundCallsInterceptor,
} from '@temporalio/worker';
import type { ActDependencies } from './acts/act.ts';
import { createActivities } from './activities/create-activities.ts';
import { connectDatabase } from './adapters/database/connect.ts';
import { migrateToLatest } from './adapters/database/migrate.ts';
import { createStores } from './adapters/database/stores.ts';
import { createDecisionLinks } from './adapters/decision-links.ts';
import { createDocumentStore } from './adapters/document-store.ts';
import { createMailer } from './adapters/mail.ts';
import { createReceiptLinks } from './adapters/receipt-links.ts';
import { connectTemporal, createTemporalClient } from './adapters/temporal-client.ts';
import { paperCheck } from './documents/check-paper.ts';
import { NO_SIGNING } from './documents/sign/create-digital-signing.ts';
import { epochMsOf, instantOf, type Instant } from './domain/local-date.ts';
import { leaveNothing } from './embedded/leave-nothing.ts';
import { openMailSink, type SunkMail } from './embedded/mail-sink.ts';
import { startPostgres } from './embedded/postgres.ts';
import { findTimeSkippingProgram } from './embedded/time-skipping-program.ts';
import { startTimeSkippingServer } from './embedded/time-skipping-server.ts';
import { mailQueueOf, TASK_QUEUE } from './workflows/contract.ts';

const NAMESPACE = 'default';
const MAIL_FROM = 'CCHC <cchc@simulation.test>';
// Nobody ever follows a link of a mail that nobody gets.
const LINK_SECRET = 'the secret of a year that never was';
const PUBLIC_URL = 'http://simulation.test';
const END_WITHIN_MS = 8_000;

type Stop = () => unknown;
type TimeServer = Awaited<ReturnType<typeof startTimeSkippingServer>>;
type Environment = Readonly<Record<string, string | undefined>>;

interface SimulationOptions {
  readonly cacheDir: string;
  readonly environment: Environment;
  /** What takes long is told while it lasts. */
  readonly note: (text: string) => void;
}

/** What a year is played on. */
export interface Simulation {
  readonly acts: ActDependencies;
  readonly folder: string;
  readonly now: () => Instant;
  /** What falls due on the way is done on the way. A moment that is over is none to wait for. */
  readonly sleepUntil: (instant: Instant) => Promise<void>;
  readonly takeMails: () => readonly SunkMail[];
  /** Ends every part and removes the folder; the second time it does nothing. */
  readonly close: () => Promise<void>;
}

const withinTime = (ending: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    ending,
    new Promise((resolve) => {
      setTimeout(resolve, END_WITHIN_MS).unref();
    }),
  ]);

// The last that was started ends first; what does not end keeps nothing else from ending.
const createEnding = (folder: string) => {
  const stops: Stop[] = [];
  let ended: Promise<void> | null = null;
  const endAll = async (): Promise<void> => {
    for (const stop of stops.toReversed()) {
      await withinTime(Promise.resolve().then(stop)).catch(() => undefined);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    add: (stop: Stop) => {
      stops.push(stop);
    },
    end: () => (ended ??= endAll()),
  };
};

type Ending = ReturnType<typeof createEnding>;

const startTime = async (
  folder: string,
  { cacheDir, environment, note }: SimulationOptions,
): Promise<TimeServer> => {
  const program = await findTimeSkippingProgram({
    cacheDirs: [join(cacheDir, 'reform-cycle'), join(tmpdir(), 'reform-cycle-cache')],
    environment,
    note,
  });
  return startTimeSkippingServer({ program, logFile: join(folder, 'temporal.log'), environment });
};

const startDatabase = (folder: string) =>
  startPostgres({
    dir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    database: 'simulation',
    // What a power cut would lose is thrown away anyway.
    settings: ['fsync=off', 'full_page_writes=off'],
  });

// An activity runs in the midst of a skip, and time stands still for it: it must not see an old clock.
const tellTime = ({ clock }: TimeServer): ActivityInboundCallsInterceptor => ({
  execute: async (input, next) => {
    await clock.compare();
    return next(input);
  },
});

const runWorkers = async (
  server: TimeServer,
  activities: ReturnType<typeof createActivities>,
  ending: Ending,
): Promise<void> => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR' } },
    // Who presses Ctrl-C ends all parts, in their order.
    shutdownSignals: [],
  });
  const connection = await NativeConnection.connect({ address: server.address });
  ending.add(() => connection.close());
  const shared = {
    connection,
    namespace: NAMESPACE,
    activities,
    shutdownGraceTime: '1 second',
    interceptors: { activity: [() => ({ inbound: tellTime(server) })] },
  };
  const workers = await Promise.all([
    Worker.create({
      ...shared,
      taskQueue: TASK_QUEUE,
      workflowsPath: fileURLToPath(new URL('./workflows/index.ts', import.meta.url)),
    }),
    Worker.create({ ...shared, taskQueue: mailQueueOf(TASK_QUEUE) }),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));
  running.catch(() => undefined);
  ending.add(async () => {
    for (const worker of workers) {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    }
    await running;
  });
};

const openParts = async (
  folder: string,
  options: SimulationOptions,
  ending: Ending,
): Promise<Simulation> => {
  const starting = [
    startTime(folder, options).then((server) => {
      ending.add(server.stop);
      return server;
    }),
    startDatabase(folder).then((database) => {
      ending.add(leaveNothing(folder, [database.pid]));
      ending.add(database.stop);
      return database;
    }),
  ] as const;
  // Each is known to the ending before anything that failed is told.
  await Promise.allSettled(starting);
  const [server, database] = await Promise.all(starting);
  const wallClock = server.clock.now;
  const sink = await openMailSink(wallClock);
  ending.add(sink.stop);
  await migrateToLatest(database.url);
  const db = connectDatabase(database.url);
  ending.add(() => db.destroy());
  const stores = createStores(db);
  const documents = createDocumentStore(pathToFileURL(join(folder, 'documents')).href);
  const connection = await connectTemporal(server.address);
  ending.add(() => connection.close());
  const temporal = createTemporalClient(connection, NAMESPACE);
  const activities = createActivities({
    stores,
    documents,
    digitalSigning: NO_SIGNING,
    mailer: createMailer(sink.url, MAIL_FROM),
    links: createReceiptLinks(LINK_SECRET, PUBLIC_URL),
    decisionLinks: createDecisionLinks(LINK_SECRET, PUBLIC_URL),
    wakeOfficeDay: (officeId) => temporal.wakeOfficeDay(officeId),
    isMailEmbedded: true,
    wallClock,
  });
  await runWorkers(server, activities, ending);
  const acts: ActDependencies = {
    stores,
    documents,
    temporal,
    isAllEmbedded: true,
    continueAfterEvents: 0,
    wallClock,
    paperCheck,
    digitalSigning: NO_SIGNING,
  };
  return {
    acts,
    folder,
    now: () => instantOf(wallClock().getTime()),
    sleepUntil: async (instant) => {
      const durationMs = epochMsOf(instant) - wallClock().getTime();
      if (durationMs > 0) await server.skip(durationMs);
    },
    takeMails: sink.take,
    close: ending.end,
  };
};

/** `onOpening` gets the way to end it before anything is started, for whoever presses Ctrl-C meanwhile. */
export const openSimulation = async (
  options: SimulationOptions,
  onOpening: (close: () => Promise<void>) => void,
): Promise<Simulation> => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-simulate-'));
  mkdirSync(join(folder, 'documents'));
  const ending = createEnding(folder);
  const opening = openParts(folder, options, ending);
  const close = async (): Promise<void> => {
    // A part that is still starting must be known before it can be ended.
    await opening.catch(() => undefined);
    await ending.end();
  };
  onOpening(close);
  try {
    return await opening;
  } catch (error) {
    await ending.end();
    throw error;
  }
};
