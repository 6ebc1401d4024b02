import type { Selectable } from 'kysely';
import type { Rung, Told } from '../../domain/notices.ts';
import type { Database, Queryable } from './connect.ts';
import type { Tables } from './tables.ts';

export type NoticeRow = Selectable<Tables['notice']>;
export type DecisionLinkRow = Selectable<Tables['decision_link']>;

type FreshNotice = Omit<
  NoticeRow,
  'status' | 'attempts' | 'last_attempt_at' | 'last_fault' | 'response_code' | 'sent_at'
>;

const tellOnce = async (tx: Queryable, notice: FreshNotice): Promise<void> => {
  // Whoever hears of a thing by a reminder needs not be told that it is new as well.
  const rows = notice.items.flatMap((item) =>
    item.rung === null
      ? []
      : [...new Set<Rung>(item.rung === 'late' ? ['late'] : ['new', item.rung])].map((rung) => ({
          office_id: notice.office_id,
          person_id: notice.person_id,
          workflow_id: item.workflowId,
          what: item.what,
          since: item.since,
          rung,
          notice_id: notice.notice_id,
        })),
  );
  if (rows.length === 0) return;
  await tx
    .insertInto('told')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const createNoticeStore = (db: Database) => ({
  find: (officeId: string, noticeId: string) =>
    db
      .selectFrom('notice')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('notice_id', '=', noticeId)
      .executeTakeFirst(),

  list: (officeId: string) =>
    db
      .selectFrom('notice')
      .selectAll()
      .where('office_id', '=', officeId)
      .orderBy('written_at')
      .orderBy('notice_id')
      .execute(),

  listDue: (officeId: string) =>
    db
      .selectFrom('notice')
      .select('notice_id')
      .where('office_id', '=', officeId)
      .where('status', '=', 'due')
      .execute(),

  async listTold(officeId: string): Promise<Told[]> {
    // Only of what still waits: what is done is never looked up again.
    const rows = await db
      .selectFrom('told')
      .innerJoin('waiting', (join) =>
        join
          .onRef('waiting.office_id', '=', 'told.office_id')
          .onRef('waiting.workflow_id', '=', 'told.workflow_id')
          .onRef('waiting.what', '=', 'told.what'),
      )
      .select(['told.person_id', 'told.workflow_id', 'told.what', 'told.since', 'told.rung'])
      .distinct()
      .where('told.office_id', '=', officeId)
      .execute();
    return rows.map(({ person_id, workflow_id, what, since, rung }) => ({
      personId: person_id,
      workflowId: workflow_id,
      what,
      since,
      rung,
    }));
  },

  /** Enters each notice once with what it tells; a repeat changes nothing. */
  write: (notices: readonly FreshNotice[]): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const notice of notices) {
        const { items, ...row } = notice;
        const won = await tx
          .insertInto('notice')
          .values({
            ...row,
            items: JSON.stringify(items),
            status: 'due',
            last_attempt_at: null,
            last_fault: null,
            response_code: null,
            sent_at: null,
          })
          .onConflict((conflict) => conflict.columns(['office_id', 'notice_id']).doNothing())
          .returning('notice_id')
          .executeTakeFirst();
        if (won) await tellOnce(tx, notice);
      }
    }),

  async hasNewerDigest(row: Pick<NoticeRow, 'office_id' | 'person_id' | 'date'>): Promise<boolean> {
    const newer = await db
      .selectFrom('notice')
      .select('notice_id')
      .where('office_id', '=', row.office_id)
      .where('person_id', '=', row.person_id)
      .where('kind', '=', 'digest')
      .where('date', '>', row.date)
      .executeTakeFirst();
    return newer !== undefined;
  },

  /** Two sendings of one notice wait for each other; the change is kept with the answer. */
  withNoticeLocked: (
    officeId: string,
    noticeId: string,
    send: (row: NoticeRow) => Promise<Partial<Omit<NoticeRow, 'items'>>>,
  ): Promise<void> =>
    db.transaction().execute(async (tx) => {
      const row = await tx
        .selectFrom('notice')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('notice_id', '=', noticeId)
        .forUpdate()
        .executeTakeFirst();
      if (row?.status !== 'due') return;
      const change = await send(row);
      await tx
        .updateTable('notice')
        .set((eb) => ({ ...change, attempts: eb('attempts', '+', 1) }))
        .where('office_id', '=', officeId)
        .where('notice_id', '=', noticeId)
        .execute();
    }),

  async noteFault(officeId: string, noticeId: string, fault: string, at: Date): Promise<void> {
    await db
      .updateTable('notice')
      .set((eb) => ({
        last_fault: fault,
        last_attempt_at: at,
        attempts: eb('attempts', '+', 1),
      }))
      .where('office_id', '=', officeId)
      .where('notice_id', '=', noticeId)
      .execute();
  },

  /** The same token is made again when a notice is sent again, and is then entered already. */
  async enterLink(row: DecisionLinkRow): Promise<void> {
    await db
      .insertInto('decision_link')
      .values(row)
      .onConflict((conflict) => conflict.columns(['office_id', 'token_sha256']).doNothing())
      .execute();
  },

  findLink: (tokenSha256: string) =>
    db
      .selectFrom('decision_link')
      .selectAll()
      .where('token_sha256', '=', tokenSha256)
      .executeTakeFirst(),

  /** What happened in the strand that the link is about, in order, with the channel of each act. */
  listSteps: (officeId: string, workflowId: string) =>
    db
      .selectFrom('audit')
      .leftJoin('act', (join) =>
        join
          .onRef('act.office_id', '=', 'audit.office_id')
          .onRef('act.act_id', '=', 'audit.act_id'),
      )
      .select(['audit.type', 'audit.at', 'audit.act_id', 'audit.event', 'act.channel'])
      .where('audit.office_id', '=', officeId)
      .where('audit.workflow_id', '=', workflowId)
      .orderBy('audit.seq')
      .execute(),

  /** The first use stays. */
  async useLink(officeId: string, tokenSha256: string, actId: string, at: string): Promise<void> {
    await db
      .updateTable('decision_link')
      .set({ used_at: at, used_act_id: actId })
      .where('office_id', '=', officeId)
      .where('token_sha256', '=', tokenSha256)
      .where('used_at', 'is', null)
      .execute();
  },
});
