import type { CycleRow } from '../adapters/database/cycles.ts';
import {
  epochMsOf,
  isBefore,
  localDateOf,
  type Instant,
  type LocalDate,
} from '../domain/local-date.ts';
import { digestsOf, type Digest, type NoticeItem } from '../domain/notices.ts';
import { nextWorkingDay, workingDayFrom } from '../domain/working-days.ts';
import type { ReformActivities } from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { readOfficeWaiting, type OfficeWaiting } from './read-waiting.ts';

// The digest is there when the office begins its day.
const MORNING = '07:30:00+07:00';

const morningOf = (day: LocalDate): Instant => `${day}T${MORNING}`;

type NoticeDay = Parameters<ReformActivities['writeNotices']>[0];

export const createNoticeWriting = (dependencies: ActivityDependencies) => {
  const { stores, decisionLinks, isMailEmbedded } = dependencies;

  // Whether a year runs by itself is asked of its clock: one that was entered may have gone live.
  const mayMail = ({ origin }: CycleRow): boolean => isMailEmbedded || origin !== 'example';

  const atOnce = (waiting: OfficeWaiting, told: readonly { personId: string; key: string }[]) =>
    waiting.things.flatMap((thing) =>
      thing.personIds
        .filter((personId) => thing.isForLeader && waiting.leaderIds.includes(personId))
        .filter(
          (personId) => !told.some((row) => row.personId === personId && row.key === keyOf(thing)),
        )
        .map((personId): Digest & { about: string } => ({
          personId,
          about: keyOf(thing),
          items: [{ ...itemOf(thing), rung: 'new', waitsFor: 'reader' }],
        })),
    );

  const write = async (
    { officeId, kind, now }: NoticeDay,
    digests: readonly (Digest & { about: string })[],
    { facts }: OfficeWaiting,
  ): Promise<void> => {
    const notices = digests.flatMap(({ personId, items, about }) => {
      const mailbox = facts.people.find(({ id }) => id === personId)?.mailbox ?? null;
      if (mailbox === null) return [];
      return [
        {
          office_id: officeId,
          notice_id: decisionLinks.noticeIdOf(officeId, kind, personId, about),
          person_id: personId,
          kind,
          date: localDateOf(now),
          mailbox,
          written_at: now,
          items,
        },
      ];
    });
    await stores.notices.write(notices);
  };

  return {
    nextDigestAt: async ({ officeId, now, lastDigestOn }) => {
      const calendar = await stores.calendars.calendarOf(officeId);
      const today = localDateOf(now);
      // An office's very first day begins with its next morning, not in the middle of an afternoon.
      const isOver = lastDigestOn === null && isBefore(morningOf(today), now);
      const isDone = lastDigestOn !== null && lastDigestOn >= today;
      return morningOf(
        isOver || isDone ? nextWorkingDay(calendar, today) : workingDayFrom(calendar, today),
      );
    },

    writeNotices: async (day: NoticeDay) => {
      const { officeId, kind, now } = day;
      const today = localDateOf(now);
      const waiting = await readOfficeWaiting(stores, officeId, today, mayMail);
      const told = await stores.notices.listTold(officeId);
      if (kind === 'at-once') {
        const heard = told
          .filter(({ rung }) => rung === 'new')
          .map((row) => ({ personId: row.personId, key: keyOf(row) }));
        await write(day, atOnce(waiting, heard), waiting);
      } else {
        const calendar = await stores.calendars.calendarOf(officeId);
        const digests = digestsOf(waiting.things, waiting.coordinatorIds, {
          today,
          calendar,
          told,
        });
        await write(
          day,
          digests.map((digest) => ({ ...digest, about: today })),
          waiting,
        );
      }
      return (await stores.notices.listDue(officeId)).map(({ notice_id }) => notice_id);
    },
  } satisfies Partial<ReformActivities>;
};

const keyOf = ({ workflowId, what, since }: Pick<NoticeItem, 'workflowId' | 'what' | 'since'>) =>
  `${workflowId} ${what} ${String(epochMsOf(since))}`;

const itemOf = ({
  workflowId,
  year,
  what,
  unitId,
  since,
  until,
}: OfficeWaiting['things'][number]): Omit<NoticeItem, 'rung' | 'waitsFor'> => ({
  workflowId,
  year,
  what,
  ...(unitId && { unitId }),
  since,
  until,
});
