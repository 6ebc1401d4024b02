import { sql, type Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // A past year whose papers are mailed all the same, because somebody asked for it.
  await sql
    .raw('alter table cycle add column is_mailed boolean not null default false')
    .execute(db);
};
