import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `alter table office add column content_initialled text[] not null default '{}',
     add column form_initialled text[] not null default '{}', add column form_checker_id text`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
