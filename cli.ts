// `npx reform …`: speaks to the running system, and keeps nothing itself.
import { runCommandLine } from './cli/run-command-line.ts';
import { UsageError } from './cli/failures.ts';
import { UnreadablePaper } from './documents/conformity/read-paper.ts';
import { startBeside } from './embedded/start-beside.ts';
import { ConfigError, inheritedEnvironment, readConfig } from './config.ts';

const readWhereabouts = () => {
  try {
    return readConfig(inheritedEnvironment());
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
};

// The papers' fonts are read only where a paper is judged.
const judge = async (bytes: Uint8Array) => {
  const { judgePaper } = await import('./documents/conformity/judge-paper.ts');
  try {
    return await judgePaper(bytes);
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error;
    throw new UsageError(`The file can't be read as a paper: ${error.message}.`, { cause: error });
  }
};

// Whoever reads us may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 3);
});

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  readWhereabouts,
  {
    print: (text) => process.stdout.write(`${text}\n`),
    step: (line) => process.stderr.write(`${line}\n`),
    judge,
  },
  (step) =>
    startBeside({
      entry: new URL('start.ts', import.meta.url),
      args: ['--empty'],
      environment: inheritedEnvironment(),
      onLine: step,
    }),
);
