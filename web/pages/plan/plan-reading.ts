import { planContentSchema } from '../../../acts/plan-content-schema.ts';
import type { VersionRow } from '../../../adapters/database/versions.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { PlanContent } from '../../../domain/plan.ts';
import type { WebContext } from '../../environment.ts';
import type { PlanNames } from '../../plan-difference.ts';
import { hasPower } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { pathOfCycle, type RunningCycle } from '../cycle/cycle-reading.ts';

export interface PlanVersion {
  readonly row: VersionRow;
  readonly plan: PlanContent;
}

const planIdOf = (year: number): string => `plan-${String(year)}`;

const versionIn = (row: VersionRow | undefined): PlanVersion | null =>
  row ? { row, plan: planContentSchema.parse(JSON.parse(row.text)) } : null;

export const findLatestPlan = async (c: WebContext, year: number): Promise<PlanVersion | null> => {
  const { versions } = c.get('deps').acts.stores;
  return versionIn(await versions.latest(userOn(c).officeId, 'plan', planIdOf(year)));
};

export const findPlan = async (
  c: WebContext,
  year: number,
  version: number,
): Promise<PlanVersion | null> => {
  const { versions } = c.get('deps').acts.stores;
  return versionIn(await versions.find(userOn(c).officeId, 'plan', planIdOf(year), version));
};

export const listPlanVersions = (c: WebContext, year: number) =>
  c.get('deps').acts.stores.versions.list(userOn(c).officeId, 'plan', planIdOf(year));

/** A running cycle has a first version: the two are written in that order. */
export const readLatestPlan = async (c: WebContext, year: number): Promise<PlanVersion> => {
  const latest = await findLatestPlan(c, year);
  if (latest) return latest;
  throw new DomainError('cycle-unknown', 'the cycle has no plan', { year });
};

export const namesOfPlan = ({ facts, nameOf }: RunningCycle): PlanNames => ({
  person: nameOf,
  unit: (id) => facts.units.find((unit) => unit.id === id)?.name ?? id,
  domain: (code) => facts.domains.find((domain) => domain.code === code)?.name ?? code,
  basis: (id) => facts.legalBases.find((basis) => basis.id === id)?.citation ?? id,
});

export const pathOfPlan = (year: number): string => `${pathOfCycle(year)}/plan`;

/** @throws DomainError no-power, out-of-time: for pages that make sense to a writer of a draft alone */
export const checkMayWrite = async (c: WebContext, { state, day }: RunningCycle): Promise<void> => {
  if (!(await hasPower(c, 'writePlan', day))) {
    throw new DomainError('no-power', 'only who writes the plan edits it', {});
  }
  if (state.cancelled === null && state.plan.phase === 'drafting') return;
  throw new DomainError('out-of-time', 'a plan is written while it is being drafted', {
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });
};
