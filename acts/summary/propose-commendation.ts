import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import type { CommendationContent } from '../../domain/summary/commendation.ts';
import type { Commendations } from '../../domain/summary/year-report.ts';
import { isOfCommendation, usualCommendation } from '../../locale/decision-drafts.ts';
import type { ActDependencies } from '../act.ts';
import {
  basesOfYear,
  occasionOf,
  readReturned,
  usualSigner,
  type Proposed,
} from '../drafts/propose-decision.ts';

const listed = <One>(named: readonly One[] | number): readonly One[] =>
  typeof named === 'number' ? [] : named;

/** The decision as it would be: from the draft that came back, else of all whom the summary names. */
export const proposeCommendation = async (
  deps: Pick<ActDependencies, 'stores'>,
  proposed: Proposed,
  { collectives, individuals }: Commendations,
): Promise<CommendationContent> => {
  const returned = await readReturned(deps, proposed, 'commendation-decision');
  if (returned) return returned;
  const { cycle, facts } = proposed;
  const { result, ...words } = usualCommendation(occasionOf(proposed));
  const legal = facts.legalBases
    .filter(({ citation, isInForce }) => isInForce && isOfCommendation(citation))
    .map(({ citation }) => citation);
  return {
    ...words,
    year: cycle.year,
    signer: usualSigner(facts),
    addressees: NO_ADDRESSEES,
    bases: [...legal, ...(await basesOfYear(deps, proposed)), result],
    collectives: listed(collectives),
    individuals: listed(individuals),
  };
};
