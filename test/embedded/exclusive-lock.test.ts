import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { takeLock } from '../../embedded/exclusive-lock.ts';
import { readProcessStart } from '../../embedded/process-facts.ts';

const dir = mkdtempSync(join(tmpdir(), 'reform-lock-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const LOCK_MODULE = fileURLToPath(new URL('../../embedded/exclusive-lock.ts', import.meta.url));

// Takes the lock, says whether it has it, and holds it until its input ends.
async function contend(path: string) {
  const script =
    `import(${JSON.stringify(LOCK_MODULE)}).then(({ takeLock }) => {` +
    `process.stdout.write('release' in takeLock(${JSON.stringify(path)}) ? 'taken' : 'refused');` +
    `process.stdin.resume(); process.stdin.on('end', () => process.exit(0)); });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { said: said.toString(), child };
}

describe('a lock', () => {
  it('is held by one process only, which is named to the others', () => {
    const path = join(dir, 'one');
    const first = takeLock(path);
    expect(takeLock(path)).toEqual({ heldBy: process.pid });
    if ('release' in first) first.release();
    const second = takeLock(path);
    expect('release' in second).toBe(true);
  });

  it('is taken over from a process that has died', async () => {
    const path = join(dir, 'two');
    const { said, child } = await contend(path);
    expect(said).toBe('taken');
    expect(takeLock(path)).toEqual({ heldBy: child.pid });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect('release' in takeLock(path)).toBe(true);
  });

  it('is taken over when its pid now belongs to another process', () => {
    const path = join(dir, 'three');
    const other = { pid: process.ppid, processStart: '1', id: 'long-gone' };
    expect(readProcessStart(process.ppid)).not.toBe('1');
    writeFileSync(path, JSON.stringify(other));
    expect('release' in takeLock(path)).toBe(true);
  });

  it('is taken over when its file was cut short by a power cut', () => {
    const path = join(dir, 'four');
    writeFileSync(path, '');
    expect('release' in takeLock(path)).toBe(true);
  });

  it('left by a dead process goes to exactly one of five who want it at once', async () => {
    const path = join(dir, 'five');
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, processStart: '1', id: 'dead' }));
    const contenders = await Promise.all(Array.from({ length: 5 }, () => contend(path)));
    const answers = contenders.map(({ said }) => said).sort();
    for (const { child } of contenders) child.stdin.end();
    expect(answers).toEqual(['refused', 'refused', 'refused', 'refused', 'taken']);
    expect(readdirSync(dir).filter((name) => name.startsWith('five.'))).toEqual([]);
  });
});
