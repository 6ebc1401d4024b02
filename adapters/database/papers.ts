import type { Selectable } from 'kysely';
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
}

const heldBy = (tx: Queryable, wish: NumberWish) =>
  tx
    .selectFrom('register')
    .selectAll()
    .where('office_id', '=', wish.officeId)
    .where('paper_id', '=', wish.paperId)
    .where('status', '<>', 'void')
    .forUpdate()
    .executeTakeFirst();

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
      const held = await heldBy(tx, wish);
      if (held) return held.number;
      const number = series.last_number + 1;
      await enter(tx, wish, number);
      await tx
        .updateTable('series')
        .set({ last_number: number })
        .where('office_id', '=', wish.officeId)
        .where('series_year', '=', wish.seriesYear)
        .execute();
      return number;
    }),

  /** A number that the clerk took from the office's register; refused where a paper bears it. */
  reserveNumber: (wish: NumberWish, number: number): Promise<void> =>
    db.transaction().execute(async (tx) => {
      const held = await heldBy(tx, wish);
      if (held?.number === number && held.symbol === wish.symbol) return;
      if (held?.status === 'reserved') {
        // An attempt that went no further than the reservation.
        await tx
          .deleteFrom('register')
          .where('office_id', '=', wish.officeId)
          .where('paper_id', '=', wish.paperId)
          .where('status', '=', 'reserved')
          .execute();
      } else if (held) {
        throw new DomainError('out-of-time', 'the paper bears a number already', {
          number: held.number,
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
});
