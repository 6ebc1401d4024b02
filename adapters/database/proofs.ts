import type { PaperKind } from '../../domain/paper-kind.ts';
import type { Database } from './connect.ts';

/** What anybody looks up without an account: papers by their code, files by their hash. */
export const createProofStore = (db: Database) => ({
  /** The issued paper whose number, not made void since, the code was given with. */
  findByCode: (code: string) =>
    db
      .selectFrom('register')
      .innerJoin('paper', (join) =>
        join
          .onRef('paper.office_id', '=', 'register.office_id')
          .onRef('paper.paper_id', '=', 'register.paper_id')
          .onRef('paper.number', '=', 'register.number'),
      )
      .selectAll('paper')
      .where('register.proof_code', '=', code)
      .where('register.status', '=', 'given')
      .where('paper.issued_on', 'is not', null)
      .executeTakeFirst(),

  /** The issued papers that such a file was made for, or uploaded to, in whatever office. */
  listByFile: (sha256: string) =>
    db
      .selectFrom('paper_file')
      .innerJoin('paper', (join) =>
        join
          .onRef('paper.office_id', '=', 'paper_file.office_id')
          .onRef('paper.paper_id', '=', 'paper_file.paper_id'),
      )
      .selectAll('paper')
      .select('paper_file.role')
      .where('paper_file.sha256', '=', sha256)
      .where('paper.issued_on', 'is not', null)
      .orderBy('paper.paper_id')
      .execute(),

  /** Newest first. */
  listIssued: (officeId: string, year: number, kinds: readonly PaperKind[]) =>
    db
      .selectFrom('paper')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('year', '=', year)
      .where('kind', 'in', kinds)
      .where('issued_on', 'is not', null)
      .orderBy('issued_on', 'desc')
      .orderBy('number', 'desc')
      .execute(),
});
