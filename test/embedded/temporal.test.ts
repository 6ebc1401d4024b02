import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { inheritedEnvironment, readConfig } from '../../config.ts';
import { isAlive, waitForEnd } from '../../embedded/process-facts.ts';
import { findTemporalProgram } from '../../embedded/temporal-program.ts';
import { startTemporal, type EmbeddedTemporal } from '../../embedded/temporal.ts';

const root = mkdtempSync(join(tmpdir(), 'reform-temporal-'));
const dir = join(root, 'temporal');
const environment = inheritedEnvironment();
let server: EmbeddedTemporal | null = null;

const search = {
  cacheDirs: [
    join(readConfig(environment).cacheDir, 'reform-cycle'),
    join(tmpdir(), 'reform-cycle-cache'),
  ],
  environment,
  note: () => undefined,
};

function start(wishedPort = 0): Promise<EmbeddedTemporal> {
  return startTemporal({
    ...search,
    dir,
    logFile: join(root, 'log'),
    namespace: 'reform-cycle',
    wishedPort,
  });
}

// A server that ends by itself the first times it is asked, then is the real one.
async function programThatFails(times: number): Promise<string> {
  const folder = mkdtempSync(join(root, 'program-'));
  const program = await findTemporalProgram(search);
  const script = `#!/bin/sh
[ "$1" = server ] || exec '${program}' "$@"
mkdir -p '${folder}/starts'
touch "${folder}/starts/$$"
[ "$(ls '${folder}/starts' | wc -l)" -gt ${String(times)} ] || { echo 'panic: no room'; exit 2; }
exec '${program}' "$@"
`;
  writeFileSync(join(folder, 'temporal'), script);
  chmodSync(join(folder, 'temporal'), 0o755);
  return folder;
}

function startWith(folder: string, said: string[]): Promise<EmbeddedTemporal> {
  return startTemporal({
    ...search,
    dir: mkdtempSync(join(root, 'of-its-own-')),
    logFile: join(folder, 'log'),
    namespace: 'reform-cycle',
    environment: { ...environment, PATH: `${folder}:${environment['PATH'] ?? ''}` },
    note: (text) => said.push(text),
  });
}

async function withClient<T>(address: string, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await use(new Client({ connection, namespace: 'reform-cycle' }));
  } finally {
    await connection.close();
  }
}

afterEach(async () => {
  await server?.stop();
  server = null;
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('the embedded Temporal server', () => {
  it('keeps a running year over kill -9, on the port it had', async () => {
    server = await start();
    await withClient(server.address, (client) =>
      client.workflow.start('reformCycle', {
        workflowId: 'cycle/example-office/2026',
        taskQueue: 'nobody-polls',
      }),
    );
    process.kill(server.pid, 'SIGKILL');
    await waitForEnd(server.pid, 5_000);
    const { address, port } = server;
    server = await start(port);
    expect(server.address).toBe(address);
    const { status } = await withClient(server.address, (client) =>
      client.workflow.getHandle('cycle/example-office/2026').describe(),
    );
    expect(status.name).toBe('RUNNING');
  });

  it('left running by a crash is taken over, never joined by a second one on its file', async () => {
    const left = await start();
    server = await start();
    expect(server).toMatchObject({ pid: left.pid, address: left.address, isAdopted: true });
  });

  it('left hanging is ended, and a fresh one starts', async () => {
    const left = await start();
    process.kill(left.pid, 'SIGSTOP');
    server = await start();
    expect(server.pid).not.toBe(left.pid);
    expect(isAlive(left.pid)).toBe(false);
  });

  it('that ends by itself while starting is started again', async () => {
    const said: string[] = [];
    server = await startWith(await programThatFails(1), said);
    expect(isAlive(server.pid)).toBe(true);
    expect(said).toEqual(['the Temporal server ended while starting; it is started again']);
  });

  it('that never starts is told with its last words, after the third start', async () => {
    const said: string[] = [];
    const started = startWith(await programThatFails(3), said);
    await expect(started).rejects.toThrow('panic: no room');
    expect(said).toHaveLength(2);
  });

  it('gives up its start when told to', async () => {
    const giveUp = new AbortController();
    giveUp.abort();
    const started = startTemporal({
      ...search,
      dir: join(root, 'given-up'),
      logFile: join(root, 'log'),
      namespace: 'reform-cycle',
      signal: giveUp.signal,
    });
    await expect(started).rejects.toThrow('did not start');
  });
});
