import {
  condition,
  continueAsNew,
  patched,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { checksOpenedBy, openingsLeft } from '../domain/check/check-opening.ts';
import { isDueToClose } from '../domain/cycle-closing.ts';
import { endOfDay, epochMsOf, isBefore, type Instant } from '../domain/local-date.ts';
import { evolveReformCycle, isNews } from '../domain/reform-cycle-evolve.ts';
import {
  applyReformCycle,
  deadlinesPassedBy,
  decideReformCycle,
  nextDeadlineEnd,
  startReformCycle,
  type ReformCycleCommand,
  type ReformCycleState,
} from '../domain/reform-cycle.ts';
import { actOnCycle, cycleState, strandReported, type ReformCycleInput } from './contract.ts';
import {
  openRegistrationIds,
  openStrandIds,
  startPlanStrands,
  startRegistrationStrands,
} from './cycle-strands.ts';
import {
  idsOfDroppedDrafts,
  openYearStrandIds,
  startRoomStrands,
  tellOwnersOfDrafts,
} from './room-strands.ts';
import {
  cancelStrand,
  createStrandStarter,
  tellOfLiveClock,
  type StrandStarter,
} from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/**
 * The year of one office, from its plan on. Strands start by what they need, not in a fixed order: each
 * turn of the loop records what time brought, starts what is ready, and waits for the next fact.
 */
export async function reformCycle(input: ReformCycleInput): Promise<void> {
  const cycle = openCycle(input);
  const strands = createStrandStarter(input.startedStrands);
  cycle.answer(actOnCycle);
  setHandler(cycleState, cycle.state);
  setHandler(strandReported, ({ report, at }) => {
    if (isNews(cycle.state(), report)) cycle.recordReport(report, at);
  });
  if (input.carried === null) recordStart(cycle, input);

  for (;;) {
    cycle.passTime();
    await cycle.project();
    setCurrentDetails(detailsOf(cycle.state()));
    const { cancelled, wentLive } = cycle.state();

    if (cancelled) {
      await tellOpenStrands(input, cycle.state(), (id) => cancelStrand(id, cancelled.at));
      return;
    }
    if (wentLive === 'untold') {
      await tellOpenStrands(input, cycle.state(), tellOfLiveClock);
      cycle.record({ type: 'StrandsToldOfLiveClock' }, now());
      continue;
    }
    await startWhatIsReady(strands, input, cycle.state());
    if (await tellOfDrafts(cycle, input)) continue;
    if (isDueToClose(cycle.state(), now())) {
      cycle.record({ type: 'CycleClosed' }, now());
      await cycle.project();
      await cancelLeftovers(input, cycle.state(), cycle.moment());
      return;
    }
    if (cycle.shouldContinueAsNew()) {
      await continueAsNew<typeof reformCycle>({
        ...input,
        startedStrands: strands.started(),
        carried: await cycle.carry(),
      });
    }
    await untilSomethingHappens(cycle);
  }
}

// Units that never registered can do so no more, nor can a check be held.
const cancelLeftovers = async (
  input: ReformCycleInput,
  state: ReformCycleState,
  at: Instant,
): Promise<void> => {
  const ids = [...openRegistrationIds(input, state), ...openYearStrandIds(input, state)];
  await Promise.all(ids.map((id) => cancelStrand(id, at)));
};

const startWhatIsReady = async (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
): Promise<void> => {
  const { registration } = state;
  await startPlanStrands(strands, input, state);
  if (registration) await startRegistrationStrands(strands, input, state, registration);
  await startRoomStrands(strands, input, state);
};

const detailsOf = ({ plan, registration, strands, cancelled }: ReformCycleState): string => {
  const open = strands.filter(({ ended }) => ended === null).map(({ strand }) => strand.kind);
  return [
    `plan: ${plan.phase}`,
    `registration: ${registration?.phase ?? 'not open'}`,
    ...(open.length > 0 ? [`open: ${open.join(', ')}`] : []),
    ...(cancelled ? ['cycle cancelled'] : []),
  ].join('; ');
};

const openCycle = (input: ReformCycleInput) =>
  openStrand<'reformCycle', ReformCycleState, ReformCycleCommand>(
    {
      ...input,
      kind: 'reformCycle',
      fresh: startReformCycle(input.officeId, input.year, input.clock),
    },
    {
      decide: decideReformCycle,
      apply: applyReformCycle,
      evolve: evolveReformCycle,
      passedBy: broughtByTime,
    },
  );

// Deadlines that passed and checks that the schedule opened, as they came.
const broughtByTime = (state: ReformCycleState, at: Instant) => {
  const passed = deadlinesPassedBy(state, at).map((due) => ({
    event: { type: 'DeadlinePassed' as const, due },
    at: endOfDay(due.dueOn),
  }));
  const openings = checksOpenedBy(state, at);
  // In 0.2.0 there were no checks, and histories of then must replay.
  if (openings.length === 0 || !patched('checks-by-schedule')) return passed;
  const opened = openings.map(({ strand, by, at: opensAt }) => ({
    event: { type: 'StrandOpened' as const, strand, by },
    at: opensAt,
  }));
  return [...passed, ...opened].toSorted((left, right) => (isBefore(left.at, right.at) ? -1 : 1));
};

type Cycle = ReturnType<typeof openCycle>;

const recordStart = (cycle: Cycle, input: ReformCycleInput): void => {
  const at = input.clock.mode === 'entered' ? input.clock.at : now();
  cycle.record(
    { type: 'CycleStarted', schedule: input.schedule, by: input.startedBy },
    at,
    input.actId,
  );
};

const untilSomethingHappens = async (cycle: Cycle): Promise<void> => {
  const next = nextMoment(cycle.state());
  if (next === null) {
    await condition(cycle.hasUnprojected);
  } else {
    const waitMs = Math.max(epochMsOf(next) - Date.now(), 1_000);
    await condition(cycle.hasUnprojected, waitMs);
  }
};

// Of a deadline or of a check's opening, whichever comes first. A check opens before its deadline, so that
// where no deadline is left there never is a timer, as in 0.2.0.
const nextMoment = (state: ReformCycleState): Instant | null => {
  const deadlineEnd = nextDeadlineEnd(state);
  const opening = openingsLeft(state)[0]?.at;
  if (deadlineEnd === null || opening === undefined) return deadlineEnd;
  return isBefore(opening, deadlineEnd) ? opening : deadlineEnd;
};

// A paper that is not wanted any more is stopped; then whoever wanted it hears how it stands.
const tellOfDrafts = async (cycle: Cycle, input: ReformCycleInput): Promise<boolean> => {
  const state = cycle.state();
  const at = cycle.moment();
  await Promise.all(idsOfDroppedDrafts(input, state).map((id) => cancelStrand(id, at)));
  // Of this very state: what is dropped meanwhile has its strands still to be stopped, in the next turn.
  const told = await tellOwnersOfDrafts(state, at);
  for (const { draftId, phase, submitted } of told) {
    const { version } = submitted;
    cycle.record({ type: 'DraftOwnerTold', draftId, version, phase }, cycle.moment());
  }
  return told.length > 0;
};

// An abandoned child does not end with its parent, nor know what befell it: it is told.
const tellOpenStrands = async (
  input: ReformCycleInput,
  state: ReformCycleState,
  tell: (workflowId: string) => Promise<void>,
): Promise<void> => {
  await Promise.all(openStrandIds(input, state).map(tell));
};
