import { afterAll, describe, expect, it } from 'vitest';
import { createPresses } from './presses.ts';
import { openRegistrationFaults } from './registration-presses.ts';
import { judgeRegistration } from './registration-verdict.ts';
import { walkRegistrationThroughFaults } from './registration-walk.ts';
import { createStrikes, printStrikes, type Strike } from './strikes.ts';
import type { Part } from './whole-system.ts';
import { withSystem, type Opened } from './with-system.ts';

const LANE_WITHIN_MS = 600_000;

const strikes: Strike[] = [];
const lines: string[] = [];

afterAll(() => {
  printStrikes(strikes, lines);
});

const LANES: readonly { readonly whom: string; readonly parts: readonly Part[] }[] = [
  { whom: 'worker', parts: ['worker'] },
  { whom: 'web server, Temporal, PostgreSQL', parts: ['web', 'temporal', 'postgres'] },
];

const walkAndJudge = async ({ system, reading, histories }: Opened, part: Part): Promise<void> => {
  const presses = createPresses(() => system.whereabouts().socketPath);
  const walk = openRegistrationFaults({ system, reading, presses }, `REGISTERS-${part}`);
  const crossing = createStrikes(system, part);
  try {
    await walkRegistrationThroughFaults(walk, crossing, part);
  } finally {
    strikes.push(...crossing.strikes);
    await crossing.releaseAll();
  }
  const repeats = await judgeRegistration(walk, {
    dataDir: system.dataDir,
    histories,
    presses: presses.presses,
    hasOwnUnit: part !== 'web',
  });
  const total = repeats.reduce((sum, each) => sum + each, 0);
  lines.push(
    `${part}: ${String(repeats.length)} notices at once, one message each; ` +
      `${String(total)} of them came once more`,
  );
  // Who loses a part it needs waits for it, and does not go down with it.
  expect(crossing.strikes.flatMap(({ alsoEnded }) => alsoEnded)).toEqual([]);
  // Only a mail that was taken and not yet noted may come again: mail is at least once.
  const sends = crossing.strikes.filter(({ boundary }) => boundary.startsWith('notice at once'));
  expect(total).toBeLessThanOrEqual(sends.length);
};

describe.concurrent('a registration whose way is crossed by kill -9 at every boundary', () => {
  it.each(LANES)(
    'loses nothing and does nothing twice: $whom',
    async ({ parts }) => {
      const left = await withSystem(async (opened) => {
        for (const part of parts) await walkAndJudge(opened, part);
      });
      expect(left).toEqual([]);
    },
    LANE_WITHIN_MS,
  );
});
