import {
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  startChild,
} from '@temporalio/workflow';
import { endOfDay, epochMsOf } from '../domain/local-date.ts';
import {
  applyReformCycle,
  deadlinesPassedBy,
  decideReformCycle,
  evolveReformCycle,
  isNews,
  nextDeadlineEnd,
  startReformCycle,
  type ReformCycleCommand,
  type ReformCycleState,
} from '../domain/reform-cycle.ts';
import { approval } from './approval.ts';
import {
  actOnCycle,
  cycleState,
  paperWorkflowId,
  planApprovalId,
  strandReported,
  type ReformCycleInput,
} from './contract.ts';
import { documentIssue } from './document-issue.ts';
import { cancelStrand, createStrandStarter } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/**
 * The year of one office, from its plan on. Strands start by what they need, not in a fixed order: each
 * turn of the loop records what time brought, starts what is ready, and waits for the next fact.
 */
export async function reformCycle(input: ReformCycleInput): Promise<void> {
  const cycle = openCycle(input);
  const startStrand = createStrandStarter();
  cycle.answer(actOnCycle);
  setHandler(cycleState, cycle.state);
  setHandler(strandReported, ({ report, at }) => {
    if (isNews(cycle.state(), report)) cycle.record(report, at);
  });
  if (input.carried === null) recordStart(cycle, input);

  for (;;) {
    cycle.passTime();
    await cycle.project();
    const { plan, cancelled } = cycle.state();
    setCurrentDetails(`plan: ${plan.phase}${cancelled ? '; cycle cancelled' : ''}`);

    if (cancelled) {
      await cancelOpenStrands(input, cycle.state());
      return;
    }
    if (plan.phase === 'awaiting-approval') {
      const id = planApprovalId(input.officeId, input.year, plan.submitted.version);
      await startStrand(id, (options) =>
        startChild(approval, {
          ...options,
          staticSummary: `approval of plan version ${plan.submitted.version}`,
          args: [
            {
              ...strandInput(input, cycle.state()),
              submitted: plan.submitted,
              submittedBy: plan.submittedBy,
              requestedAt: plan.submittedAt,
            },
          ],
        }),
      );
    }
    if (plan.phase === 'approved') {
      const id = paperWorkflowId(input.officeId, input.year, plan.paperId);
      await startStrand(id, (options) =>
        startChild(documentIssue, {
          ...options,
          staticSummary: `issue of paper ${plan.paperId}`,
          args: [
            {
              ...strandInput(input, cycle.state()),
              paperId: plan.paperId,
              kind: 'plan',
              contentVersion: plan.submitted.version,
              pins: plan.submitted.pins,
              signer: plan.submitted.signer,
              approvedAt: plan.approvedAt,
              maySignInSystem: input.maySignInSystem,
            },
          ],
        }),
      );
    }
    if (cycle.shouldContinueAsNew()) {
      await continueAsNew<typeof reformCycle>({ ...input, carried: await cycle.carry() });
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

const strandInput = (input: ReformCycleInput, state: ReformCycleState) => ({
  officeId: input.officeId,
  year: input.year,
  continueAfterEvents: input.continueAfterEvents,
  carried: null,
  clock: state.clock,
});

const untilSomethingHappens = async (cycle: Cycle): Promise<void> => {
  const deadlineEnd = nextDeadlineEnd(cycle.state());
  if (deadlineEnd === null) {
    await condition(cycle.hasUnprojected);
  } else {
    const waitMs = Math.max(epochMsOf(deadlineEnd) - Date.now(), 1_000);
    await condition(cycle.hasUnprojected, waitMs);
  }
};

// Their end is told to them one by one: an abandoned child does not end with its parent.
const cancelOpenStrands = async (
  { officeId, year }: ReformCycleInput,
  { plan }: ReformCycleState,
): Promise<void> => {
  if (plan.phase === 'awaiting-approval') {
    await cancelStrand(planApprovalId(officeId, year, plan.submitted.version));
  }
  if (plan.phase === 'approved' || plan.phase === 'issued') {
    await cancelStrand(paperWorkflowId(officeId, year, plan.paperId));
  }
};
