import type { CheckTeamContent, TeamMember } from '../../domain/check/check-team.ts';
import { draftIdOf } from '../../domain/draft.ts';
import { holderOf } from '../../domain/office.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import { QUARTERS, type Quarter } from '../../domain/plan.ts';
import { usualCheckTeam } from '../../locale/decision-drafts.ts';
import { yearStrandId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';
import {
  basesOfYear,
  occasionOf,
  readReturned,
  usualSigner,
  type Proposed,
} from '../drafts/propose-decision.ts';
import { readVisit } from './quarter-report-content.ts';

type Deps = Pick<ActDependencies, 'stores'>;

const KIND = 'check-team-decision';

// Of the last visit that the year has seen: who checked then will check again.
const lastTeam = async (
  deps: Deps,
  { officeId, cycle, facts }: Proposed,
): Promise<readonly string[]> => {
  const { year } = cycle;
  for (const quarter of QUARTERS.toReversed()) {
    const id = yearStrandId(officeId, year, { kind: 'check', id: quarter });
    const visit = (await deps.stores.strands.find(officeId, id, 'check'))?.state.visits.at(-1);
    if (!visit) continue;
    const of = { officeId, year, quarter };
    const { team } = await readVisit(deps, of, visit.visitId, visit.contentVersion);
    return team.filter((personId) => facts.people.some((person) => person.id === personId));
  }
  return [];
};

const usualTeam = ({ facts }: Proposed): readonly TeamMember[] => {
  const head = holderOf(facts, 'deputyLeader') ?? holderOf(facts, 'leader');
  const secretary = holderOf(facts, 'cycleCoordinator');
  const team: readonly TeamMember[] = [
    ...(head ? [{ personId: head.id, role: 'head' as const }] : []),
    ...(secretary ? [{ personId: secretary.id, role: 'secretary' as const }] : []),
  ];
  return team.filter(({ personId }, index) => index === 0 || personId !== team[0]?.personId);
};

const daysOf = ({ cycle }: Proposed, quarter: Quarter | null) => {
  const planned = cycle.schedule
    .filter(({ step }) => step.startsWith(quarter === null ? 'check-' : `check-${quarter}`))
    .map(({ dueOn }) => dueOn)
    .toSorted();
  return { from: planned[0] ?? null, to: planned.at(-1) ?? null };
};

/** The decision as it would be: from the draft that came back, else from what the year knows. */
export const proposeCheckTeam = async (
  deps: Deps,
  proposed: Proposed,
  quarter: Quarter | null,
): Promise<CheckTeamContent> => {
  const { cycle, facts } = proposed;
  const draftId = draftIdOf(KIND, cycle.year, quarter ?? 'year');
  const returned = await readReturned(deps, proposed, KIND, (draft) =>
    draft.draftId.startsWith(draftId),
  );
  if (returned) return returned;
  const checked = await lastTeam(deps, proposed);
  const { from, to } = daysOf(proposed, quarter);
  return {
    ...usualCheckTeam(occasionOf(proposed), quarter),
    year: cycle.year,
    quarter,
    signer: usualSigner(facts),
    addressees: NO_ADDRESSEES,
    bases: await basesOfYear(deps, proposed),
    team:
      checked.length > 0
        ? checked.map((personId, index) => ({ personId, role: index === 0 ? 'head' : 'member' }))
        : usualTeam(proposed),
    unitIds: facts.units.map(({ id }) => id),
    from: from ?? facts.date,
    to: to ?? facts.date,
  };
};
