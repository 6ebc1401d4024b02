import { checkAmendments } from '../../domain/plan-in-force.ts';
import { amendmentsOfYearFile } from '../year-file/amendments-of-year-file.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import { planOfYearFile } from '../year-file/plan-of-year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';
import { amendmentRoom } from './amendment-steps.ts';
import { checkRoom } from './check-steps.ts';
import { closingRoom } from './closing-steps.ts';
import { conferenceRoom } from './conference-steps.ts';
import { correctionRoom } from './correction-steps.ts';
import { dialogueRoom } from './dialogue-steps.ts';
import { plainPaperRoom } from './plain-paper-steps.ts';
import { planRoom } from './plan-steps.ts';
import { pledgeRoom } from './pledge-steps.ts';
import { registrationRoom } from './registration-steps.ts';
import { joinRooms, type PlannedRoom, type ReplayStep } from './replay-step.ts';
import { summaryRoom } from './summary-steps.ts';
import { yearToEnter, type YearToEnter } from './year-to-enter.ts';

/** The whole year as its acts, in the order in which they happened. */
export interface PlannedReplay {
  readonly year: YearToEnter;
  readonly steps: readonly ReplayStep[];
  readonly assumed: readonly Assumption[];
  /** The system's paper of each of the file's papers; void numbers stand with the paper that bore them. */
  readonly papers: Readonly<Record<string, string>>;
  /** Parts of the file that no room enters. */
  readonly notEntered: readonly string[];
}

// One step file per room of the year, in the order of the year: of two steps at one moment the first goes first.
const ROOMS: readonly ((year: YearToEnter) => PlannedRoom)[] = [
  planRoom,
  registrationRoom,
  conferenceRoom,
  dialogueRoom,
  pledgeRoom,
  amendmentRoom,
  checkRoom,
  summaryRoom,
];

const notEnteredOf = (
  { file, papers }: YearToEnter,
  entered: Readonly<Record<string, string>>,
  steps: readonly ReplayStep[],
): readonly string[] => [
  // What the year before came to is told to its conference; where there is none, to nobody.
  ...(file.previousYearSummary && !file.conference ? ['/previousYearSummary'] : []),
  ...(file.approvals ?? [])
    .map((_, index) => `/approvals/${String(index)}`)
    .filter((place) => !steps.some((step) => step.place === place)),
  ...papers
    .filter(
      ({ document, place }) =>
        entered[document.id] === undefined && !steps.some((step) => step.place === place),
    )
    .map(({ place }) => place),
];

/**
 * From a year's file to the acts that enter it: pure, and the same for the same file.
 * @throws DomainError where its amendments can't be: of what is not in force, or against a target
 */
export const planReplay = (file: YearFile): PlannedReplay => {
  checkAmendments(
    planOfYearFile(file).tasks,
    amendmentsOfYearFile(file),
    (index) => `/plan/adjustments/${String(index)}`,
  );
  const year = yearToEnter(file);
  const rooms = joinRooms(ROOMS.map((room) => room(year)));
  const letters = correctionRoom(year, rooms.papers);
  const withLetters = joinRooms([rooms, letters]);
  const open = joinRooms([withLetters, plainPaperRoom(year, withLetters.papers)]);
  const { steps: inRooms, assumed, papers } = joinRooms([open, closingRoom(year, open)]);
  // Sorting keeps what happened at one moment in the order of the rooms.
  const steps = inRooms.toSorted((left, right) => left.at.localeCompare(right.at));
  return {
    year,
    steps,
    assumed: [...year.assumedRoles, ...assumed],
    papers,
    notEntered: notEnteredOf(year, papers, steps),
  };
};
