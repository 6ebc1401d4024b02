import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { isAlive } from '../../embedded/process-facts.ts';
import { startStandIns, waitUntil, type StandInSystem } from './running-system.ts';

const PARTS = ['web', 'worker', 'mail', 'temporal', 'postgres'];

let dataDir = '';
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'reform-system-'));
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a system on one machine', () => {
  let system: StandInSystem;
  beforeAll(async () => {
    system = startStandIns(dataDir);
    await system.isReady();
  });
  afterAll(() => system.end());

  it('shows its page before the other parts are there', async () => {
    const { messages } = await system.readPage();
    const [first] = messages;
    expect(first?.steps?.find((step) => step.id === 'temporal')?.state).not.toBe('done');
  });

  it('tells the page where everything is, once all is ready', async () => {
    const page = await system.readPage();
    const ready = page.messages.find((message) => message.type === 'ready');
    expect(Object.keys(ready?.env ?? {})).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL', 'MAIL_INBOX_URL']),
    );
    expect(ready?.embedded).toEqual({
      database: true,
      temporal: true,
      mail: true,
      documents: true,
    });
    expect(ready?.env?.['LINK_SECRET']?.length).toBe(43);
  });

  it('refuses a second start on the same folder and says who runs it', async () => {
    const second = startStandIns(dataDir);
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`process ${String(system.pid)}`);
    expect(second.output()).toContain(String(system.readRun()['web']?.['url']));
  });

  it.each(PARTS)('starts %s again after kill -9, and the others go on', async (part) => {
    const before = system.readRun();
    process.kill(before[part]?.pid ?? 0, 'SIGKILL');
    const pid = await system.waitForNewPid(part, before[part]?.pid ?? 0);
    for (const other of PARTS.filter((each) => each !== part)) {
      expect([other, system.pidOf(other)]).toEqual([other, before[other]?.pid]);
    }
    expect(pid).not.toBe(before[part]?.pid);
    const [factsBefore, factsNow] = [before, system.readRun()].map((run) => ({
      ...run[part],
      pid: 0,
      processStart: '',
    }));
    expect(factsNow).toEqual(factsBefore);
  });

  it('tells a page that was started again that all is ready', async () => {
    const before = system.pidOf('web');
    process.kill(before, 'SIGKILL');
    await system.waitForNewPid('web', before);
    const { messages } = await system.readPage();
    expect(messages.map((message) => message.type)).toEqual(['progress', 'ready']);
  });

  it('keeps what was written when PostgreSQL is killed', async () => {
    const url = String(system.readRun()['postgres']?.['url']);
    await query(url, 'create table note (id int)');
    await query(url, 'insert into note values (1)');
    const before = system.pidOf('postgres');
    process.kill(before, 'SIGKILL');
    await system.waitForNewPid('postgres', before);
    expect(await query(url, 'select id from note')).toEqual([{ id: 1 }]);
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

describe('the end of a system', () => {
  let system: StandInSystem | null = null;
  afterEach(async () => {
    await system?.end();
  });

  function listPids(of: StandInSystem): number[] {
    return PARTS.map((part) => of.pidOf(part));
  }

  it('comes within ten seconds of Ctrl-C, with exit code 0 and no process left', async () => {
    system = startStandIns(dataDir);
    await system.isReady();
    const pids = listPids(system);
    const askedAt = performance.now();
    expect(await system.end('SIGINT')).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(10_000);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
  });

  it('takes two signals of one press for one', async () => {
    system = startStandIns(dataDir);
    await system.isReady();
    process.kill(system.pid, 'SIGINT');
    expect(await system.end('SIGINT')).toBe(0);
  });

  it('leaves nothing behind when it comes in the middle of the start', async () => {
    const started = startStandIns(dataDir);
    system = started;
    await waitUntil(() => started.output().includes('Temporal   is starting'));
    expect(await started.end('SIGTERM')).toBe(0);
    const pids = listPids(started).filter((pid) => pid !== 0);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('by kill -9 takes our own processes along; the next start goes on with the servers', async () => {
    const killed = startStandIns(dataDir);
    await killed.isReady();
    const before = killed.readRun();
    await killed.end('SIGKILL');
    for (const part of ['web', 'worker', 'mail']) {
      await waitUntil(() => !isAlive(before[part]?.pid ?? 0));
    }
    system = startStandIns(dataDir);
    await system.isReady();
    expect(system.pidOf('postgres')).toBe(before['postgres']?.pid);
    expect(system.pidOf('temporal')).toBe(before['temporal']?.pid);
  });
});

describe('the surroundings of a system', () => {
  it('may have taken the port: the page makes way to the next one', async () => {
    const blocker = createServer();
    const port = await new Promise<number>((resolve) => {
      blocker.listen(0, '127.0.0.1', () => {
        const address = blocker.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const system = startStandIns(dataDir, { PORT: String(port) });
    await system.isReady();
    const taken = Number(system.readRun()['web']?.['port']);
    await system.end();
    blocker.close();
    expect(taken).toBeGreaterThan(port);
    expect(taken).toBeLessThan(port + 20);
  });

  it('may name parts that run elsewhere: those are not started here, and no example goes in', async () => {
    const elsewhere = {
      DATABASE_URL: inject('databaseUrl'),
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      SMTP_URL: 'smtp://127.0.0.1:2525',
    };
    const system = startStandIns(dataDir, elsewhere);
    await system.isReady();
    const run = system.readRun();
    const page = await system.readPage();
    await system.end();
    expect(Object.keys(run)).not.toEqual(expect.arrayContaining(['postgres']));
    expect(run).not.toHaveProperty('temporal');
    expect(run).not.toHaveProperty('mail');
    const ready = page.messages.find((message) => message.type === 'ready');
    expect(ready?.env).toMatchObject({ ...elsewhere, EMBEDDED: 'documents', EXAMPLE_DATA: '0' });
  });

  it('are named with the variable when a value is wrong', async () => {
    const system = startStandIns(dataDir, { PORT: 'eighty' });
    expect(await system.exited).toBe(1);
    expect(system.output()).toContain('PORT must be a port');
  });
});
