// What a workflow's history holds, counted over all its runs.
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

const ATTRIBUTES = {
  updates: 'workflowExecutionUpdateAcceptedEventAttributes',
  signals: 'workflowExecutionSignaledEventAttributes',
  activities: 'activityTaskScheduledEventAttributes',
  children: 'startChildWorkflowExecutionInitiatedEventAttributes',
  timers: 'timerStartedEventAttributes',
  workflowTasks: 'workflowTaskCompletedEventAttributes',
} as const;

export interface HistoryCounts {
  readonly runs: number;
  readonly events: number;
  readonly bytes: number;
  readonly updates: number;
  readonly signals: number;
  readonly activities: number;
  readonly children: number;
  readonly timers: number;
  readonly workflowTasks: number;
}

const NOTHING: HistoryCounts = {
  runs: 0,
  events: 0,
  bytes: 0,
  updates: 0,
  signals: 0,
  activities: 0,
  children: 0,
  timers: 0,
  workflowTasks: 0,
};

const combine = (
  left: HistoryCounts,
  right: HistoryCounts,
  each: (left: number, right: number) => number,
): HistoryCounts => ({
  runs: each(left.runs, right.runs),
  events: each(left.events, right.events),
  bytes: each(left.bytes, right.bytes),
  updates: each(left.updates, right.updates),
  signals: each(left.signals, right.signals),
  activities: each(left.activities, right.activities),
  children: each(left.children, right.children),
  timers: each(left.timers, right.timers),
  workflowTasks: each(left.workflowTasks, right.workflowTasks),
});

export const sumOf = (all: readonly HistoryCounts[]): HistoryCounts =>
  all.reduce((left, right) => combine(left, right, (a, b) => a + b), NOTHING);

/** What came since an earlier count. */
export const since = (before: HistoryCounts, now: HistoryCounts): HistoryCounts =>
  combine(now, before, (a, b) => a - b);

const countRun = async (client: Client, workflowId: string, runId: string) => {
  const handle = client.workflow.getHandle(workflowId, runId);
  const [{ historySize = 0 }, { events }] = [await handle.describe(), await handle.fetchHistory()];
  const all = events ?? [];
  const having = (attribute: (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES]): number =>
    all.filter((event) => event[attribute]).length;
  const counts: HistoryCounts = {
    runs: 1,
    events: all.length,
    bytes: historySize,
    updates: having(ATTRIBUTES.updates),
    signals: having(ATTRIBUTES.signals),
    activities: having(ATTRIBUTES.activities),
    children: having(ATTRIBUTES.children),
    timers: having(ATTRIBUTES.timers),
    workflowTasks: having(ATTRIBUTES.workflowTasks),
  };
  const earlier = all[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  return { counts, earlier: earlier ? earlier : null };
};

/** All zero where the workflow has not been started. */
export const countHistory = async (client: Client, workflowId: string): Promise<HistoryCounts> => {
  const runs: HistoryCounts[] = [];
  try {
    let runId: string | null = (await client.workflow.getHandle(workflowId).describe()).runId;
    while (runId !== null) {
      const { counts, earlier } = await countRun(client, workflowId, runId);
      runs.push(counts);
      runId = earlier;
    }
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  return sumOf(runs);
};
