// The worker: runs the workflows and their activities. Any number of them may run side by side.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { createActivities } from './activities/create-activities.ts';
import { connectDatabase } from './adapters/database/connect.ts';
import { migrateToLatest } from './adapters/database/migrate.ts';
import { createStores } from './adapters/database/stores.ts';
import { createDocumentStore } from './adapters/document-store.ts';
import { createMailer } from './adapters/mail.ts';
import { createDecisionLinks } from './adapters/decision-links.ts';
import { createReceiptLinks } from './adapters/receipt-links.ts';
import { connectTemporal, createTemporalClient } from './adapters/temporal-client.ts';
import { inheritedEnvironment, readConfig, requireParts } from './config.ts';
import { openSigning } from './open-signing.ts';
import { mailQueueOf, TASK_QUEUE } from './workflows/contract.ts';

// How long an act waits for the worker that knows its workflow before another may take it. Longer than
// the wait for an answer, and people would be told "unavailable" after a crash though a worker is back.
const STICKY_WAIT = '3 seconds';
const SHUTDOWN_GRACE = '3 seconds';

const config = readConfig(inheritedEnvironment());
const parts = requireParts(config);
const digitalSigning = openSigning(config);
Runtime.install({ logger: new DefaultLogger('WARN') });

await migrateToLatest(parts.databaseUrl);
const connection = await NativeConnection.connect({ address: parts.temporalAddress });
const temporal = createTemporalClient(
  await connectTemporal(parts.temporalAddress),
  config.temporalNamespace,
);
const activities = createActivities({
  stores: createStores(connectDatabase(parts.databaseUrl)),
  documents: createDocumentStore(parts.documentStoreUrl),
  digitalSigning,
  mailer: createMailer(parts.smtpUrl, config.mailFrom),
  links: createReceiptLinks(parts.linkSecret, parts.publicUrl),
  decisionLinks: createDecisionLinks(parts.linkSecret, parts.publicUrl),
  wakeOfficeDay: (officeId) => temporal.wakeOfficeDay(officeId),
  isMailEmbedded: config.embedded.includes('mail'),
  wallClock: () => new Date(),
});
const shared = {
  connection,
  namespace: config.temporalNamespace,
  activities,
  shutdownGraceTime: SHUTDOWN_GRACE,
};
const worker = await Worker.create({
  ...shared,
  taskQueue: TASK_QUEUE,
  stickyQueueScheduleToStartTimeout: STICKY_WAIT,
  workflowsPath: fileURLToPath(new URL('./workflows/index.ts', import.meta.url)),
  maxConcurrentActivityTaskExecutions: 10,
});
const mailWorker = await Worker.create({
  ...shared,
  taskQueue: mailQueueOf(TASK_QUEUE),
  // Each sending holds a database connection while it speaks to the mail server.
  maxConcurrentActivityTaskExecutions: 6,
});
process.send?.({ type: 'ready' });
await Promise.all([worker.run(), mailWorker.run()]);
await connection.close();
process.exit(0);
