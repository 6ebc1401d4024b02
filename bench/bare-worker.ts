// The bare workflows' worker: a process of its own with the settings of ours.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment, readConfig, requireParts } from '../config.ts';
import { BARE_QUEUE, type BareActivities } from './bare-contract.ts';

const config = readConfig(inheritedEnvironment());
Runtime.install({ logger: new DefaultLogger('WARN') });
const activities: BareActivities = { doNothing: () => Promise.resolve() };
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: requireParts(config).temporalAddress }),
  namespace: config.temporalNamespace,
  taskQueue: BARE_QUEUE,
  activities,
  workflowsPath: fileURLToPath(new URL('bare-workflows.ts', import.meta.url)),
  stickyQueueScheduleToStartTimeout: '3 seconds',
  maxConcurrentActivityTaskExecutions: 10,
});
process.send?.({ type: 'ready' });
await worker.run();
process.exit(0);
