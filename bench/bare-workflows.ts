// The least that Temporal asks for the same work: as many workflows, Updates, signals, child starts and
// activities as ours, without rules, states, contents or a read model.
import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  proxyActivities,
  setHandler,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import {
  nudge,
  press,
  strandEnded,
  strandsStarted,
  type BareActivities,
  type BareCycleInput,
  type BareStrandInput,
} from './bare-contract.ts';

const { doNothing } = proxyActivities<BareActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '10 seconds',
});

// Ours may show several facts by one activity, and a quicker side has more to show at once: what is left
// over is made up for at the end, side by side, as Temporal would have it cheapest.
const createAllowance = (activities: number) => {
  let left = activities;
  const spend = async (): Promise<void> => {
    if (left === 0) return;
    left -= 1;
    await doNothing();
  };
  return {
    spend,
    spendAll: async (): Promise<void> => {
      await Promise.all(Array.from({ length: left }, spend));
    },
  };
};

// A press is answered once the activity behind it has run, as ours is once the read model shows it.
const createFacts = () => {
  let taken = 0;
  let shown = 0;
  return {
    taken: (): number => taken,
    shown: (): number => shown,
    take: (): void => {
      taken += 1;
    },
    takeAndShow: async (): Promise<void> => {
      taken += 1;
      const mine = taken;
      await condition(() => shown >= mine);
    },
    showNext: async (show: () => Promise<void>): Promise<void> => {
      await condition(() => taken > shown);
      const known = taken;
      await show();
      shown = known;
    },
  };
};

export async function bareStrand(input: BareStrandInput): Promise<void> {
  const allowance = createAllowance(input.activities);
  const facts = createFacts();
  setHandler(press, facts.takeAndShow);
  setHandler(nudge, facts.take);

  await allowance.spend();
  while (facts.shown() < input.updates + input.signals) await facts.showNext(allowance.spend);
  await allowance.spendAll();
  await condition(allHandlersFinished);
  if (input.parentId !== null) await getExternalWorkflowHandle(input.parentId).signal(strandEnded);
}

export async function bareCycle(input: BareCycleInput): Promise<void> {
  const allowance = createAllowance(input.activities);
  const reporting = input.atOpening.filter(({ parentId }) => parentId !== null).length;
  const facts = createFacts();
  let presses = 0;
  let reports = 0;
  let started = 0;
  setHandler(strandsStarted, () => started);
  setHandler(press, async () => {
    presses += 1;
    await facts.takeAndShow();
  });
  setHandler(strandEnded, () => {
    reports += 1;
    facts.take();
  });

  const startAll = async (strands: readonly BareStrandInput[]): Promise<void> => {
    await Promise.all(strands.map(startStrand));
    started += strands.length;
  };
  const until = async (isDue: () => boolean): Promise<void> => {
    while (!isDue() || facts.taken() > facts.shown()) await facts.showNext(allowance.spend);
  };

  await until(() => presses === 1);
  await startAll(input.atOpening);
  await until(() => reports === reporting && presses === 2);
  await startAll(input.atClosing);
  await until(() => reports === reporting + 1);
  await startAll(input.atApproval);
  await allowance.spendAll();
}

const startStrand = (strand: BareStrandInput): Promise<unknown> => {
  const { workflowId } = workflowInfo();
  return startChild(bareStrand, {
    workflowId: strand.workflowId,
    parentClosePolicy: ParentClosePolicy.ABANDON,
    args: [{ ...strand, parentId: strand.parentId === null ? null : workflowId }],
  });
};
