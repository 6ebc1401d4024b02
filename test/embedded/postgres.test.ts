import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { startPostgres, type EmbeddedPostgres } from '../../embedded/postgres.ts';
import { isAlive, waitForEnd } from '../../embedded/process-facts.ts';

const root = mkdtempSync(join(tmpdir(), 'reform-pg-'));
const dir = join(root, 'postgres');
let server: EmbeddedPostgres | null = null;

function start(folder = dir): Promise<EmbeddedPostgres> {
  return startPostgres({ dir: folder, logFile: join(root, 'log'), database: 'reform_cycle' });
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  await client.end();
  return rows[0]?.[0];
}

afterEach(async () => {
  await server?.stop();
  server = null;
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('listens on a private socket only, and writes to disk before it answers', async () => {
    server = await start();
    expect(await ask(server.url, 'show listen_addresses')).toBe('');
    expect(await ask(server.url, 'show fsync')).toBe('on');
    expect(statSync(join(dir, 'socket')).mode & 0o777).toBe(0o700);
  });

  it('knows Vietnamese letters and their order', async () => {
    server = await start();
    expect(await ask(server.url, `select upper('đề nghị')`)).toBe('ĐỀ NGHỊ');
    const words = `unnest(array['đi', 'da', 'ân', 'an', 'ă']) word`;
    const sorted = `select string_agg(word, ' ' order by word collate "vi-x-icu") from ${words}`;
    expect(await ask(server.url, sorted)).toBe('an ă ân da đi');
  });

  it('keeps what it holds over a stop and over kill -9', async () => {
    server = await start();
    await ask(server.url, 'create table paper (id int)');
    await ask(server.url, 'insert into paper values (7)');
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
    server = await start();
    process.kill(server.pid, 'SIGKILL');
    await waitForEnd(server.pid, 5_000);
    server = await start();
    expect(await ask(server.url, 'select id from paper')).toBe(7);
  });

  it('left running by a crash is taken over as it is', async () => {
    const left = await start();
    server = await start();
    expect(server).toMatchObject({ pid: left.pid, url: left.url, isAdopted: true });
  });

  it('left hanging is ended, and a fresh one starts', async () => {
    const left = await start();
    process.kill(left.pid, 'SIGSTOP');
    server = await start();
    expect(server.pid).not.toBe(left.pid);
    expect(isAlive(left.pid)).toBe(false);
  });

  it('starts where a note of a dead server names a pid that now is another program', async () => {
    const left = await start();
    const note = readFileSync(join(dir, 'cluster', 'postmaster.pid'), 'utf8');
    await left.stop();
    writeFileSync(
      join(dir, 'cluster', 'postmaster.pid'),
      note.replace(String(left.pid), String(process.pid)),
    );
    server = await start();
    expect(isAlive(process.pid)).toBe(true);
    expect(await ask(server.url, 'select 1')).toBe(1);
  });

  it('starts anew where making its folder was cut short', async () => {
    const folder = join(root, 'cut-short');
    mkdirSync(join(folder, 'cluster.draft', 'base'), { recursive: true });
    server = await start(folder);
    expect(await ask(server.url, 'select 1')).toBe(1);
  });

  it('works in a folder whose path is too long for a socket, with letters and spaces in it', async () => {
    const deep = join(root, 'Kế hoạch cải cách hành chính', 'x'.repeat(100), 'postgres');
    server = await start(deep);
    const { url, pid } = server;
    expect(await ask(url, 'select 1')).toBe(1);
    expect(await start(deep)).toMatchObject({ url, pid });
  });
});
