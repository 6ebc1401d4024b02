import {
  decideApproval,
  type ApprovalCommand,
  type ApprovalState,
  type ApprovalSubject,
} from '../domain/approval.ts';
import type { CycleClock } from '../domain/cycle-clock.ts';
import { DomainError } from '../domain/errors.ts';
import { isBefore } from '../domain/local-date.ts';
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
import type { RegistrationPeriod } from '../domain/registration-period.ts';
import {
  decideUnitRegistration,
  type UnitRegistrationCommand,
  type UnitRegistrationState,
} from '../domain/unit-registration.ts';
import {
  actOnApproval,
  actOnCycle,
  actOnPaper,
  actOnRegistration,
  cycleId,
  draftApprovalId,
  listApprovalId,
  paperWorkflowId,
  planApprovalId,
  registrationId,
  supplementApprovalId,
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

const approvalIdOf = (
  { officeId }: Pick<Call, 'officeId'>,
  subject: ApprovalSubject,
  version: number,
): string => {
  switch (subject.kind) {
    case 'plan':
      return planApprovalId(officeId, subject.year, version);
    case 'registration-list':
      return listApprovalId(officeId, subject.year, version);
    case 'supplement':
      return supplementApprovalId(officeId, subject.year, subject.unitId, subject.round);
    case 'draft':
      return draftApprovalId(officeId, subject.year, subject.draftId, version);
  }
};

export const readApproval = async (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  version: number,
): Promise<ApprovalState> => {
  const id = approvalIdOf(call, subject, version);
  const strand = await deps.stores.strands.find(call.officeId, id, 'approval');
  if (strand) return strand.state;
  await readCycle(deps, call);
  throw new DomainError('stale-version', 'that version is not before the leader', {
    given: version,
  });
};

export const readPeriod = async (
  deps: ActDependencies,
  call: Call,
): Promise<RegistrationPeriod> => {
  const { registration } = await readCycle(deps, call);
  if (registration) return registration;
  throw new DomainError('out-of-time', 'registration has not been opened', { phase: 'not-open' });
};

/** The round that the unit is in, and where it stands. */
export const readRegistration = async (
  deps: ActDependencies,
  call: Call,
  unitId: string,
): Promise<{ workflowId: string; state: UnitRegistrationState }> => {
  const { units } = await readPeriod(deps, call);
  const unit = units.find((row) => row.unitId === unitId);
  if (!unit) {
    throw new DomainError(
      'unknown-reference',
      'the unit does not register in this cycle',
      { given: unitId, expected: units.map((row) => row.unitId) },
      '/unitId',
    );
  }
  const workflowId = registrationId(call.officeId, yearOf(call), unitId, unit.round);
  const strand = await deps.stores.strands.find(call.officeId, workflowId, 'unitRegistration');
  if (strand) return { workflowId, state: strand.state };
  throw new DomainError('not-ready', "the unit's round is being opened", { units: [unitId] });
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
export const sendOrExplain = async (
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
  subject: ApprovalSubject,
  command: ApprovalCommand,
): Promise<ActOutcome> => {
  const workflowId = approvalIdOf(call, subject, command.version);
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnApproval, command),
    workflowId,
    async () => {
      const state = await readApproval(deps, call, subject, command.version);
      decideApproval(state, command, call.enteredAt);
    },
  );
};

// In a year that is being entered an act without a date of its own happens where the year has come to; the
// strand may have come further, or not so far.
export const datedFor = ({ clock, occurredAt, at }: Call, ofStrand: CycleClock) =>
  clock.mode === 'entered' &&
  ofStrand.mode === 'entered' &&
  occurredAt === null &&
  isBefore(ofStrand.at, at)
    ? { occurredAt: at }
    : {};

/** As pressOnPaper, on a unit's registration; `keep` may save what the command refers to. */
export const pressOnRegistration = async (
  deps: ActDependencies,
  call: Call,
  unitId: string,
  command: UnitRegistrationCommand,
  keep: () => Promise<unknown> = () => Promise.resolve(),
): Promise<ActOutcome> => {
  const { workflowId, state } = await readRegistration(deps, call, unitId);
  const dated = { ...command, ...datedFor(call, state.clock) };
  decideUnitRegistration(state, dated, call.enteredAt);
  await keep();
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnRegistration, dated),
    workflowId,
    async () => {
      const { state: ended } = await readRegistration(deps, call, unitId);
      decideUnitRegistration(ended, command, call.enteredAt);
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
