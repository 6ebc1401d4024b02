// Puts the web server's parts together: stores, Temporal, acts, pages.
import type { Hono } from 'hono';
import { pino } from 'pino';
import type { ActDependencies } from './acts/act.ts';
import { giveStandardCalendars } from './acts/standard-calendar.ts';
import { connectDatabase } from './adapters/database/connect.ts';
import { migrateToLatest } from './adapters/database/migrate.ts';
import { createStores } from './adapters/database/stores.ts';
import { createDocumentStore } from './adapters/document-store.ts';
import { createDecisionLinks } from './adapters/decision-links.ts';
import { createReceiptLinks } from './adapters/receipt-links.ts';
import { connectTemporal, createTemporalClient } from './adapters/temporal-client.ts';
import { EMBEDDABLE_PARTS, requireParts, type Config } from './config.ts';
import { paperCheck } from './documents/check-paper.ts';
import { openSigning } from './open-signing.ts';
import { createApp } from './web/app.ts';
import type { WebEnv } from './web/environment.ts';

export interface OpenedSystem {
  readonly config: Config;
  readonly app: Hono<WebEnv>;
  readonly acts: ActDependencies;
  readonly isExample: boolean;
  readonly logFault: (error: Error) => void;
}

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

const frames = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);

// Without the error's own words: a database or a mail server likes to repeat names and addresses.
const createFaultLog = (level: string) => {
  const log = pino({ level });
  return (error: Error): void => {
    const code = 'code' in error ? String(error.code) : null;
    log.error({ kind: error.name, code, at: frames(error) }, 'a fault of ours');
  };
};

export const openSystem = async (config: Config): Promise<OpenedSystem> => {
  const parts = requireParts(config);
  await migrateToLatest(parts.databaseUrl);
  const logFault = createFaultLog(config.logLevel);
  const isAllEmbedded = EMBEDDABLE_PARTS.every((part) => config.embedded.includes(part));
  // Whom one may be without a password are the example's people, never an office's own.
  const isExample = isAllEmbedded && isLoopback(config.webHost) && config.exampleData;
  const acts: ActDependencies = {
    stores: createStores(connectDatabase(parts.databaseUrl, logFault)),
    documents: createDocumentStore(parts.documentStoreUrl),
    temporal: createTemporalClient(
      await connectTemporal(parts.temporalAddress),
      config.temporalNamespace,
    ),
    isAllEmbedded,
    continueAfterEvents: 0,
    wallClock: () => new Date(),
    paperCheck,
    digitalSigning: openSigning(config),
  };
  await giveStandardCalendars(acts.stores);
  // An office of before has a day of its own from now on.
  for (const { office_id } of await acts.stores.offices.list()) {
    await acts.temporal.wakeOfficeDay(office_id);
  }
  const app = createApp({
    acts,
    links: createReceiptLinks(parts.linkSecret, parts.publicUrl),
    decisionLinks: createDecisionLinks(parts.linkSecret, parts.publicUrl),
    isExample,
    isHttps: parts.publicUrl.startsWith('https:'),
    mailInboxUrl: config.mailInboxUrl,
    apiToken: config.apiToken,
    logFault,
  });
  return { config, app, acts, isExample, logFault };
};
