// The strands of a cycle: which are to run by what the cycle's state says, and under which ids.
import { startChild } from '@temporalio/workflow';
import type { ReformCycleState } from '../domain/reform-cycle.ts';
import type {
  NoticePaper,
  RegisteredUnit,
  RegistrationPeriod,
} from '../domain/registration-period.ts';
import { approval } from './approval.ts';
import {
  listApprovalId,
  paperWorkflowId,
  planApprovalId,
  registrationId,
  supplementApprovalId,
  type ReformCycleInput,
} from './contract.ts';
import { documentIssue } from './document-issue.ts';
import { openRoomStrandIds } from './room-strands.ts';
import { strandInput } from './strand-input.ts';
import type { StrandStarter } from './strand-starter.ts';
import { unitRegistration } from './unit-registration.ts';

export const startPlanStrands = async (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
): Promise<void> => {
  const { officeId, year } = input;
  const { plan } = state;
  if (plan.phase === 'awaiting-approval') {
    await strands.start(planApprovalId(officeId, year, plan.submitted.version), (options) =>
      startChild(approval, {
        ...options,
        staticSummary: `approval of plan version ${plan.submitted.version}`,
        args: [
          {
            ...strandInput(input, state),
            submitted: plan.submitted,
            submittedBy: plan.submittedBy,
            requestedAt: plan.submittedAt,
          },
        ],
      }),
    );
  }
  if (plan.phase === 'approved') {
    await strands.start(paperWorkflowId(officeId, year, plan.paperId), (options) =>
      startChild(documentIssue, {
        ...options,
        staticSummary: `issue of paper ${plan.paperId}`,
        args: [
          {
            ...strandInput(input, state),
            paperId: plan.paperId,
            kind: 'plan',
            contentVersion: plan.submitted.version,
            pins: plan.submitted.pins,
            signer: plan.submitted.signer,
            approvedAt: plan.approvedAt,
            maySignInSystem: input.maySignInSystem,
          },
        ],
      }),
    );
  }
};

/** Side by side: a unit need not wait for the one before it. */
export const startRegistrationStrands = async (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  period: RegistrationPeriod,
): Promise<void> => {
  await Promise.all([
    ...period.units
      .filter(({ standing }) => standing === 'open')
      .map((unit) => startUnit(strands, input, state, period, unit)),
    startNotice(strands, input, state, period.opening),
    startListApproval(strands, input, state, period),
    period.result && startNotice(strands, input, state, period.result),
    // The leader decides on what came after the list once the list itself is decided.
    ...(period.phase === 'approved' ? period.units : [])
      .filter(({ standing }) => standing === 'supplement')
      .map((unit) => startSupplementApproval(strands, input, state, unit)),
  ]);
};

const startUnit = (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  period: RegistrationPeriod,
  unit: RegisteredUnit,
): Promise<void> => {
  const { unitId, round } = unit;
  return strands.start(registrationId(input.officeId, input.year, unitId, round), (options) =>
    startChild(unitRegistration, {
      ...options,
      staticSummary: `registration of ${unitId}, round ${round}`,
      args: [
        {
          ...strandInput(input, state),
          unitId,
          round,
          isCoordinators: unitId === period.coordinatingUnitId,
          dueOn: period.dueOn,
          openedBy: unit.openedBy,
          openedAt: unit.openedAt,
          returnedReasonId: unit.reopenedReasonId,
          wasLate: unit.wasLate,
          lastSubmitted: unit.earlierVersion,
        },
      ],
    }),
  );
};

const startNotice = (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  notice: NoticePaper,
): Promise<void> =>
  strands.start(paperWorkflowId(input.officeId, input.year, notice.paperId), (options) =>
    startChild(documentIssue, {
      ...options,
      staticSummary: `issue of paper ${notice.paperId}`,
      args: [
        {
          ...strandInput(input, state),
          paperId: notice.paperId,
          kind: notice.kind,
          contentVersion: notice.submitted.version,
          pins: notice.submitted.pins,
          signer: notice.submitted.signer,
          approvedAt: notice.readyAt,
          maySignInSystem: input.maySignInSystem,
        },
      ],
    }),
  );

const startListApproval = async (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  { phase, list }: RegistrationPeriod,
): Promise<void> => {
  const { officeId, year } = input;
  if (phase !== 'awaiting-approval' || !list) return;
  await strands.start(listApprovalId(officeId, year, list.submitted.version), (options) =>
    startChild(approval, {
      ...options,
      staticSummary: `approval of the list of registrations, version ${list.submitted.version}`,
      args: [
        {
          ...strandInput(input, state),
          subject: { kind: 'registration-list', year },
          submitted: list.submitted,
          submittedBy: list.by,
          requestedAt: list.at,
        },
      ],
    }),
  );
};

const startSupplementApproval = async (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  { unitId, round, accepted }: RegisteredUnit,
): Promise<void> => {
  const { officeId, year } = input;
  if (!accepted) return;
  await strands.start(supplementApprovalId(officeId, year, unitId, round), (options) =>
    startChild(approval, {
      ...options,
      staticSummary: `approval of what ${unitId} registers after the list, round ${round}`,
      args: [
        {
          ...strandInput(input, state),
          subject: { kind: 'supplement', year, unitId, round },
          submitted: {
            version: accepted.version,
            boundHash: accepted.sha256,
            authorId: accepted.authorId,
          },
          submittedBy: accepted.submittedBy,
          requestedAt: accepted.at,
        },
      ],
    }),
  );
};

const openPlanIds = ({ officeId, year }: ReformCycleInput, { plan }: ReformCycleState) => {
  if (plan.phase === 'drafting') return [];
  return plan.phase === 'awaiting-approval'
    ? [planApprovalId(officeId, year, plan.submitted.version)]
    : [paperWorkflowId(officeId, year, plan.paperId)];
};

/** Units that still register. */
export const openRegistrationIds = (
  { officeId, year }: ReformCycleInput,
  { registration }: ReformCycleState,
): readonly string[] =>
  (registration?.units ?? [])
    .filter(({ standing }) => standing === 'open')
    .map(({ unitId, round }) => registrationId(officeId, year, unitId, round));

const openPeriodIds = (input: ReformCycleInput, state: ReformCycleState): readonly string[] => {
  const { officeId, year } = input;
  const { registration } = state;
  if (!registration) return [];
  const { units, phase, list, opening, result } = registration;
  return [
    ...[opening, result].flatMap((notice) =>
      notice ? [paperWorkflowId(officeId, year, notice.paperId)] : [],
    ),
    ...(phase === 'awaiting-approval' && list
      ? [listApprovalId(officeId, year, list.submitted.version)]
      : []),
    ...openRegistrationIds(input, state),
    ...units
      .filter(({ standing }) => standing === 'supplement')
      .map(({ unitId, round }) => supplementApprovalId(officeId, year, unitId, round)),
  ];
};

/** Strands that may still run; one that has ended hears nothing. */
export const openStrandIds = (
  input: ReformCycleInput,
  state: ReformCycleState,
): readonly string[] => [
  ...openPlanIds(input, state),
  ...openPeriodIds(input, state),
  ...openRoomStrandIds(input, state),
];
