import * as z from 'zod';
import type { DecisionLinkRow } from '../adapters/database/notices.ts';
import type { DecisionLinks } from '../adapters/decision-links.ts';
import {
  decidableOf,
  isDecidableFor,
  STRAND_OF_DECIDABLE,
  type DecidableFor,
} from '../domain/decidable.ts';
import { instantOf, isBefore, type Instant } from '../domain/local-date.ts';
import type { ActDependencies } from './act.ts';
import { sha256Of } from './canonical-text.ts';

type LinkDependencies = Pick<ActDependencies, 'stores' | 'wallClock'>;

/** A link that we mailed, with what it is about. */
export interface DecisionLink extends DecisionLinkRow {
  readonly what: DecidableFor;
}

/**
 * The link of that token; null for one that is none of ours. Looked up by its hash, so that how long it
 * takes says nothing of how near a guess came.
 */
export const findDecisionLink = async (
  { stores }: Pick<LinkDependencies, 'stores'>,
  links: Pick<DecisionLinks, 'sha256Of'>,
  token: string,
): Promise<DecisionLink | null> => {
  const row = await stores.notices.findLink(links.sha256Of(token));
  if (!row) return null;
  const { what } = row;
  return isDecidableFor(what) ? { ...row, what } : null;
};

export const isExpired = (
  { wallClock }: Pick<LinkDependencies, 'wallClock'>,
  { expires_at }: Pick<DecisionLink, 'expires_at'>,
): boolean => isBefore(expires_at, instantOf(wallClock().getTime()));

/** True while the very version that the link was made for waits for its decision. */
export const isWaiting = async (
  { stores }: Pick<LinkDependencies, 'stores'>,
  link: DecisionLink,
): Promise<boolean> => {
  const now = await decidableOf(link, (kind) =>
    stores.strands.find(link.office_id, link.workflow_id, kind),
  );
  return now?.version === link.version && now.boundHash === link.bound_hash;
};

/** The unit whose registration it is, with its round; null where it is the plan or the list. */
export const unitOfLink = async (
  { stores }: Pick<LinkDependencies, 'stores'>,
  link: DecisionLink,
): Promise<{ unitId: string; round: number } | null> => {
  const { office_id, workflow_id } = link;
  if (STRAND_OF_DECIDABLE[link.what] === 'unitRegistration') {
    const strand = await stores.strands.find(office_id, workflow_id, 'unitRegistration');
    return strand && { unitId: strand.state.unitId, round: strand.state.round };
  }
  const strand = await stores.strands.find(office_id, workflow_id, 'approval');
  if (strand?.state.subject.kind !== 'supplement') return null;
  const { unitId, round } = strand.state.subject;
  return { unitId, round };
};

export type LinkDecision =
  { readonly kind: 'approve' } | { readonly kind: 'giveBack'; readonly reason: string };

const actPrefixOf = ({ token_sha256 }: Pick<DecisionLink, 'token_sha256'>): string =>
  `mail-${token_sha256.slice(0, 24)}-`;

/**
 * One act for each link and decision, so that a press that comes twice is one. Another reason is another
 * act: what was typed anew after a fault must not be taken for what was typed before.
 */
export const actIdOf = (link: Pick<DecisionLink, 'token_sha256'>, decision: LinkDecision) =>
  decision.kind === 'approve'
    ? `${actPrefixOf(link)}approve`
    : `${actPrefixOf(link)}return-${sha256Of(decision.reason).slice(0, 16)}`;

/** How the version that the link was made for was decided, and by whom. */
export interface LinkFate {
  readonly kind: 'approved' | 'returned' | 'withdrawn' | 'cancelled';
  readonly at: Instant;
  /** null: nobody, since the whole cycle was cancelled. */
  readonly by: { readonly personId: string; readonly delegationId: string | null } | null;
  readonly reasonId: string | null;
  readonly isByThisLink: boolean;
  readonly isByMail: boolean;
}

const FATES: Readonly<Record<string, LinkFate['kind']>> = {
  Approved: 'approved',
  RegistrationAccepted: 'approved',
  DeclineConsented: 'approved',
  Returned: 'returned',
  RegistrationReturned: 'returned',
  Withdrawn: 'withdrawn',
  RegistrationWithdrawn: 'withdrawn',
  ApprovalCancelled: 'cancelled',
  RegistrationCancelled: 'cancelled',
};

const stepSchema = z.looseObject({
  reasonId: z.string().optional(),
  submitted: z.looseObject({ version: z.number() }).optional(),
  by: z.looseObject({ personId: z.string(), delegationId: z.string().nullable() }).optional(),
});

type Step = Awaited<ReturnType<ActDependencies['stores']['notices']['listSteps']>>[number];

// A round of registration may see several versions; what came before this one says nothing of it.
const isBeginning = (link: DecisionLink, { type, event }: Step): boolean => {
  const { submitted, reasonId } = stepSchema.parse(event);
  if (type === 'RegistrationDeclined') return reasonId === link.bound_hash;
  return type === 'RegistrationSubmitted' && submitted?.version === link.version;
};

/** null: not decided yet, or not shown yet. */
export const readLinkFate = async (
  { stores }: Pick<LinkDependencies, 'stores'>,
  link: DecisionLink,
): Promise<LinkFate | null> => {
  const steps = await stores.notices.listSteps(link.office_id, link.workflow_id);
  const begin = steps.findLastIndex((step) => isBeginning(link, step));
  for (const step of steps.slice(begin + 1)) {
    const kind = FATES[step.type];
    if (!kind) continue;
    const { by = null, reasonId = null } = stepSchema.parse(step.event);
    return {
      kind,
      at: step.at,
      by: by && { personId: by.personId, delegationId: by.delegationId },
      reasonId: kind === 'returned' ? reasonId : null,
      isByThisLink: step.act_id?.startsWith(actPrefixOf(link)) === true,
      isByMail: step.channel === 'mail',
    };
  }
  return null;
};
