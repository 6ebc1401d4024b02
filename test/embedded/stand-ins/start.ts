// start.ts with the stand-ins as entries.
import { inheritedEnvironment, readConfig } from '../../../config.ts';
import { runSystem } from '../../../embedded/run-system.ts';

const environment = inheritedEnvironment();
const exitCode = await runSystem({
  ...readConfig(environment, process.argv.slice(2)),
  environment,
  entries: {
    web: new URL('web.ts', import.meta.url),
    worker: new URL('worker.ts', import.meta.url),
  },
  print: (line) => process.stdout.write(`${line}\n`),
});
if (exitCode !== null) process.exit(exitCode);
