import { DomainError } from '../../domain/errors.ts';
import type { PlanAmendment, PlanChange } from '../../domain/plan-in-force.ts';
import { QUARTERS } from '../../domain/plan.ts';
import { quote } from './quote.ts';
import type { YearFile } from './year-file.ts';

type Change = YearFile['plan']['adjustments'][number]['changes'][number];

// By the file's names; the list of units stands there as one text, with commas between the ids.
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['leadOrgUnitId', 'leadUnitId'],
  ['coordinatingOrgUnitIds', 'coordinatingUnitIds'],
  ...['title', 'product', 'name', 'unit', 'baseline', 'target'].map(
    (name) => [name, name] as const,
  ),
  ...QUARTERS.map((quarter) => `quarterTargets.${quarter}`).map((name) => [name, name] as const),
]);

const changeOf = (change: Change, place: string): PlanChange => {
  const field = FIELDS.get(change.field);
  if (field === undefined) {
    const details = { key: quote(change.field), expected: [...FIELDS.keys()] };
    throw new DomainError('unknown-key', 'no field that can be changed', details, `${place}/field`);
  }
  return {
    taskId: change.taskId,
    indicatorId: change.indicatorId ?? null,
    field,
    from: change.from,
    to: change.to,
    effectiveOn: change.effectiveOn ?? null,
  };
};

/** The adjustments of the plan in our words, in the file's order, which is that of their papers. */
export const amendmentsOfYearFile = ({ plan }: YearFile): readonly PlanAmendment[] =>
  plan.adjustments.map(({ effectiveOn, changes }, index) => ({
    effectiveOn,
    changes: changes.map((change, position) =>
      changeOf(change, `/plan/adjustments/${String(index)}/changes/${String(position)}`),
    ),
  }));
