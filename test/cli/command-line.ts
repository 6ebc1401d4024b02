// The command as people run it, beside a whole system on a socket.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { sql } from 'kysely';
import { openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import { runReform } from './run-reform.ts';

export const serve = async (system: OfficeSystem, where: { socketPath: string } | 'tcp') => {
  const isLocalSocket = where !== 'tcp';
  const server = createAdaptorServer({
    fetch: (request: Request, bindings: object) =>
      system.app.fetch(request, { ...bindings, isLocalSocket }),
  }) as Server;
  if (where === 'tcp') server.listen(0, '127.0.0.1');
  else server.listen(where.socketPath);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** How many rows each table has that a refused start could have touched. */
export const countRows = async ({ db }: OfficeSystem): Promise<Record<string, number>> => {
  const tables = ['office', 'person', 'account', 'cycle', 'version', 'act', 'audit', 'strand'];
  const counts = tables.map(async (table) => {
    const { rows } = await sql<{
      n: string;
    }>`select count(*) as n from ${sql.table(table)}`.execute(db);
    return [table, Number(rows[0]?.n)] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
};

export async function openCommandLine() {
  const system = await openOfficeSystem({ apiToken: 'the token of these tests' });
  const dataDir = mkdtempSync(join(tmpdir(), 'reform-cli-'));
  const socketPath = join(dataDir, 'reform.sock');
  const server = await serve(system, { socketPath });
  writeFileSync(join(dataDir, 'run.json'), JSON.stringify({ web: { pid: 1, socketPath } }));
  return {
    system,
    dataDir,
    socketPath,
    reform: (args: readonly string[], input?: string) =>
      runReform(args, { DATA_DIR: dataDir }, input),
    /** A file beside the data, as somebody would have it at hand. */
    write: (name: string, content: string | Uint8Array): string => {
      const path = join(dataDir, name);
      writeFileSync(path, content);
      return path;
    },
    close: async () => {
      await server.close();
      await system.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type CommandLine = Awaited<ReturnType<typeof openCommandLine>>;
