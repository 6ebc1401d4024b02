// Run as a process of its own, because the SDK's download can't be cancelled: lets the SDK fetch a
// server into the folder given as first argument, of the version given as second. The third says
// which: "dev" is Temporal's CLI, "time-skipping" the test server.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [, , downloadDir = '', version = '', server = 'dev'] = process.argv;

const executable = { type: 'cached-download', downloadDir, version: `v${version}` } as const;
try {
  const started =
    server === 'dev'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await started.teardown();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
