import { daysLate } from '../../domain/check-day.ts';
import { gradeQuarter, gradeYear } from '../../domain/graded-figures.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { countGrades, outcomesOf, type TaskOutcome } from '../../domain/outcomes.ts';
import { tasksInForce } from '../../domain/plan-in-force.ts';
import type { PlanTask, Quarter } from '../../domain/plan.ts';
import { amendmentsOfYearFile } from '../year-file/amendments-of-year-file.ts';
import { planOfYearFile } from '../year-file/plan-of-year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';

/** Where the file says otherwise than the rules: a pointer into it, what it says, what comes out here. */
export interface Difference {
  readonly path: string;
  readonly file: string | number | boolean | null;
  readonly computed: string | number | boolean | null;
}

/** What the rules make of the year's figures. */
export interface JudgedFigures {
  readonly checks: readonly {
    readonly quarter: Quarter;
    readonly plannedOn: LocalDate;
    readonly checkedOn: LocalDate;
    readonly late: boolean;
  }[];
  readonly indicators: {
    readonly achieved: number;
    readonly exceeded: number;
    readonly notAchieved: number;
  };
  readonly tasks: readonly { readonly id: string; readonly outcome: TaskOutcome | null }[];
  readonly differences: readonly Difference[];
}

type Check = NonNullable<YearFile['quarterChecks']>[number];

/** Nothing where both say the same, or the file says nothing. */
export const differ = (
  path: string,
  said: Difference['file'] | undefined,
  computed: Difference['computed'],
): readonly Difference[] =>
  said === undefined || said === computed ? [] : [{ path, file: said, computed }];

const differencesOfCheck = (
  tasks: readonly PlanTask[],
  check: Check,
  place: string,
): readonly Difference[] => {
  const graded = gradeQuarter(tasks, check.quarter, check.results, `${place}/results`);
  const late = daysLate(check.plannedOn, check.checkedOn);
  return [
    ...differ(`${place}/status`, check.status, late > 0 ? 'DONE_LATE' : 'DONE'),
    ...differ(`${place}/overdueDays`, check.overdueDays, late),
    ...check.results.flatMap(({ taskId, indicatorId, status }, index) => {
      const own = graded.find((one) => one.taskId === taskId && one.indicatorId === indicatorId);
      return differ(`${place}/results/${String(index)}/status`, status, own?.grade ?? null);
    }),
  ];
};

const roundedSum = (figures: readonly number[]): number =>
  Math.round(figures.reduce((sum, one) => sum + one, 0) * 100) / 100;

// By domain: the most that can be had, what the office gives itself, and what the body above does.
const differencesOfScores = ({ yearSummary }: YearFile): readonly Difference[] => {
  if (!yearSummary) return [];
  const { byDomain, max, self, appraised } = yearSummary.selfScore;
  const domains = Object.values(byDomain);
  const total = (column: number): number => roundedSum(domains.map((row) => row[column] ?? 0));
  const at = '/yearSummary/selfScore';
  return [
    ...differ(`${at}/max`, max, total(0)),
    ...differ(`${at}/self`, self, total(1)),
    ...(appraised === null ? [] : differ(`${at}/appraised`, appraised, total(2))),
  ];
};

/** Lateness, grades, outcomes and counts of the year by the rules, and where the file says otherwise. */
export const judgeFigures = (file: YearFile): JudgedFigures => {
  const planned = planOfYearFile(file).tasks;
  const amendments = amendmentsOfYearFile(file);
  const inForceOn = (day: LocalDate) => tasksInForce(planned, amendments, day);
  const checks = file.quarterChecks ?? [];
  const { yearSummary } = file;
  const last = checks.find(({ quarter }) => quarter === 'Q4');
  const tasks = inForceOn(last?.checkedOn ?? `${String(file.cycleYear)}-12-31`);
  const graded = last ? gradeYear(tasks, last.results, '/quarterChecks') : [];
  const counts = countGrades(graded.map(({ grade }) => grade));
  const said = yearSummary?.taskOutcomes ?? [];
  const carriedOn = said
    .filter(({ outcome }) => outcome === 'CARRIED_OVER')
    .map(({ taskId }) => taskId);
  // A task that nothing measures is as the office says.
  const outcomes = last
    ? outcomesOf(tasks, graded, carriedOn).map(({ taskId: id, outcome }) => ({
        id,
        outcome: outcome ?? said.find(({ taskId }) => taskId === id)?.outcome ?? null,
      }))
    : [];
  return {
    checks: checks.map(({ quarter, plannedOn, checkedOn }) => ({
      quarter,
      plannedOn,
      checkedOn,
      late: daysLate(plannedOn, checkedOn) > 0,
    })),
    indicators: {
      achieved: counts.achieved,
      exceeded: counts.exceeded,
      notAchieved: counts.notAchieved,
    },
    tasks: outcomes,
    differences: [
      ...checks.flatMap((check, index) =>
        differencesOfCheck(inForceOn(check.checkedOn), check, `/quarterChecks/${String(index)}`),
      ),
      ...(yearSummary && last
        ? [
            ...differ('/yearSummary/indicatorCount', yearSummary.indicatorCount, counts.indicators),
            ...differ('/yearSummary/achieved', yearSummary.achieved, counts.achieved),
            ...differ('/yearSummary/exceeded', yearSummary.exceeded, counts.exceeded),
            ...differ('/yearSummary/notAchieved', yearSummary.notAchieved, counts.notAchieved),
            ...said.flatMap(({ taskId, outcome }, index) =>
              differ(
                `/yearSummary/taskOutcomes/${String(index)}/outcome`,
                outcome,
                outcomes.find(({ id }) => id === taskId)?.outcome ?? null,
              ),
            ),
          ]
        : []),
      ...differencesOfScores(file),
    ],
  };
};
