import type { CheckResultsContent } from '../../domain/check/check-content.ts';
import type { HeldCheck } from '../../domain/check/quarterly-check.ts';
import { daysLate } from '../../domain/check-day.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { TaskOutcome } from '../../domain/outcomes.ts';
import { QUARTERS, type Quarter } from '../../domain/plan.ts';
import type { ScoreTotals } from '../../domain/scores.ts';
import { NOTHING_DECIDED, type FiguresOfYear } from '../../domain/summary/figures-of-year.ts';
import type { ActDependencies } from '../act.ts';
import { readResults } from '../check/quarter-report-content.ts';
import { readFiguresOfYear } from '../summary/figures-of-year.ts';
import { findSummary } from '../summary/on-summary.ts';
import { readSummaryContents, scoresIn } from '../summary/summary-contents.ts';
import type { CheckInFile } from './check-figures.ts';
import { checkStrandIdOf } from './check-steps.ts';
import { differ, type Difference } from './difference.ts';
import type { YearToEnter } from './year-to-enter.ts';

type Deps = Pick<ActDependencies, 'stores'>;

/** A check that was held, as the system has it. */
interface CheckHeld {
  readonly quarter: Quarter;
  readonly plannedOn: LocalDate;
  readonly held: HeldCheck;
  readonly results: CheckResultsContent['results'];
}

/** What the system holds of checks and summary; `year` null: no figures of the fourth quarter. */
interface FiguresHeld {
  readonly checks: readonly CheckHeld[];
  readonly year: FiguresOfYear | null;
  /** null: the office was not scored. */
  readonly scores: ScoreTotals | null;
}

/** The figures of the year in the answer to a replay. */
export interface ReplayedFigures {
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
}

const readCheck = async (
  deps: Deps,
  year: YearToEnter,
  quarter: Quarter,
): Promise<readonly CheckHeld[]> => {
  const { officeId } = year;
  const id = checkStrandIdOf(year, quarter);
  const state = (await deps.stores.strands.find(officeId, id, 'check'))?.state;
  if (!state?.held) return [];
  const { plannedOn, held } = state;
  const of = { officeId, year: year.year, quarter };
  const { results } = await readResults(deps, of, held.version);
  return [{ quarter, plannedOn, held, results }];
};

export const readFigures = async (deps: Deps, year: YearToEnter): Promise<FiguresHeld> => {
  const { officeId } = year;
  const read = await Promise.all(QUARTERS.map((quarter) => readCheck(deps, year, quarter)));
  const checks = read.flat();
  const summary = await findSummary(deps, officeId, year.year);
  const contents = summary && (await readSummaryContents(deps, officeId, summary));
  const decided = contents?.outcomes ?? NOTHING_DECIDED;
  return {
    checks,
    year: checks.some(({ quarter }) => quarter === 'Q4')
      ? await readFiguresOfYear(deps, officeId, year.year, decided)
      : null,
    scores: (contents && scoresIn(contents)?.totals) ?? null,
  };
};

export const replayedFigures = ({ checks, year }: FiguresHeld): ReplayedFigures => ({
  checks: checks.map(({ quarter, plannedOn, held: { checkedOn } }) => ({
    quarter,
    plannedOn,
    checkedOn,
    late: daysLate(plannedOn, checkedOn) > 0,
  })),
  indicators: {
    achieved: year?.counts.achieved ?? 0,
    exceeded: year?.counts.exceeded ?? 0,
    notAchieved: year?.counts.notAchieved ?? 0,
  },
  tasks: (year?.tasks ?? []).map(({ taskId: id, outcome }) => ({ id, outcome })),
});

const differencesOfResults = (
  { results }: CheckInFile,
  own: CheckHeld,
  place: string,
): readonly Difference[] =>
  results.flatMap(({ taskId, indicatorId, actual, status }, index) => {
    const found = own.results.find(
      (one) => one.taskId === taskId && one.indicatorId === indicatorId,
    );
    const at = `${place}/results/${String(index)}`;
    return [
      ...differ(`${at}/actual`, actual, found?.actual ?? null),
      ...differ(`${at}/status`, status, found?.grade ?? null),
    ];
  });

const differencesOfCheck = (
  check: CheckInFile,
  own: CheckHeld | undefined,
  place: string,
): readonly Difference[] => {
  if (!own) return differ(`${place}/checkedOn`, check.checkedOn, null);
  const { checkedOn, dataPeriod } = own.held;
  const late = daysLate(own.plannedOn, checkedOn);
  return [
    ...differ(`${place}/plannedOn`, check.plannedOn, own.plannedOn),
    ...differ(`${place}/checkedOn`, check.checkedOn, checkedOn),
    ...differ(`${place}/dataPeriod/from`, check.dataPeriod.from, dataPeriod.from),
    ...differ(`${place}/dataPeriod/to`, check.dataPeriod.to, dataPeriod.to),
    ...differ(`${place}/status`, check.status, late > 0 ? 'DONE_LATE' : 'DONE'),
    ...differ(`${place}/overdueDays`, check.overdueDays, late),
    ...differencesOfResults(check, own, place),
  ];
};

type Said = NonNullable<YearToEnter['file']['yearSummary']>;
const COUNTS = ['achieved', 'exceeded', 'notAchieved'] as const;
const SCORES = ['max', 'self', 'appraised'] as const;

const differencesOfCounts = (said: Said, year: FiguresOfYear | null): readonly Difference[] => {
  const indicators = year ? year.counts.indicators : null;
  return [
    ...differ('/yearSummary/indicatorCount', said.indicatorCount, indicators),
    ...COUNTS.flatMap((count) =>
      differ(`/yearSummary/${count}`, said[count], year ? year.counts[count] : null),
    ),
  ];
};

const differencesOfOutcomes = (
  { taskOutcomes }: Said,
  year: FiguresOfYear | null,
): readonly Difference[] =>
  taskOutcomes.flatMap(({ taskId, outcome }, index) => {
    const own = year?.tasks.find((task) => task.taskId === taskId);
    const place = `/yearSummary/taskOutcomes/${String(index)}/outcome`;
    return differ(place, outcome, own?.outcome ?? null);
  });

const differencesOfSummary = (said: Said, { year, scores }: FiguresHeld): readonly Difference[] => [
  ...differencesOfCounts(said, year),
  ...differencesOfOutcomes(said, year),
  ...SCORES.flatMap((score) =>
    differ(`/yearSummary/selfScore/${score}`, said.selfScore[score], scores ? scores[score] : null),
  ),
];

/** Where the file says otherwise than what the system holds and computes of checks and summary. */
export const differencesOfFigures = (
  year: YearToEnter,
  held: FiguresHeld,
): readonly Difference[] => [
  ...(year.file.quarterChecks ?? []).flatMap((check, index) =>
    differencesOfCheck(
      check,
      held.checks.find(({ quarter }) => quarter === check.quarter),
      `/quarterChecks/${String(index)}`,
    ),
  ),
  ...(year.file.yearSummary ? differencesOfSummary(year.file.yearSummary, held) : []),
];
