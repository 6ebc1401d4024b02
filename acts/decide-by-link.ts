import type { DecidableFor } from '../domain/decidable.ts';
import { DomainError } from '../domain/errors.ts';
import { instantOf } from '../domain/local-date.ts';
import type { ActDependencies, ActOutcome } from './act.ts';
import { ACTS } from './all-acts.ts';
import {
  actIdOf,
  isExpired,
  isWaiting,
  unitOfLink,
  type DecisionLink,
  type LinkDecision,
} from './decision-link.ts';
import { draftOfApproval } from '../workflows/contract.ts';
import { performAct } from './perform-act.ts';
import type { Power } from '../domain/authority.ts';

const ACTS_OF: Readonly<Record<DecidableFor, Readonly<Record<LinkDecision['kind'], string>>>> = {
  'approve-plan': { approve: 'approve-plan', giveBack: 'return-plan' },
  'approve-list': { approve: 'approve-list', giveBack: 'return-list' },
  'approve-supplement': { approve: 'approve-supplement', giveBack: 'return-supplement' },
  'approve-draft': { approve: 'approve-draft', giveBack: 'return-draft' },
  'accept-registration': { approve: 'accept-registration', giveBack: 'return-registration' },
  'consent-decline': { approve: 'consent-decline', giveBack: 'return-registration' },
};

/** The power that the press asks for. */
export const powerOfDecision = (what: DecidableFor, kind: LinkDecision['kind']): Power | null =>
  // What is mailed of a unit's registration is the leader's to judge, also where the act is others' too.
  what === 'accept-registration' || what === 'consent-decline'
    ? 'decideRegistration'
    : (ACTS.get(ACTS_OF[what][kind])?.power ?? null);

/** What the act is told: the version that was mailed, and never another one. */
const boundTo = async (
  deps: ActDependencies,
  link: DecisionLink,
  kind: LinkDecision['kind'],
): Promise<Readonly<Record<string, unknown>>> => {
  const { version, bound_hash: boundHash } = link;
  const unit = await unitOfLink(deps, link);
  switch (link.what) {
    case 'approve-plan':
    case 'approve-list':
      return { version, boundHash };
    case 'approve-draft':
      return { draftId: draftOfApproval(link.workflow_id), version, boundHash };
    case 'approve-supplement':
      return { ...unit, version, boundHash };
    case 'accept-registration':
      return kind === 'approve'
        ? { unitId: unit?.unitId, version, sha256: boundHash }
        : { unitId: unit?.unitId, version };
    case 'consent-decline':
      return kind === 'approve'
        ? { unitId: unit?.unitId, reasonId: boundHash }
        : { unitId: unit?.unitId, version: null, declineReasonId: boundHash };
  }
};

const checkUsable = async (deps: ActDependencies, link: DecisionLink): Promise<void> => {
  if (isExpired(deps, link)) {
    throw new DomainError('out-of-time', 'the link has expired', { phase: 'expired' });
  }
  // A decline is given back whatever its reason, so that the link itself must say which one it meant.
  if (await isWaiting(deps, link)) return;
  throw new DomainError('stale-version', 'what the link was made for waits no more', {
    given: link.version,
  });
};

const hasHappened = async ({ stores }: ActDependencies, officeId: string, actId: string) =>
  Boolean(
    (await stores.acts.find(officeId, actId)) ?? (await stores.acts.findEvent(officeId, actId)),
  );

/**
 * The press of a button behind a link in a mail: an act of the person whom it was mailed to. The strand
 * decides between presses that come at once; the link is marked as used after it, since a mark before it
 * would, after a fault in between, leave a link that is used and has decided nothing.
 * @throws DomainError as the act does; out-of-time, stale-version where the link itself is of no use
 */
export const decideByLink = async (
  deps: ActDependencies,
  link: DecisionLink,
  decision: LinkDecision,
): Promise<ActOutcome> => {
  const actId = actIdOf(link, decision);
  if (!(await hasHappened(deps, link.office_id, actId))) await checkUsable(deps, link);
  const bound = await boundTo(deps, link, decision.kind);
  const outcome = await performAct(deps, ACTS_OF[link.what][decision.kind], {
    actId,
    officeId: link.office_id,
    year: link.year,
    personId: link.person_id,
    channel: 'mail',
    occurredAt: null,
    data: decision.kind === 'approve' ? bound : { ...bound, reason: decision.reason },
  });
  const at = instantOf(deps.wallClock().getTime());
  await deps.stores.notices.useLink(link.office_id, link.token_sha256, actId, at);
  return outcome;
};
