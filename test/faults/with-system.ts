// A whole system for as long as a lane of faults needs it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectHistories, type Histories } from './history-watch.ts';
import { openReading, type Reading } from './paper-walk.ts';
import {
  listProcessesOn,
  startWholeSystem,
  untilNoProcessOn,
  type WholeSystem,
} from './whole-system.ts';

export interface Opened {
  readonly system: WholeSystem;
  readonly reading: Reading;
  readonly histories: Histories;
}

/** Answers what the system has left behind, once it was used and ended. */
export const withSystem = async (
  use: (opened: Opened) => Promise<void>,
): Promise<readonly string[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'reform-faults-'));
  const system = startWholeSystem(dataDir);
  try {
    await system.isReady();
    const { databaseUrl, temporalAddress } = system.whereabouts();
    const reading = openReading(databaseUrl);
    const histories = await connectHistories(temporalAddress);
    await use({ system, reading, histories });
    await histories.close();
    await reading.close();
  } finally {
    await system.end();
    await untilNoProcessOn(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
  return listProcessesOn(dataDir);
};
