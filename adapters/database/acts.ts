import type { Insertable } from 'kysely';
import type { Database } from './connect.ts';
import type { Tables } from './tables.ts';

export const createActStore = (db: Database) => ({
  find: (officeId: string, actId: string) =>
    db
      .selectFrom('act')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('act_id', '=', actId)
      .executeTakeFirst(),

  /** The event that the act led to, where the workflow took it and no outcome was kept any more. */
  findEvent: (officeId: string, actId: string) =>
    db
      .selectFrom('audit')
      .select(['workflow_id', 'seq'])
      .where('office_id', '=', officeId)
      .where('act_id', '=', actId)
      .executeTakeFirst(),

  /** Keeps person, command and outcome of an accepted act; the same act is kept once. */
  async record(row: Omit<Insertable<Tables['act']>, 'outcome'> & { outcome: object }) {
    await db
      .insertInto('act')
      .values({ ...row, outcome: JSON.stringify(row.outcome) })
      .onConflict((conflict) => conflict.columns(['office_id', 'act_id']).doNothing())
      .execute();
  },
});
