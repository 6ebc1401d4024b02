import { isBefore, type Instant } from './local-date.ts';
import type { CycleClock } from './cycle-clock.ts';
import type { OpenedStrand } from './year-strand.ts';

/** What of a cycle's state says whether it may close. */
interface Closing {
  readonly year: number;
  readonly clock: CycleClock;
  readonly drafts: readonly { readonly phase: string }[];
  readonly strands: readonly OpenedStrand[];
  readonly registration: {
    readonly phase: string;
    readonly units: readonly { readonly standing: string }[];
  } | null;
  readonly plan: { readonly phase: string };
  readonly cancelled: object | null;
  readonly closed: object | string | null;
}

const ON_THEIR_WAY = ['awaiting-approval', 'drafting', 'approved'];

/** The year was summed up and its report issued, and nothing else of it is open. */
export const hasNothingOpen = ({ drafts, strands, registration, plan }: Closing): boolean =>
  strands.some(({ strand, ended }) => strand.kind === 'summary' && ended?.how === 'done') &&
  // A check that nobody held holds nothing open: the year's report says that its figures are missing.
  strands.every(({ strand, ended }) => ended !== null || strand.kind === 'check') &&
  drafts.every(({ phase }) => !ON_THEIR_WAY.includes(phase)) &&
  plan.phase !== 'awaiting-approval' &&
  plan.phase !== 'approved' &&
  registration?.phase !== 'awaiting-approval' &&
  !(registration?.units ?? []).some(({ standing }) => standing === 'supplement');

/**
 * When the cycle closes: the calendar year is over and nothing of it is open. Until then a paper of the
 * year can still be corrected. null: not foreseen; a year that is being entered waits until it goes live.
 */
export const closesAt = (state: Closing): Instant | null =>
  state.clock.mode === 'live' &&
  state.cancelled === null &&
  state.closed === null &&
  hasNothingOpen(state)
    ? `${String(state.year + 1)}-01-01T00:00:00+07:00`
    : null;

export const isDueToClose = (state: Closing, now: Instant): boolean => {
  const at = closesAt(state);
  return at !== null && !isBefore(now, at);
};
