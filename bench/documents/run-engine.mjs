// One engine with one paper, in a process of its own: node run-engine.mjs ENGINE FILE OUT
// ENGINE exports draw(input), which answers with bytes; writes one line of JSON.
import { readFile, writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

const [engine, file, out] = process.argv.slice(2);
const WARM_MS = 1_500;
const TIMED_MS = 3_000;
const LEAST = 3;

const text = await readFile(file, 'utf8');
const inputOf = (nth) => JSON.parse(text.replaceAll('@@', String(nth)));

const firstInput = inputOf(0);
const startedAt = performance.now();
const { draw } = await import(engine);
const firstBytes = await draw(firstInput);
const firstMs = performance.now() - startedAt;
await writeFile(out, firstBytes);

let nth = 0;
// Three times at least, but the slowest would hold up all others.
const drawFor = async (forMs, least) => {
  const times = [];
  let cpu = 0;
  const from = performance.now();
  const isOver = () => {
    const spent = performance.now() - from;
    return spent > 3 * forMs || (times.length >= least && spent > forMs);
  };
  do {
    nth += 1;
    const input = inputOf(nth);
    const cpuFrom = process.cpuUsage();
    const began = performance.now();
    await draw(input);
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(cpuFrom);
    cpu += (user + system) / 1_000;
  } while (!isOver());
  times.sort((one, other) => one - other);
  return { warmMs: times[Math.floor(times.length / 2)], cpuMs: cpu / times.length };
};

await drawFor(WARM_MS, 1);
const warm = await drawFor(TIMED_MS, LEAST);
process.stdout.write(
  JSON.stringify({
    firstMs,
    ...warm,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: firstBytes.length,
  }),
);
