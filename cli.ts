// `npx reform …`: speaks to the running system, and keeps nothing itself.
import { runCommandLine } from './cli/run-command-line.ts';
import { UsageError } from './cli/failures.ts';
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
  },
  (step) =>
    startBeside({
      entry: new URL('start.ts', import.meta.url),
      args: ['--empty'],
      environment: inheritedEnvironment(),
      onLine: step,
    }),
);
