// How each part of the system is started, and what the others must then know of it.
import { join } from 'node:path';
import type { Settings, SettingsSource } from './child-settings.ts';
import type { Running } from './keep-running.ts';
import { startNodeChild, type ChildMessage, type NodeChildOptions } from './node-child.ts';
import { startPostgres } from './postgres.ts';
import type { RunFacts } from './run-file.ts';
import { startTemporal } from './temporal.ts';
import { startWebChild } from './web-child.ts';

const DATABASE = 'reform_cycle';
const HOST = '127.0.0.1';
// Where people who know other mail catchers look first.
const VIEWER_PORT = 8025;

export type PartOptions = SettingsSource & {
  readonly cacheDir: string;
  readonly webPort: number;
  readonly entries: { readonly web: URL; readonly worker: URL };
  readonly environment: Readonly<Record<string, string | undefined>>;
};

export type StartedPart = Running & {
  // For run.json, that is for the CLI and the next start.
  readonly facts: RunFacts;
  // For the other parts' environment.
  readonly addresses: Settings;
  // Where a person can look at it.
  readonly page: string | null;
};

type ChildHooks = Pick<NodeChildOptions, 'onSpawn' | 'onMessage' | 'signal'> & {
  readonly settings: () => Settings;
};

function readPort(message: ChildMessage, name: string): number {
  const port = message[name];
  if (typeof port !== 'number') throw new Error(`the mail inbox did not say its ${name}`);
  return port;
}

export function createPartStarters(options: PartOptions) {
  const { dataDir, environment } = options;
  // A part that comes back takes the port it had, so that those who know it need not learn anew.
  const ports = { web: options.webPort, temporal: 0, smtp: 0, viewer: VIEWER_PORT };
  const logFile = (part: string) => join(dataDir, 'logs', `${part}.log`);

  async function web({ settings, ...hooks }: ChildHooks): Promise<StartedPart> {
    const child = await startWebChild({
      ...hooks,
      entry: options.entries.web,
      host: options.webHost,
      wishedPort: ports.web,
      environmentFor: (port) => ({ ...environment, ...settings(), PORT: String(port) }),
      logFile: logFile('web'),
      endsWithinMs: 2_000,
    });
    const { port, url } = child;
    ports.web = port;
    const addresses = { PUBLIC_URL: options.publicUrl ?? url };
    return { ...child, addresses, page: url, facts: { port, url, socketPath: options.socketPath } };
  }

  async function worker({ settings, ...hooks }: ChildHooks): Promise<StartedPart> {
    const child = await startNodeChild({
      ...hooks,
      entry: options.entries.worker,
      environment: { ...environment, ...settings() },
      logFile: logFile('worker'),
      answers: ['ready'],
      endsWithinMs: 4_000,
    });
    return { ...child, page: null, facts: {}, addresses: {} };
  }

  async function postgres(signal: AbortSignal): Promise<StartedPart> {
    const server = await startPostgres({
      dir: join(dataDir, 'postgres'),
      logFile: logFile('postgres'),
      database: DATABASE,
      signal,
    });
    return {
      ...server,
      page: null,
      facts: { url: server.url },
      addresses: { DATABASE_URL: server.url },
    };
  }

  async function temporal(signal: AbortSignal, note: (text: string) => void): Promise<StartedPart> {
    const server = await startTemporal({
      dir: join(dataDir, 'temporal'),
      logFile: logFile('temporal'),
      namespace: options.temporalNamespace,
      cacheDirs: [join(options.cacheDir, 'reform-cycle'), join(dataDir, '.cache')],
      environment,
      wishedPort: ports.temporal,
      signal,
      note,
    });
    const { address, port } = server;
    ports.temporal = port;
    return {
      ...server,
      page: null,
      facts: { address, port },
      addresses: { TEMPORAL_ADDRESS: address },
    };
  }

  async function mail(signal: AbortSignal): Promise<StartedPart> {
    const child = await startNodeChild({
      entry: new URL('mail-inbox.ts', import.meta.url),
      args: [
        ...['--folder', join(dataDir, 'mail'), '--smtp-port', String(ports.smtp)],
        ...['--viewer-port', String(ports.viewer)],
      ],
      environment,
      logFile: logFile('mail'),
      answers: ['listening'],
      endsWithinMs: 1_500,
      signal,
    });
    ports.smtp = readPort(child.answer, 'smtpPort');
    ports.viewer = readPort(child.answer, 'viewerPort');
    const smtpUrl = `smtp://${HOST}:${String(ports.smtp)}`;
    const viewerUrl = `http://${HOST}:${String(ports.viewer)}`;
    return {
      ...child,
      page: viewerUrl,
      facts: { smtpUrl, viewerUrl },
      addresses: { SMTP_URL: smtpUrl, MAIL_INBOX_URL: viewerUrl },
    };
  }

  return { web, worker, postgres, temporal, mail };
}
