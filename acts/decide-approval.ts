import * as z from 'zod';
import {
  decideApproval,
  type ApprovalCommand,
  type ApprovalState,
  type ApprovalSubject,
} from '../domain/approval.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from './act.ts';
import { commanded, readApproval, sendToApproval } from './on-strand.ts';
import { saveReason } from './save-reason.ts';
import { wholeNumber } from './year-file/fields.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What was read, which is all that is decided on. */
export const versionRead = { version: wholeNumber(1), boundHash: sha256 };
export interface VersionRead {
  readonly version: number;
  readonly boundHash: string;
}

// Judged by the read model first, so that a refusal writes nothing, then by the approval itself.
export const pressOnApproval = async (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  command: ApprovalCommand,
  before: (state: ApprovalState) => Promise<unknown> = () => Promise.resolve(),
): Promise<ActOutcome> => {
  const state = await readApproval(deps, call, subject, command.version);
  decideApproval(state, command, call.enteredAt);
  await before(state);
  return sendToApproval(deps, call, subject, command);
};

/** `check` asks once more that what is approved can be made. */
export const approve = (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  read: VersionRead,
  check?: () => Promise<void>,
): Promise<ActOutcome> =>
  pressOnApproval(deps, call, subject, { ...commanded(call), type: 'approve', ...read }, check);

/** Back to the drafting unit with the reason (Decree 30/2020, art. 10.3). */
export const giveBack = (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  { reason, ...read }: VersionRead & { readonly reason: string },
): Promise<ActOutcome> =>
  pressOnApproval(
    deps,
    call,
    subject,
    { ...commanded(call), type: 'giveBack', ...read, reasonId: call.actId },
    () => saveReason(deps, call, reason),
  );

/** The coordinator takes it back before the leader has decided. */
export const withdraw = (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  version: number,
): Promise<ActOutcome> =>
  pressOnApproval(deps, call, subject, { ...commanded(call), type: 'withdraw', version });
