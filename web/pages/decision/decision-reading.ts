import {
  isExpired,
  readLinkFate,
  unitOfLink,
  type DecisionLink,
  type LinkFate,
} from '../../../acts/decision-link.ts';
import { judgeLink, type Judgement } from '../../../acts/judge-link.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { ReformCycleState } from '../../../domain/reform-cycle.ts';
import type { WebContext } from '../../environment.ts';
import { dayOfCycle, readNames } from '../cycle/cycle-reading.ts';
import { readDelegations, type Delegations } from './delegations.ts';
import { readNextStep, type NextStep } from './next-step.ts';

/**
 * `used`: decided by this very link. `decided`: in any other way. `processing`: pressed, and not yet shown.
 */
export type LinkStanding = 'open' | 'processing' | 'used' | 'decided' | 'no-power' | 'expired';

export interface DecisionView {
  readonly address: string;
  readonly link: DecisionLink;
  readonly officeName: string;
  readonly cycle: ReformCycleState;
  readonly facts: OfficeFacts;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly standing: LinkStanding;
  readonly fate: LinkFate | null;
  readonly reason: string | null;
  readonly next: NextStep | null;
  readonly approving: Judgement;
  readonly givingBack: Judgement;
  readonly nameOf: (personId: string) => string;
  readonly nameOfActing: Delegations['nameOfActing'];
}

const standingOf = (
  link: DecisionLink,
  found: Pick<DecisionView, 'fate' | 'approving' | 'givingBack'> & { hasExpired: boolean },
): LinkStanding => {
  const { fate, approving, givingBack, hasExpired } = found;
  if (hasExpired) return 'expired';
  if (fate?.isByThisLink) return 'used';
  if (!approving.authority && !givingBack.authority) return 'no-power';
  if (fate) return 'decided';
  const isGone = approving.refusal?.code === 'stale-version';
  return link.used_act_id !== null || isGone ? 'processing' : 'open';
};

// The cycle knows who cancelled it; its strands know that they were.
const withCanceller = (fate: LinkFate | null, { cancelled }: ReformCycleState): LinkFate | null => {
  if (!cancelled || (fate && fate.kind !== 'cancelled')) return fate;
  const { at, by } = cancelled;
  return { kind: 'cancelled', at, by, reasonId: null, isByThisLink: false, isByMail: false };
};

const readCycleOf = async (c: WebContext, { office_id, year }: DecisionLink) => {
  const { stores } = c.get('deps').acts;
  const row = await stores.cycles.find(office_id, year);
  const strand = row && (await stores.strands.find(office_id, row.workflow_id, 'reformCycle'));
  const office = await stores.offices.find(office_id);
  if (!strand || !office) throw new Error('the cycle of a decision link is missing');
  return { cycle: strand.state, officeName: office.name };
};

const readJudgements = async (c: WebContext, link: DecisionLink, day: LocalDate) => {
  const { acts } = c.get('deps');
  const [approving, givingBack] = await Promise.all([
    judgeLink(acts, link, 'approve', day),
    judgeLink(acts, link, 'giveBack', day),
  ]);
  return { approving, givingBack };
};

/** Where the link stands now, by the read model alone; writes nothing. */
export const readDecision = async (c: WebContext, link: DecisionLink): Promise<DecisionView> => {
  const { acts } = c.get('deps');
  const { stores } = acts;
  const officeId = link.office_id;
  const { cycle, officeName } = await readCycleOf(c, link);
  const day = dayOfCycle(cycle, c.get('today'));
  const [facts, nameOf, unit, found, judgements] = await Promise.all([
    stores.factsOn(officeId, day),
    readNames(c, officeId),
    unitOfLink(acts, link),
    readLinkFate(acts, link),
    readJudgements(c, link, day),
  ]);
  const fate = withCanceller(found, cycle);
  const delegations = await readDelegations(c, facts, nameOf);
  const unitId = unit?.unitId ?? null;
  const hasExpired = isExpired(acts, link);
  return {
    address: `/d/${c.req.param('token') ?? ''}`,
    link,
    officeName,
    cycle,
    facts,
    unitId,
    unitName: facts.units.find(({ id }) => id === unitId)?.name ?? unitId,
    standing: standingOf(link, { fate, ...judgements, hasExpired }),
    fate,
    reason: fate?.reasonId ? await stores.paperSources.readReason(officeId, fate.reasonId) : null,
    next: await readNextStep(stores, link, { unitId, facts, delegations, drafts: cycle.drafts }),
    ...judgements,
    nameOf,
    nameOfActing: delegations.nameOfActing,
  };
};
