// One simulation from file to summary: what is said first, each line as it happens, and what it came to.
import { planReplay } from '../acts/replay/plan-replay.ts';
import { moveYearFile, type MovedYear } from '../acts/year-file/move-year-file.ts';
import { readYearFile } from '../acts/year-file/read-year-file.ts';
import { UsageError } from '../cli/failures.ts';
import { SHIPPED_CALENDAR, SHIPPED_DAYS } from '../locale/shipped-calendar.ts';
import { isBefore, localDateOf, type Instant } from '../domain/local-date.ts';
import { cycleId } from '../workflows/contract.ts';
import type { Happening, HappeningKind } from './happening.ts';
import { playYear, startOfYear, type Stage, type YearToPlay } from './play-year.ts';

/** A year that can be played, with what is said before. */
export interface PlannedSimulation extends YearToPlay {
  readonly notes: readonly string[];
}

/** What a year came to. */
export interface SimulationSummary {
  readonly cycle: string;
  readonly state: string;
  readonly acts: number;
  readonly papers: number;
  readonly mails: number;
  /** Mails that came again under the id of an earlier one. */
  readonly mailsTwice: number;
  readonly reminders: number;
  readonly overdue: number;
  readonly escalations: number;
  readonly refused: number;
}

const SHOWN_PLACES = 6;

const notesOf = (moved: MovedYear, fromYear: number, play: YearToPlay): readonly string[] => {
  const { file, namesOldYear } = moved;
  const { notEntered, assumed } = play.planned;
  const some = namesOldYear.slice(0, SHOWN_PLACES).join(', ');
  const more = namesOldYear.length > SHOWN_PLACES ? ', …' : '';
  const isShipped = SHIPPED_CALENDAR.some(({ year }) => year === file.cycleYear);
  return [
    `${file.unit.id}, the year ${String(fromYear)} played as ${String(file.cycleYear)}`,
    ...(namesOldYear.length === 0
      ? []
      : [
          `${String(namesOldYear.length)} texts name the year ${String(fromYear)} and stay as they are: ${some}${more}`,
        ]),
    ...(isShipped
      ? []
      : [`The holidays of ${String(file.cycleYear)} are not known: weekends alone are off`]),
    `${String(assumed.length)} things that the file does not say are assumed, as in a replay of it`,
    ...notEntered.map((place) => `Not played, there is no room for it yet: ${place}`),
  ];
};

/**
 * @throws DomainError where the file is no year, or can't be moved; UsageError where the clock would have
 * to go back
 */
export const planSimulation = (
  bytes: Uint8Array,
  year: number,
  now: Instant,
): PlannedSimulation => {
  const { cycleYear } = readYearFile(bytes);
  if (year < cycleYear) {
    throw new UsageError(
      `The file is of ${String(cycleYear)}: --year must be ${String(cycleYear)} or later.`,
    );
  }
  // As every office gets it at its start.
  const calendar = SHIPPED_DAYS;
  const moved = moveYearFile(bytes, year, calendar);
  const play: YearToPlay = { planned: planReplay(moved.file), bytes: moved.bytes, calendar };
  const startAt = startOfYear(play);
  if (!isBefore(now, startAt)) {
    throw new UsageError(
      `${String(year)} would begin on ${localDateOf(startAt)}, and the clock can't go back: give a later --year.`,
    );
  }
  return { ...play, notes: notesOf(moved, cycleYear, play) };
};

/** Plays it; `onHappenings` gets what happened at each stop of the clock. */
export const runSimulation = async (
  stage: Stage,
  planned: PlannedSimulation,
  onHappening: (happening: Happening) => void,
): Promise<SimulationSummary> => {
  const counts = new Map<HappeningKind, number>();
  const playing = playYear(stage, planned);
  let next = await playing.next();
  while (next.done !== true) {
    for (const happening of next.value) {
      counts.set(happening.kind, (counts.get(happening.kind) ?? 0) + 1);
      onHappening(happening);
    }
    next = await playing.next();
  }
  const { mailsTwice, state } = next.value;
  const count = (kind: HappeningKind): number => counts.get(kind) ?? 0;
  const { officeId, year } = planned.planned.year;
  const papers = await stage.acts.stores.papers.list(officeId, year);
  return {
    cycle: cycleId(officeId, year),
    state,
    acts: count('act'),
    papers: papers.filter(({ issued_on }) => issued_on !== null).length,
    mails: count('mail'),
    mailsTwice,
    reminders: count('reminder'),
    overdue: count('overdue'),
    escalations: count('escalation'),
    refused: count('refused'),
  };
};
