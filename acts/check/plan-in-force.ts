import type { LocalDate } from '../../domain/local-date.ts';
import type { PlanTask } from '../../domain/plan.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import { unitInCharge } from '../../domain/unit-in-charge.ts';
import type { ActDependencies } from '../act.ts';

/** A task as it is in force on a day, with the unit in charge then; null: nobody is. */
export interface TaskInForce {
  readonly task: PlanTask;
  readonly unitId: string | null;
}

/** The plan that is checked, amended by what was issued until that day, with who is in charge of each task. */
export const readTasksAndUnits = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  { officeId, year }: { readonly officeId: string; readonly year: number },
  { drafts }: Pick<ReformCycleState, 'drafts'>,
  { planVersion, on }: { readonly planVersion: number; readonly on: LocalDate },
): Promise<readonly TaskInForce[]> => {
  const plan = { officeId, year, planVersion };
  const tasks = await stores.plansInForce.tasksOn(plan, drafts, on);
  const spans = await stores.plansInForce.unitSpans(officeId);
  return tasks.map((task) => ({ task, unitId: unitInCharge(spans, task.leadUnitId, on) }));
};
