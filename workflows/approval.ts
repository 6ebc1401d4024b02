import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { Authority } from '../domain/authority.ts';
import {
  applyApproval,
  decideApproval,
  evolveApproval,
  type ApprovalCommand,
  type ApprovalDecision,
  type ApprovalState,
  type ApprovalSubject,
} from '../domain/approval.ts';
import { nextInitial } from '../domain/initials.ts';
import type { StrandReport } from '../domain/reform-cycle.ts';
import {
  actOnApproval,
  approvalState,
  clockWentLive,
  cycleCancelled,
  noticePaperId,
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
  setHandler(cycleCancelled, (at = now()) => {
    if (strand.state().decision === null) {
      strand.record({ type: 'ApprovalCancelled', version: input.submitted.version }, at);
    }
  });
  setHandler(clockWentLive, () => {
    strand.record({ type: 'ClockWentLive' }, now());
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
    setCurrentDetails(standingOf(strand.state()));
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

const standingOf = ({ subject, version, decision, initials = [] }: ApprovalState): string => {
  const next = nextInitial(initials);
  const waitsFor = next ? `waits for the initial of its ${next.part}` : 'waits for the leader';
  return `${subject.kind} version ${version}: ${decision?.kind ?? waitsFor}`;
};

const subjectOf = ({ subject, year }: ApprovalInput): ApprovalSubject =>
  subject ?? { kind: 'plan', year };

const requestedApproval = (input: ApprovalInput): ApprovalState => ({
  subject: subjectOf(input),
  version: input.submitted.version,
  boundHash: input.submitted.boundHash,
  authorId: input.submitted.authorId,
  submittedBy: input.submittedBy,
  ...(input.submitted.initials && {
    initials: input.submitted.initials.map((wanted) => ({ ...wanted, given: null })),
  }),
  clock: input.clock,
  decision: null,
  last: null,
});

interface Decided {
  readonly kind: ApprovalDecision;
  readonly by: Authority;
  readonly reasonId: string | null;
}

const reportOf = (input: ApprovalInput, { decision }: ApprovalState): StrandReport | null => {
  if (!decision?.by) return null;
  const decided = { kind: decision.kind, by: decision.by, reasonId: decision.reasonId };
  const subject = subjectOf(input);
  switch (subject.kind) {
    case 'plan':
      return reportOnPlan(input, decided);
    case 'registration-list':
      return reportOnList(input, decided);
    case 'supplement':
      return reportOnSupplement(subject, decided);
    case 'draft':
      return reportOnDraft(input, subject, decided);
  }
};

const reportOnPlan = (
  { year, submitted: { version } }: ApprovalInput,
  { kind, by, reasonId }: Decided,
): StrandReport | null => {
  switch (kind) {
    case 'approved':
      return { type: 'PlanApproved', version, paperId: planPaperId(year, version), by };
    case 'returned':
      return reasonId === null ? null : { type: 'PlanReturned', version, reasonId, by };
    case 'withdrawn':
      return { type: 'PlanWithdrawn', version, by };
    case 'cancelled':
      return null;
  }
};

const reportOnList = (
  { year, submitted: { version } }: ApprovalInput,
  { kind, by, reasonId }: Decided,
): StrandReport | null => {
  switch (kind) {
    case 'approved': {
      const paperId = noticePaperId('registration-result', year, version);
      return { type: 'ListApproved', version, paperId, by };
    }
    case 'returned':
      return reasonId === null ? null : { type: 'ListReturned', version, reasonId, by };
    case 'withdrawn':
      return { type: 'ListWithdrawn', version, by };
    case 'cancelled':
      return null;
  }
};

const reportOnDraft = (
  { submitted: { version } }: ApprovalInput,
  { draftId }: ApprovalSubject & { kind: 'draft' },
  { kind, by, reasonId }: Decided,
): StrandReport | null => {
  switch (kind) {
    case 'approved':
      return { type: 'DraftApproved', draftId, version, by };
    case 'returned':
      return reasonId === null ? null : { type: 'DraftReturned', draftId, version, reasonId, by };
    case 'withdrawn':
      return { type: 'DraftWithdrawn', draftId, version, by };
    case 'cancelled':
      return null;
  }
};

const reportOnSupplement = (
  { unitId, round }: ApprovalSubject & { kind: 'supplement' },
  { kind, by, reasonId }: Decided,
): StrandReport | null => {
  if (kind === 'approved') return { type: 'SupplementApproved', unitId, round, by };
  return kind === 'returned' && reasonId !== null
    ? { type: 'SupplementReturned', unitId, round, reasonId, by }
    : null;
};
