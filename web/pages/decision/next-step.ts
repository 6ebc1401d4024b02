import type { DecisionLink } from '../../../acts/decision-link.ts';
import type { Stores } from '../../../adapters/database/stores.ts';
import {
  decidableOf,
  isDecidableFor,
  type Decidable,
  type DecidableFor,
} from '../../../domain/decidable.ts';
import { findDraft, type Draft } from '../../../domain/draft.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { WaitingFor } from '../../../domain/waiting.ts';
import { draftOfApproval } from '../../../workflows/contract.ts';
import { pathOfWaiting, waitersOf, type WaitingRow } from '../../waiters.ts';
import type { Delegations } from './delegations.ts';

/** What waits now of the thing that the link is about, and where it is done. */
export interface NextStep {
  readonly what: WaitingFor;
  readonly path: string;
  readonly personIds: readonly string[];
  /** Another version that waits for the leader; this link never decides on it. */
  readonly newer: (Decidable & { readonly what: DecidableFor; readonly workflowId: string }) | null;
}

interface Place {
  readonly unitId: string | null;
  readonly drafts: readonly Draft[];
  readonly facts: OfficeFacts;
  readonly delegations: Pick<Delegations, 'delegateIds'>;
}

const INITIALS: readonly WaitingFor[] = ['initial-content', 'initial-form'];
const OF_PLAN: readonly WaitingFor[] = ['submit-plan', 'correct-plan', 'approve-plan'];
const OF_DRAFT: readonly WaitingFor[] = [...INITIALS, 'approve-draft'];
const OF_LIST: readonly WaitingFor[] = ['close-list', 'approve-list'];

// The cycle waits for the correction of drafts as such: whether of this one, its phase says.
const isSameDraft = (row: WaitingRow, link: DecisionLink, { drafts }: Place): boolean => {
  const draftId = draftOfApproval(link.workflow_id);
  if (OF_DRAFT.includes(row.what)) return draftOfApproval(row.workflow_id) === draftId;
  return row.what === 'correct-draft' && findDraft(drafts, draftId)?.phase === 'drafting';
};

const isPlanInitial = (row: WaitingRow): boolean =>
  INITIALS.includes(row.what) && row.workflow_id.includes('/approval/plan/');

const isSameThing = (row: WaitingRow, link: DecisionLink, place: Place): boolean => {
  const { unitId } = place;
  if (row.year !== link.year) return false;
  if (link.what === 'approve-plan') return OF_PLAN.includes(row.what) || isPlanInitial(row);
  if (link.what === 'approve-list') return OF_LIST.includes(row.what);
  if (link.what === 'approve-draft') return isSameDraft(row, link, place);
  return row.unit_id === unitId;
};

const newerIn = async (
  { strands }: Pick<Stores, 'strands'>,
  { workflow_id: workflowId, what }: WaitingRow,
  link: DecisionLink,
): Promise<NextStep['newer']> => {
  if (!isDecidableFor(what)) return null;
  const found = await decidableOf({ what }, (kind) =>
    strands.find(link.office_id, workflowId, kind),
  );
  const isLinked =
    workflowId === link.workflow_id &&
    found?.version === link.version &&
    found.boundHash === link.bound_hash;
  return found && !isLinked ? { ...found, what, workflowId } : null;
};

/** null: nothing of it waits any more. */
export const readNextStep = async (
  stores: Pick<Stores, 'cycles' | 'strands'>,
  link: DecisionLink,
  place: Place,
): Promise<NextStep | null> => {
  const rows = await stores.cycles.listWaiting(link.office_id);
  const row = rows.find((one) => isSameThing(one, link, place));
  if (!row) return null;
  const delegates = row.role_id === 'leader' ? place.delegations.delegateIds : [];
  return {
    what: row.what,
    path: pathOfWaiting(row),
    personIds: [...new Set([...waitersOf(row, place.facts), ...delegates])],
    newer: await newerIn(stores, row, link),
  };
};
