import type { GradedFigure } from './graded-figures.ts';
import type { YearGrade } from './grading.ts';
import type { PlanTask } from './plan.ts';

/** What became of a task in the year, by the reference schema's names. */
export const TASK_OUTCOMES = [
  'ACHIEVED',
  'CARRIED_OVER',
  'EXCEEDED',
  'NOT_ACHIEVED',
  'PARTIALLY_ACHIEVED',
] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

const isReached = (grade: YearGrade): boolean => grade === 'ACHIEVED' || grade === 'EXCEEDED';

/**
 * A task's outcome from the year's grades of its indicators. An indicator without a figure counts as
 * missed, since nobody can show that it was reached. null: the task has no indicator, so that nothing
 * measures it and the office has to say it; a task that is carried on needs none.
 */
export const outcomeOf = (
  grades: readonly YearGrade[],
  isCarriedOn: boolean,
): TaskOutcome | null => {
  if (isCarriedOn) return 'CARRIED_OVER';
  if (grades.length === 0) return null;
  if (grades.every(isReached)) return grades.includes('EXCEEDED') ? 'EXCEEDED' : 'ACHIEVED';
  return grades.some(isReached) ? 'PARTIALLY_ACHIEVED' : 'NOT_ACHIEVED';
};

/** The outcome of each task, in the plan's order; `carriedOn`: ids of those handed to the next year. */
export const outcomesOf = (
  tasks: readonly Pick<PlanTask, 'id'>[],
  graded: readonly GradedFigure<YearGrade>[],
  carriedOn: readonly string[],
): readonly { readonly taskId: string; readonly outcome: TaskOutcome | null }[] =>
  tasks.map(({ id }) => {
    const grades = graded.filter(({ taskId }) => taskId === id).map(({ grade }) => grade);
    return { taskId: id, outcome: outcomeOf(grades, carriedOn.includes(id)) };
  });

/** `exceeded`, `achieved` and `notAchieved` make up `indicators`; `missing` is a part of the last. */
export interface GradeCounts {
  readonly indicators: number;
  readonly exceeded: number;
  readonly achieved: number;
  readonly notAchieved: number;
  readonly missing: number;
}

export const countGrades = (grades: readonly YearGrade[]): GradeCounts => {
  const count = (wanted: YearGrade): number => grades.filter((grade) => grade === wanted).length;
  const missing = count('MISSING');
  return {
    indicators: grades.length,
    exceeded: count('EXCEEDED'),
    achieved: count('ACHIEVED'),
    notAchieved: count('NOT_ACHIEVED') + missing,
    missing,
  };
};
