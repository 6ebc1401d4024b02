// A whole system for one test file: its own database, task queue, worker, mail server and folder.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerInterceptors } from '@temporalio/worker';
import type { ActCall, ActDependencies, ActOutcome } from '../../acts/act.ts';
import { performAct, waitUntilShown } from '../../acts/perform-act.ts';
import { startFromFile } from '../../acts/start-from-file.ts';
import { createActivities } from '../../activities/create-activities.ts';
import { connectDatabase } from '../../adapters/database/connect.ts';
import { createStores } from '../../adapters/database/stores.ts';
import { createDocumentStore } from '../../adapters/document-store.ts';
import { createMailer } from '../../adapters/mail.ts';
import { createDecisionLinks } from '../../adapters/decision-links.ts';
import { createReceiptLinks } from '../../adapters/receipt-links.ts';
import { createTemporalClient } from '../../adapters/temporal-client.ts';
import { paperCheck } from '../../documents/check-paper.ts';
import { NO_SIGNING, type DigitalSigning } from '../../documents/sign/create-digital-signing.ts';
import { addDays, instantOf, localDateOf, type LocalDate } from '../../domain/local-date.ts';
import { workingDayFrom, type WorkingCalendar } from '../../domain/working-days.ts';
import { SHIPPED_CALENDAR } from '../../locale/shipped-calendar.ts';
import { mailQueueOf } from '../../workflows/contract.ts';
import { createApp } from '../../web/app.ts';
import { createTestDatabase } from './database.ts';
import { createTestSmtp } from './smtp.ts';
import { connectToTemporal, connectWorkerToTemporal, nameTaskQueue } from './temporal.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const SECRET = 'a secret for tests, longer than 32 characters';
const PUBLIC_URL = 'http://reform.test';

/** People of both example offices, by what they are. */
export const HEAD = 'P-01';
export const DEPUTY = 'P-02';
export const COORDINATOR = 'P-03';
export const TEAM_HEAD = 'P-06';
export const SECRETARY = 'P-11';
export const CLERK = 'P-12';

/** Where the workflows run, and what time it is there. */
export interface Ground {
  readonly temporal: Awaited<ReturnType<typeof connectToTemporal>>;
  readonly workerBase: Awaited<ReturnType<typeof connectWorkerToTemporal>>;
  readonly wallClock: () => Date;
  readonly interceptors?: WorkerInterceptors;
  readonly maxCachedWorkflows?: number;
}

const openSharedGround = async (): Promise<Ground> => ({
  temporal: await connectToTemporal(),
  workerBase: await connectWorkerToTemporal(),
  wallClock: () => new Date(),
});

export interface OfficeSystemOptions {
  /** Continue-as-new after so many events; 0: never in a test's length. */
  readonly continueAfterEvents?: number;
  /** As in the local example: papers may be confirmed as signed, mail of past years goes out. */
  readonly isAllEmbedded?: boolean;
  readonly apiToken?: string | null;
  /** Keys for digital signatures; else none are there. */
  readonly digitalSigning?: DigitalSigning;
  /** Notices and digests of what waits are mailed. */
  readonly hasOfficeDay?: boolean;
  /** Else the Temporal server that all files share, on this machine's clock. */
  readonly ground?: Ground;
}

let offices = 0;

const daysOf = (kind: 'off' | 'working') =>
  new Set(
    SHIPPED_CALENDAR.flatMap(({ days }) =>
      days.filter((day) => day.kind === kind).map(({ date }) => date),
    ),
  );
const SHIPPED: WorkingCalendar = { off: daysOf('off'), working: daysOf('working') };

/** The file of the current year (`current-year`) or of 2024, under an office id of its own. */
export const readExample = (
  name: '2024' | 'current-year',
  officeId: string,
  today: LocalDate = localDateOf(instantOf(Date.now())),
) => {
  const year = name === '2024' ? 2024 : Number(today.slice(0, 4));
  const text = readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8')
    .replaceAll('U-ANND', officeId)
    .replaceAll('{year}', String(year));
  const file = JSON.parse(text);
  if (name === 'current-year') {
    file.cycleYear = year;
    file.plan.registrationOpensOn = addDays(today, 7);
    // On a day off the deadline would move, and every opening would say so.
    file.plan.registrationDeadline = workingDayFrom(SHIPPED, addDays(today, 21));
    file.plan.checkSchedule = {
      Q1: addDays(today, 60),
      Q2: addDays(today, 120),
      Q3: addDays(today, 180),
      Q4: addDays(today, 240),
    };
  }
  return { file, year, bytes: () => Buffer.from(JSON.stringify(file)) };
};

export async function openOfficeSystem(options: OfficeSystemOptions = {}) {
  const { continueAfterEvents = 0, isAllEmbedded = true, apiToken = null } = options;
  const { hasOfficeDay = false, digitalSigning = NO_SIGNING } = options;
  const folder = mkdtempSync(join(tmpdir(), 'reform-office-'));
  const ground = options.ground ?? (await openSharedGround());
  const { temporal, workerBase, wallClock } = ground;
  const [database, smtp] = [await createTestDatabase(), await createTestSmtp(wallClock)];
  const db = connectDatabase(database.url);
  const stores = createStores(db);
  const documents = createDocumentStore(pathToFileURL(join(folder, 'documents')).href);
  const links = createReceiptLinks(SECRET, PUBLIC_URL);
  const taskQueue = nameTaskQueue('office');
  const client = createTemporalClient(temporal.connection, temporal.namespace, taskQueue);
  const decisionLinks = createDecisionLinks(SECRET, PUBLIC_URL);
  // Mail about what waits would stand among the mail that a test is about.
  const wakeOfficeDay = (officeId: string): Promise<void> =>
    hasOfficeDay ? client.wakeOfficeDay(officeId) : Promise.resolve();
  const activityDependencies = {
    stores,
    documents,
    digitalSigning,
    mailer: createMailer(smtp.url, 'CCHC <cchc@reform.test>'),
    links,
    decisionLinks,
    wakeOfficeDay,
    isMailEmbedded: isAllEmbedded,
    wallClock,
  };

  const startWorker = async () => {
    const shared = {
      connection: workerBase.connection,
      namespace: workerBase.namespace,
      activities: createActivities(activityDependencies),
      shutdownGraceTime: '1 second',
      ...(ground.interceptors && { interceptors: ground.interceptors }),
      ...(ground.maxCachedWorkflows !== undefined && {
        maxCachedWorkflows: ground.maxCachedWorkflows,
      }),
    };
    const workers = await Promise.all([
      Worker.create({ ...shared, workflowBundle: workerBase.workflowBundle, taskQueue }),
      Worker.create({ ...shared, taskQueue: mailQueueOf(taskQueue) }),
    ]);
    const running = Promise.all(workers.map((worker) => worker.run()));
    return {
      stop: async () => {
        for (const worker of workers) {
          if (worker.getState() === 'RUNNING') worker.shutdown();
        }
        await running;
      },
    };
  };
  let runningWorker = await startWorker();

  const acts: ActDependencies = {
    stores,
    documents,
    temporal: { ...client, wakeOfficeDay },
    isAllEmbedded,
    continueAfterEvents,
    wallClock,
    paperCheck,
    digitalSigning,
  };
  const faults: Error[] = [];
  const app = createApp({
    acts,
    links,
    decisionLinks,
    isExample: isAllEmbedded,
    isHttps: false,
    mailInboxUrl: 'http://inbox.test',
    apiToken,
    logFault: (error) => faults.push(error),
  });

  const until = async <T>(what: string, read: () => Promise<T | null | undefined | false>) => {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const value = await read();
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };

  /** An office of its own with a started cycle; names and people as in the example file. */
  const startOffice = async (example: '2024' | 'current-year' = 'current-year') => {
    offices += 1;
    const officeId = `OFFICE-${String(process.pid)}-${String(offices)}`;
    const today = localDateOf(instantOf(wallClock().getTime()));
    const { bytes, year } = readExample(example, officeId, today);
    await startFromFile(acts, {
      actId: randomUUID(),
      bytes: bytes(),
      personId: COORDINATOR,
      channel: 'cli',
    });
    const cycle = `cycle/${officeId}/${String(year)}`;
    await until('the cycle started', () => stores.strands.find(officeId, cycle, 'reformCycle'));

    /** One act as that person; answers when the read model shows it. */
    const act = async (
      personId: string,
      name: string,
      data: unknown,
      more: Partial<ActCall> = {},
    ): Promise<ActOutcome> => {
      const outcome = await performAct(acts, name, {
        actId: randomUUID(),
        officeId,
        year,
        personId,
        channel: 'web',
        occurredAt: null,
        data,
        ...more,
      });
      if (!(await waitUntilShown(acts, officeId, outcome))) {
        await until('the act shows', () =>
          stores.strands.holds(officeId, outcome.workflowId ?? '', outcome.seq ?? 0),
        );
      }
      return outcome;
    };

    const cycleState = async () =>
      (await stores.strands.find(officeId, cycle, 'reformCycle'))?.state;
    const approvalState = (version: number) =>
      stores.strands
        .find(officeId, `${cycle}/approval/plan/${String(version)}`, 'approval')
        .then((strand) => strand?.state);
    const paperState = (paperId: string) =>
      stores.strands
        .find(officeId, `${cycle}/paper/${paperId}`, 'documentIssue')
        .then((strand) => strand?.state);

    /** Submits the given version and waits until it is before the leader. */
    const submit = async (version = 1, more: Partial<ActCall> = {}) => {
      await act(COORDINATOR, 'submit-plan', { version }, more);
      return until('the plan is before the leader', async () => {
        const state = await approvalState(version);
        return state && { version, boundHash: state.boundHash };
      });
    };
    /** Approves what waits and waits until the paper can be signed; returns the paper's id. */
    const approve = async (version = 1) => {
      const waiting = await submit(version);
      await act(HEAD, 'approve-plan', waiting);
      const paperId = `plan-${String(year)}-v${String(version)}`;
      await until('the paper is prepared', async () => {
        const state = await paperState(paperId);
        return state?.phase === 'awaiting-signature';
      });
      return paperId;
    };

    return {
      officeId,
      year,
      cycle,
      act,
      submit,
      approve,
      cycleState,
      approvalState,
      paperState,
      paper: (paperId: string, phase: string) =>
        until(`the paper is ${phase}`, async () => {
          const state = await paperState(paperId);
          return state?.phase === phase && state;
        }),
    };
  };

  /** The cookie of a session of that person, as the browser would send it. */
  const cookieOf = async (officeId: string, personId: string): Promise<string> =>
    `session=${await stores.accounts.openSession(officeId, personId, wallClock())}`;

  return {
    acts,
    activityDependencies,
    app,
    cookieOf,
    database,
    db,
    decisionLinks,
    documents,
    faults,
    folder,
    links,
    publicUrl: PUBLIC_URL,
    smtp,
    startOffice,
    stores,
    taskQueue,
    temporal,
    until,
    /** Ends the worker and starts another, as after a restart in mid-year. */
    restartWorker: async () => {
      await runningWorker.stop();
      runningWorker = await startWorker();
    },
    stopWorker: () => runningWorker.stop(),
    close: async () => {
      await runningWorker.stop();
      await smtp.stop();
      await db.destroy();
      await temporal.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type OfficeSystem = Awaited<ReturnType<typeof openOfficeSystem>>;
export type TestOffice = Awaited<ReturnType<OfficeSystem['startOffice']>>;
