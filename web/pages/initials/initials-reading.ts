import type { ApprovalState } from '../../../domain/approval.ts';
import { nextInitial, type Initial } from '../../../domain/initials.ts';
import { waitersOf } from '../../../domain/waiters.ts';
import { waitingInApproval } from '../../../domain/waiting-in-approval.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';

/** The initials of one version, and what this reader has to do with them. */
export interface InitialsView {
  readonly all: readonly Initial[];
  /** The one that it waits for; null: none, or none any more. */
  readonly next: Initial | null;
  readonly askedIds: readonly string[];
  readonly isReaders: boolean;
}

export const viewInitials = (
  c: WebContext,
  { facts }: Pick<RunningCycle, 'facts'>,
  approval: ApprovalState | null,
): InitialsView => {
  const all = approval?.initials ?? [];
  const next = approval && !approval.decision ? nextInitial(all) : null;
  const askedIds =
    approval && next ? waitingInApproval(approval).flatMap((row) => waitersOf(row, facts)) : [];
  return { all, next, askedIds, isReaders: askedIds.includes(userOn(c).person.person_id) };
};
