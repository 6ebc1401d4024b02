import type { Indicator, PlanTask } from '../plan.ts';
import type { FiguresOfYear } from './figures-of-year.ts';

/** What a year that was summed up hands to the next. */
export interface ResultsOfYear {
  readonly tasks: FiguresOfYear['tasks'];
}

/** Ids of the tasks that are to go on. */
export const carriedTasks = ({ tasks }: ResultsOfYear): readonly string[] =>
  tasks.filter(({ outcome }) => outcome === 'CARRIED_OVER').map(({ taskId }) => taskId);

/** What the indicator came to; null: no figure. */
export const resultOf = (
  { tasks }: ResultsOfYear,
  taskId: string,
  indicatorId: string,
): number | null =>
  tasks.find((task) => task.taskId === taskId)?.indicators.find(({ id }) => id === indicatorId)
    ?.actual ?? null;

const isBehind = ({ direction, target }: Indicator, baseline: number): boolean =>
  direction === 'increase' ? target < baseline : target > baseline;

/**
 * The indicator with the year's result as its baseline. A target that lies behind it would be none: to
 * hold what was reached is the least that the next year can aim at.
 */
export const fromResult = (indicator: Indicator, result: number | null): Indicator => {
  if (result === null || !isBehind(indicator, result)) return { ...indicator, baseline: result };
  return {
    ...indicator,
    baseline: result,
    target: result,
    quarterTargets: { ...indicator.quarterTargets, Q4: result },
  };
};

/** How many indicators aim at more than before, since their year reached more than they aim at. */
export const countRaised = (before: readonly PlanTask[], after: readonly PlanTask[]): number =>
  after.flatMap((task) => {
    const earlier = before.find(({ id }) => id === task.id)?.indicators ?? [];
    return task.indicators.filter(
      ({ id, target }) => earlier.find((one) => one.id === id)?.target !== target,
    );
  }).length;
