import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import {
  applyApproval,
  decideApproval,
  evolveApproval,
  type ApprovalCommand,
  type ApprovalState,
} from '../domain/approval.ts';
import type { StrandReport } from '../domain/reform-cycle.ts';
import {
  actOnApproval,
  approvalState,
  cycleCancelled,
  planPaperId,
  type ApprovalInput,
} from './contract.ts';
import { reportToCycle } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/** The only authority on one version of one thing: it is approved, returned or withdrawn, once. */
export async function approval(input: ApprovalInput): Promise<void> {
  const strand = openStrand<'approval', ApprovalState, ApprovalCommand>(
    { ...input, kind: 'approval', fresh: requestedApproval(input) },
    { decide: decideApproval, apply: applyApproval, evolve: evolveApproval },
  );
  strand.answer(actOnApproval);
  setHandler(approvalState, strand.state);
  setHandler(cycleCancelled, () => {
    if (strand.state().decision === null) {
      strand.record({ type: 'ApprovalCancelled', version: input.submitted.version }, now());
    }
  });
  if (input.carried === null) {
    strand.record(
      { type: 'ApprovalRequested', version: input.submitted.version, by: input.submittedBy },
      input.requestedAt,
    );
  }

  for (;;) {
    await strand.project();
    const { decision } = strand.state();
    setCurrentDetails(
      `plan version ${input.submitted.version}: ${decision?.kind ?? 'waits for the leader'}`,
    );
    if (decision) break;
    if (strand.shouldContinueAsNew()) {
      await continueAsNew<typeof approval>({ ...input, carried: await strand.carry() });
    }
    await condition(strand.hasUnprojected);
  }
  const { decision } = strand.state();
  const report = reportOf(input, strand.state());
  if (decision && report) await reportToCycle(input.officeId, input.year, report, decision.at);
}

const requestedApproval = (input: ApprovalInput): ApprovalState => ({
  subject: { kind: 'plan', year: input.year },
  version: input.submitted.version,
  boundHash: input.submitted.boundHash,
  authorId: input.submitted.authorId,
  submittedBy: input.submittedBy,
  clock: input.clock,
  decision: null,
  last: null,
});

const reportOf = (input: ApprovalInput, { decision }: ApprovalState): StrandReport | null => {
  if (!decision?.by) return null;
  const { by } = decision;
  const { year } = input;
  const { version } = input.submitted;
  switch (decision.kind) {
    case 'approved':
      return { type: 'PlanApproved', version, paperId: planPaperId(year, version), by };
    case 'returned':
      return decision.reasonId === null
        ? null
        : { type: 'PlanReturned', version, reasonId: decision.reasonId, by };
    case 'withdrawn':
      return { type: 'PlanWithdrawn', version, by };
    case 'cancelled':
      return null;
  }
};
