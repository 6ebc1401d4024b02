import { DomainError } from '../../domain/errors.ts';
import { instantOf, type Instant } from '../../domain/local-date.ts';
import type { ActDependencies, ActOutcome, Channel } from '../act.ts';
import { canonicalText, sha256Of } from '../canonical-text.ts';
import { performAct, waitUntilShown } from '../perform-act.ts';
import { startFromFile } from '../start-from-file.ts';
import type { PlannedReplay } from './plan-replay.ts';
import type { DueAct, ReplayStep } from './replay-step.ts';
import { createYearReader } from './year-reader.ts';

const POLL_MS = 25;
// Papers are written and mailed between two steps; many offices may be at it at once.
const WAIT_MS = 120_000;

/** One step as it was done; `isNew` false: an earlier replay had done it, or nothing was to be done. */
export interface DoneStep {
  readonly step: Pick<ReplayStep, 'id' | 'at' | 'personId' | 'act' | 'place'>;
  readonly isNew: boolean;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MS));

const refuseCurrentYear = ({ year: { year } }: PlannedReplay, today: string): void => {
  if (year < Number(today.slice(0, 4))) return;
  throw new DomainError(
    'out-of-time',
    'a whole year is entered once it is over',
    { given: year, latest: `${String(Number(today.slice(0, 4)) - 1)}-12-31` },
    '/cycleYear',
  );
};

// A refusal names the part of the file that the rules refuse, and what was being done.
const placed = (error: unknown, { id, at, act, place }: ReplayStep): unknown =>
  error instanceof DomainError
    ? new DomainError(error.code, error.message, { ...error.details, step: id, act, at }, place)
    : error;

const waitedInVain = (step: ReplayStep): DomainError =>
  new DomainError(
    'temporarily-unavailable',
    'the system did not come so far in time; the same replay goes on from here',
    { step: step.id },
    step.place,
  );

// In a year that a conference opened in the autumn before, the first step comes before its January.
const beginningOf = ({ steps, year: { year } }: PlannedReplay): Instant => {
  const firstOfYear: Instant = `${String(year)}-01-01T07:30:00+07:00`;
  const first = steps[0]?.at ?? firstOfYear;
  return first < firstOfYear ? first : firstOfYear;
};

/** `isMailed`: its papers are mailed once more, which holds from the first start on; else they are historic. */
interface ReplayManner {
  readonly channel: Channel & ('replay' | 'example');
  readonly isMailed: boolean;
}

const ENTERED_ALONE: ReplayManner = { channel: 'replay', isMailed: false };

/**
 * Enters a past year step by step, as the people whom the file names, on the cycle's entered clock. Acts
 * have ids of file and step: whoever repeats it goes on where it stopped, and changes nothing where it
 * was whole. Another file of the same office and year is refused as a second start is.
 * @throws DomainError as the rules refuse, with the place in the file; temporarily-unavailable
 */
export async function* performReplay(
  deps: ActDependencies,
  planned: PlannedReplay,
  bytes: Uint8Array,
  { channel, isMailed }: ReplayManner = ENTERED_ALONE,
): AsyncGenerator<DoneStep> {
  const { officeId, year, file } = planned.year;
  refuseCurrentYear(planned, instantOf(deps.wallClock().getTime()));
  const fileId = canonicalText(file).sha256;
  const actIdOf = (step: string, key: string): string =>
    `replay-${sha256Of([officeId, year, fileId, step, key].join('/')).slice(0, 40)}`;
  const reader = createYearReader(deps, officeId, year);

  const isDone = async (actId: string): Promise<boolean> =>
    (await deps.stores.acts.find(officeId, actId)) !== undefined ||
    (await deps.stores.acts.findEvent(officeId, actId)) !== undefined;

  // Done before, or due now; null: done, so that there is nothing to wait for.
  const untilDue = async (step: ReplayStep): Promise<readonly DueAct[] | null> => {
    for (let waitedMs = 0; waitedMs <= WAIT_MS; waitedMs += POLL_MS) {
      if (await isDone(actIdOf(step.id, ''))) return null;
      const due = await step.ready(reader, waitedMs);
      if (due) return due;
      await pause();
    }
    throw waitedInVain(step);
  };

  const untilShown = async (step: ReplayStep, done: ActOutcome): Promise<void> => {
    for (let waitedMs = 0; waitedMs <= WAIT_MS; waitedMs += 2_000) {
      if (await waitUntilShown(deps, officeId, done)) return;
    }
    throw waitedInVain(step);
  };

  const perform = async (step: ReplayStep, { key, data }: DueAct): Promise<void> => {
    const done = await performAct(deps, step.act, {
      actId: actIdOf(step.id, key),
      officeId,
      year,
      personId: step.personId,
      channel,
      occurredAt: step.at,
      data: { ...step.data, ...data },
    });
    await untilShown(step, done);
  };

  const startActId = actIdOf('start', '');
  const isStarted = await isDone(startActId);
  const enteredSince = beginningOf(planned);
  const start: ReplayStep = {
    id: 'start',
    at: enteredSince,
    personId: planned.year.coordinatorOn(enteredSince.slice(0, 10)),
    act: 'start-cycle-from-file',
    data: {},
    place: '/cycleYear',
    ready: () => Promise.resolve([]),
  };
  if (!isStarted) {
    await startFromFile(deps, {
      actId: startActId,
      bytes,
      personId: null,
      channel,
      enteredSince,
      occurredAt: enteredSince,
      isMailed,
    });
  }
  yield { step: start, isNew: !isStarted };

  for (const step of planned.steps) {
    try {
      const due = await untilDue(step);
      for (const act of due ?? []) await perform(step, act);
      yield { step, isNew: due !== null && due.length > 0 };
    } catch (error) {
      throw placed(error, step);
    }
  }
}
