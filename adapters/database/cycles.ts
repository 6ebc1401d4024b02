import type { Selectable } from 'kysely';
import type { Database } from './connect.ts';
import type { Tables } from './tables.ts';

export type CycleRow = Selectable<Tables['cycle']>;

export const createCycleStore = (db: Database) => {
  const find = (officeId: string, year: number) =>
    db
      .selectFrom('cycle')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('year', '=', year)
      .executeTakeFirst();

  return {
    find,

    list: (officeId: string) =>
      db
        .selectFrom('cycle')
        .selectAll()
        .where('office_id', '=', officeId)
        .orderBy('year', 'desc')
        .execute(),

    /** The row that won: this one, or the one that was there (another act: the year is taken). */
    async insert(row: CycleRow): Promise<CycleRow> {
      await db
        .insertInto('cycle')
        .values(row)
        .onConflict((conflict) => conflict.columns(['office_id', 'year']).doNothing())
        .execute();
      return (await find(row.office_id, row.year)) ?? row;
    },

    listTrail: (officeId: string, year: number) =>
      db
        .selectFrom('audit')
        .leftJoin('act', (join) =>
          join
            .onRef('act.office_id', '=', 'audit.office_id')
            .onRef('act.act_id', '=', 'audit.act_id'),
        )
        .selectAll('audit')
        .select('act.channel')
        .where('audit.office_id', '=', officeId)
        .where('audit.year', '=', year)
        .orderBy('audit.entered_at')
        .orderBy('audit.workflow_id')
        .orderBy('audit.seq')
        .execute(),

    listWaiting: (officeId: string) =>
      db
        .selectFrom('waiting')
        .selectAll()
        .where('office_id', '=', officeId)
        .orderBy('since')
        .orderBy('workflow_id')
        .orderBy('what')
        .orderBy('unit_id')
        // Who is named stands before whoever has the role.
        .orderBy('role_id', (order) => order.asc().nullsFirst())
        .orderBy('person_id')
        .execute(),
  };
};
