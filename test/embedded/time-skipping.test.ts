// The ladder to the time-skipping server's program, with small programs in place of Java and Maven.
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
import { findTimeSkippingProgram } from '../../embedded/time-skipping-program.ts';
import { waitUntil } from './running-system.ts';

const FOLDER = 'temporal-test-server-1.32.0';
const SAYS_HOW = "echo '--enable-time-skipping - to enable time skipping on start' >&2";
// Copies one jar to where it was told to.
const COPIES_A_JAR = [
  'for argument; do case "$argument" in -DoutputDirectory=*) jars="${argument#*=}";; esac; done',
  'mkdir -p "$jars"; touch "$jars/server.jar"',
].join('\n');

const root = mkdtempSync(join(tmpdir(), 'reform-time-ladder-'));
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
  // What the machine has of these must not be met: the ladder is to meet the stand-ins alone.
  for (const [name, path] of [
    ['sh', '/bin/sh'],
    ['dirname', '/usr/bin/dirname'],
    ['mkdir', '/bin/mkdir'],
    ['touch', '/usr/bin/touch'],
    ['sleep', '/bin/sleep'],
  ] as const) {
    writeProgram(join(bin, name), `exec ${path} "$@"`);
  }
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
  const environment = { PATH: bin, HTTPS_PROXY: 'http://127.0.0.1:9' };
  return findTimeSkippingProgram({
    cacheDirs,
    environment,
    signal,
    note: (text) => notes.push(text),
  });
}

describe('the search for a time-skipping server', () => {
  it('takes our copy, of whatever make', async () => {
    const own = join(cache, FOLDER, 'temporal-test-server');
    writeProgram(own, SAYS_HOW);
    expect(await search(['/dev/null/no-home', cache])).toBe(own);
    expect(notes).toEqual([]);
  });

  it('lets Maven copy its jars, once for all who wait, and starts them with Java', async () => {
    const copied = join(root, `copies-${String(round)}`);
    const says = "echo '[INFO] Downloaded from central: a.jar (1 kB)'";
    writeProgram(join(bin, 'java'), `echo "java $*" >> '${bin}/java.log'; ${SAYS_HOW}`);
    writeProgram(join(bin, 'mvn'), `echo copied >> '${copied}'; sleep 1; ${says}\n${COPIES_A_JAR}`);
    const found = await Promise.all([search(), search()]);
    const own = join(cache, FOLDER, 'temporal-test-server');
    expect(found).toEqual([own, own]);
    expect(await search()).toBe(own);
    expect(readFileSync(copied, 'utf8')).toBe('copied\n');
    expect(readdirSync(join(cache, FOLDER)).sort()).toEqual(['jars', 'temporal-test-server']);
    expect(readFileSync(join(bin, 'java.log'), 'utf8')).toContain(
      `-cp ${join(cache, FOLDER, 'jars')}/* io.temporal.testserver.TestServer`,
    );
    expect(notes.join('\n')).toMatch(/downloading[^]*test server 1\.32\.0 with Maven/);
  });

  it('asks Maven for the pinned server, and to refuse files with a wrong checksum', async () => {
    writeProgram(join(bin, 'java'), SAYS_HOW);
    const log = join(bin, 'mvn.log');
    const keepsProject = [
      'while [ "$1" != "" ]; do',
      `echo "$1" >> '${log}'`,
      `if [ "$1" = --file ]; then while read -r line; do echo "$line" >> '${log}'; done < "$2"; fi`,
      'case "$1" in -DoutputDirectory=*) jars="${1#*=}";; esac',
      'shift; done; mkdir -p "$jars"; touch "$jars/server.jar"',
    ];
    writeProgram(join(bin, 'mvn'), keepsProject.join('\n'));
    await search();
    const asked = readFileSync(log, 'utf8');
    expect(asked).toContain('<version>1.32.0</version>');
    expect(asked).toContain('--strict-checksums');
  });

  it('makes anew a copy that was cut short', async () => {
    writeProgram(join(cache, FOLDER, 'temporal-test-server'), 'exit 1');
    mkdirSync(join(cache, FOLDER, 'jars'));
    writeFileSync(join(cache, FOLDER, 'jars', 'half.jar'), '');
    writeProgram(join(bin, 'java'), SAYS_HOW);
    writeProgram(join(bin, 'mvn'), COPIES_A_JAR);
    await search();
    expect(readdirSync(join(cache, FOLDER, 'jars'))).toEqual(['server.jar']);
  });

  it('ends a Maven that nobody waits for any more, and leaves nothing half made', async () => {
    writeProgram(join(bin, 'mvn'), `echo $$ > '${bin}/mvn.pid'; sleep 600`);
    const giveUp = new AbortController();
    const found = search([cache], giveUp.signal);
    const pidFile = join(bin, 'mvn.pid');
    const pid = await waitUntil(() =>
      existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) || null : null,
    );
    giveUp.abort();
    await expect(found).rejects.toThrow();
    expect(isAlive(pid)).toBe(false);
    expect(readdirSync(join(cache, FOLDER))).toEqual([]);
  });

  it('says what went wrong in Maven, not where to read about errors', async () => {
    const says = ["echo '[ERROR] Could not transfer the jar'", "echo '[ERROR] [Help 1] a page'"];
    writeProgram(join(bin, 'mvn'), `${says.join('; ')}; exit 1`);
    await expect(search()).rejects.toThrow(/Maven said: Could not transfer the jar\)/);
  });

  it('names every way out where none is open', async () => {
    await expect(search()).rejects.toThrow(
      /copy one to[^]*temporal\.download[^]*install Java and Maven[^]*mvn ENOENT/,
    );
  });

  it('takes no copy that can not be started, because Java is missing', async () => {
    writeProgram(join(bin, 'mvn'), COPIES_A_JAR);
    await expect(search()).rejects.toThrow(/install Java and Maven \(Maven said: an unusable/);
  });
});
