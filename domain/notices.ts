import { epochMsOf, type Instant, type LocalDate } from './local-date.ts';
import type { WaitingFor } from './waiting.ts';
import { workingDayFrom, workingDaysBefore, type WorkingCalendar } from './working-days.ts';

/** Why a person hears of a thing today: it is new, its deadline draws near, or others are late with it. */
export type Rung = 'new' | 'three-days' | 'one-day' | 'last-day' | 'late';

/** One thing that waits, as a mail about it names it. */
export interface NoticeItem {
  readonly workflowId: string;
  readonly year: number;
  readonly what: WaitingFor;
  /** Of which unit, where one strand waits for several; absent where it is about none. */
  readonly unitId?: string;
  readonly since: Instant;
  readonly until: LocalDate | null;
  /** null: it stands in the mail because it still waits, not because of today. */
  readonly rung: Rung | null;
  /** `others`: it waits for somebody else, and the reader is told who is late. */
  readonly waitsFor: 'reader' | 'others';
}

/** What waits, with the people for whom it waits. */
export interface WaitingThing {
  readonly workflowId: string;
  readonly year: number;
  readonly what: WaitingFor;
  readonly since: Instant;
  readonly until: LocalDate | null;
  readonly unitId?: string | null;
  readonly personIds: readonly string[];
}

export interface Told {
  readonly personId: string;
  readonly workflowId: string;
  readonly what: WaitingFor;
  readonly since: Instant;
  readonly rung: Rung;
}

export interface Digest {
  readonly personId: string;
  readonly items: readonly NoticeItem[];
}

const LADDER: readonly (readonly [Rung, number])[] = [
  ['last-day', 0],
  ['one-day', 1],
  ['three-days', 3],
];

const isSame = (told: Told, thing: WaitingThing, personId: string, rung: Rung): boolean =>
  told.personId === personId &&
  told.workflowId === thing.workflowId &&
  told.what === thing.what &&
  told.rung === rung &&
  epochMsOf(told.since) === epochMsOf(thing.since);

const isLate = (calendar: WorkingCalendar, { until }: WaitingThing, today: LocalDate): boolean =>
  until !== null && workingDayFrom(calendar, until) < today;

// The working day on which the ladder stands for this deadline, whatever the weekends between.
const rungOn = (
  calendar: WorkingCalendar,
  { until }: WaitingThing,
  today: LocalDate,
): Rung | null => {
  if (until === null) return null;
  const found = LADDER.find(([, days]) => workingDaysBefore(calendar, until, days) === today);
  return found?.[0] ?? null;
};

const itemFor = (
  thing: WaitingThing,
  rung: Rung | null,
  waitsFor: NoticeItem['waitsFor'],
): NoticeItem => ({
  workflowId: thing.workflowId,
  year: thing.year,
  what: thing.what,
  ...(thing.unitId && { unitId: thing.unitId }),
  since: thing.since,
  until: thing.until,
  rung,
  waitsFor,
});

interface Day {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly told: readonly Told[];
}

const ownItem = (thing: WaitingThing, personId: string, day: Day): NoticeItem => {
  const isTold = (rung: Rung) => day.told.some((told) => isSame(told, thing, personId, rung));
  const onLadder = rungOn(day.calendar, thing, day.today);
  const rung = onLadder !== null && !isTold(onLadder) ? onLadder : isTold('new') ? null : 'new';
  return itemFor(thing, rung, 'reader');
};

const lateItem = (thing: WaitingThing, personId: string, day: Day): NoticeItem => {
  const isTold = day.told.some((told) => isSame(told, thing, personId, 'late'));
  return itemFor(thing, isTold ? null : 'late', 'others');
};

/**
 * One digest for each person who has something to hear on that working day: what is new since they
 * were last told, what is due in three days, in one, today; and for the coordinators who is late. With
 * it stands what else still waits. Nobody hears of what is done, for that waits no more.
 */
export const digestsOf = (
  things: readonly WaitingThing[],
  coordinatorIds: readonly string[],
  day: Day,
): readonly Digest[] => {
  const people = [...new Set([...things.flatMap(({ personIds }) => personIds), ...coordinatorIds])];
  return people
    .map((personId) => ({
      personId,
      items: [
        ...things
          .filter(({ personIds }) => personIds.includes(personId))
          .map((thing) => ownItem(thing, personId, day)),
        ...things
          .filter(
            (thing) =>
              coordinatorIds.includes(personId) &&
              !thing.personIds.includes(personId) &&
              isLate(day.calendar, thing, day.today),
          )
          .map((thing) => lateItem(thing, personId, day)),
      ],
    }))
    .filter(({ items }) => items.some(({ rung }) => rung !== null));
};
