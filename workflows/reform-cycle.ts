import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { endOfDay, epochMsOf } from '../domain/local-date.ts';
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
import { openStrandIds, startPlanStrands, startRegistrationStrands } from './cycle-strands.ts';
import { cancelStrand, createStrandStarter, tellOfLiveClock } from './strand-starter.ts';
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
    const { plan, registration, cancelled, wentLive } = cycle.state();
    setCurrentDetails(
      `plan: ${plan.phase}; registration: ${registration?.phase ?? 'not open'}${cancelled ? '; cycle cancelled' : ''}`,
    );

    if (cancelled) {
      await tellOpenStrands(input, cycle.state(), cancelStrand);
      return;
    }
    if (wentLive === 'untold') {
      await tellOpenStrands(input, cycle.state(), tellOfLiveClock);
      cycle.record({ type: 'StrandsToldOfLiveClock' }, now());
      continue;
    }
    await startPlanStrands(strands, input, cycle.state());
    if (registration) await startRegistrationStrands(strands, input, cycle.state(), registration);
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
      passedBy: (state, at) =>
        deadlinesPassedBy(state, at).map((due) => ({
          event: { type: 'DeadlinePassed', due },
          at: endOfDay(due.dueOn),
        })),
    },
  );

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
  const deadlineEnd = nextDeadlineEnd(cycle.state());
  if (deadlineEnd === null) {
    await condition(cycle.hasUnprojected);
  } else {
    const waitMs = Math.max(epochMsOf(deadlineEnd) - Date.now(), 1_000);
    await condition(cycle.hasUnprojected, waitMs);
  }
};

// An abandoned child does not end with its parent, nor know what befell it: it is told.
const tellOpenStrands = async (
  input: ReformCycleInput,
  state: ReformCycleState,
  tell: (workflowId: string) => Promise<void>,
): Promise<void> => {
  await Promise.all(openStrandIds(input, state).map(tell));
};
