// The finished year of the example: its file entered as a replay enters any past year, act by act.
import { readFile } from 'node:fs/promises';
import type { ActDependencies } from '../acts/act.ts';
import { performReplay } from '../acts/replay/perform-replay.ts';
import { planReplay } from '../acts/replay/plan-replay.ts';
import { untilSettled } from '../acts/replay/until-settled.ts';
import type { YearToEnter } from '../acts/replay/year-to-enter.ts';
import { readYearFile } from '../acts/year-file/read-year-file.ts';

const FILE = new URL('./2024.json', import.meta.url);
const PLAYED = { channel: 'example', isMailed: false } as const;

// Another cycle of that year is somebody's own, and so is one that somebody ended or let go live.
const standingOf = async (
  { stores }: ActDependencies,
  { officeId, year }: YearToEnter,
): Promise<'to-enter' | 'whole' | 'not-ours'> => {
  const row = await stores.cycles.find(officeId, year);
  if (!row) return 'to-enter';
  if (row.origin !== 'example') return 'not-ours';
  const strand = await stores.strands.find(officeId, row.workflow_id, 'reformCycle');
  if (!strand) return 'to-enter';
  const { closed, cancelled, clock } = strand.state;
  if (closed) return 'whole';
  return cancelled || clock.mode === 'live' ? 'not-ours' : 'to-enter';
};

/**
 * Enters it as the example, whose past years are mailed to nobody. Broken off, it goes on from there at the
 * next start, and with the rooms that a newer release enters; `onBegin` is called where there is something
 * to enter. Answers false where that year is somebody's own, which is left alone.
 */
export const playPastYear = async (
  acts: ActDependencies,
  onBegin: () => void,
): Promise<boolean> => {
  const bytes = await readFile(FILE);
  const planned = planReplay(readYearFile(bytes));
  const standing = await standingOf(acts, planned.year);
  if (standing !== 'to-enter') return standing === 'whole';
  let hasBegun = false;
  for await (const { isNew } of performReplay(acts, planned, bytes, PLAYED)) {
    if (isNew && !hasBegun) onBegin();
    hasBegun ||= isNew;
  }
  // It closes a moment later; till then it would look like a year that somebody let go live.
  await untilSettled(acts, planned);
  return true;
};
