import { decideApproval, type ApprovalCommand, type ApprovalState } from '../domain/approval.ts';
import { DomainError } from '../domain/errors.ts';
import {
  decideDocumentIssue,
  type DocumentIssueCommand,
  type DocumentIssueState,
} from '../domain/document-issue.ts';
import {
  decideReformCycle,
  type ReformCycleCommand,
  type ReformCycleState,
} from '../domain/reform-cycle.ts';
import {
  actOnApproval,
  actOnCycle,
  actOnPaper,
  cycleId,
  paperWorkflowId,
  planApprovalId,
} from '../workflows/contract.ts';
import { outcome, type ActDependencies, type ActOutcome, type CheckedCall } from './act.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** What every command carries of its call. */
export const commanded = ({ actId, authority, occurredAt }: Call) => ({
  actId,
  by: authority,
  occurredAt,
});

export const yearOf = ({ year }: Call): number => {
  if (year !== null) return year;
  throw new DomainError('missing-field', 'this act belongs to a cycle', {}, '/year');
};

const unknownCycle = (call: Call): DomainError =>
  new DomainError('cycle-unknown', 'there is no such cycle', {
    officeId: call.officeId,
    year: call.year,
  });

export const readCycle = async (deps: ActDependencies, call: Call): Promise<ReformCycleState> => {
  const id = cycleId(call.officeId, yearOf(call));
  const strand = await deps.stores.strands.find(call.officeId, id, 'reformCycle');
  if (!strand) throw unknownCycle(call);
  return strand.state;
};

export const readApproval = async (
  deps: ActDependencies,
  call: Call,
  version: number,
): Promise<ApprovalState> => {
  const id = planApprovalId(call.officeId, yearOf(call), version);
  const strand = await deps.stores.strands.find(call.officeId, id, 'approval');
  if (strand) return strand.state;
  await readCycle(deps, call);
  throw new DomainError('stale-version', 'that version is not before the leader', {
    given: version,
  });
};

export const readPaper = async (
  deps: ActDependencies,
  call: Call,
  paperId: string,
): Promise<DocumentIssueState> => {
  const id = paperWorkflowId(call.officeId, yearOf(call), paperId);
  const strand = await deps.stores.strands.find(call.officeId, id, 'documentIssue');
  if (strand) return strand.state;
  throw new DomainError('unknown-reference', 'there is no such paper', { id: paperId }, '/paperId');
};

// The strand has ended between reading and acting: the read model says how, by refusing in its words.
const sendOrExplain = async (
  send: () => Promise<{ seq: number }>,
  workflowId: string,
  refuseFromReadModel: () => Promise<void>,
): Promise<ActOutcome> => {
  try {
    const { seq } = await send();
    return outcome({ workflowId, seq });
  } catch (error) {
    if (error instanceof Error && error.name === 'StrandEndedError') await refuseFromReadModel();
    throw error;
  }
};

export const sendToCycle = (
  deps: ActDependencies,
  call: Call,
  command: ReformCycleCommand,
): Promise<ActOutcome> => {
  const workflowId = cycleId(call.officeId, yearOf(call));
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnCycle, command),
    workflowId,
    async () => {
      decideReformCycle(await readCycle(deps, call), command, call.enteredAt);
    },
  );
};

export const sendToApproval = (
  deps: ActDependencies,
  call: Call,
  command: ApprovalCommand,
): Promise<ActOutcome> => {
  const workflowId = planApprovalId(call.officeId, yearOf(call), command.version);
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnApproval, command),
    workflowId,
    async () => {
      decideApproval(await readApproval(deps, call, command.version), command, call.enteredAt);
    },
  );
};

export const sendToPaper = (
  deps: ActDependencies,
  call: Call,
  paperId: string,
  command: DocumentIssueCommand,
): Promise<ActOutcome> => {
  const workflowId = paperWorkflowId(call.officeId, yearOf(call), paperId);
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnPaper, command),
    workflowId,
    async () => {
      decideDocumentIssue(await readPaper(deps, call, paperId), command, call.enteredAt);
    },
  );
};

/**
 * One command on a paper: judged by the read model first, so that a refusal writes nothing, then by the
 * paper itself. `keep` saves what the command refers to, such as a reason.
 */
export const pressOnPaper = async (
  deps: ActDependencies,
  call: Call,
  paperId: string,
  command: DocumentIssueCommand,
  keep: () => Promise<unknown> = () => Promise.resolve(),
): Promise<ActOutcome> => {
  decideDocumentIssue(await readPaper(deps, call, paperId), command, call.enteredAt);
  await keep();
  return sendToPaper(deps, call, paperId, command);
};
