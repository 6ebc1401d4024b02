// The SDK's own download of a server program, for as long as a person waits without asking.
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeInDraft, type ProgramFetch } from './program-ladder.ts';
import { runToEnd } from './run-to-end.ts';

const WITHIN_MS = 60_000;

type Download = {
  // As temporal-download.ts knows it.
  readonly server: 'dev' | 'time-skipping';
  readonly program: string;
  readonly title: string;
};

export function downloadBySdk(
  fetch: ProgramFetch,
  { server, program, title }: Download,
): Promise<string | null> {
  fetch.note(`downloading ${title} ${fetch.version} (${String(WITHIN_MS / 1000)} s at most)`);
  const script = fileURLToPath(new URL('temporal-download.ts', import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return makeInDraft(fetch.folder, { name: program }, (draft) =>
    runToEnd({
      program: process.execPath,
      args: ['--import', loader, script, draft, fetch.version, server],
      env: fetch.environment,
      withinMs: WITHIN_MS,
      signal: fetch.signal,
      speaksOn: 'stderr',
      onLine: () => undefined,
    }),
  );
}
