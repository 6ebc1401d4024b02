import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UnreachableError } from './failures.ts';

export type SystemAddress =
  | { readonly kind: 'url'; readonly url: string; readonly token: string | null }
  | { readonly kind: 'socket'; readonly path: string };

export interface Whereabouts {
  readonly dataDir: string;
  readonly socketPath: string;
  readonly reformUrl: string | null;
  readonly reformToken: string | null;
}

const runSchema = z.object({ web: z.object({ socketPath: z.string() }).optional() });

const parseRun = (text: string): z.infer<typeof runSchema> | null => {
  try {
    return runSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
};

const readRun = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UnreachableError(`${path} can't be read: only its owner may use the system here.`, {
      cause,
    });
  }
};

const socketInRunFile = (path: string): string => {
  const run = parseRun(readRun(path));
  if (run?.web) return run.web.socketPath;
  throw new UnreachableError(
    run
      ? 'The system is starting: its pages are not there yet. Try again in a moment.'
      : `${path} is no run file of this system. Start the system anew with "npm start".`,
  );
};

/**
 * Where the system answers: what the environment names, else the system that runs on the data folder.
 * @throws UnreachableError where nothing is known to run
 */
export const findSystem = (where: Whereabouts): SystemAddress => {
  if (where.reformUrl !== null) {
    return { kind: 'url', url: where.reformUrl, token: where.reformToken };
  }
  const runFile = join(where.dataDir, 'run.json');
  if (existsSync(runFile)) return { kind: 'socket', path: socketInRunFile(runFile) };
  // A server that nobody supervises writes no run file.
  if (existsSync(where.socketPath)) return { kind: 'socket', path: where.socketPath };
  throw new UnreachableError(
    `No system runs on ${where.dataDir}. Start it with "npm start", or name one in REFORM_URL.`,
  );
};
