// `npm start`: the whole system on this machine. `npm start -- --empty` leaves the example out.
import { ConfigError, inheritedEnvironment, readConfig } from './config.ts';
import { runSystem } from './embedded/run-system.ts';

// A closed terminal must not end the system half-way: its hang-up signal ends it in order.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function start(): Promise<void> {
  const environment = inheritedEnvironment();
  const config = readConfig(environment, process.argv.slice(2));
  // A wrong password is said here at once, not by parts that fail one after another.
  if (config.signP12 || config.sealP12) (await import('./open-signing.ts')).openSigning(config);
  const exitCode = await runSystem({
    ...config,
    environment,
    entries: {
      web: new URL('server.ts', import.meta.url),
      worker: new URL('worker.ts', import.meta.url),
    },
    print,
  });
  if (exitCode !== null) process.exit(exitCode);
}

try {
  await start();
} catch (error) {
  const isExpected = error instanceof ConfigError;
  process.stderr.write(`${isExpected ? error.message : String(error)}\n`);
  process.exit(1);
}
