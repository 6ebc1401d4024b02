import type { PaperRow } from '../../adapters/database/papers.ts';
import { closesAt } from '../../domain/cycle-closing.ts';
import { isDelivered } from '../../domain/paper-delivered.ts';
import { cycleId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';
import type { PlannedReplay } from './plan-replay.ts';

const SETTLE_POLL_MS = 50;
const SETTLE_WAIT_MS = 120_000;

/**
 * True once every issued paper has been mailed, or was found to be undeliverable, and a year that is to
 * close has closed; bounded by two minutes.
 */
export const untilSettled = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  { year: { officeId, year } }: PlannedReplay,
): Promise<boolean> => {
  const isSettled = async (row: PaperRow): Promise<boolean> => {
    if (row.issued_on === null) return true;
    const strand = await stores.strands.find(officeId, row.workflow_id, 'documentIssue');
    if (!strand || strand.state.deliveries === null) return false;
    if (isDelivered(strand.state)) return false; // about to be closed
    return strand.state.deliveries.every(({ status }) => status !== 'due');
  };
  const isClosing = async (): Promise<boolean> => {
    const cycle = await stores.strands.find(officeId, cycleId(officeId, year), 'reformCycle');
    return cycle !== null && closesAt(cycle.state) !== null;
  };
  for (let waitedMs = 0; waitedMs <= SETTLE_WAIT_MS; waitedMs += SETTLE_POLL_MS) {
    const rows = await stores.papers.list(officeId, year);
    const areSettled = (await Promise.all(rows.map(isSettled))).every(Boolean);
    if (areSettled && !(await isClosing())) return true;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_POLL_MS));
  }
  return false;
};
