// `npm run bench:cycle [rounds] [sizes]`: whole years are entered, the example's and years of 5, 20 and 80 units
// (or of the sizes given, as "5,20"; 0 for none), and beside each run bare workflows do as much on the same server. Prints
// a table; docs/performance.md reads it.
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { performReplay } from '../acts/replay/perform-replay.ts';
import { planReplay } from '../acts/replay/plan-replay.ts';
import { untilSettled } from '../acts/replay/until-settled.ts';
import { readYearFile } from '../acts/year-file/read-year-file.ts';
import { BARE_QUEUE, nudge, press } from './bare-contract.ts';
import { startBenchSystem, type BenchSystem } from './bench-system.ts';
import { countHistory, sumOf, type HistoryCounts } from './history-counts.ts';
import { medianOf, row } from './report.ts';
import { exampleYear, yearOfUnits, type BenchYear } from './year-of-units.ts';

const SIZES = '5,20,80';

interface Run {
  readonly name: string;
  readonly oursMs: number;
  readonly bareMs: number;
  readonly ours: HistoryCounts;
  readonly bare: HistoryCounts;
  /** Events of the longest single run of a workflow, and how many workflows there were. */
  readonly longest: number;
  readonly workflows: number;
}

const listWorkflows = async ({ client }: BenchSystem, officeId: string): Promise<string[]> => {
  const ids = new Set<string>();
  const query = `WorkflowId STARTS_WITH "cycle/${officeId}/"`;
  for await (const { workflowId } of client.workflow.list({ query })) ids.add(workflowId);
  return [...ids];
};

const enterYear = async ({ acts }: BenchSystem, { bytes }: BenchYear): Promise<number> => {
  const planned = planReplay(readYearFile(bytes));
  const startedMs = performance.now();
  const steps = performReplay(acts, planned, bytes);
  while (!(await steps.next()).done);
  await untilSettled(acts, planned);
  return performance.now() - startedMs;
};

// One press after the other, as a replay enters them; signals and activities as they come.
const runBare = async (
  { client }: BenchSystem,
  counts: readonly HistoryCounts[],
): Promise<{ ms: number; counts: readonly HistoryCounts[] }> => {
  const id = `bare/${randomUUID()}`;
  const strands = counts.map(({ updates, signals, activities }, index) => ({
    workflowId: `${id}/${String(index)}`,
    updates,
    signals,
    activities,
    parentId: null,
  }));
  const startedMs = performance.now();
  for (const strand of strands) {
    const { workflowId } = strand;
    const handle = await client.workflow.start('bareStrand', {
      workflowId,
      taskQueue: BARE_QUEUE,
      args: [strand],
    });
    for (let sent = 0; sent < strand.signals; sent += 1) await handle.signal(nudge);
    for (let pressed = 0; pressed < strand.updates; pressed += 1) await handle.executeUpdate(press);
  }
  await Promise.all(
    strands.map(({ workflowId }) => client.workflow.getHandle(workflowId).result()),
  );
  const ms = performance.now() - startedMs;
  const found: HistoryCounts[] = [];
  for (const { workflowId } of strands) found.push(await countHistory(client, workflowId));
  return { ms, counts: found };
};

const runPair = async (system: BenchSystem, name: string, year: BenchYear): Promise<Run> => {
  const [load = 0] = loadavg();
  const oursMs = await enterYear(system, year);
  const ids = await listWorkflows(system, year.officeId);
  const ours: HistoryCounts[] = [];
  for (const id of ids) ours.push(await countHistory(system.client, id));
  const bare = await runBare(system, ours);
  const [oursAll, bareAll] = [sumOf(ours), sumOf(bare.counts)];
  for (const kind of ['updates', 'signals', 'activities'] as const) {
    if (oursAll[kind] === bareAll[kind]) continue;
    throw new Error(`${kind}: ${String(oursAll[kind])} of ours, ${String(bareAll[kind])} bare`);
  }
  const longest = Math.max(...ours.map(({ events, runs }) => events / runs));
  console.log(
    `${name}: ours ${(oursMs / 1_000).toFixed(1)} s, bare ${(bare.ms / 1_000).toFixed(1)} s, load ${load.toFixed(1)}`,
  );
  return {
    name,
    oursMs,
    bareMs: bare.ms,
    ours: oursAll,
    bare: bareAll,
    longest,
    workflows: ids.length,
  };
};

const COLUMNS: readonly (readonly [string, (run: Run) => number, number])[] = [
  ['ours, s', ({ oursMs }) => oursMs / 1_000, 1],
  ['bare, s', ({ bareMs }) => bareMs / 1_000, 1],
  ['time, ours / bare', ({ oursMs, bareMs }) => oursMs / bareMs, 2],
  ['ours, events', ({ ours }) => ours.events, 0],
  ['bare, events', ({ bare }) => bare.events, 0],
  ['events, ours / bare', ({ ours, bare }) => ours.events / bare.events, 2],
  ['Updates', ({ ours }) => ours.updates, 0],
  ['activities', ({ ours }) => ours.activities, 0],
  ['signals', ({ ours }) => ours.signals, 0],
  ['workflows', ({ workflows }) => workflows, 0],
  ['longest run, events', ({ longest }) => longest, 0],
];

const printTable = (names: readonly string[], runs: readonly Run[]): void => {
  console.log(`\n${row(['year', ...names])}`);
  console.log(row(['---', ...names.map(() => '---:')]));
  for (const [title, read, digits] of COLUMNS) {
    const cells = names.map((name) =>
      medianOf(runs.filter((run) => run.name === name).map(read)).toFixed(digits),
    );
    console.log(row([title, ...cells]));
  }
};

const rounds = Number(process.argv[2] ?? 1);
const sizes = (process.argv[3] ?? SIZES)
  .split(',')
  .map(Number)
  .filter((size) => size > 0);
const officeId = (): string => `BENCH-${randomUUID().slice(0, 8)}`;
const years: readonly (readonly [string, () => BenchYear])[] = [
  ['example', () => exampleYear(officeId())],
  ...sizes.map((size) => [`${String(size)} units`, () => yearOfUnits(size, officeId())] as const),
];
const system = await startBenchSystem();
try {
  console.log('to warm up:');
  await runPair(system, 'example', exampleYear(officeId()));
  const runs: Run[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, make] of years) runs.push(await runPair(system, name, make()));
  }
  printTable(
    years.map(([name]) => name),
    runs,
  );
} finally {
  await system.stop();
}
process.exit(0);
