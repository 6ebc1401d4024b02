// As many commitments of two pages, each with words of its own, in both formats: drawn by the asking process
// itself, by one thread, by two. Each way in a process of its own.
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Paper } from '../../documents/paper-of.ts';
import type { RenderRequest } from '../../documents/render-message.ts';
import { createRenderPool, startRenderThread } from '../../documents/render-pool.ts';
import { renderDocx, renderPdf } from '../../documents/render.ts';
import { paperWithUnits } from '../../test/documents/every-kind.ts';

const WAYS = [0, 1, 2];
const AT_ONCE = 10;
const UNITS_OF_TWO_PAGES = 8;
const MEGABYTE = 1_048_576;

interface Seen {
  readonly perSecond: number;
  readonly firstMs: number;
  readonly longestDelayMs: number;
  /** After each tenth of the papers. */
  readonly memory: readonly number[];
}

const commitmentOf = (nth: number): Paper => {
  const paper = paperWithUnits('commitment', UNITS_OF_TWO_PAGES);
  return { ...paper, subject: `${paper.subject} (${String(nth)})` };
};

const drawHere = ({ as, ...request }: RenderRequest): Promise<Uint8Array> => {
  if (!('paper' in request)) throw new Error('papers alone are drawn here');
  return (as === 'pdf' ? renderPdf : renderDocx)(request.paper, request.pinned);
};

const measure = async (threads: number, count: number): Promise<Seen> => {
  const render =
    threads === 0 ? drawHere : createRenderPool({ threads, startThread: startRenderThread });
  const drawBoth = (paper: Paper) =>
    Promise.all([
      render({ as: 'pdf', paper, pinned: null }),
      render({ as: 'docx', paper, pinned: null }),
    ]);
  const papers = Array.from({ length: count }, (_, nth) => commitmentOf(nth));
  const startedAt = performance.now();
  await Promise.all(papers.slice(0, threads + 1).map(drawBoth));
  const firstMs = performance.now() - startedAt;

  const memory: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await wait(20); // its clock runs from its first turn on
  const from = performance.now();
  for (let at = 0; at < count; at += AT_ONCE) {
    await Promise.all(papers.slice(at, at + AT_ONCE).map(drawBoth));
    if (at % Math.ceil(count / 10) < AT_ONCE) {
      memory.push(Math.round(process.memoryUsage.rss() / MEGABYTE));
    }
  }
  const perSecond = count / ((performance.now() - from) / 1_000);
  // What has blocked until now is seen only as the loop turns again.
  await wait(20);
  return { perSecond, firstMs, longestDelayMs: delay.max / 1e6, memory };
};

const inOwnProcess = (threads: number, count: number): Seen => {
  const args = [
    '--import',
    'tsx',
    fileURLToPath(import.meta.url),
    String(count),
    'alone',
    String(threads),
  ];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(output) as Seen;
};

const show = (threads: number, seen: Seen): string =>
  [
    threads === 0 ? 'the process itself' : `${String(threads)} thread(s)`,
    seen.perSecond.toFixed(1),
    seen.firstMs.toFixed(0),
    seen.longestDelayMs.toFixed(1),
    seen.memory.join(' '),
    loadavg()[0]?.toFixed(1),
  ].join(' | ');

export const measureThousand = (count: number): void => {
  console.log('drawn by | papers/s | first, ms | longest delay, ms | MB | load');
  for (const way of WAYS) console.log(show(way, inOwnProcess(way, count)));
};

const [count, , threads] = process.argv.slice(2).map(Number);
if (process.argv[3] === 'alone') {
  process.stdout.write(JSON.stringify(await measure(threads ?? 0, count ?? 0)));
}
