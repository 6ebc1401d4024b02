// The example that a newcomer meets: a cycle of the current year whose plan waits for the leader.
import { readFile } from 'node:fs/promises';
import type { ActDependencies } from './acts/act.ts';
import { performAct } from './acts/perform-act.ts';
import { startFromFile } from './acts/start-from-file.ts';
import { submitPlan } from './acts/submit-plan.ts';
import { cycleId } from './workflows/contract.ts';
import {
  addDays,
  daysBetween,
  instantOf,
  localDateOf,
  type LocalDate,
} from './domain/local-date.ts';

const FILE = new URL('./examples/current-year.json', import.meta.url);
const COORDINATOR = 'P-03';
// In the last days of a year its dates run into the next one.
const MIN_DAYS = 14;

// The file is one of the reference schema; only its year and days are laid around today.
const layAroundToday = (text: string, today: LocalDate): { bytes: Uint8Array; year: number } => {
  const year = Number(today.slice(0, 4));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own file, read in full by the act
  const file = JSON.parse(text.replaceAll('{year}', String(year))) as {
    cycleYear: number;
    plan: Record<string, unknown>;
  };
  file.cycleYear = year;
  const daysLeft = Math.max(daysBetween(today, `${String(year)}-12-31`), MIN_DAYS);
  const after = (share: number, most = daysLeft): LocalDate =>
    addDays(today, Math.min(most, Math.ceil(daysLeft * share)));
  file.plan = {
    ...file.plan,
    registrationOpensOn: after(0.1, 7),
    registrationDeadline: after(0.3, 21),
    checkSchedule: { Q1: after(0.5), Q2: after(0.65), Q3: after(0.8), Q4: after(1) },
  };
  return { bytes: Buffer.from(JSON.stringify(file)), year };
};

/** Through the same acts that people use; a year that was played already is left alone. */
export const playExample = async (acts: ActDependencies): Promise<void> => {
  const today = localDateOf(instantOf(acts.wallClock().getTime()));
  const { bytes, year } = layAroundToday(await readFile(FILE, 'utf8'), today);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- as above
  const { unit } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { unit: { id: string } };
  const running = await acts.stores.cycles.find(unit.id, year);
  const submission = `example-submit-${String(year)}`;
  if (running && (await acts.stores.acts.find(unit.id, submission))) return;

  if (!running) {
    const actId = `example-start-${String(year)}`;
    await startFromFile(acts, { actId, bytes, personId: COORDINATOR, channel: 'example' });
  }
  await untilStarted(acts, unit.id, year);
  await performAct(acts, submitPlan.name, {
    actId: submission,
    officeId: unit.id,
    year,
    personId: COORDINATOR,
    channel: 'example',
    occurredAt: null,
    data: { version: 1 },
  });
};

const START_POLL_MS = 100;
const START_WAIT_MS = 60_000;

// The worker may still be on its way up when the first act has been taken.
const untilStarted = async (
  { stores }: ActDependencies,
  officeId: string,
  year: number,
): Promise<void> => {
  for (let waitedMs = 0; waitedMs < START_WAIT_MS; waitedMs += START_POLL_MS) {
    if (await stores.strands.find(officeId, cycleId(officeId, year), 'reformCycle')) return;
    await new Promise((resolve) => setTimeout(resolve, START_POLL_MS));
  }
  throw new Error('the example cycle did not start');
};
