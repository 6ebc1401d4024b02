// What the operating system says about processes that we did not start ourselves, or whose parent
// has died: alive or not, since when, with which command line.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const hasProc = process.platform === 'linux';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isPermissionError(error)) return false;
  }
  return !isZombie(pid);
}

function isPermissionError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPERM';
}

// A killed child whose parent never waited still answers signal 0.
function isZombie(pid: number): boolean {
  return hasProc && statFields(pid)[0] === 'Z';
}

// The fields after the command's name, which may itself hold spaces and parentheses.
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

// Says when a process began, in a form only good for comparing: a pid alone may have been reused.
export function readProcessStart(pid: number): string | null {
  if (hasProc) return statFields(pid)[19] ?? null;
  return runPs(['-o', 'lstart=', '-p', String(pid)]);
}

export function readCommandLine(pid: number): readonly string[] {
  if (!hasProc) return (runPs(['-ww', '-o', 'args=', '-p', String(pid)]) ?? '').split(' ');
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
      .split('\0')
      .slice(0, -1);
  } catch {
    return [];
  }
}

function runPs(args: readonly string[]): string | null {
  try {
    const output = execFileSync('ps', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.trim() === '' ? null : output.trim();
  } catch {
    return null;
  }
}

function listPids(): number[] {
  const names = hasProc ? readdirSync('/proc') : (runPs(['-ax', '-o', 'pid=']) ?? '').split('\n');
  return names.map((name) => Number(name.trim())).filter((pid) => Number.isInteger(pid) && pid > 1);
}

export function findProcessesByArgument(argument: string): number[] {
  return listPids().filter(
    (pid) => pid !== process.pid && readCommandLine(pid).includes(argument) && isAlive(pid),
  );
}

export async function waitForEnd(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await wait(25);
  }
  return true;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

// Asks first, then insists.
export async function endProcess(
  pid: number,
  ask: NodeJS.Signals,
  withinMs: number,
): Promise<void> {
  sendSignal(pid, ask);
  if (await waitForEnd(pid, withinMs)) return;
  sendSignal(pid, 'SIGKILL');
  await waitForEnd(pid, 5_000);
}

// For a process that is not our child there is no exit event to wait for.
export async function watchForEnd(pid: number): Promise<void> {
  while (isAlive(pid)) await wait(250);
}
