// The least that Temporal asks for the same work: as many workflows, Updates, signals, child starts and
// activities as ours, without rules, states, contents or a read model.
import {
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

export async function bareStrand(input: BareStrandInput): Promise<void> {
  const allowance = createAllowance(input.activities);
  let facts = 0;
  const heed = () => {
    facts += 1;
  };
  setHandler(press, heed);
  setHandler(nudge, heed);

  await allowance.spend();
  for (let seen = 0; seen < input.updates + input.signals; seen = facts) {
    const before = seen;
    await condition(() => facts > before);
    await allowance.spend();
  }
  await allowance.spendAll();
  if (input.parentId !== null) await getExternalWorkflowHandle(input.parentId).signal(strandEnded);
}

export async function bareCycle(input: BareCycleInput): Promise<void> {
  const allowance = createAllowance(input.activities);
  const reporting = input.atOpening.filter(({ parentId }) => parentId !== null).length;
  let presses = 0;
  let reports = 0;
  let started = 0;
  setHandler(strandsStarted, () => started);
  setHandler(press, () => {
    presses += 1;
  });
  setHandler(strandEnded, () => {
    reports += 1;
  });

  const startAll = async (strands: readonly BareStrandInput[]): Promise<void> => {
    await Promise.all(strands.map(startStrand));
    started += strands.length;
  };
  let seen = 0;
  const until = async (isDue: () => boolean): Promise<void> => {
    while (!isDue()) {
      await condition(() => presses + reports > seen);
      seen = presses + reports;
      await allowance.spend();
    }
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
