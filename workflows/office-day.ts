import {
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  addDays,
  epochMsOf,
  isBefore,
  localDateOf,
  type Instant,
  type LocalDate,
} from '../domain/local-date.ts';
import { mailActivities, nextDigestAt, writeNotices } from './activity-proxies.ts';
import { officeDayWoken, type OfficeDayInput } from './contract.ts';
import { now } from './strand.ts';

/**
 * The office's days, one after the other, for ever: a leader hears at once of what is new, everybody else
 * by one digest a working day. What waits, and which days are working days, is read when it is time.
 */
export async function officeDay(input: OfficeDayInput): Promise<void> {
  const { officeId } = input;
  const post = createNoticePost(officeId);
  let { lastDigestOn, isWoken } = input;
  setHandler(officeDayWoken, () => {
    isWoken = true;
  });

  for (let turn = 1; ; turn += 1) {
    if (isWoken) {
      isWoken = false;
      post.send(await writeNotices({ officeId, kind: 'at-once', now: now() }));
    }
    const digestAt = await nextDigestAt({ officeId, now: now(), lastDigestOn });
    // Only the very first day may begin with a later morning; from then on a morning that is missed by an
    // hour is made up for on its day.
    lastDigestOn ??= lastDayBefore(digestAt);
    const at = now();
    if (!isBefore(at, digestAt)) {
      // A wait for the database over midnight belongs to the day that is written.
      post.send(await writeNotices({ officeId, kind: 'digest', now: at }));
      lastDigestOn = localDateOf(at);
      continue;
    }
    setCurrentDetails(`next digest: ${digestAt}; last: ${lastDigestOn}`);
    if (isDue(turn, input) && post.isIdle()) {
      await continueAsNew<typeof officeDay>({ ...input, lastDigestOn, isWoken });
    }
    await condition(() => isWoken, msUntil(digestAt));
  }
}

// Not the days between: the office may yet come to work on one of them.
const lastDayBefore = (digestAt: Instant): LocalDate => {
  const [today, dayBefore] = [localDateOf(now()), addDays(localDateOf(digestAt), -1)];
  return today < dayBefore ? today : dayBefore;
};

const isDue = (turn: number, { continueAfterTurns }: OfficeDayInput): boolean =>
  continueAfterTurns > 0
    ? turn >= continueAfterTurns
    : turn >= MOST_TURNS || workflowInfo().continueAsNewSuggested;

// About a year of working days; the time-skipping server never suggests it.
const MOST_TURNS = 250;

const msUntil = (at: Instant): number => Math.max(epochMsOf(at) - Date.now(), 1_000);

// A mail server that is away holds up neither the next day nor a leader's notice.
const createNoticePost = (officeId: string) => {
  const { sendNotice } = mailActivities(workflowInfo().taskQueue);
  const underWay = new Set<string>();
  const sendOne = async (noticeId: string): Promise<void> => {
    await sendNotice({ officeId, noticeId });
    underWay.delete(noticeId);
  };
  return {
    send(noticeIds: readonly string[]): void {
      for (const noticeId of noticeIds) {
        if (underWay.has(noticeId)) continue;
        underWay.add(noticeId);
        void sendOne(noticeId);
      }
    },
    isIdle: (): boolean => underWay.size === 0,
  };
};
