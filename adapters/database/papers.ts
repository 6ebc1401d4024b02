import { sql, type Selectable } from 'kysely';
import { DomainError } from '../../domain/errors.ts';
import type { PaperFileRole } from '../../domain/paper-files.ts';
import type { Database, Queryable } from './connect.ts';
import type { Tables } from './tables.ts';

export type PaperRow = Selectable<Tables['paper']>;

interface NumberWish {
  readonly officeId: string;
  readonly seriesYear: number;
  readonly symbol: string;
  readonly paperId: string;
  readonly actId: string;
  /** Stays with the number: a repeated press finds the first one's. Absent: a paper without a mark. */
  readonly proofCode?: string | null;
}

/** The paper's numbers that are not void; two presses for one paper wait for each other. */
const heldBy = async (tx: Queryable, wish: NumberWish) => {
  const key = `${wish.officeId}/${wish.paperId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 1))`.execute(tx);
  return tx
    .selectFrom('register')
    .selectAll()
    .where('office_id', '=', wish.officeId)
    .where('paper_id', '=', wish.paperId)
    .where('status', '<>', 'void')
    .forUpdate()
    .execute();
};

// A counted number is never given again, so the register keeps one that the year's end overtook.
const makeReservedVoid = (tx: Queryable, wish: NumberWish) =>
  tx
    .updateTable('register')
    .set({ status: 'void' })
    .where('office_id', '=', wish.officeId)
    .where('paper_id', '=', wish.paperId)
    .where('status', '=', 'reserved')
    .execute();

const lastNumber = async (tx: Queryable, wish: NumberWish): Promise<number> => {
  await tx
    .insertInto('series')
    .values({ office_id: wish.officeId, series_year: wish.seriesYear, last_number: 0 })
    .onConflict((conflict) => conflict.columns(['office_id', 'series_year']).doNothing())
    .execute();
  const series = await tx
    .selectFrom('series')
    .select('last_number')
    .where('office_id', '=', wish.officeId)
    .where('series_year', '=', wish.seriesYear)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // The office may have typed numbers of this year before it let us count.
  const typed = await tx
    .selectFrom('register')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('office_id', '=', wish.officeId)
    .where('series_year', '=', wish.seriesYear)
    .executeTakeFirst();
  return Math.max(series.last_number, typed?.number ?? 0);
};

const enter = (tx: Queryable, wish: NumberWish, number: number) =>
  tx
    .insertInto('register')
    .values({
      office_id: wish.officeId,
      series_year: wish.seriesYear,
      symbol: wish.symbol,
      number,
      paper_id: wish.paperId,
      act_id: wish.actId,
      proof_code: wish.proofCode ?? null,
      status: 'reserved',
    })
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'series_year', 'symbol', 'number']).doNothing(),
    )
    .returning('number')
    .executeTakeFirst();

export const createPaperStore = (db: Database) => ({
  find: (officeId: string, paperId: string) =>
    db
      .selectFrom('paper')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('paper_id', '=', paperId)
      .executeTakeFirst(),

  list: (officeId: string, year?: number) =>
    db
      .selectFrom('paper')
      .selectAll()
      .where('office_id', '=', officeId)
      .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
      .orderBy('paper_id')
      .execute(),

  listRegister: (officeId: string, seriesYear?: number) =>
    db
      .selectFrom('register')
      .selectAll()
      .where('office_id', '=', officeId)
      .$if(seriesYear !== undefined, (query) => query.where('series_year', '=', seriesYear ?? 0))
      .orderBy('series_year')
      .orderBy('number')
      .execute(),

  /** The next number of a series that we count: none twice, none lost (Decree 30/2020, art. 15). */
  reserveNextNumber: (wish: NumberWish): Promise<number> =>
    db.transaction().execute(async (tx) => {
      const last = await lastNumber(tx, wish);
      const held = await heldBy(tx, wish);
      const ofYear = held.find((row) => row.series_year === wish.seriesYear);
      if (ofYear) return ofYear.number;
      if (held.length > 0) await makeReservedVoid(tx, wish);
      await enter(tx, wish, last + 1);
      await tx
        .updateTable('series')
        .set({ last_number: last + 1 })
        .where('office_id', '=', wish.officeId)
        .where('series_year', '=', wish.seriesYear)
        .execute();
      return last + 1;
    }),

  /** A number that the clerk took from the office's register; refused where a paper bears it. */
  reserveNumber: (wish: NumberWish, number: number): Promise<void> =>
    db.transaction().execute(async (tx) => {
      const held = await heldBy(tx, wish);
      const isHeld = held.some(
        (row) =>
          row.number === number &&
          row.symbol === wish.symbol &&
          row.series_year === wish.seriesYear,
      );
      if (isHeld) return;
      const given = held.find(({ status }) => status === 'given');
      if (given) {
        throw new DomainError('out-of-time', 'the paper bears a number already', {
          number: given.number,
        });
      }
      // The first number of this very press may be on its way: another one is another press.
      const onItsWay = held.find((row) => row.act_id === wish.actId);
      if (onItsWay) {
        throw new DomainError('not-ready', 'the number of this press is being given', {
          number: onItsWay.number,
        });
      }
      if (await enter(tx, wish, number)) return;
      throw new DomainError(
        'number-taken',
        'a paper of this year bears that number and symbol',
        { number, symbol: wish.symbol, year: wish.seriesYear },
        '/number',
      );
    }),

  /** The papers whose number and date contradict this one's: numbers rise with the date. */
  async findOutOfOrder(wish: NumberWish, number: number, documentDate: string): Promise<number[]> {
    const rows = await db
      .selectFrom('paper')
      .select(['number', 'document_date'])
      .where('office_id', '=', wish.officeId)
      .where('paper_id', '<>', wish.paperId)
      .where('number', 'is not', null)
      .where('document_date', '>=', `${wish.seriesYear}-01-01`)
      .where('document_date', '<=', `${wish.seriesYear}-12-31`)
      .execute();
    return rows.flatMap((row) =>
      row.number !== null &&
      row.document_date !== null &&
      ((row.number < number && row.document_date > documentDate) ||
        (row.number > number && row.document_date < documentDate))
        ? [row.number]
        : [],
    );
  },

  /** Frees a number that was reserved for an act which was then refused. */
  async releaseNumber(officeId: string, paperId: string, actId: string): Promise<void> {
    await db
      .deleteFrom('register')
      .where('office_id', '=', officeId)
      .where('paper_id', '=', paperId)
      .where('act_id', '=', actId)
      .where('status', '=', 'reserved')
      .execute();
  },

  /** The code that goes with that number of the paper, for whoever prints it. */
  async proofCodeOf(
    officeId: string,
    paperId: string,
    given: { readonly year: number; readonly number: number },
  ): Promise<string | null> {
    const row = await db
      .selectFrom('register')
      .select('proof_code')
      .where('office_id', '=', officeId)
      .where('paper_id', '=', paperId)
      .where('series_year', '=', given.year)
      .where('number', '=', given.number)
      .executeTakeFirst();
    return row?.proof_code ?? null;
  },

  async addFile(row: Selectable<Tables['paper_file']>): Promise<void> {
    await db
      .insertInto('paper_file')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['office_id', 'paper_id', 'role', 'sha256']).doNothing(),
      )
      .execute();
  },

  listFiles: (officeId: string, paperId: string) =>
    db
      .selectFrom('paper_file')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('paper_id', '=', paperId)
      .orderBy('entered_at')
      .execute(),

  findFile: (officeId: string, paperId: string, role: PaperFileRole, sha256: string) =>
    db
      .selectFrom('paper_file')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('paper_id', '=', paperId)
      .where('role', '=', role)
      .where('sha256', '=', sha256)
      .executeTakeFirst(),

  /** Of whichever paper of the office: the same bytes are the same file. */
  findFileOfOffice: (officeId: string, sha256: string) =>
    db
      .selectFrom('paper_file')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('sha256', '=', sha256)
      .executeTakeFirst(),
});
