// Stands in for server.ts: shows what the supervisor told it.
import { createServer } from 'node:http';

const messages: unknown[] = [];
process.on('message', (message) => messages.push(message));

const server = createServer((_request, response) => {
  response.end(JSON.stringify({ pid: process.pid, env: process.env, messages }));
});
server.on('error', () => process.send?.({ type: 'port-taken' }));
server.listen(Number(process.env['PORT']), process.env['HOST'], () => {
  const url = `http://127.0.0.1:${process.env['PORT'] ?? ''}`;
  process.send?.({ type: 'listening', port: Number(process.env['PORT']), url });
});
process.on('SIGTERM', () => process.exit(0));
