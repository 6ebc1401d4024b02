// Where this machine's time-skipping Temporal server comes from, the cheapest way first. Tests
// and the simulation use it: on it a year of deadlines passes in seconds.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { climb, type ProgramSearch } from './program-ladder.ts';
import {
  copyTimeSkippingJars,
  downloadTimeSkipping,
  TIME_SKIPPING_PROGRAM,
} from './time-skipping-fetch.ts';

const SERVER_VERSION = '1.32.0';

const run = promisify(execFile);

// It has no --version; started without a port it says how it wants to be started.
async function isGoodProgram(program: string, search: ProgramSearch): Promise<boolean> {
  try {
    const env = { ...search.environment };
    const { stdout, stderr } = await run(program, [], { env, timeout: 20_000 });
    return `${stdout}${stderr}`.includes('--enable-time-skipping');
  } catch {
    return false; // cut short, made for another machine, or without Java: the next way is tried
  }
}

function nameWaysOut(program: string, [download = '', copy = '']: readonly string[]): string {
  return (
    'No time-skipping Temporal server could be had. Any one of these helps: copy one to ' +
    `${program}; let this machine reach temporal.download (it said: ${download}); ` +
    `install Java and Maven (Maven said: ${copy}).`
  );
}

export function findTimeSkippingProgram(search: ProgramSearch): Promise<string> {
  return climb(
    {
      program: TIME_SKIPPING_PROGRAM,
      folder: `${TIME_SKIPPING_PROGRAM}-${SERVER_VERSION}`,
      version: SERVER_VERSION,
      isGood: isGoodProgram,
      rungs: [downloadTimeSkipping, copyTimeSkippingJars],
      explain: nameWaysOut,
    },
    search,
  );
}
