import { afterAll, describe, expect, it } from 'vitest';
import { openWalk, walkThroughFaults } from './paper-walk.ts';
import { createPresses } from './presses.ts';
import { createStrikes, printStrikes, type Strike } from './strikes.ts';
import { judge } from './verdict.ts';
import { withSystem, type Opened } from './with-system.ts';

const LANE_WITHIN_MS = 900_000;
const TYPED_NUMBER = 27;
const FIRST_NUMBER = 1;

const strikes: Strike[] = [];
const lines: string[] = [];

afterAll(() => {
  printStrikes(strikes, lines);
});

// `owned`: the number is counted by us, `external`: it is typed by the clerk.
const LANES = [
  { whom: 'worker', parts: [{ part: 'worker', series: 'external' }] },
  {
    whom: 'web server, Temporal, PostgreSQL',
    parts: [
      { part: 'web', series: 'owned' },
      { part: 'temporal', series: 'owned' },
      { part: 'postgres', series: 'external' },
    ],
  },
] as const;

type Crossed = (typeof LANES)[number]['parts'][number];

const walkAndJudge = async (
  { system, reading, histories }: Opened,
  { part, series }: Crossed,
): Promise<void> => {
  const presses = createPresses(() => system.whereabouts().socketPath);
  const walk = openWalk({ reading, histories, presses }, `FAULTS-${part}`);
  const crossing = createStrikes(system, part);
  const typedNumber = series === 'owned' ? null : TYPED_NUMBER;
  try {
    await walkThroughFaults(walk, { histories }, crossing, typedNumber);
  } finally {
    strikes.push(...crossing.strikes);
    await crossing.releaseAll();
  }
  const repeats = await judge(walk, typedNumber ?? FIRST_NUMBER, {
    dataDir: system.dataDir,
    histories,
    presses: presses.presses,
  });
  const total = repeats.reduce((sum, each) => sum + each, 0);
  lines.push(
    `${part}: ${String(repeats.length)} mailboxes, one message each; ` +
      `${String(total)} of them came once more`,
  );
  // Who loses a part it needs waits for it, and does not go down with it.
  expect(crossing.strikes.flatMap(({ alsoEnded }) => alsoEnded)).toEqual([]);
  // Only a mail that was taken and not yet noted may come again: mail is at least once.
  const mayRepeat = part === 'worker' || part === 'postgres';
  const sends = crossing.strikes.filter(({ boundary }) => boundary.startsWith('sendMessage'));
  expect(Math.max(...repeats)).toBeLessThanOrEqual(mayRepeat ? sends.length : 0);
};

// Two systems side by side: a worker's death is mostly waited out, which leaves the machine to others.
describe.concurrent('a paper whose way is crossed by kill -9 at every boundary', () => {
  it.each(LANES)(
    'loses nothing and does nothing twice: $whom',
    async ({ parts }) => {
      const left = await withSystem(async (opened) => {
        for (const crossed of parts) await walkAndJudge(opened, crossed);
      });
      expect(left).toEqual([]);
    },
    LANE_WITHIN_MS,
  );
});
