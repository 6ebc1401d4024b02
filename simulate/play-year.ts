// A whole year, lived through: the clock is moved to each step of its file, and what the year itself does
// on the way there happens on the way.
import type { ActDependencies } from '../acts/act.ts';
import { sha256Of } from '../acts/canonical-text.ts';
import { performAct, waitUntilShown } from '../acts/perform-act.ts';
import type { PlannedReplay } from '../acts/replay/plan-replay.ts';
import type { DueAct, ReplayStep } from '../acts/replay/replay-step.ts';
import { createYearReader } from '../acts/replay/year-reader.ts';
import { startFromFile } from '../acts/start-from-file.ts';
import { DomainError } from '../domain/errors.ts';
import {
  addDays,
  epochMsOf,
  instantOf,
  isBefore,
  localDateOf,
  type Instant,
} from '../domain/local-date.ts';
import { workingDayFrom, type WorkingCalendar } from '../domain/working-days.ts';
import type { SunkMail } from '../embedded/mail-sink.ts';
import { sentenceOfError } from '../locale/words.ts';
import { cycleId } from '../workflows/contract.ts';
import { inOrder, type Happening } from './happening.ts';
import { happensByItself, liveWay, type LiveAct } from './live-way.ts';
import { createYearWatch } from './watch-year.ts';
import { createYearNames } from './year-names.ts';

const MINUTE_MS = 60_000;
const READY_POLL_MS = 100;
const READY_WAIT_MS = 3_000;

/** Where a year is played: acts, and a clock that is moved. */
export interface Stage {
  readonly acts: ActDependencies;
  readonly now: () => Instant;
  readonly sleepUntil: (instant: Instant) => Promise<void>;
  readonly takeMails: () => readonly SunkMail[];
}

export interface YearToPlay {
  readonly planned: PlannedReplay;
  readonly bytes: Uint8Array;
  readonly calendar: WorkingCalendar;
}

/** What happened until one stop of the clock, in its order. */
type Stop = readonly Happening[];

/** How it ended; `mailsTwice`: mails that came again under the id of an earlier one. */
interface PlayedYear {
  readonly state: 'closed' | 'cancelled' | 'live';
  readonly mailsTwice: number;
}

const minutesAfter = (at: Instant, minutes: number): Instant =>
  instantOf(epochMsOf(at) + minutes * MINUTE_MS);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));

/** When the year begins: as a replay of it would, but on a day on which the office works. */
export const startOfYear = ({ planned, calendar }: YearToPlay): Instant => {
  const { year } = planned.year;
  const day = workingDayFrom(calendar, `${String(year)}-01-01`);
  const morning: Instant = `${day}T07:00:00+07:00`;
  const first = planned.steps[0]?.at ?? morning;
  return isBefore(first, morning) ? minutesAfter(first, -1) : morning;
};

const refusalWords = (error: unknown): string => {
  if (!(error instanceof DomainError)) throw error;
  return sentenceOfError('en', error.code, error.details);
};

const stateOfYear = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  year: number,
): Promise<PlayedYear['state']> => {
  const strand = await stores.strands.find(officeId, cycleId(officeId, year), 'reformCycle');
  if (strand?.state.cancelled) return 'cancelled';
  return strand?.state.closed ? 'closed' : 'live';
};

/** Plays it, and tells of each stop of the clock what happened. */
export async function* playYear(stage: Stage, play: YearToPlay): AsyncGenerator<Stop, PlayedYear> {
  const { acts, sleepUntil } = stage;
  const { planned, bytes, calendar } = play;
  const { officeId, year, file } = planned.year;
  const names = createYearNames(file);
  const reader = createYearReader(acts, officeId, year);
  const watch = createYearWatch({ acts, officeId, calendar, names, takeMails: stage.takeMails });
  const actIdOf = (step: string, key: string): string =>
    `simulate-${sha256Of([officeId, year, step, key].join('/')).slice(0, 40)}`;

  const perform = async (step: ReplayStep, live: LiveAct): Promise<void> => {
    const done = await performAct(acts, live.act, {
      actId: actIdOf(step.id, live.key),
      officeId,
      year,
      personId: live.personId,
      channel: 'cli',
      occurredAt: null,
      data: live.data,
    });
    await waitUntilShown(acts, officeId, done);
  };

  // Everything that the step before led to is done by now; what is not ready yet will not become so.
  const untilDue = async (step: ReplayStep): Promise<readonly DueAct[]> => {
    for (let waitedMs = 0; waitedMs <= READY_WAIT_MS; waitedMs += READY_POLL_MS) {
      const due = await step.ready(reader, waitedMs);
      if (due) return due;
      await pause();
    }
    throw new DomainError('not-ready', 'the year does not stand so that this can be done');
  };

  // A minute passes with each act: what it leads to is done and mailed before the next.
  const tellOf = async (at: Instant, what: Happening): Promise<Stop> => {
    await sleepUntil(minutesAfter(at, 1));
    return inOrder([what, ...(await watch.mails(at))]);
  };

  const refused = (step: ReplayStep, at: Instant, error: unknown): Happening => ({
    at,
    kind: 'refused',
    text: `${names.person(step.personId)}: ${step.act}, ${step.place}: ${refusalWords(error)}`,
  });

  async function* advanceTo(until: Instant): AsyncGenerator<Stop> {
    for (;;) {
      const tomorrow = addDays(localDateOf(stage.now()), 1);
      const midnight: Instant = `${tomorrow}T00:01:00+07:00`;
      if (isBefore(until, midnight)) break;
      await sleepUntil(midnight);
      const mails = await watch.mails(null);
      yield inOrder([...mails, ...(await watch.lateSince(tomorrow))]);
    }
    await sleepUntil(until);
    yield inOrder(await watch.mails(null));
  }

  async function* takeStep(step: ReplayStep, from: Instant): AsyncGenerator<Stop, Instant> {
    let at = from;
    try {
      for (const due of await untilDue(step)) {
        const live = await liveWay(reader, step, due);
        await perform(step, live);
        const words = live.act.replaceAll('-', ' ');
        const text = `${names.person(live.personId)}: ${words}, ${names.place(step.place)}`;
        yield await tellOf(at, { at, kind: 'act', text });
        at = minutesAfter(at, 1);
      }
    } catch (error) {
      yield await tellOf(at, refused(step, at, error));
      at = minutesAfter(at, 1);
    }
    return at;
  }

  const startAt = startOfYear(play);
  await sleepUntil(startAt);
  const personId = planned.year.coordinatorOn(localDateOf(startAt));
  await startFromFile(acts, { actId: actIdOf('start', ''), bytes, personId, channel: 'cli' });
  const started = `${names.person(personId)}: start cycle from file, ${String(year)}`;
  yield await tellOf(startAt, { at: startAt, kind: 'act', text: started });

  let now = minutesAfter(startAt, 1);
  for (const step of planned.steps.filter((one) => !happensByItself(one))) {
    if (isBefore(now, step.at)) {
      yield* advanceTo(step.at);
      now = step.at;
    }
    now = yield* takeStep(step, now);
  }
  const closing: Instant = `${String(year + 1)}-01-01T00:05:00+07:00`;
  yield* advanceTo(isBefore(now, closing) ? closing : minutesAfter(now, 24 * 60));
  return { state: await stateOfYear(acts, officeId, year), mailsTwice: watch.mailsTwice() };
}
