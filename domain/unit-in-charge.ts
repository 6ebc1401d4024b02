import { DomainError } from './errors.ts';
import type { LocalDate } from './local-date.ts';
import type { PlanTask } from './plan.ts';

/** `validTo` is the unit's last day; `successorId` took its work over. */
export interface UnitSpan {
  readonly id: string;
  readonly validTo: LocalDate | null;
  readonly successorId: string | null;
}

/**
 * The unit that has a unit's work on the day: itself while it exists, then its successor, or the
 * successor's. null: it has ended without one, and the leader has to give its work to another.
 * @throws DomainError for a unit that is not in the list
 */
export const unitInCharge = (
  units: readonly UnitSpan[],
  unitId: string,
  on: LocalDate,
): string | null => {
  const seen = new Set<string>();
  for (let id: string | null = unitId; id !== null && !seen.has(id);) {
    const unit = units.find((one) => one.id === id);
    if (!unit) throw new DomainError('unknown-reference', 'there is no such unit', { id });
    if (unit.validTo === null || on <= unit.validTo) return id;
    seen.add(id);
    id = unit.successorId;
  }
  return null;
};

/** Who leads the task on the day and who takes part, each once; a unit that leads does not take part. */
export const unitsInCharge = (
  units: readonly UnitSpan[],
  task: Pick<PlanTask, 'leadUnitId' | 'coordinatingUnitIds'>,
  on: LocalDate,
): { readonly leadUnitId: string | null; readonly coordinatingUnitIds: readonly string[] } => {
  const leadUnitId = unitInCharge(units, task.leadUnitId, on);
  const others = task.coordinatingUnitIds
    .map((id) => unitInCharge(units, id, on))
    .filter((id) => id !== null)
    .filter((id) => id !== leadUnitId);
  return { leadUnitId, coordinatingUnitIds: [...new Set(others)] };
};
