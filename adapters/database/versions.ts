import type { Selectable } from 'kysely';
import { DomainError } from '../../domain/errors.ts';
import type { Database } from './connect.ts';
import type { Tables } from './tables.ts';

export type VersionRow = Selectable<Tables['version']>;

const staleVersion = (
  basedOn: number | null,
  last: Pick<VersionRow, 'version' | 'author_id' | 'entered_at'> | undefined,
): DomainError =>
  new DomainError(
    'stale-version',
    'somebody saved a newer version meanwhile',
    {
      given: basedOn,
      current: last?.version ?? null,
      lastBy: last?.author_id ?? null,
      lastAt: last?.entered_at ?? null,
    },
    '/basedOn',
  );

export const createVersionStore = (db: Database) => {
  const latest = (officeId: string, kind: VersionRow['kind'], id: string) =>
    db
      .selectFrom('version')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .orderBy('version', 'desc')
      .executeTakeFirst();

  return {
    latest,

    find: (officeId: string, kind: VersionRow['kind'], id: string, version: number) =>
      db
        .selectFrom('version')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst(),

    /** The last one that was entered at that instant or before. */
    lastUntil: (officeId: string, kind: VersionRow['kind'], id: string, enteredAt: string) =>
      db
        .selectFrom('version')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('entered_at', '<=', enteredAt)
        .orderBy('version', 'desc')
        .executeTakeFirst(),

    list: (officeId: string, kind: VersionRow['kind'], id: string) =>
      db
        .selectFrom('version')
        .select(['version', 'author_id', 'occurred_at', 'entered_at', 'sha256'])
        .where('office_id', '=', officeId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .orderBy('version', 'desc')
        .execute(),

    /**
     * A new immutable version on top of `basedOn`. The same act saves once. Refused as stale where
     * somebody else saved in between; the caller shows the difference.
     */
    save: (row: Omit<VersionRow, 'version' | 'based_on'> & { basedOn: number | null }) =>
      db.transaction().execute(async (tx): Promise<VersionRow> => {
        const { basedOn, ...rest } = row;
        // Advisory lock: there is no row to lock before the first version.
        await tx
          .selectNoFrom((eb) =>
            eb
              .fn('pg_advisory_xact_lock', [
                eb.fn('hashtextextended', [
                  eb.val(`${row.office_id}/${row.kind}/${row.id}`),
                  eb.val(0),
                ]),
              ])
              .as('lock'),
          )
          .execute();
        const earlier = await tx
          .selectFrom('version')
          .selectAll()
          .where('office_id', '=', row.office_id)
          .where('act_id', '=', row.act_id)
          .where('kind', '=', row.kind)
          .executeTakeFirst();
        if (earlier) return earlier;
        const last = await tx
          .selectFrom('version')
          .select(['version', 'author_id', 'entered_at'])
          .where('office_id', '=', row.office_id)
          .where('kind', '=', row.kind)
          .where('id', '=', row.id)
          .orderBy('version', 'desc')
          .executeTakeFirst();
        if ((last?.version ?? null) !== basedOn) throw staleVersion(basedOn, last);
        return tx
          .insertInto('version')
          .values({ ...rest, based_on: basedOn, version: (basedOn ?? 0) + 1 })
          .returningAll()
          .executeTakeFirstOrThrow();
      }),

    /** Template and words that a paper was approved with, kept by their hash until it is issued. */
    async pinWords(officeId: string, sha256: string, text: string): Promise<void> {
      await db
        .insertInto('pinned_words')
        .values({ office_id: officeId, sha256, text })
        .onConflict((conflict) => conflict.columns(['office_id', 'sha256']).doNothing())
        .execute();
    },

    async findPinnedWords(officeId: string, sha256: string): Promise<string | null> {
      const row = await db
        .selectFrom('pinned_words')
        .select('text')
        .where('office_id', '=', officeId)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row?.text ?? null;
    },
  };
};
