// Links as they stand in leaders' mails, and what an office's tables hold: for the tests of deciding by mail.
import { sql } from 'kysely';
import type { OfficeSystem, TestOffice } from '../support/office-system.ts';
import { HEAD } from '../support/office-system.ts';

// What waits is known by the second in which it began: nobody returns and submits again in less.
const untilNextSecond = () =>
  new Promise((resolve) => setTimeout(resolve, 1_000 - (Date.now() % 1_000)));

/** The address in a mail to that person about such a thing, once it has gone out; not that earlier one. */
export const linkTo = async (
  system: OfficeSystem,
  office: TestOffice,
  what: string,
  { personId = HEAD, before = null }: { personId?: string; before?: string | null } = {},
): Promise<string> => {
  const link = await system.until(`the mail about ${what} is out`, async () => {
    const rows = await system.db
      .selectFrom('decision_link')
      .innerJoin('notice', (join) =>
        join
          .onRef('notice.office_id', '=', 'decision_link.office_id')
          .onRef('notice.notice_id', '=', 'decision_link.notice_id'),
      )
      .select(['decision_link.notice_id', 'decision_link.what'])
      .where('decision_link.office_id', '=', office.officeId)
      .where('decision_link.person_id', '=', personId)
      .where('notice.status', '=', 'sent')
      .execute();
    return rows
      .filter((row) => row.what === what)
      .map((row) => `/d/${system.decisionLinks.tokenOf(office.officeId, row.notice_id)}`)
      .find((path) => path !== before);
  });
  await untilNextSecond();
  return link;
};

export const linkRow = async (system: OfficeSystem, path: string) => {
  const token = path.split('/')[2] ?? '';
  const row = await system.stores.notices.findLink(system.decisionLinks.sha256Of(token));
  if (!row) throw new Error('no such link');
  return row;
};

/** Every row of every table that the office has, to be equal before and after. */
export const readTables = async ({ db }: OfficeSystem, officeId: string) => {
  const tables: Record<string, readonly string[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(name)} t where office_id = ${officeId}
      order by 1`.execute(db);
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
};

/** Acts that came by mail, in order of their ids. */
export const actsByMail = ({ db }: OfficeSystem, officeId: string) =>
  db
    .selectFrom('act')
    .select(['act_id', 'command', 'person_id', 'delegation_id', 'channel'])
    .where('office_id', '=', officeId)
    .where('channel', '=', 'mail')
    .orderBy('act_id')
    .execute();
