// The worker: runs the workflows and their activities. Any number of them may run side by side.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { createActivities } from './activities/create-activities.ts';
import { connectDatabase } from './adapters/database/connect.ts';
import { migrateToLatest } from './adapters/database/migrate.ts';
import { createStores } from './adapters/database/stores.ts';
import { createDocumentStore } from './adapters/document-store.ts';
import { createMailer } from './adapters/mail.ts';
import { createReceiptLinks } from './adapters/receipt-links.ts';
import { inheritedEnvironment, readConfig, requireParts } from './config.ts';
import { TASK_QUEUE } from './workflows/contract.ts';

const SHUTDOWN_GRACE = '3 seconds';

const config = readConfig(inheritedEnvironment());
const parts = requireParts(config);
Runtime.install({ logger: new DefaultLogger('WARN') });

await migrateToLatest(parts.databaseUrl);
const connection = await NativeConnection.connect({ address: parts.temporalAddress });
const worker = await Worker.create({
  connection,
  namespace: config.temporalNamespace,
  taskQueue: TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('./workflows/index.ts', import.meta.url)),
  activities: createActivities({
    stores: createStores(connectDatabase(parts.databaseUrl)),
    documents: createDocumentStore(parts.documentStoreUrl),
    mailer: createMailer(parts.smtpUrl, config.mailFrom),
    links: createReceiptLinks(parts.linkSecret, parts.publicUrl),
    isMailEmbedded: config.embedded.includes('mail'),
    wallClock: () => new Date(),
  }),
  // Each sending activity holds a database connection while it speaks to the mail server.
  maxConcurrentActivityTaskExecutions: 12,
  shutdownGraceTime: SHUTDOWN_GRACE,
});
process.send?.({ type: 'ready' });
await worker.run();
await connection.close();
process.exit(0);
