// data/run.json: who runs on this data folder and where. The CLI finds the system by it, and the
// next start finds what a crash left behind.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameProcess } from './exclusive-lock.ts';
import { endProcess, readProcessStart } from './process-facts.ts';

export const RUN_PARTS = ['web', 'worker', 'mail', 'temporal', 'postgres'] as const;
export type RunPart = (typeof RUN_PARTS)[number];
export type RunFacts = Readonly<Record<string, string | number | null>>;
type RunPartEntry = RunFacts & { readonly pid: number; readonly processStart: string | null };

type Run = {
  readonly startedAt: string;
  readonly supervisor: RunPartEntry;
} & { readonly [part in RunPart]?: RunPartEntry };

function runFilePath(dataDir: string): string {
  return join(dataDir, 'run.json');
}

function isEntry(entry: unknown): entry is RunPartEntry {
  return (
    typeof entry === 'object' && entry !== null && 'pid' in entry && Number.isInteger(entry.pid)
  );
}

function readEntries(dataDir: string): ReadonlyMap<string, RunPartEntry> {
  const path = runFilePath(dataDir);
  if (!existsSync(path)) return new Map();
  const run: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof run !== 'object' || run === null) return new Map();
  return new Map(
    Object.entries(run).flatMap(([name, entry]: [string, unknown]) =>
      isEntry(entry) ? [[name, entry]] : [],
    ),
  );
}

export function readRunFacts(dataDir: string, part: RunPart): RunFacts | null {
  return readEntries(dataDir).get(part) ?? null;
}

// Only the lock's holder may call this. PostgreSQL and Temporal are spared where they will be
// adopted; the rest belonged to a supervisor that is gone.
export async function endLeftovers(dataDir: string, spared: readonly RunPart[]): Promise<void> {
  const entries = readEntries(dataDir);
  for (const part of RUN_PARTS) {
    const entry = entries.get(part);
    if (entry === undefined || spared.includes(part)) continue;
    if (!isSameProcess(entry.pid, entry.processStart)) continue;
    await endProcess(entry.pid, part === 'postgres' ? 'SIGINT' : 'SIGTERM', 3_000);
  }
}

export function createRunFile(dataDir: string) {
  const path = runFilePath(dataDir);
  const identify = (pid: number) => ({ pid, processStart: readProcessStart(pid) });
  let run: Run = { startedAt: new Date().toISOString(), supervisor: identify(process.pid) };

  function write(): void {
    const draft = `${path}.draft`;
    writeFileSync(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  }

  write();
  return {
    setPart(part: RunPart, pid: number, facts: RunFacts): void {
      run = { ...run, [part]: { ...identify(pid), ...facts } };
      write();
    },
    remove(): void {
      rmSync(path, { force: true });
    },
  };
}

export type RunFile = ReturnType<typeof createRunFile>;
