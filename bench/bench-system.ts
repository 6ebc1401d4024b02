// The parts of `npm start` in a folder of their own, without web: this process presses the acts itself.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { connectTemporal } from '../adapters/temporal-client.ts';
import { inheritedEnvironment, readConfig } from '../config.ts';
import { childSettings, type Settings } from '../embedded/child-settings.ts';
import { startNodeChild } from '../embedded/node-child.ts';
import { createPartStarters, type PartOptions } from '../embedded/part-starters.ts';
import { openSystem } from '../open-system.ts';

const optionsFor = (dataDir: string): PartOptions => {
  const environment = inheritedEnvironment();
  return {
    dataDir,
    environment,
    cacheDir: readConfig(environment).cacheDir,
    webHost: '127.0.0.1',
    webPort: 0,
    socketPath: join(dataDir, 'reform.sock'),
    temporalNamespace: 'reform-cycle',
    databaseUrl: null,
    temporalAddress: null,
    smtpUrl: null,
    documentStoreUrl: null,
    publicUrl: 'http://reform.test',
    linkSecret: 'a secret for measuring, longer than 32 characters',
    exampleData: false,
    entries: {
      web: new URL('../server.ts', import.meta.url),
      worker: new URL('../worker.ts', import.meta.url),
    },
  };
};

interface Part {
  readonly addresses?: Settings;
  readonly stop: () => Promise<unknown>;
}

export const startBenchSystem = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'reform-bench-'));
  mkdirSync(join(dataDir, 'logs'));
  const options = optionsFor(dataDir);
  const starters = createPartStarters(options);
  const giveUp = new AbortController();
  const started: Part[] = [];
  let found: Settings = { PUBLIC_URL: 'http://reform.test' };

  const take = async (starting: Promise<Part>): Promise<void> => {
    const part = await starting;
    started.unshift(part);
    found = { ...found, ...part.addresses };
  };
  const stop = async (): Promise<void> => {
    giveUp.abort();
    for (const part of started) await part.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(130));
    });
  }

  try {
    const note = (text: string) => {
      console.error(text);
    };
    await take(starters.postgres(giveUp.signal));
    await take(starters.temporal(giveUp.signal, note));
    await take(starters.mail(giveUp.signal));
    const settings = () => childSettings(options, found);
    await take(starters.worker({ signal: giveUp.signal, settings }));
    await take(
      startNodeChild({
        entry: new URL('bare-worker.ts', import.meta.url),
        environment: { ...options.environment, ...settings() },
        logFile: join(dataDir, 'logs', 'bare-worker.log'),
        answers: ['ready'],
        endsWithinMs: 4_000,
        signal: giveUp.signal,
      }),
    );
    const config = readConfig({ ...options.environment, ...settings() });
    const { acts } = await openSystem(config);
    const connection = await connectTemporal(config.temporalAddress ?? '');
    const client = new Client({ connection, namespace: config.temporalNamespace });
    return { acts, client, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
export type BenchSystem = Awaited<ReturnType<typeof startBenchSystem>>;
