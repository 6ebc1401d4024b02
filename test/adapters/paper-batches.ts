import { evolveDocumentIssue } from '../../domain/document-issue-evolve.ts';
import type { DocumentIssueEvent } from '../../domain/document-issue.ts';
import type { Instant } from '../../domain/local-date.ts';
import { paperWorkflowId } from '../../workflows/contract.ts';
import type { ProjectionBatch } from '../../workflows/activity-contract.ts';
import { FIRST_MOMENT, FRESH_PAPER, hoursAfter } from '../support/given.ts';

export type PaperStory = readonly DocumentIssueEvent[];

interface PaperOptions {
  readonly paperId?: string;
  readonly at?: (seq: number) => Instant;
}

/** What the workflow would hand over, one event in each batch, with the state after it. */
export const paperBatches = (
  officeId: string,
  events: PaperStory,
  { paperId = 'plan-2024-v3', at = (seq) => hoursAfter(FIRST_MOMENT, seq - 1) }: PaperOptions = {},
): ProjectionBatch[] => {
  let state = { ...FRESH_PAPER, paperId };
  return events.map((event, index) => {
    const seq = index + 1;
    state = { ...evolveDocumentIssue(state, event, at(seq)), paperId };
    return {
      officeId,
      year: 2024,
      workflowId: paperWorkflowId(officeId, 2024, paperId),
      kind: 'documentIssue',
      seq,
      state,
      events: [
        { seq, at: at(seq), enteredAt: at(seq), actId: `act-${paperId}-${String(seq)}`, event },
      ],
    };
  });
};
