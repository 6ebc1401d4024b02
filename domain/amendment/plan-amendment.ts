import type { DraftContentBase } from '../draft-content.ts';
import { DomainError } from '../errors.ts';
import type { Draft } from '../draft.ts';
import type { LocalDate } from '../local-date.ts';
import type { PlanAmendment, PlanChange } from '../plan-in-force.ts';
import type { PlanTask } from '../plan.ts';

/** A change with the words by which the paper names what it changes, as they were in force. */
export interface StatedChange extends PlanChange {
  readonly task: { readonly ordinal: number; readonly title: string };
  /** null: the task itself is changed. */
  readonly indicator: { readonly name: string; readonly unit: string } | null;
}

/**
 * A paper of equal form that amends the issued plan (Decree 30/2020, article 18.3). It is in force once it
 * is issued, and counts from its days on.
 */
export interface PlanAmendmentContent extends DraftContentBase, PlanAmendment {
  readonly amendmentId: string;
  readonly amended: {
    readonly paperId: string;
    /** As issued: "15/KH-ABC". */
    readonly numberAndSymbol: string;
    readonly date: LocalDate;
    readonly subject: string;
  };
  readonly reason: string;
  readonly effectiveOn: LocalDate;
  readonly changes: readonly StatedChange[];
}

/** An amendment whose paper is out, as its paper says it. */
export interface IssuedAmendment {
  readonly draftId: string;
  readonly paperId: string;
  readonly issuedOn: LocalDate;
  readonly number: number | null;
  readonly content: PlanAmendmentContent;
}

/** In the order in which their papers were issued, by which a later one overrules an earlier. */
export const byIssue = (left: IssuedAmendment, right: IssuedAmendment): number => {
  if (left.issuedOn === right.issuedOn) return (left.number ?? 0) - (right.number ?? 0);
  return left.issuedOn < right.issuedOn ? -1 : 1;
};

/** Total: of a task or indicator that is not there, the id stands for its words. */
export const stateChange = (tasks: readonly PlanTask[], change: PlanChange): StatedChange => {
  const task = tasks.find(({ id }) => id === change.taskId);
  const indicator = task?.indicators.find(({ id }) => id === change.indicatorId);
  return {
    ...change,
    task: { ordinal: task?.ordinal ?? 0, title: task?.title ?? change.taskId },
    indicator: indicator ? { name: indicator.name, unit: indicator.unit } : null,
  };
};

/**
 * Amendments are judged by what is in force, so one goes its way after the other.
 * @throws DomainError not-ready while another amendment is before the leader or not yet issued
 */
export const checkNoOtherAmendment = (drafts: readonly Draft[], draftId: string): void => {
  const other = drafts.find(
    (draft) =>
      draft.kind === 'plan-amendment' &&
      draft.draftId !== draftId &&
      (draft.phase === 'awaiting-approval' || draft.phase === 'approved'),
  );
  if (!other) return;
  throw new DomainError('not-ready', 'another amendment of the plan is on its way', {
    given: draftId,
    waitsFor: other.draftId,
  });
};
