import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  // Askers hear how their question came out.
  'alter table notice drop constraint notice_kind_check',
  `alter table notice add constraint notice_kind_check
    check (kind in ('at-once', 'digest', 'answer'))`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
