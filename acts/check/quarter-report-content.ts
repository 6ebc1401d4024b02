import {
  resultsContentId,
  visitContentId,
  type CheckResult,
  type CheckResultsContent,
  type QuarterReportContent,
  type ReportedIndicator,
  type ReportedTask,
  type ReportedVisit,
  type ReportedWork,
  type ReportOverview,
  type VisitContent,
} from '../../domain/check/check-content.ts';
import type { HeldCheck, QuarterlyCheckState } from '../../domain/check/quarterly-check.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { QUARTERS, type Indicator, type Quarter, type Signer } from '../../domain/plan.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import type { OpenedStrand } from '../../domain/year-strand.ts';
import { yearStrandId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';
import { readIssuedPlan } from '../open-registration.ts';
import { readTasksAndUnits, type TaskInForce } from './plan-in-force.ts';

type Deps = Pick<ActDependencies, 'stores'>;

/** The quarter that is reported: its office, its year, and the day on which it is written. */
export interface ReportedQuarter {
  readonly officeId: string;
  readonly year: number;
  readonly quarter: Quarter;
  readonly today: LocalDate;
}

/** What people write of a quarter; everything else is drawn from what was confirmed. */
export interface WrittenReport {
  readonly subject: string;
  readonly signer: Signer;
  readonly overview: ReportOverview;
}

const readContent = async (
  { stores }: Deps,
  officeId: string,
  kind: 'check-results' | 'check-visit' | 'assignment',
  id: string,
  version: number,
): Promise<unknown> => {
  const row = await stores.versions.find(officeId, kind, id, version);
  if (!row) throw new Error(`version ${String(version)} of ${id} is missing`);
  return JSON.parse(row.text);
};

export const readResults = async (
  deps: Deps,
  { officeId, year, quarter }: Omit<ReportedQuarter, 'today'>,
  version: number,
): Promise<CheckResultsContent> => {
  const id = resultsContentId(year, quarter);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by hold-check
  return (await readContent(deps, officeId, 'check-results', id, version)) as CheckResultsContent;
};

export const readVisit = async (
  deps: Deps,
  { officeId, year, quarter }: Omit<ReportedQuarter, 'today'>,
  visitId: string,
  version: number,
): Promise<VisitContent> => {
  const id = visitContentId(year, quarter, visitId);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by record-visit
  return (await readContent(deps, officeId, 'check-visit', id, version)) as VisitContent;
};

type ByQuarter = Readonly<Partial<Record<Quarter, CheckResultsContent>>>;

/** Results of the year's checks up to this quarter, of those that were held. */
const readYearSoFar = async (deps: Deps, of: ReportedQuarter): Promise<ByQuarter> => {
  const { officeId, year, quarter } = of;
  const until = QUARTERS.slice(0, QUARTERS.indexOf(quarter) + 1);
  const read = await Promise.all(
    until.map(async (one) => {
      const id = yearStrandId(officeId, year, { kind: 'check', id: one });
      const held = (await deps.stores.strands.find(officeId, id, 'check'))?.state.held;
      return held
        ? [[one, await readResults(deps, { ...of, quarter: one }, held.version)] as const]
        : [];
    }),
  );
  return Object.fromEntries(read.flat());
};

const resultOf = (
  results: CheckResultsContent | undefined,
  taskId: string,
  indicatorId: string,
): CheckResult | undefined =>
  results?.results.find((one) => one.taskId === taskId && one.indicatorId === indicatorId);

const actualsOf = (
  soFar: ByQuarter,
  taskId: string,
  indicatorId: string,
): ReportedIndicator['actuals'] =>
  Object.fromEntries(
    QUARTERS.flatMap((one) => {
      const found = resultOf(soFar[one], taskId, indicatorId);
      return found ? [[one, found.actual] as const] : [];
    }),
  );

const reportedIndicator = (
  soFar: ByQuarter,
  quarter: Quarter,
  taskId: string,
  indicator: Indicator,
): ReportedIndicator => {
  const { id, name, unit, direction, baseline, target, quarterTargets } = indicator;
  const said = { id, name, unit, direction, baseline, target };
  const actuals = actualsOf(soFar, taskId, id);
  const result = resultOf(soFar[quarter], taskId, id);
  // The task came into the plan after the check's day.
  if (!result) {
    const quarterTarget = quarterTargets[quarter];
    const none = { percent: null, grade: 'MISSING', note: null, evidence: [] } as const;
    return { ...said, actuals, quarterTarget, ...none };
  }
  const { percent, grade, evidence } = result;
  const note = result.note === '' ? null : result.note;
  return { ...said, actuals, quarterTarget: result.target, percent, grade, note, evidence };
};

const reportedTask = (
  soFar: ByQuarter,
  quarter: Quarter,
  { task, unitId }: TaskInForce,
): ReportedTask => ({
  id: task.id,
  ordinal: task.ordinal,
  title: task.title,
  primaryDomain: task.primaryDomain,
  leadUnitId: unitId,
  indicators: task.indicators.map((one) => reportedIndicator(soFar, quarter, task.id, one)),
});

const readVisits = (
  deps: Deps,
  of: ReportedQuarter,
  { visits }: QuarterlyCheckState,
): Promise<readonly ReportedVisit[]> =>
  Promise.all(
    visits.map(async ({ visitId, unitId, on, contentVersion }) => {
      const { themes } = await readVisit(deps, of, visitId, contentVersion);
      return { unitId, on, themes };
    }),
  );

const readWork = async (
  deps: Deps,
  { officeId, year, today }: ReportedQuarter,
  { strand }: OpenedStrand,
): Promise<readonly ReportedWork[]> => {
  if (strand.kind !== 'assignment') return [];
  const id = yearStrandId(officeId, year, strand);
  const found = await deps.stores.strands.find(officeId, id, 'assignment');
  const { phase, unitId, dueOn } = found?.state ?? { ...strand, phase: 'given' as const };
  if (phase === 'cancelled') return [];
  const content = await readContent(deps, officeId, 'assignment', strand.id, strand.contentVersion);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- kept by acts/work/give-work.ts
  const { task } = content as { task: string };
  const isOverdue = phase !== 'done' && dueOn < today;
  return [{ assignmentId: strand.id, unitId, dueOn, task, phase, isOverdue }];
};

/** The report of a check that was held, drawn from its results and from what else the year has. */
export const quarterReportContent = async (
  deps: Deps,
  of: ReportedQuarter,
  strands: {
    readonly cycle: ReformCycleState;
    readonly check: QuarterlyCheckState & { readonly held: HeldCheck };
  },
  written: WrittenReport,
): Promise<QuarterReportContent> => {
  const { cycle, check } = strands;
  const { checkedOn, dataPeriod, version } = check.held;
  const soFar = await readYearSoFar(deps, of);
  const inForce = { planVersion: check.planVersion, on: checkedOn };
  const tasks = await readTasksAndUnits(deps, of, cycle, inForce);
  const works = await Promise.all(cycle.strands.map((strand) => readWork(deps, of, strand)));
  return {
    ...written,
    year: of.year,
    addressees: NO_ADDRESSEES,
    quarter: of.quarter,
    plannedOn: check.plannedOn,
    checkedOn,
    dataPeriod,
    resultsVersion: version,
    issuedPlan: await readIssuedPlan(deps, of, cycle),
    tasks: tasks.map((task) => reportedTask(soFar, of.quarter, task)),
    visits: await readVisits(deps, of, check),
    works: works.flat(),
    overrides: [],
  };
};
