import { sql } from 'kysely';
import type { Database } from '../../adapters/database/connect.ts';

/** How many rows an office has in each table: equal before and after, nothing was written. */
export const countRows = async (
  db: Database,
  officeId: string,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(name)} where office_id = ${officeId}`.execute(db);
    counts[name] = Number(rows[0]?.n);
  }
  return counts;
};
