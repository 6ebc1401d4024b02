import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  getExternalWorkflowHandle,
  log,
  ParentClosePolicy,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { clockWentLive, cycleCancelled, cycleId, strandReported } from './contract.ts';
import type { StrandReport } from '../domain/reform-cycle.ts';
import type { Instant } from '../domain/local-date.ts';

// ABANDON and a fixed id: continue-as-new of the cycle would otherwise terminate its children, and the
// same strand can't run twice. A strand that is there already is what we wanted.
const options = (workflowId: string) => ({
  workflowId,
  parentClosePolicy: ParentClosePolicy.ABANDON,
  workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
});

/** `earlier`: what the runs before this one have started. */
export const createStrandStarter = (earlier: readonly string[] = []) => {
  const started = new Set(earlier);
  return {
    started: (): readonly string[] => [...started],

    async start(
      workflowId: string,
      start: (childOptions: ReturnType<typeof options>) => Promise<unknown>,
    ): Promise<void> {
      if (started.has(workflowId)) return;
      started.add(workflowId);
      try {
        await start(options(workflowId));
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
  };
};
export type StrandStarter = ReturnType<typeof createStrandStarter>;

/** Tells the cycle a fact. A cycle that has ended has no use for it: the fact stands in the trail. */
export const reportToCycle = async (
  officeId: string,
  year: number,
  report: StrandReport,
  at: Instant,
): Promise<void> => {
  try {
    await getExternalWorkflowHandle(cycleId(officeId, year)).signal(strandReported, { report, at });
  } catch (error) {
    log.warn('the cycle has ended and took no report', { report: report.type, error });
  }
};

export const cancelStrand = async (workflowId: string): Promise<void> => {
  try {
    await getExternalWorkflowHandle(workflowId).signal(cycleCancelled);
  } catch (error) {
    log.info('the strand had ended before the cycle was cancelled', { workflowId, error });
  }
};

export const tellOfLiveClock = async (workflowId: string): Promise<void> => {
  try {
    await getExternalWorkflowHandle(workflowId).signal(clockWentLive);
  } catch (error) {
    log.info('the strand had ended before the cycle went live', { workflowId, error });
  }
};
