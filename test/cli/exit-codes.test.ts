import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runReform } from './run-reform.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'reform-away-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const reform = (args: readonly string[], environment = {}) =>
  runReform(args, { DATA_DIR: dataDir, ...environment });

const writeRun = (content: unknown): void => {
  writeFileSync(join(dataDir, 'run.json'), JSON.stringify(content));
};

describe('the exit code', () => {
  it.each([{ typed: '--help' }, { typed: 'office create --help' }])(
    'is 0 for help: reform $typed',
    async ({ typed }) => {
      const ended = await reform(typed.split(' '));
      expect(ended).toMatchObject({ code: 0, err: '' });
      expect(ended.out).toContain('Usage: reform');
    },
  );

  it.each([
    { typed: '' },
    { typed: 'office' },
    { typed: 'nothing' },
    { typed: 'start' },
    { typed: 'status --loud' },
    { typed: 'deliveries A/B/2024' },
  ])('is 2 for wrong usage: reform $typed', async ({ typed }) => {
    const args = typed.split(' ').filter((word) => word !== '');
    const ended = await reform(args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).not.toBe('');
  });

  it('is 2 for a variable of the environment that cannot be used', async () => {
    const ended = await reform(['status'], { REFORM_URL: 'reform.test' });
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('REFORM_URL');
  });

  it('is 3 where no system runs, and the sentence says how to start one', async () => {
    const ended = await reform(['status', '--json']);
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('npm start');
    expect(JSON.parse(ended.out).error.code).toBe('unreachable');
  });

  it('is 3 where the system was killed and left its run file behind', async () => {
    writeRun({ web: { pid: 1, socketPath: join(dataDir, 'reform.sock') } });
    const ended = await reform(['office', 'list']);
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('npm start');
  });

  it('is 3 while the system is only starting, or its run file is none', async () => {
    writeRun({ startedAt: '2024-01-15T00:00:00Z' });
    expect(await reform(['status'])).toMatchObject({ code: 3 });
    writeFileSync(join(dataDir, 'run.json'), '{');
    expect(await reform(['status'])).toMatchObject({ code: 3 });
  });

  it('is 3 where nobody listens at the address, or something else does', async () => {
    const error = { code: 'not-found', message: 'Nothing.', place: null, details: {} };
    const other = createServer((request, response) => {
      if (request.headers.authorization === undefined) response.writeHead(503).end('<p>wait</p>');
      else response.writeHead(404).end(JSON.stringify({ error }));
    });
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const environment = { REFORM_URL: `http://127.0.0.1:${String(port)}/reform` };
    const answered = await reform(['status'], environment);
    const closed = await reform(['status'], { ...environment, REFORM_TOKEN: 'some-token' });
    other.close();
    await once(other, 'close');
    expect(answered.code).toBe(3);
    expect(answered.err).toContain('HTTP 503');
    expect(closed.code).toBe(3);
    expect(closed.err).toContain('API_TOKEN is not set');
    const silent = await reform(['status'], environment);
    expect(silent.code).toBe(3);
    expect(silent.err).toContain('ECONNREFUSED');
  });
});
