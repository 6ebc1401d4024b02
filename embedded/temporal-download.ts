// Run as a process of its own, because the SDK's download can't be cancelled: lets the SDK fetch
// Temporal's CLI into the folder given as first argument, of the version given as second.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [, , downloadDir = '', version = ''] = process.argv;

const server = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, version: `v${version}` } },
});
await server.teardown();
