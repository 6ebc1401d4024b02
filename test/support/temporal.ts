// The shared Temporal server, or another one. A test file takes a task queue of its own, so files do not meet.
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { inject } from 'vitest';

let queues = 0;

const sharedServer = () => ({
  address: inject('temporalAddress'),
  namespace: inject('temporalNamespace'),
});

export async function connectToTemporal({ address, namespace } = sharedServer()) {
  const connection = await Connection.connect({ address });
  return {
    address,
    namespace,
    connection,
    client: new Client({ connection, namespace }),
    close: () => connection.close(),
  };
}

// What `Worker.create` needs; the Rust side logs warnings only.
export async function connectWorkerToTemporal({ address, namespace } = sharedServer()) {
  quietRuntime();
  return {
    connection: await NativeConnection.connect({ address }),
    namespace,
    workflowBundle: { codePath: inject('workflowBundlePath') },
  };
}

let isQuiet = false;

function quietRuntime(): void {
  if (isQuiet) return;
  isQuiet = true;
  Runtime.install({ logger: new DefaultLogger('WARN') });
}

export function nameTaskQueue(purpose: string): string {
  queues += 1;
  return `${purpose}-${String(process.pid)}-${String(queues)}`;
}
