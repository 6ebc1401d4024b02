import fc from 'fast-check';
import type { ApprovalCommand } from '../../domain/approval.ts';
import type { DocumentIssueCommand, DocumentIssueEvent } from '../../domain/document-issue.ts';
import { addDays, localDateOf, type Instant } from '../../domain/local-date.ts';
import type {
  DueStep,
  ReformCycleCommand,
  ReformCycleState,
  StrandReport,
} from '../../domain/reform-cycle.ts';
import { APPROVER, CLERK, COORDINATOR, DEPUTY, HEAD, SIGNER } from '../support/actors.ts';
import { hoursAfter } from '../support/given.ts';

type Bare<C> = C extends unknown ? Omit<C, 'actId' | 'by' | 'occurredAt'> : never;

const anyone = fc.constantFrom(HEAD, DEPUTY, APPROVER, COORDINATOR, CLERK, SIGNER);
const hoursLater = fc.integer({ min: 0, max: 30 });
/** Mostly left out; else anywhere around now, the time to come included. */
const occurredAt = fc
  .option(fc.integer({ min: -60, max: 3 }), { freq: 1 })
  .map((hours) => (now: Instant) => (hours === null ? null : hoursAfter(now, hours)));
const recipientId = fc.constantFrom('team-1', 'team-2', 'team-3', 'team-9');
const messageId = fc.constantFrom('message-1', 'message-2');
const number = fc.integer({ min: 14, max: 16 });

type PaperCommand = Bare<DocumentIssueCommand> | { readonly event: DocumentIssueEvent };

// The usual next steps stand more than once, so that papers come far enough to be of interest.
const paperCommand: fc.Arbitrary<(now: Instant) => PaperCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('ink', 'confirmed')
      .map((how) => () => ({ type: 'confirmSigned', how }) as const),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(number, fc.constantFrom(0, 0, 0, -1, -2, 1))
      .map(([value, days]) => (now: Instant) => ({
        type: 'giveNumber' as const,
        number: value,
        documentDate: addDays(localDateOf(now), days),
      })),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (value) => () => ({ type: 'voidNumber', number: value, reasonId: 'reason' }) as const,
    ),
  },
  { weight: 3, arbitrary: fc.constant(() => ({ type: 'stamp' }) as const) },
  {
    weight: 3,
    arbitrary: fc.constant(() => ({ type: 'attachScan', sha256: 'sha-scan' }) as const),
  },
  { weight: 3, arbitrary: fc.constant(() => ({ type: 'issue' }) as const) },
  {
    weight: 2,
    arbitrary: recipientId.map((id) => () => ({ type: 'handOver', recipientId: id }) as const),
  },
  {
    weight: 1,
    arbitrary: recipientId.map((id) => () => ({ type: 'sendAgain', recipientId: id }) as const),
  },
  {
    weight: 1,
    arbitrary: recipientId.map(
      (id) => () => ({ type: 'giveUp', recipientId: id, reasonId: 'reason' }) as const,
    ),
  },
  {
    weight: 2,
    arbitrary: messageId.map((id) => () => ({
      event: { type: 'MessageSent', messageId: id } as const,
    })),
  },
  {
    weight: 1,
    arbitrary: messageId.map((id) => () => ({
      event: { type: 'MessageRefused', messageId: id, responseCode: 550 } as const,
    })),
  },
);

export const anyPaperCommand = fc.record({
  hoursLater,
  isWorkerUp: fc.constantFrom(true, true, true, false),
  occurredAt,
  command: fc
    .tuple(paperCommand, anyone)
    .map(([make, by]) => (now: Instant) => ({ ...make(now), actId: 'act', by })),
});

const shown = fc.record({
  version: fc.constantFrom(3, 3, 3, 2),
  boundHash: fc.constantFrom('hash-of-3', 'hash-of-3', 'hash-of-2'),
});

export const anyDecision: fc.Arbitrary<ApprovalCommand> = fc
  .tuple(shown, anyone, fc.constantFrom('approve', 'giveBack', 'withdraw'))
  .map(([what, by, type]) => {
    const commanded = { actId: 'act', by, occurredAt: null, ...what };
    return type === 'giveBack'
      ? { ...commanded, type, reasonId: 'reason' }
      : { ...commanded, type };
  });

const submit = (version: number, schedule: readonly DueStep[]): Bare<ReformCycleCommand> => ({
  type: 'submitPlan',
  schedule,
  submitted: {
    version,
    boundHash: 'hash',
    pins: { template: 'hash-of-template', locale: 'hash-of-words' },
    authorId: 'coordinator',
    signer: { personId: 'head', capacity: null },
  },
});

const report = fc
  .tuple(
    fc.constantFrom('PlanApproved', 'PlanReturned', 'PlanWithdrawn', 'PlanIssued', 'PaperClosed'),
    fc.boolean(),
  )
  .map(([type, isRight]) => ({ plan }: ReformCycleState): StrandReport => {
    const version = 'submitted' in plan && isRight ? plan.submitted.version : 999;
    const paperId = isRight ? 'paper' : 'another-paper';
    switch (type) {
      case 'PlanApproved':
        return { type, version, paperId: 'paper', by: HEAD };
      case 'PlanReturned':
        return { type, version, reasonId: 'reason', by: HEAD };
      case 'PlanWithdrawn':
        return { type, version, by: COORDINATOR };
      case 'PlanIssued':
        return { type, paperId, issuedOn: '2024-01-16' };
      case 'PaperClosed':
        return { type, paperId };
    }
  });

export const anyYearStep = fc.oneof(
  fc.record({ kind: fc.constant('report' as const), hoursLater, report }),
  fc.record({
    kind: fc.constant('command' as const),
    hoursLater,
    occurredAt,
    command: fc
      .tuple(fc.constantFrom(...Array<'submit'>(8).fill('submit'), 'cancel'), anyone)
      .map(([type, by]) => (version: number, schedule: readonly DueStep[]) => ({
        ...(type === 'submit'
          ? submit(version, schedule)
          : { type: 'cancelCycle' as const, reasonId: 'reason' }),
        actId: 'act',
        by,
      })),
  }),
);
