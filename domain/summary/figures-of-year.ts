import { gradeYear, type GradedFigure } from '../graded-figures.ts';
import type { YearGrade } from '../grading.ts';
import type { LocalDate } from '../local-date.ts';
import { countGrades, outcomesOf, type GradeCounts, type TaskOutcome } from '../outcomes.ts';
import type { Direction, Indicator, PlanTask, Quarter } from '../plan.ts';
import type { KeptResults } from './check-results.ts';

/** The check that a quarter's figures come from. */
export interface FigureSource {
  readonly quarter: Quarter;
  readonly checkedOn: LocalDate;
  readonly version: number;
}

/** A figure per quarter, as of its check; null: no check was held, or it had no figure. */
export interface IndicatorOfYear {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline: number | null;
  /** The year's, as in force at the year's last check. */
  readonly target: number;
  readonly quarters: Readonly<Record<Quarter, number | null>>;
  readonly actual: number | null;
  readonly percent: number | null;
  readonly grade: YearGrade;
  readonly evidence: readonly string[];
}

/** `outcome` null: nothing measures the task, and the office has not said it yet. */
export interface TaskOfYear {
  readonly taskId: string;
  readonly ordinal: number;
  readonly title: string;
  readonly domain: string;
  readonly leadUnitId: string;
  readonly outcome: TaskOutcome | null;
  /** Why it is handed to the next year. */
  readonly carriedReason: string | null;
  readonly indicators: readonly IndicatorOfYear[];
}

/** What the leader decides beside the figures. */
export interface DecidedOutcomes {
  readonly carriedOver: readonly { readonly taskId: string; readonly reason: string }[];
  /** Of tasks that have no indicator. */
  readonly said: readonly { readonly taskId: string; readonly outcome: TaskOutcome }[];
}
export const NOTHING_DECIDED: DecidedOutcomes = { carriedOver: [], said: [] };

export interface FiguresOfYear {
  readonly tasks: readonly TaskOfYear[];
  readonly counts: GradeCounts;
  readonly sources: readonly FigureSource[];
}

const resultIn = (
  checks: readonly KeptResults[],
  quarter: Quarter,
  taskId: string,
  indicatorId: string,
) =>
  checks
    .find(({ content }) => content.quarter === quarter)
    ?.content.results.find((one) => one.taskId === taskId && one.indicatorId === indicatorId);

const indicatorOfYear = (
  taskId: string,
  indicator: Indicator,
  checks: readonly KeptResults[],
  graded: readonly GradedFigure<YearGrade>[],
): IndicatorOfYear => {
  const { id, name, unit, direction, baseline, target } = indicator;
  const actualIn = (quarter: Quarter): number | null =>
    resultIn(checks, quarter, taskId, id)?.actual ?? null;
  const figure = graded.find((one) => one.taskId === taskId && one.indicatorId === id);
  return {
    id,
    name,
    unit,
    direction,
    baseline,
    target,
    quarters: { Q1: actualIn('Q1'), Q2: actualIn('Q2'), Q3: actualIn('Q3'), Q4: actualIn('Q4') },
    actual: figure?.actual ?? null,
    percent: figure?.percent ?? null,
    grade: figure?.grade ?? 'MISSING',
    evidence: resultIn(checks, 'Q4', taskId, id)?.evidence ?? [],
  };
};

/**
 * The year in figures: the fourth quarter's grade is the year's (reference rules), an indicator without
 * its figure is missed. `tasks` as they are in force on the day of that check.
 * @throws DomainError for a figure of an indicator that the plan has not
 */
export const figuresOfYear = (
  tasks: readonly PlanTask[],
  checks: readonly KeptResults[],
  decided: DecidedOutcomes = NOTHING_DECIDED,
): FiguresOfYear => {
  const last = checks.find(({ content }) => content.quarter === 'Q4');
  const figures = (last?.content.results ?? []).map(({ taskId, indicatorId, actual }) => ({
    taskId,
    indicatorId,
    actual,
  }));
  const graded = gradeYear(tasks, figures, '/results');
  const outcomes = outcomesOf(
    tasks,
    graded,
    decided.carriedOver.map(({ taskId }) => taskId),
  );
  const outcomeOfTask = (id: string): TaskOutcome | null =>
    outcomes.find(({ taskId }) => taskId === id)?.outcome ??
    decided.said.find(({ taskId }) => taskId === id)?.outcome ??
    null;
  return {
    tasks: tasks.map((task) => ({
      taskId: task.id,
      ordinal: task.ordinal,
      title: task.title,
      domain: task.primaryDomain,
      leadUnitId: task.leadUnitId,
      outcome: outcomeOfTask(task.id),
      carriedReason: decided.carriedOver.find(({ taskId }) => taskId === task.id)?.reason ?? null,
      indicators: task.indicators.map((one) => indicatorOfYear(task.id, one, checks, graded)),
    })),
    counts: countGrades(graded.map(({ grade }) => grade)),
    sources: checks.map(({ version, content: { quarter, checkedOn } }) => ({
      quarter,
      checkedOn,
      version,
    })),
  };
};
