import { DomainError } from './errors.ts';
import { gradeOf, yearGradeOf, type Grade, type YearGrade } from './grading.ts';
import { percentAchieved } from './percent-achieved.ts';
import type { Indicator, PlanTask, Quarter } from './plan.ts';

/** What a check found of one indicator, as of its day; `actual` null: no figure. */
export interface Figure {
  readonly taskId: string;
  readonly indicatorId: string;
  readonly actual: number | null;
}

/** `target` is the quarter's; `percent` as in percentAchieved. */
export interface GradedFigure<G extends Grade = Grade> extends Figure {
  readonly target: number;
  readonly percent: number | null;
  readonly grade: G;
}

// Indicators have their ids within their task.
const keyOf = ({ taskId, indicatorId }: Pick<Figure, 'taskId' | 'indicatorId'>): string =>
  JSON.stringify([taskId, indicatorId]);

const figuresByKey = (
  tasks: readonly PlanTask[],
  figures: readonly Figure[],
  place: string,
): ReadonlyMap<string, Figure> => {
  const known = new Set(
    tasks.flatMap((task) =>
      task.indicators.map(({ id }) => keyOf({ taskId: task.id, indicatorId: id })),
    ),
  );
  const found = new Map<string, Figure>();
  figures.forEach((figure, index) => {
    const key = keyOf(figure);
    const at = `${place}/${String(index)}/indicatorId`;
    const id = figure.indicatorId;
    if (!known.has(key)) {
      throw new DomainError('unknown-reference', 'the plan has no such indicator', { id }, at);
    }
    if (found.has(key)) {
      throw new DomainError('duplicate-id', 'an indicator has one figure at a check', { id }, at);
    }
    found.set(key, figure);
  });
  return found;
};

const gradeAll = <G extends Grade>(
  tasks: readonly PlanTask[],
  quarter: Quarter,
  figures: ReadonlyMap<string, Figure>,
  grade: (indicator: Indicator, actual: number | null) => G,
): readonly GradedFigure<G>[] =>
  tasks.flatMap((task) =>
    task.indicators.map((indicator) => {
      const ids = { taskId: task.id, indicatorId: indicator.id };
      const actual = figures.get(keyOf(ids))?.actual ?? null;
      const target = indicator.quarterTargets[quarter];
      const percent = percentAchieved(indicator, target, actual);
      return { ...ids, actual, target, percent, grade: grade(indicator, actual) };
    }),
  );

/**
 * Every indicator of the tasks with its grade, in the plan's order; without a figure it is MISSING.
 * `tasks` as they are in force on the day of the check: see tasksInForce. `place` is the list's pointer.
 * @throws DomainError for a figure of an indicator that the plan has not, or that has one already
 */
export const gradeQuarter = (
  tasks: readonly PlanTask[],
  quarter: Quarter,
  figures: readonly Figure[],
  place = '',
): readonly GradedFigure[] =>
  gradeAll(tasks, quarter, figuresByKey(tasks, figures, place), (indicator, actual) =>
    gradeOf(indicator, quarter, actual),
  );

/** As gradeQuarter, of the fourth quarter's check, whose grades are the year's. */
export const gradeYear = (
  tasks: readonly PlanTask[],
  figures: readonly Figure[],
  place = '',
): readonly GradedFigure<YearGrade>[] =>
  gradeAll(tasks, 'Q4', figuresByKey(tasks, figures, place), yearGradeOf);
