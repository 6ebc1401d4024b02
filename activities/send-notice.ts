import { ApplicationFailure } from '@temporalio/activity';
import type { NoticeRow } from '../adapters/database/notices.ts';
import { addDays, endOfDay, localDateOf } from '../domain/local-date.ts';
import { decidableOf } from '../domain/decidable.ts';
import type { NoticeItem } from '../domain/notices.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { waitersFor } from '../domain/waiters.ts';
import { pathOfWaiting } from '../domain/waiting-place.ts';
import type { ReformActivities } from '../workflows/activity-contract.ts';
import { createAnswerMail } from './answer-mail.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { fillNotice, type NoticeView } from './fill-notice.ts';
import { readOfficeWaiting, type OfficeWaiting } from './read-waiting.ts';

type Words = ReturnType<typeof fillNotice>;
type Thing = OfficeWaiting['things'][number];
type DecisionUrl = Omit<NonNullable<NoticeView['decision']>, 'headName'>;

// Time for a journey on duty; whatever waits longer is decided on the web.
const LINK_DAYS = 14;

export const createNoticeSending = (dependencies: ActivityDependencies) => {
  const { stores, mailer, wallClock, decisionLinks } = dependencies;
  const composeAnswer = createAnswerMail(dependencies);

  // Nobody hears of what is done: each item is looked up once more before the mail goes.
  const stillWaiting = (
    row: NoticeRow,
    { things }: OfficeWaiting,
  ): readonly { item: NoticeItem; thing: Thing }[] =>
    row.items.flatMap((item) => {
      const thing = things.find(
        ({ workflowId, what, since, unitId }) =>
          workflowId === item.workflowId &&
          what === item.what &&
          since === item.since &&
          // Absent in what was written before a notice said of which unit it is.
          (item.unitId === undefined || unitId === item.unitId),
      );
      const isForReader = thing?.personIds.includes(row.person_id) === true;
      return thing && isForReader === (item.waitsFor === 'reader') ? [{ item, thing }] : [];
    });

  const enterLink = async (row: NoticeRow, thing: Thing): Promise<DecisionUrl | null> => {
    const decidable = await decidableOf(thing, (kind) =>
      stores.strands.find(row.office_id, thing.workflowId, kind),
    );
    if (!decidable) return null;
    const { office_id, notice_id, person_id } = row;
    const expiresOn = addDays(localDateOf(row.written_at), LINK_DAYS);
    await stores.notices.enterLink({
      office_id,
      token_sha256: decisionLinks.sha256Of(decisionLinks.tokenOf(office_id, notice_id)),
      notice_id,
      person_id,
      year: thing.year,
      workflow_id: thing.workflowId,
      what: thing.what,
      version: decidable.version,
      bound_hash: decidable.boundHash,
      expires_at: endOfDay(expiresOn),
      used_at: null,
      used_act_id: null,
    });
    return { url: decisionLinks.urlOf(office_id, notice_id), expiresOn };
  };

  // Whoever decides for the head is told so: the same person may wonder why the mail came.
  const readHeadName = async (
    { office_id, person_id }: NoticeRow,
    facts: OfficeFacts,
  ): Promise<string | null> => {
    const heads = facts.people.filter(({ id }) => waitersFor('leader', facts).includes(id));
    if (heads.some(({ id }) => id === person_id)) return null;
    const rows = await stores.offices.listDelegationsTo(office_id, person_id, facts.date);
    const head = heads.find(({ id }) => rows.some(({ from_person_id }) => from_person_id === id));
    return head?.fullName ?? null;
  };

  const readDecision = async (
    row: NoticeRow,
    first: Thing | undefined,
    facts: OfficeFacts,
  ): Promise<NoticeView['decision']> => {
    const link = row.kind === 'at-once' && first ? await enterLink(row, first) : null;
    return link && { ...link, headName: await readHeadName(row, facts) };
  };

  const compose = async (
    row: NoticeRow & { kind: NoticeView['kind'] },
    waiting: OfficeWaiting,
  ): Promise<Words | null> => {
    const found = stillWaiting(row, waiting);
    if (!found.some(({ item }) => item.rung !== null)) return null;
    const { facts } = waiting;
    const office = await stores.offices.find(row.office_id);
    const nameOf = (id: string) => facts.people.find((person) => person.id === id)?.fullName;
    return fillNotice({
      kind: row.kind,
      date: row.date,
      officeName: office?.name ?? row.office_id,
      readerName: nameOf(row.person_id) ?? row.person_id,
      decision: await readDecision(row, found[0]?.thing, facts),
      items: found.map(({ item, thing }) => ({
        ...item,
        unitName: facts.units.find(({ id }) => id === thing.unitId)?.name ?? null,
        waiterNames: thing.personIds.flatMap((id) => nameOf(id) ?? []),
        url: decisionLinks.pageUrlOf(pathOfWaiting(thing)),
      })),
      listUrl: decisionLinks.pageUrlOf('/waiting'),
    });
  };

  // null: nothing is left to be told.
  const wordsOf = async ({ kind, ...row }: NoticeRow): Promise<Words | null> => {
    if (kind === 'answer') return composeAnswer({ kind, ...row });
    // A mail server that was away for days: the newest digest says what the older ones would.
    if (kind === 'digest' && (await stores.notices.hasNewerDigest(row))) return null;
    const waiting = await readOfficeWaiting(stores, row.office_id, row.date, () => true);
    return compose({ kind, ...row }, waiting);
  };

  const send = async (row: NoticeRow): Promise<Partial<Omit<NoticeRow, 'items'>>> => {
    const words = await wordsOf(row);
    if (!words) return { status: 'needless' };
    const answer = await mailer.send({
      messageId: row.notice_id,
      to: row.mailbox,
      ...words,
      attachments: [],
    });
    const at = wallClock();
    return answer.sent
      ? { status: 'sent', sent_at: at, last_fault: null }
      : {
          status: 'refused',
          response_code: answer.responseCode,
          last_fault: `SMTP ${String(answer.responseCode)}`,
          last_attempt_at: at,
        };
  };

  return {
    sendNotice: async ({ officeId, noticeId }: { officeId: string; noticeId: string }) => {
      try {
        await stores.notices.withNoticeLocked(officeId, noticeId, send);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'MailUnavailableError') throw error;
        await stores.notices.noteFault(officeId, noticeId, error.message, wallClock());
        throw ApplicationFailure.retryable(error.message, 'mail-unavailable');
      }
    },
  } satisfies Partial<ReformActivities>;
};
