import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  // What stands behind the number, as it was when it was given: an office's symbol may change later.
  'alter table paper add column symbol text',
  `update paper set symbol = register.symbol from register
    where register.office_id = paper.office_id and register.paper_id = paper.paper_id
      and register.number = paper.number and register.status <> 'reserved'`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
