import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { TestProject } from 'vitest/node';
import { inheritedEnvironment, readConfig } from '../../config.ts';
import { findTimeSkippingProgram } from '../../embedded/time-skipping-program.ts';
import type { TestServers } from './servers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    temporalAddress: string;
    temporalNamespace: string;
    // Empty while the project has no workflows.
    workflowBundlePath: string;
    // Empty where this machine can't have one, and in projects that need none.
    timeSkippingProgram: string;
  }
}

function fileOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

type Holder = { readonly holder: ChildProcess; readonly servers: TestServers };

async function startServers(asked: readonly string[]): Promise<Holder> {
  const holder = fork(fileOf('servers.ts'), asked, {
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

// Without this program the tests on its clock are skipped, by name and with the reason; CI must have it.
async function findProgram(): Promise<{ path: string; whyMissing: string | null }> {
  const environment = inheritedEnvironment();
  const { cacheDir } = readConfig(environment);
  try {
    const path = await findTimeSkippingProgram({
      cacheDirs: [join(cacheDir, 'reform-cycle'), join(tmpdir(), 'reform-cycle-cache')],
      environment,
      note: (text) => process.stderr.write(`${text}\n`),
    });
    return { path, whyMissing: null };
  } catch (error) {
    if (environment['CI']) throw error;
    return { path: '', whyMissing: error instanceof Error ? error.message : String(error) };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isTime = project.name === 'time';
  const program = isTime ? await findProgram() : { path: '', whyMissing: null };
  const [{ holder, servers }, code] = await Promise.all([
    startServers(isTime ? [] : ['temporal']),
    bundleWorkflows(),
  ]);
  const workflowBundlePath = code === null ? '' : join(servers.dir, 'workflow-bundle.js');
  if (code !== null) await writeFile(workflowBundlePath, code);
  project.provide('databaseUrl', servers.databaseUrl);
  project.provide('temporalAddress', servers.temporalAddress);
  project.provide('temporalNamespace', servers.temporalNamespace);
  project.provide('workflowBundlePath', workflowBundlePath);
  project.provide('timeSkippingProgram', program.path);
  return async () => {
    const ended = once(holder, 'exit');
    holder.disconnect();
    await ended;
    // At the end, where a person looks.
    if (program.whyMissing !== null) {
      process.stderr.write(`Skipped: all of project "time". ${program.whyMissing}\n`);
    }
  };
}
