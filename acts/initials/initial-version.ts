import * as z from 'zod';
import type { ApprovalCommand, ApprovalState, ApprovalSubject } from '../../domain/approval.ts';
import { DomainError } from '../../domain/errors.ts';
import type { InitialPart } from '../../domain/initials.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import { waitersOf } from '../../domain/waiters.ts';
import { waitingInApproval } from '../../domain/waiting-in-approval.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { pressOnApproval, type VersionRead } from '../decide-approval.ts';
import { commanded } from '../on-strand.ts';
import { saveReason } from '../save-reason.ts';

export const partToInitial = z.enum(['content', 'form']);

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** The version's paper, with the template that it was put before the leader with. */
interface PinnedPaper {
  readonly source: PaperSource;
  readonly template: string | null;
}

interface Pressed extends VersionRead {
  readonly part: InitialPart;
}

// The right to initial is no role's: it is that of the one of whom this version asks it.
const checkIsAsked = (
  state: ApprovalState,
  { personId }: Call,
  part: InitialPart,
  facts: OfficeFacts,
): void => {
  const asked = waitingInApproval(state).flatMap((row) => waitersOf(row, facts));
  if (asked.includes(personId)) return;
  throw new DomainError('no-power', 'the initial is asked of somebody else', { part });
};

const press = async (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  command: ApprovalCommand & Pressed,
  before: (facts: OfficeFacts) => Promise<unknown>,
): Promise<ActOutcome> =>
  pressOnApproval(deps, call, subject, command, async (state) => {
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    checkIsAsked(state, call, command.part, facts);
    await before(facts);
  });

/**
 * Whoever is asked for it initials content or form of the version; the form only where the machine finds
 * no rule broken.
 * @throws DomainError no-power, bad-form, and what the approval refuses
 */
export const initial = (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  read: Pressed,
  readPaper: () => Promise<PinnedPaper>,
): Promise<ActOutcome> =>
  press(deps, call, subject, { ...commanded(call), type: 'initial', ...read }, async (facts) => {
    if (read.part !== 'form') return;
    const { source, template } = await readPaper();
    const rules = await deps.paperCheck.brokenRules(source, facts, template);
    if (rules.length === 0) return;
    throw new DomainError('bad-form', 'the paper breaks rules of form', { rules });
  });

/** Back to the drafting unit with the reason, in place of the initial. */
export const refuseInitial = (
  deps: ActDependencies,
  call: Call,
  subject: ApprovalSubject,
  { reason, ...read }: Pressed & { readonly reason: string },
): Promise<ActOutcome> =>
  press(
    deps,
    call,
    subject,
    { ...commanded(call), type: 'giveBack', ...read, reasonId: call.actId },
    () => saveReason(deps, call, reason),
  );
