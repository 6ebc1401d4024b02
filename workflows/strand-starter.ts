import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  getExternalWorkflowHandle,
  log,
  ParentClosePolicy,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import type { DraftNews } from '../domain/draft.ts';
import type { Instant } from '../domain/local-date.ts';
import type { StrandReport } from '../domain/reform-cycle.ts';
import type { StrandEnd, YearStrand } from '../domain/year-strand.ts';
import {
  clockWentLive,
  cycleCancelled,
  cycleId,
  draftMoved,
  strandEnded,
  strandReported,
} from './contract.ts';

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

interface EndedStrand {
  readonly officeId: string;
  readonly year: number;
  readonly strand: Pick<YearStrand, 'kind' | 'id'>;
}

/** Tells the cycle that a strand of the year has ended, and before it the strand that waits for it. */
export const reportEnd = async (
  { officeId, year, strand: { kind, id } }: EndedStrand,
  { how, at, ownerId }: { how: StrandEnd; at: Instant; ownerId: string | null },
): Promise<void> => {
  if (ownerId !== null) {
    try {
      await getExternalWorkflowHandle(ownerId).signal(strandEnded, { kind, id, how, at });
    } catch (error) {
      log.info('who waited for the strand has ended', { ownerId, error });
    }
  }
  await reportToCycle(officeId, year, { type: 'StrandEnded', kind, id, how }, at);
};

/** Tells the strand that wants a paper how its draft stands. */
export const tellOwnerOfDraft = async (
  ownerId: string,
  news: DraftNews,
  at: Instant,
): Promise<void> => {
  try {
    await getExternalWorkflowHandle(ownerId).signal(draftMoved, { news, at });
  } catch (error) {
    log.info('who wanted the paper has ended', { ownerId, error });
  }
};

/** `at`: when whatever the strand served was given up. */
export const cancelStrand = async (workflowId: string, at: Instant): Promise<void> => {
  try {
    await getExternalWorkflowHandle(workflowId).signal(cycleCancelled, at);
  } catch (error) {
    log.info('the strand had ended before it was to be cancelled', { workflowId, error });
  }
};

export const tellOfLiveClock = async (workflowId: string): Promise<void> => {
  try {
    await getExternalWorkflowHandle(workflowId).signal(clockWentLive);
  } catch (error) {
    log.info('the strand had ended before the cycle went live', { workflowId, error });
  }
};
