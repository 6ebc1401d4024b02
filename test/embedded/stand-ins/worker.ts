// Stands in for worker.ts: needs the database and Temporal's address, as the real one does.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
client.on('error', () => undefined);
await client.connect();
await client.query('select 1');
await client.end();
if (process.env['TEMPORAL_ADDRESS'] === undefined) throw new Error('TEMPORAL_ADDRESS is missing');
process.send?.({ type: 'ready' });
process.send?.({ type: 'step', id: 'example', state: 'done', note: null });
setInterval(() => undefined, 60_000);
process.on('SIGTERM', () => process.exit(0));
