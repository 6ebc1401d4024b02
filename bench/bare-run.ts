// The same work without us: what the workflows of one registration did, done by bare ones.
import { randomUUID } from 'node:crypto';
import {
  BARE_QUEUE,
  nudge,
  press,
  strandsStarted,
  type BareCycleInput,
  type BareStrandInput,
} from './bare-contract.ts';
import type { BenchSystem } from './bench-system.ts';
import { countHistory, sumOf, type HistoryCounts } from './history-counts.ts';
import type { OurCounts } from './our-run.ts';
import { forEachAtOnce, timePhases, until, type Phases } from './pace.ts';

const strandOf = (
  workflowId: string,
  { updates, signals, activities }: HistoryCounts,
  parentId: string | null,
): BareStrandInput => ({ workflowId, updates, signals, activities, parentId });

const planOf = (id: string, counts: OurCounts) => {
  const units = counts.units.map((unit, index) =>
    strandOf(`${id}/unit/${String(index)}`, unit, id),
  );
  const opening = strandOf(`${id}/opening`, counts.openingPaper, null);
  const list = strandOf(`${id}/list`, counts.listApproval, id);
  const result = strandOf(`${id}/result`, counts.resultPaper, null);
  const day = strandOf(`${id}/day`, counts.officeDay, null);
  const cycle: BareCycleInput = {
    activities: counts.cycle.activities,
    atOpening: [...units, opening],
    atClosing: [list],
    atApproval: [result],
  };
  return { units, list, opening, result, day, cycle };
};

export const runBare = async (
  { client }: BenchSystem,
  counts: OurCounts,
): Promise<{ phases: Phases; counts: HistoryCounts }> => {
  const id = `bare/${randomUUID()}`;
  const { units, list, opening, result, day, cycle } = planOf(id, counts);
  const handleOf = (workflowId: string) => client.workflow.getHandle(workflowId);
  const pressOn = (workflowId: string) => handleOf(workflowId).executeUpdate(press);
  const untilStarted = (count: number) =>
    until(`${String(count)} strands run`, async () => {
      const started = await handleOf(id).query(strandsStarted);
      return started >= count;
    });
  const taskQueue = BARE_QUEUE;
  await client.workflow.start('bareCycle', { workflowId: id, taskQueue, args: [cycle] });
  await client.workflow.start('bareStrand', { workflowId: day.workflowId, taskQueue, args: [day] });
  const tellDay = async () => {
    for (let sent = 0; sent < day.signals; sent += 1) await handleOf(day.workflowId).signal(nudge);
  };

  let telling: Promise<void> | null = null;
  const phases = await timePhases({
    open: async () => {
      telling = tellDay();
      await pressOn(id);
      await untilStarted(cycle.atOpening.length);
    },
    register: () => forEachAtOnce(units, ({ workflowId }) => pressOn(workflowId)),
    accept: async () => {
      await forEachAtOnce(units, ({ workflowId }) => pressOn(workflowId));
      await Promise.all(units.map(({ workflowId }) => handleOf(workflowId).result()));
    },
    approve: async () => {
      await pressOn(id);
      await untilStarted(cycle.atOpening.length + 1);
      await pressOn(list.workflowId);
      await handleOf(id).result();
      await handleOf(result.workflowId).result();
      await telling;
    },
  });
  const ends = [...units, list, opening, result, day].map(({ workflowId }) => workflowId);
  await Promise.all(ends.map((workflowId) => handleOf(workflowId).result()));
  const all: HistoryCounts[] = [];
  for (const workflowId of [id, ...ends]) all.push(await countHistory(client, workflowId));
  return { phases, counts: sumOf(all) };
};
