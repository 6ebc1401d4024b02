import type { Selectable } from 'kysely';
import type { Database, Queryable } from './connect.ts';
import type { Tables } from './tables.ts';

export type DeliveryRow = Selectable<Tables['delivery']>;
export type MessageRow = Selectable<Tables['message']>;

/** A delivery before it has any fate but its way: by mail, by hand, or not at all (a past year). */
export type PlannedDelivery = Omit<DeliveryRow, 'handed_over_on' | 'confirmed_at'>;

const insertMessage = async (
  tx: Queryable,
  row: PlannedDelivery & { message_id: string; mailbox: string },
): Promise<void> => {
  await tx
    .insertInto('message')
    .values({
      office_id: row.office_id,
      message_id: row.message_id,
      paper_id: row.paper_id,
      mailbox: row.mailbox,
      status: row.status === 'historic' ? 'historic' : 'due',
      last_attempt_at: null,
      last_fault: null,
      response_code: null,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.columns(['office_id', 'message_id']).doNothing())
    .execute();
};

export const createDeliveryStore = (db: Database) => {
  const list = (officeId: string, paperId: string) =>
    db
      .selectFrom('delivery')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('paper_id', '=', paperId)
      .orderBy('recipient_group')
      .orderBy('recipient_id')
      .execute();

  return {
    list,

    find: (officeId: string, paperId: string, recipientId: string) =>
      db
        .selectFrom('delivery')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('paper_id', '=', paperId)
        .where('recipient_id', '=', recipientId)
        .executeTakeFirst(),

    /** Enters each delivery once, and for each mailbox one message; returns what stands now. */
    plan: (rows: readonly PlannedDelivery[]): Promise<DeliveryRow[]> =>
      db.transaction().execute(async (tx) => {
        for (const row of rows) {
          await tx
            .insertInto('delivery')
            .values({ ...row, handed_over_on: null, confirmed_at: null })
            .onConflict((conflict) =>
              conflict.columns(['office_id', 'paper_id', 'recipient_id']).doNothing(),
            )
            .execute();
          const { message_id, mailbox } = row;
          if (message_id !== null && mailbox !== null) {
            await insertMessage(tx, { ...row, message_id, mailbox });
          }
        }
        const [first] = rows;
        if (!first) return [];
        return tx
          .selectFrom('delivery')
          .selectAll()
          .where('office_id', '=', first.office_id)
          .where('paper_id', '=', first.paper_id)
          .orderBy('recipient_id')
          .execute();
      }),

    /** The same delivery on another way: to the mailbox of now; a refused message is due again. */
    replan: (row: PlannedDelivery): Promise<void> =>
      db.transaction().execute(async (tx) => {
        const { message_id, mailbox } = row;
        await tx
          .updateTable('delivery')
          .set({ mailbox, message_id, person_id: row.person_id, status: row.status })
          .where('office_id', '=', row.office_id)
          .where('paper_id', '=', row.paper_id)
          .where('recipient_id', '=', row.recipient_id)
          .execute();
        if (message_id === null || mailbox === null) return;
        await insertMessage(tx, { ...row, message_id, mailbox });
        await tx
          .updateTable('message')
          .set({ status: 'due', last_fault: null, response_code: null })
          .where('office_id', '=', row.office_id)
          .where('message_id', '=', message_id)
          .where('status', '=', 'refused')
          .execute();
      }),

    findMessage: (officeId: string, messageId: string) =>
      db
        .selectFrom('message')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('message_id', '=', messageId)
        .executeTakeFirst(),

    listMessages: (officeId: string, paperId: string) =>
      db
        .selectFrom('message')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('paper_id', '=', paperId)
        .execute(),

    /** What the message is still to bring: not what went by hand meanwhile. */
    listOfMessage: (officeId: string, messageId: string) =>
      db
        .selectFrom('delivery')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('message_id', '=', messageId)
        .where('status', '=', 'due')
        .orderBy('recipient_id')
        .execute(),

    /** Runs `send` with the message's row locked, so that two tries never run side by side. */
    withMessageLocked: <T>(
      officeId: string,
      messageId: string,
      send: (message: MessageRow) => Promise<{ answer: T; change: Partial<MessageRow> }>,
    ): Promise<T> =>
      db.transaction().execute(async (tx) => {
        const message = await tx
          .selectFrom('message')
          .selectAll()
          .where('office_id', '=', officeId)
          .where('message_id', '=', messageId)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const { answer, change } = await send(message);
        if (Object.keys(change).length > 0) {
          await tx
            .updateTable('message')
            .set(change)
            .where('office_id', '=', officeId)
            .where('message_id', '=', messageId)
            .execute();
        }
        return answer;
      }),

    async noteFault(officeId: string, messageId: string, fault: string, at: Date): Promise<void> {
      await db
        .updateTable('message')
        .set((eb) => ({
          attempts: eb('attempts', '+', 1),
          last_attempt_at: at,
          last_fault: fault,
        }))
        .where('office_id', '=', officeId)
        .where('message_id', '=', messageId)
        .execute();
    },

    /** The first confirmation stays; true when this one was it. */
    async confirmReceipt(officeId: string, paperId: string, recipientId: string, at: Date) {
      const row = await db
        .updateTable('delivery')
        .set({ confirmed_at: at })
        .where('office_id', '=', officeId)
        .where('paper_id', '=', paperId)
        .where('recipient_id', '=', recipientId)
        .where('confirmed_at', 'is', null)
        .returning('recipient_id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
};
