import { STRAND_OF_DECIDABLE } from '../../../domain/decidable.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { WebContext } from '../../environment.ts';
import type { DecisionView } from './decision-reading.ts';

/** Who put it before the leader, and when. */
export interface Submission {
  readonly personId: string;
  readonly delegationId: string | null;
  readonly at: Instant | null;
  readonly isLate: boolean;
  readonly lateReason: string | null;
}

const readRegistration = async (
  c: WebContext,
  { link }: DecisionView,
): Promise<Submission | null> => {
  const { stores } = c.get('deps').acts;
  const { office_id, workflow_id } = link;
  const strand = await stores.strands.find(office_id, workflow_id, 'unitRegistration');
  const { submitted, declined } = strand?.state ?? {};
  const thing = submitted ?? declined;
  if (!thing) return null;
  const lateReasonId = submitted?.lateReasonId ?? null;
  return {
    personId: thing.by.personId,
    delegationId: thing.by.delegationId,
    at: thing.at,
    isLate: submitted?.isLate ?? false,
    lateReason: lateReasonId && (await stores.paperSources.readReason(office_id, lateReasonId)),
  };
};

const readRequest = async (
  c: WebContext,
  { link, cycle, unitId }: DecisionView,
): Promise<Submission | null> => {
  const { stores } = c.get('deps').acts;
  const { office_id, workflow_id } = link;
  const strand = await stores.strands.find(office_id, workflow_id, 'approval');
  if (!strand) return null;
  const steps = await stores.notices.listSteps(office_id, workflow_id);
  const unit = cycle.registration?.units.find((one) => one.unitId === unitId);
  const { personId, delegationId } = strand.state.submittedBy;
  return {
    personId,
    delegationId,
    at: steps.find(({ type }) => type === 'ApprovalRequested')?.at ?? null,
    isLate: unit?.accepted?.isLate ?? false,
    lateReason: null,
  };
};

export const readSubmission = (c: WebContext, view: DecisionView): Promise<Submission | null> =>
  STRAND_OF_DECIDABLE[view.link.what] === 'approval'
    ? readRequest(c, view)
    : readRegistration(c, view);
