// The ladder to Temporal's server program, with small programs in place of the large real ones.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../embedded/process-facts.ts';
import { findTemporalProgram, isGoodTemporalVersion } from '../../embedded/temporal-program.ts';
import { waitUntil } from './running-system.ts';

const GOOD = 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)';
const OLD = 'temporal version 1.3.0 (Server 1.27.1, UI 2.36.0)';

const root = mkdtempSync(join(tmpdir(), 'reform-ladder-'));
let bin = '';
let cache = '';
let round = 0;
let notes: string[] = [];

beforeEach(() => {
  round += 1;
  bin = join(root, String(round), 'bin');
  cache = join(root, String(round), 'cache');
  notes = [];
  mkdirSync(bin, { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function writeProgram(path: string, script: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

function search(cacheDirs = [cache], signal?: AbortSignal) {
  // The proxy that is not there makes the download fail at once.
  const environment = { PATH: `${bin}:/usr/bin:/bin`, HTTPS_PROXY: 'http://127.0.0.1:9' };
  return findTemporalProgram({ cacheDirs, environment, signal, note: (text) => notes.push(text) });
}

describe('the search for a Temporal server', () => {
  it.each([
    [GOOD, true],
    ['temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)', true],
    ['temporal version 1.10.0 (Server 2.0.0, UI 3.0.0)', true],
    [OLD, false],
    ['temporal version 1.4.1 (Server 1.29.0, UI 2.38.0)', false],
    ['tctl version 1.18', false],
  ])('reads from "%s" that it will do: %s', (said, isGood) => {
    expect(isGoodTemporalVersion(said)).toBe(isGood);
  });

  it('takes the one on PATH', async () => {
    writeProgram(join(bin, 'temporal'), `echo '${GOOD}'`);
    expect(await search()).toBe('temporal');
  });

  it('passes over one on PATH that is too old, and takes our own', async () => {
    writeProgram(join(bin, 'temporal'), `echo '${OLD}'`);
    const own = join(cache, 'temporal-cli-1.5.1', 'temporal');
    writeProgram(own, `echo '${GOOD}'`);
    expect(await search()).toBe(own);
  });

  it('lets Go build one where nothing else helps, shows how far it is, and keeps it', async () => {
    const build = `echo built >> '${root}/builds-${String(round)}'`;
    const write = `printf '#!/bin/sh\\necho "${GOOD}"\\n' > "$GOBIN/temporal"; chmod +x "$GOBIN/temporal"`;
    writeProgram(join(bin, 'go'), `${build}; echo 'some/package' >&2; sleep 1; ${write}`);
    const found = await Promise.all([search(), search()]);
    const own = join(cache, 'temporal-cli-1.5.1', 'temporal');
    expect(found).toEqual([own, own]);
    expect(await search()).toBe(own);
    expect(readFileSync(`${root}/builds-${String(round)}`, 'utf8')).toBe('built\n');
    expect(notes.join('\n')).toMatch(/downloading[^]*building Temporal CLI 1\.5\.1 with Go/);
  });

  it('puts it beside the data where the home can not be written to', async () => {
    writeProgram(join(bin, 'go'), `printf '#!/bin/sh\\necho "${GOOD}"\\n' > "$GOBIN/temporal"`);
    const found = await search(['/dev/null/no-home', cache]);
    expect(found).toBe(join(cache, 'temporal-cli-1.5.1', 'temporal'));
  });

  it('ends a build that nobody waits for any more', async () => {
    writeProgram(join(bin, 'go'), `echo 'some/package' >&2; echo $$ > '${bin}/go.pid'; sleep 600`);
    const giveUp = new AbortController();
    const found = search([cache], giveUp.signal);
    const pidFile = join(bin, 'go.pid');
    const pid = await waitUntil(() =>
      existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) || null : null,
    );
    giveUp.abort();
    await expect(found).rejects.toThrow();
    expect(isAlive(pid)).toBe(false);
    expect(readdirSync(join(cache, 'temporal-cli-1.5.1'))).toEqual([]);
  });

  it('names every way out where none is open', async () => {
    await expect(search()).rejects.toThrow(
      /TEMPORAL_ADDRESS[^]*on PATH[^]*temporal\.download[^]*install Go/,
    );
  });
});
