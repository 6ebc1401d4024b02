import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { TestProject } from 'vitest/node';
import type { TestServers } from './servers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    temporalAddress: string;
    temporalNamespace: string;
    // Empty while the project has no workflows.
    workflowBundlePath: string;
  }
}

function fileOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

async function startServers(): Promise<{ holder: ChildProcess; servers: TestServers }> {
  const holder = fork(fileOf('servers.ts'), [], {
    execArgv: ['--import', 'tsx'],
    cwd: fileOf('../..'),
    // Ctrl-C reaches the whole terminal group; the holder is to outlive its parent and tidy up.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const servers = await new Promise<TestServers>((resolve, reject) => {
    holder.once('message', (message) => {
      resolve(message as TestServers);
    });
    holder.once('exit', () => {
      reject(new Error('the test servers did not start'));
    });
  });
  return { holder, servers };
}

async function bundleWorkflows(): Promise<string | null> {
  const workflowsPath = fileOf('../../workflows/index.ts');
  if (!existsSync(workflowsPath)) return null;
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  return code;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [{ holder, servers }, code] = await Promise.all([startServers(), bundleWorkflows()]);
  const workflowBundlePath = code === null ? '' : join(servers.dir, 'workflow-bundle.js');
  if (code !== null) await writeFile(workflowBundlePath, code);
  project.provide('databaseUrl', servers.databaseUrl);
  project.provide('temporalAddress', servers.temporalAddress);
  project.provide('temporalNamespace', servers.temporalNamespace);
  project.provide('workflowBundlePath', workflowBundlePath);
  return async () => {
    const ended = once(holder, 'exit');
    holder.disconnect();
    await ended;
  };
}
