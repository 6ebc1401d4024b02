import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  'alter table office add column has_proof_mark boolean not null default false',
  // Across offices: whoever looks a paper up knows its code and nothing else.
  'alter table register add column proof_code text unique',
  'create index paper_file_by_hash on paper_file (sha256)',
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
