// The web server: pages and API over TCP, the API alone for the CLI over the data folder's socket.
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { chmodSync, rmSync } from 'node:fs';
import type { Hono } from 'hono';
import { inheritedEnvironment, readConfig, type Environment } from './config.ts';
import { playExample } from './example.ts';
import { playPastYear } from './examples/past-year.ts';
import { openSystem, type OpenedSystem } from './open-system.ts';
import { createSetUpPages, type SetUpStep } from './web/set-up.tsx';
import type { WebEnv } from './web/environment.ts';

const config = readConfig(inheritedEnvironment());
// What this process makes, the socket first of all, is its owner's alone.
process.umask(0o077);
const setUp = createSetUpPages();
let app: Hono<WebEnv> | null = null;

const createServer = (isLocalSocket: boolean): Server =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- no HTTP/2 is asked for
  createAdaptorServer({
    fetch: (request: Request, bindings: object) =>
      app
        ? app.fetch(request, { ...bindings, isLocalSocket })
        : setUp.fetch(request, { ...bindings }),
  }) as Server;

const say = (message: object): void => {
  process.send?.(message);
};

const tcp = createServer(false);
tcp.once('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  say({ type: 'port-taken' });
  process.exit(1);
});
tcp.listen(config.webPort, config.webHost, () => {
  const address = tcp.address();
  const port = typeof address === 'object' && address ? address.port : config.webPort;
  say({ type: 'listening', port, url: `http://${config.webHost}:${String(port)}` });
});

// A socket file that a killed server left behind can't be listened on.
rmSync(config.socketPath, { force: true });
const local = createServer(true);
local.listen(config.socketPath, () => {
  chmodSync(config.socketPath, 0o600);
});

const play = async (
  { logFault }: OpenedSystem,
  id: 'example' | 'past-year',
  playIt: () => Promise<boolean>,
): Promise<void> => {
  try {
    const note = (await playIt()) ? {} : { note: 'is left as it is' };
    say({ type: 'step', id, state: 'done', ...note });
  } catch (error) {
    say({ type: 'step', id, state: 'failed', note: 'see logs/web.log' });
    logFault(error instanceof Error ? error : new Error('the example failed'));
  }
};

// What waits in the current year is there first; the past one follows while people look around.
const playAll = async (system: OpenedSystem): Promise<void> => {
  const begin = (id: 'example' | 'past-year') => (): void => {
    say({ type: 'step', id, state: 'running' });
  };
  begin('example')();
  await play(system, 'example', () => playExample(system.acts));
  await play(system, 'past-year', () => playPastYear(system.acts, begin('past-year')));
};

const open = async (environment: Environment): Promise<void> => {
  const system = await openSystem(readConfig(environment));
  app = system.app;
  if (system.isExample && system.config.exampleData) await playAll(system);
};

const openOrEnd = (environment: Environment): void => {
  open(environment).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.name) : 'failed'}\n`);
    process.exit(1);
  });
};

interface FromSupervisor {
  readonly type: string;
  readonly steps?: readonly SetUpStep[];
  readonly env?: Environment;
}

process.on('message', (message: FromSupervisor) => {
  if (message.type === 'progress' && message.steps) setUp.show(message.steps);
  if (message.type === 'ready' && message.env && !app) {
    openOrEnd({ ...inheritedEnvironment(), ...message.env });
  }
});
// Without a supervisor everything must be in the environment already.
if (process.send === undefined) openOrEnd(inheritedEnvironment());

process.once('SIGTERM', () => {
  tcp.close();
  local.close();
  rmSync(config.socketPath, { force: true });
  process.exit(0);
});
