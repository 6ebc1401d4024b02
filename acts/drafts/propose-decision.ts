import type { CheckTeamContent } from '../../domain/check/check-team.ts';
import type { Draft } from '../../domain/draft.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { holderOf } from '../../domain/office.ts';
import type { Signer } from '../../domain/plan.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import type { CommendationContent } from '../../domain/summary/commendation.ts';
import { planAsBasis, usualBasis } from '../../locale/decision-drafts.ts';
import { numberAndSymbol } from '../../locale/paper-names.ts';
import type { ActDependencies } from '../act.ts';

type Deps = Pick<ActDependencies, 'stores'>;

interface Decisions {
  readonly 'check-team-decision': CheckTeamContent;
  readonly 'commendation-decision': CommendationContent;
}

/** For which office and year a decision is proposed, as both stand today. */
export interface Proposed {
  readonly officeId: string;
  readonly cycle: ReformCycleState;
  readonly facts: OfficeFacts;
}

/** What the usual words of a decision name. */
export const occasionOf = ({ cycle, facts }: Proposed) => {
  const coordinator = holderOf(facts, 'cycleCoordinator');
  return {
    year: cycle.year,
    officeName: facts.name,
    draftedBy: facts.units.find(({ id }) => id === coordinator?.unitId)?.name ?? facts.name,
    leaderPosition: holderOf(facts, 'leader')?.position ?? '',
  };
};

/** The head signs unless somebody else is chosen. */
export const usualSigner = (facts: OfficeFacts): Signer => ({
  personId: holderOf(facts, 'leader')?.id ?? '',
  capacity: null,
});

/** The office's task, and the year's plan once it is issued. */
export const basesOfYear = async (
  { stores }: Deps,
  proposed: Proposed,
): Promise<readonly string[]> => {
  const { plan } = proposed.cycle;
  const { name: officeName } = proposed.facts;
  const paper =
    plan.phase === 'issued' ? await stores.papers.find(proposed.officeId, plan.paperId) : null;
  const number = paper ? numberAndSymbol(paper) : null;
  if (!paper?.document_date || number === null) return [usualBasis(officeName)];
  const cited = { numberAndSymbol: number, date: paper.document_date };
  return [usualBasis(officeName), planAsBasis({ year: proposed.cycle.year, officeName }, cited)];
};

/** What a draft of that kind said when it came back; null: none did. */
export const readReturned = async <Kind extends keyof Decisions>(
  { stores }: Deps,
  { officeId, cycle }: Proposed,
  kind: Kind,
  isMeant: (draft: Draft) => boolean = () => true,
): Promise<Decisions[Kind] | null> => {
  const draft = cycle.drafts.find(
    (one) => one.kind === kind && one.phase === 'drafting' && isMeant(one),
  );
  const row = draft && (await stores.versions.latest(officeId, 'draft', draft.draftId));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/drafts/submit-draft.ts
  return row ? (JSON.parse(row.text) as Decisions[Kind]) : null;
};
