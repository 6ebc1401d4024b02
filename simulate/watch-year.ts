// What happened since one last looked: mails that came, reminders in them, and what went overdue.
import { readOfficeWaiting } from '../activities/read-waiting.ts';
import type { ActDependencies } from '../acts/act.ts';
import { nameTask } from '../cli/wording.ts';
import { instantOf, type Instant, type LocalDate } from '../domain/local-date.ts';
import type { NoticeItem, Rung } from '../domain/notices.ts';
import type { WaitingFor } from '../domain/waiting.ts';
import { workingDayFrom, type WorkingCalendar } from '../domain/working-days.ts';
import type { SunkMail } from '../embedded/mail-sink.ts';
import { atMinute, dueWords, type Happening } from './happening.ts';
import type { YearNames } from './year-names.ts';

const RUNGS: Readonly<Record<Exclude<Rung, 'new' | 'late'>, string>> = {
  'three-days': 'three working days left',
  'one-day': 'one working day left',
  'last-day': 'today is the last day',
};

/** The leader is asked to see to it: nobody else can any more. */
const FOR_THE_LEADER: readonly WaitingFor[] = ['late-check'];

interface WatchedYear {
  readonly acts: Pick<ActDependencies, 'stores'>;
  readonly officeId: string;
  readonly calendar: WorkingCalendar;
  readonly names: YearNames;
  readonly takeMails: () => readonly SunkMail[];
}

interface Late {
  readonly key: string;
  readonly of: string;
  readonly what: WaitingFor;
  readonly words: string;
}

const keyOf = ({ workflowId, what, since }: Pick<NoticeItem, 'workflowId' | 'what' | 'since'>) =>
  `${workflowId} ${what} ${since}`;
// One strand may wait for several units; an item names its unit only there.
const keyOfUnit = (key: string, unitId: string | null | undefined): string =>
  `${key} ${unitId ?? ''}`;

export const createYearWatch = (watched: WatchedYear) => {
  const { acts, officeId, calendar, names } = watched;
  const { stores } = acts;
  const lateWords = new Map<string, string>();
  const messageIds: string[] = [];

  const happeningOf = (at: Instant, to: string, item: NoticeItem): Happening | null => {
    const { rung, what, until } = item;
    const task = `${nameTask(what)}${dueWords(until)}`;
    if (rung === null || rung === 'new') return null;
    if (rung !== 'late') return { at, kind: 'reminder', text: `to ${to}: ${task}; ${RUNGS[rung]}` };
    const key = keyOf(item);
    const whose = lateWords.get(keyOfUnit(key, item.unitId)) ?? lateWords.get(key) ?? task;
    return { at, kind: 'escalation', text: `to ${to}: late: ${whose}` };
  };

  const happeningsOf = async (
    { receivedAt, to, subject, messageId }: SunkMail,
    label: Instant | null,
  ) => {
    messageIds.push(messageId);
    const at = label ?? atMinute(instantOf(receivedAt.getTime()));
    const notice = await stores.notices.find(officeId, messageId.slice(1, -1));
    const items = notice?.items ?? [];
    const reader = notice ? names.person(notice.person_id) : '';
    const mail: Happening = { at, kind: 'mail', text: `to ${to.join(', ')}: ${subject}` };
    return [
      mail,
      ...items.map((item) => happeningOf(at, reader, item)).filter((one) => one !== null),
    ];
  };

  const isLate = (what: WaitingFor, until: LocalDate | null, today: LocalDate): boolean =>
    FOR_THE_LEADER.includes(what) || (until !== null && workingDayFrom(calendar, until) < today);

  const readLate = async (today: LocalDate): Promise<readonly Late[]> => {
    const rows = await stores.cycles.listWaiting(officeId);
    // On most mornings nothing is, and whom it would wait for takes longer to read.
    if (!rows.some(({ what, until_date }) => isLate(what, until_date, today))) return [];
    const { things } = await readOfficeWaiting(stores, officeId, today, () => true);
    return things
      .filter(({ what, until }) => isLate(what, until, today))
      .map((thing) => {
        const unit = thing.unitId === null ? '' : ` (${names.unit(thing.unitId)})`;
        const task = `${nameTask(thing.what)}${unit}${dueWords(thing.until)}`;
        const words = `${names.peopleOf(thing.personIds)}: ${task}`;
        const key = keyOf(thing);
        return { key: keyOfUnit(key, thing.unitId), of: key, what: thing.what, words };
      });
  };

  return {
    /** Every mail since the last time; `label` where the clock stood still meanwhile. */
    async mails(label: Instant | null): Promise<readonly Happening[]> {
      const happenings: Happening[] = [];
      for (const mail of watched.takeMails()) happenings.push(...(await happeningsOf(mail, label)));
      return happenings;
    },

    /** What is late since that morning, each once; what the leader has to see to is an escalation. */
    async lateSince(today: LocalDate): Promise<readonly Happening[]> {
      const at: Instant = `${today}T00:00:00+07:00`;
      const fresh = (await readLate(today)).filter(({ key }) => !lateWords.has(key));
      for (const { key, of, words } of fresh) lateWords.set(key, words).set(of, words);
      return fresh.map(({ what, words }): Happening => {
        const isForLeader = FOR_THE_LEADER.includes(what);
        return isForLeader
          ? { at, kind: 'escalation', text: `to ${words}` }
          : { at, kind: 'overdue', text: words };
      });
    },

    /** How many mails came again under the id of an earlier one. */
    mailsTwice: (): number => messageIds.length - new Set(messageIds).size,
  };
};
