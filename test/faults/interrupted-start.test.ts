import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectHistories } from './history-watch.ts';
import { takeHold } from './holds.ts';
import { openReading, openWalk, SENDS_AT_ONCE, walkUndisturbed } from './paper-walk.ts';
import { createPresses } from './presses.ts';
import { judge } from './verdict.ts';
import {
  listProcessesOn,
  startWholeSystem,
  untilNoProcessOn,
  type WholeSystem,
} from './whole-system.ts';

const TEST_WITHIN_MS = 240_000;
const NUMBER = 27;

let dataDir = '';
let system: WholeSystem;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'reform-interrupted-'));
  system = startWholeSystem(dataDir);
});
afterEach(async () => {
  await system.end();
  await untilNoProcessOn(dataDir);
  const left = listProcessesOn(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  expect(left).toEqual([]);
});

const open = async (
  officeId: string,
  earlier: ReturnType<typeof createPresses>['presses'] = [],
) => {
  await system.isReady();
  const { databaseUrl, temporalAddress } = system.whereabouts();
  const reading = openReading(databaseUrl);
  const histories = await connectHistories(temporalAddress);
  const presses = createPresses(() => system.whereabouts().socketPath, earlier);
  const walk = openWalk({ reading, histories, presses }, officeId);
  const close = () => Promise.all([reading.close(), histories.close()]);
  return { databaseUrl, histories, presses, walk, close };
};

/** A paper whose messages are all on their way, and held up there. */
const openUntilSending = async (officeId: string, kind: 'rows' | 'writes') => {
  const opened = await open(officeId);
  const { walk, databaseUrl } = opened;
  await walkUndisturbed(walk, NUMBER);
  const deliveries = await takeHold(databaseUrl, 'delivery', 'writes');
  const issuing = walk.clerk('issue-paper');
  await deliveries.untilReached();
  const trail = await takeHold(databaseUrl, 'audit', 'writes');
  await deliveries.release();
  await issuing;
  await walk.untilPlanned();
  const sending = await takeHold(databaseUrl, 'message', kind);
  await trail.release();
  await sending.untilReached(SENDS_AT_ONCE);
  return { ...opened, sending };
};

const finish = async (officeId: string, earlier: Parameters<typeof open>[1]) => {
  const { walk, histories, presses, close } = await open(officeId, earlier);
  await walk.untilSent();
  for (const recipientId of await walk.listToHandOver()) {
    await walk.clerk('hand-over-paper', { recipientId });
  }
  await walk.untilPhase('closed');
  await walk.untilCycleKnows();
  const verdict = await judge(walk, NUMBER, {
    dataDir,
    histories,
    presses: presses.presses,
  });
  await close();
  return verdict;
};

describe('a system that is interrupted while it sends', () => {
  it(
    'by kill -9 of npm start goes on at the next start, and nothing is lost',
    async () => {
      const officeId = 'KILLED';
      const { presses, sending, close } = await openUntilSending(officeId, 'writes');
      const before = system.pids();
      await system.end('SIGKILL');
      await close();
      await sending.release();
      system = startWholeSystem(dataDir);
      await system.isReady();
      // What others may hold open is taken over; what is ours starts afresh.
      expect(system.pids()).toMatchObject({
        postgres: before['postgres'],
        temporal: before['temporal'],
      });
      const repeats = await finish(officeId, presses.presses);
      // They had been taken and not noted: those may come again, once.
      expect(Math.max(...repeats)).toBeLessThanOrEqual(1);
    },
    TEST_WITHIN_MS,
  );

  it(
    'by Ctrl-C ends cleanly, leaves no process, and goes on at the next start with no mail twice',
    async () => {
      const officeId = 'ENDED';
      const { presses, sending, close } = await openUntilSending(officeId, 'rows');
      await close();
      const askedAt = performance.now();
      expect(await system.end('SIGINT')).toBe(0);
      expect(performance.now() - askedAt).toBeLessThan(20_000);
      await sending.release();
      expect(listProcessesOn(dataDir)).toEqual([]);
      system = startWholeSystem(dataDir);
      const repeats = await finish(officeId, presses.presses);
      expect(Math.max(...repeats)).toBe(0);
    },
    TEST_WITHIN_MS,
  );
});
