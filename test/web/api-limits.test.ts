import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/database/connect.ts';
import { createStores } from '../../adapters/database/stores.ts';
import { createApp } from '../../web/app.ts';
import { serve } from '../cli/command-line.ts';
import { openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';

const MB = 1024 * 1024;
const TOKEN = 'token-of-these-tests';
let system: OfficeSystem;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  system = await openOfficeSystem({ apiToken: TOKEN });
  server = await serve(system, 'tcp');
});
afterAll(async () => {
  await server.close();
  await system.close();
});

/** Sends a body piece by piece until an answer comes; says how much was sent by then. */
const pour = async (path: string, headers: Record<string, string | number>, most: number) => {
  const outgoing = request(`${server.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, ...headers },
    agent: false,
  });
  // The server may hang up on the rest of what it has refused.
  outgoing.on('error', () => undefined);
  const progress = { isAnswered: false };
  const answer = once(outgoing, 'response').then(([response]) => {
    progress.isAnswered = true;
    return response;
  });
  let sent = 0;
  const piece = Buffer.alloc(MB, 0x20);
  outgoing.flushHeaders();
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 300))]);
  while (!progress.isAnswered && sent < most) {
    await Promise.race([new Promise((resolve) => outgoing.write(piece, resolve)), answer]);
    sent += piece.length;
  }
  const response = await answer;
  const body = JSON.parse(await text(response));
  outgoing.destroy();
  return { status: response.statusCode as number, error: body.error, sent };
};

describe('a body that is too large', () => {
  it('is refused by its announced length, before it is sent', async () => {
    const { status, error, sent } = await pour(
      '/api/cycles/from-file?actId=12345678',
      { 'content-length': 40 * MB },
      40 * MB,
    );
    expect(status).toBe(413);
    expect(error).toMatchObject({ code: 'too-large' });
    expect(sent).toBe(0);
  });

  it('is refused while it comes in, where its length was not announced', async () => {
    const { status, error, sent } = await pour(
      '/api/cycles/from-file?actId=12345678',
      { 'transfer-encoding': 'chunked' },
      200 * MB,
    );
    expect(status).toBe(413);
    expect(error).toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(60 * MB);
  });

  it('leaves the server answering', async () => {
    const response = await fetch(`${server.url}/api/offices`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(response.status).toBe(200);
    expect(system.faults).toEqual([]);
  });
});

describe('a part that is away', () => {
  it('is told as such, without a word of its own, where the database does not answer', async () => {
    const faults: Error[] = [];
    // Nobody listens on port 1.
    const db = connectDatabase('postgres://somebody:secret@127.0.0.1:1/nothing');
    const app = createApp({
      acts: { ...system.acts, stores: createStores(db) },
      links: system.links,
      decisionLinks: system.decisionLinks,
      isExample: false,
      isHttps: false,
      mailInboxUrl: null,
      apiToken: null,
      logFault: (error) => faults.push(error),
    });
    const response = await app.request('/api/offices', {}, { isLocalSocket: true });
    await db.destroy();
    expect(response.status).toBe(503);
    const { error } = JSON.parse(await response.text());
    expect(error).toMatchObject({ code: 'temporarily-unavailable', place: null, details: {} });
    expect(error.message).not.toMatch(/ECONN|127\.0\.0\.1|secret/);
    expect(faults).toHaveLength(1);
  });
});
