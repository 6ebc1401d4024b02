// One engine with one paper, in a process of its own: node run-engine.mjs ENGINE FILE
// ENGINE exports openEngine(file), which answers with { count, draw(nth) }; writes one line of JSON.
import { writeFile } from 'node:fs/promises';
import process from 'node:process';

const [engine, file, out] = process.argv.slice(2);
const WARM_MS = 4_000;
const LEAST = 3;

const startedAt = performance.now();
const { openEngine } = await import(engine);
const { count, draw } = await openEngine(file);
const firstBytes = await draw(0);
const firstMs = performance.now() - startedAt;
await writeFile(out, firstBytes);

const times = [];
const cpuFrom = process.cpuUsage();
const warmFrom = performance.now();
for (let nth = 1; nth < count; nth += 1) {
  if (times.length >= LEAST && performance.now() - warmFrom > WARM_MS) break;
  const from = performance.now();
  await draw(nth);
  times.push(performance.now() - from);
}
const { user, system } = process.cpuUsage(cpuFrom);
const cpuMs = (user + system) / 1_000 / times.length;
times.sort((one, other) => one - other);
process.stdout.write(
  JSON.stringify({
    firstMs,
    warmMs: times[Math.floor(times.length / 2)],
    cpuMs,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: firstBytes.length,
  }),
);
