import { authorsOf, type ApprovalState } from '../../../domain/approval.ts';
import { isOwnSubmission } from '../../../domain/authority.ts';
import type { WebContext } from '../../environment.ts';
import type { Difference } from '../../layout/diff-list.tsx';
import { planDifferences } from '../../plan-difference.ts';
import { findAuthority } from '../../powers.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { isOfPlan, readTrail, versionOf, type TrailStep } from '../cycle/trail-reading.ts';
import { viewInitials, type InitialsView } from '../initials/initials-reading.ts';
import { findPlan, namesOfPlan, type PlanVersion } from './plan-reading.ts';

/** Two versions and what differs between them. */
export interface Compared {
  readonly version: number;
  readonly differences: readonly Difference[];
}

export interface ApprovalView {
  readonly cycle: RunningCycle;
  readonly submitted: PlanVersion;
  readonly state: ApprovalState;
  readonly requestedAt: string;
  /** The version that was put before the leader before this one; null: this is the first. */
  readonly earlier: Compared | null;
  /** A version that was put before the leader since. */
  readonly newer: Compared | null;
  readonly returnedFor: TrailStep | null;
  readonly reason: string | null;
  readonly pinnedTemplate: string | null;
  readonly mayDecide: boolean;
  readonly isOwn: boolean;
  readonly initials: InitialsView;
}

const submittedVersions = (trail: readonly TrailStep[]): readonly number[] =>
  trail.flatMap((step) => (step.type === 'PlanSubmitted' ? (versionOf(step) ?? []) : []));

const compare = async (
  c: WebContext,
  cycle: RunningCycle,
  submitted: PlanVersion,
  other: number | undefined,
): Promise<Compared | null> => {
  const found = other === undefined ? null : await findPlan(c, cycle.year, other);
  if (!found || other === undefined) return null;
  const [before, after] =
    other < submitted.row.version ? [found.plan, submitted.plan] : [submitted.plan, found.plan];
  const differences = planDifferences(before, after, namesOfPlan(cycle), c.get('t'));
  return { version: other, differences };
};

const readPinnedTemplate = async (
  c: WebContext,
  cycle: RunningCycle,
  trail: readonly TrailStep[],
  version: number,
): Promise<string | null> => {
  const step = trail.findLast((one) => one.type === 'PlanSubmitted' && versionOf(one) === version);
  const hash = step?.event.submitted?.pins?.template;
  if (hash === undefined) return null;
  return c.get('deps').acts.stores.versions.findPinnedWords(cycle.row.office_id, hash);
};

const stepOf = (trail: readonly TrailStep[], type: string, version: number | undefined) =>
  trail.findLast((step) => step.type === type && versionOf(step) === version) ?? null;

/** One version that was put before the leader; null: it never was. */
export const readApproval = async (c: WebContext): Promise<ApprovalView | null> => {
  const cycle = await readRunningCycle(c);
  const { stores } = c.get('deps').acts;
  const officeId = cycle.row.office_id;
  const version = Number(c.req.param('version'));
  const trail = (await readTrail(stores, officeId, cycle.year)).filter(isOfPlan);
  const request = stepOf(trail, 'ApprovalRequested', version);
  const [strand, submitted, authority] = await Promise.all([
    request && stores.strands.find(officeId, request.workflowId, 'approval'),
    findPlan(c, cycle.year, version),
    findAuthority(c, 'decidePlan', cycle.day),
  ]);
  if (!request || !strand || !submitted) return null;
  const { state } = strand;
  const versions = submittedVersions(trail);
  const before = versions.findLast((one) => one < version);
  const [earlier, newer, pinnedTemplate] = await Promise.all([
    compare(c, cycle, submitted, before),
    compare(
      c,
      cycle,
      submitted,
      versions.findLast((one) => one > version),
    ),
    readPinnedTemplate(c, cycle, trail, version),
  ]);
  const isOwn = authority !== null && isOwnSubmission(authority, authorsOf(state));
  return {
    cycle,
    submitted,
    state,
    requestedAt: request.at,
    earlier,
    newer,
    returnedFor: stepOf(trail, 'Returned', before),
    reason: stepOf(trail, 'Returned', version)?.reason ?? null,
    pinnedTemplate,
    mayDecide: authority !== null,
    isOwn,
    initials: viewInitials(c, cycle, state),
  };
};
