// `npm run bench:registration [rounds]`: an office of 5, 20 and 80 units registers as a whole, and beside
// each run bare workflows do as much on the same server. Prints a table; docs/performance.md reads it.
import { loadavg } from 'node:os';
import { runBare } from './bare-run.ts';
import { startBenchSystem, type BenchSystem } from './bench-system.ts';
import { sumOf, type HistoryCounts } from './history-counts.ts';
import { runOurs, type OurCounts } from './our-run.ts';
import type { Phases } from './pace.ts';
import { printReport, type Pair } from './report.ts';

const SIZES = [5, 20, 80] as const;
const ROUNDS = 3;

const totalCounts = ({ units, ...rest }: OurCounts): HistoryCounts =>
  sumOf([...units, ...Object.values(rest)]);

// Unequal work would make the comparison worthless.
const checkAlike = (ours: HistoryCounts, bare: HistoryCounts): void => {
  for (const kind of ['updates', 'signals', 'activities', 'children'] as const) {
    if (ours[kind] === bare[kind]) continue;
    throw new Error(`${kind}: ${String(ours[kind])} of ours, ${String(bare[kind])} bare`);
  }
};

const secondsOf = (phases: Phases): string =>
  Object.entries(phases)
    .map(([phase, ms]) => `${phase} ${(ms / 1_000).toFixed(2)}`)
    .join(', ');

const runPair = async (system: BenchSystem, size: number): Promise<Pair> => {
  const [load = 0] = loadavg();
  const ours = await runOurs(system, size);
  const bare = await runBare(system, ours.counts);
  const counts = totalCounts(ours.counts);
  checkAlike(counts, bare.counts);
  console.log(`${String(size)} units, load ${load.toFixed(1)}`);
  console.log(`  ours: ${secondsOf(ours.phases)}`);
  console.log(`  bare: ${secondsOf(bare.phases)}`);
  return {
    size,
    ours: { phases: ours.phases, counts, cycle: ours.counts.cycle },
    bare: { phases: bare.phases, counts: bare.counts },
  };
};

const rounds = Number(process.argv[2] ?? ROUNDS);
const system = await startBenchSystem();
try {
  console.log('to warm up:');
  await runPair(system, SIZES[0]);
  const pairs: Pair[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`round ${String(round)}:`);
    for (const size of SIZES) pairs.push(await runPair(system, size));
  }
  printReport(SIZES, pairs);
} finally {
  await system.stop();
}
process.exit(0);
