// Where this machine's Temporal server program comes from, the cheapest way first.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { climb, type ProgramSearch } from './program-ladder.ts';
import { buildTemporal, downloadTemporal } from './temporal-fetch.ts';

const CLI_VERSION = '1.5.1';
const OLDEST_CLI = [1, 4, 1];
const OLDEST_SERVER = [1, 29, 1];

const run = promisify(execFile);

function isAtLeast(version: string | undefined, oldest: readonly number[]): boolean {
  const parts = (version ?? '0').split('.').map(Number);
  for (const [index, least] of oldest.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

// "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)"; one built by Go calls itself 0.0.0-DEV.
export function isGoodTemporalVersion(said: string): boolean {
  const match = /version (\d+\.\d+\.\d+)(-DEV)? \(Server (\d+\.\d+\.\d+)/.exec(said);
  if (match === null) return false;
  const [, cli, development, server] = match;
  const isGoodCli = development !== undefined || isAtLeast(cli, OLDEST_CLI);
  return isGoodCli && isAtLeast(server, OLDEST_SERVER);
}

async function isGoodProgram(program: string, search: ProgramSearch): Promise<boolean> {
  try {
    const env = { ...search.environment };
    const { stdout } = await run(program, ['--version'], { env, timeout: 20_000 });
    return isGoodTemporalVersion(stdout);
  } catch {
    return false; // absent, made for another machine, or cut short: the next way is tried
  }
}

function nameWaysOut(program: string, [download = '', build = '']: readonly string[]): string {
  return (
    'No Temporal server could be had. Any one of these helps: set TEMPORAL_ADDRESS to a running ' +
    `server; put "temporal" (CLI 1.4.1 or newer) on PATH; copy it to ${program}; let this machine ` +
    `reach temporal.download (it said: ${download}); install Go (it said: ${build}).`
  );
}

export async function findTemporalProgram(search: ProgramSearch): Promise<string> {
  if (await isGoodProgram('temporal', search)) return 'temporal';
  return climb(
    {
      program: 'temporal',
      folder: `temporal-cli-${CLI_VERSION}`,
      version: CLI_VERSION,
      isGood: isGoodProgram,
      rungs: [downloadTemporal, buildTemporal],
      explain: nameWaysOut,
    },
    search,
  );
}
