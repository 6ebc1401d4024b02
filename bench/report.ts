// The figures of all rounds as a table: medians, and how they grow.
import type { HistoryCounts } from './history-counts.ts';
import { totalOf, type Phases } from './pace.ts';

interface Measured {
  readonly phases: Phases;
  readonly counts: HistoryCounts;
}
export interface Pair {
  readonly size: number;
  readonly ours: Measured & { readonly cycle: HistoryCounts };
  readonly bare: Measured;
}

export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
};

const seconds = (ms: number): string => (ms / 1_000).toFixed(2);
const whole = (value: number): string => String(Math.round(value));
const kilobytes = (bytes: number): string => whole(bytes / 1_024);

const COLUMNS: readonly (readonly [
  title: string,
  read: (pair: Pair) => number,
  show: (value: number) => string,
])[] = [
  ['ours, s', ({ ours }) => totalOf(ours.phases), seconds],
  ['bare, s', ({ bare }) => totalOf(bare.phases), seconds],
  [
    'time, ours / bare',
    ({ ours, bare }) => totalOf(ours.phases) / totalOf(bare.phases),
    (ratio) => ratio.toFixed(2),
  ],
  ['ours, ms per unit', ({ size, ours }) => totalOf(ours.phases) / size, whole],
  ['ours, events', ({ ours }) => ours.counts.events, whole],
  ['bare, events', ({ bare }) => bare.counts.events, whole],
  [
    'events, ours / bare',
    ({ ours, bare }) => ours.counts.events / bare.counts.events,
    (ratio) => ratio.toFixed(2),
  ],
  ['ours, events per unit', ({ size, ours }) => ours.counts.events / size, whole],
  ['ours, open, s', ({ ours }) => ours.phases.open, seconds],
  ['bare, open, s', ({ bare }) => bare.phases.open, seconds],
  ['ours, register, s', ({ ours }) => ours.phases.register, seconds],
  ['bare, register, s', ({ bare }) => bare.phases.register, seconds],
  ['ours, accept, s', ({ ours }) => ours.phases.accept, seconds],
  ['bare, accept, s', ({ bare }) => bare.phases.accept, seconds],
  ['ours, approve, s', ({ ours }) => ours.phases.approve, seconds],
  ['bare, approve, s', ({ bare }) => bare.phases.approve, seconds],
  ['Updates', ({ ours }) => ours.counts.updates, whole],
  ['activities', ({ ours }) => ours.counts.activities, whole],
  ['signals', ({ ours }) => ours.counts.signals, whole],
  ['children', ({ ours }) => ours.counts.children, whole],
  ['ours, timers', ({ ours }) => ours.counts.timers, whole],
  ['ours, workflow tasks', ({ ours }) => ours.counts.workflowTasks, whole],
  ['bare, workflow tasks', ({ bare }) => bare.counts.workflowTasks, whole],
  ['ours, history, KB', ({ ours }) => ours.counts.bytes, kilobytes],
  ['bare, history, KB', ({ bare }) => bare.counts.bytes, kilobytes],
  ['cycle alone, events', ({ ours }) => ours.cycle.events, whole],
  ['cycle alone, history, KB', ({ ours }) => ours.cycle.bytes, kilobytes],
  ['cycle alone, continued as new', ({ ours }) => ours.cycle.runs, whole],
];

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Medians over all rounds, one column for each size; the last: the greatest by the smallest. */
export const printReport = (sizes: readonly number[], pairs: readonly Pair[]): void => {
  console.log('');
  console.log(
    row(['units', ...sizes.map(String), `${String(sizes.at(-1))} / ${String(sizes[0])}`]),
  );
  console.log(row(['---', ...sizes.map(() => '---:'), '---:']));
  for (const [title, read, show] of COLUMNS) {
    const medians = sizes.map((size) =>
      medianOf(pairs.filter((pair) => pair.size === size).map(read)),
    );
    const [first = 0, last = 0] = [medians[0], medians.at(-1)];
    console.log(row([title, ...medians.map(show), first === 0 ? '' : (last / first).toFixed(1)]));
  }
};
