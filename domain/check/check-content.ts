import type { DataPeriod } from '../check-day.ts';
import type { DraftContentBase } from '../draft-content.ts';
import type { Grade } from '../grading.ts';
import type { LocalDate } from '../local-date.ts';
import type { Direction, Quarter } from '../plan.ts';
import type { FigureEntry } from '../roll-up.ts';
import type { AssignmentPhase } from '../assignment.ts';
import type { IssuedPlanRef } from '../registration.ts';
import type { ReportOverride } from '../report-texts.ts';

/** What a unit reports of one indicator; `actual` null: no figure, which is not nought. */
export interface ReportedFigure {
  readonly taskId: string;
  readonly indicatorId: string;
  /** Finer figures that `actual` was rolled up from; none: it was given as one. */
  readonly entries: readonly FigureEntry[];
  readonly actual: number | null;
  readonly note: string | null;
  readonly evidence: readonly string[];
}

/** A unit's report to one check; kept as kind `check-figures`. */
export interface FiguresContent {
  readonly year: number;
  readonly quarter: Quarter;
  readonly unitId: string;
  readonly figures: readonly ReportedFigure[];
}

/** One visit to a unit, perhaps on several themes; kept as kind `check-visit`. */
export interface VisitContent {
  readonly year: number;
  readonly quarter: Quarter;
  readonly visitId: string;
  readonly unitId: string;
  readonly on: LocalDate;
  readonly themes: readonly string[];
  /** Who checked, by id. */
  readonly team: readonly string[];
  readonly strengths: string | null;
  readonly weaknesses: string | null;
  readonly findings: readonly {
    readonly text: string;
    /** What the unit is to mend; null: nothing. */
    readonly remedy: string | null;
  }[];
  /** Until when what is to be mended is reported; null: nothing is. */
  readonly remedyDueOn: LocalDate | null;
}

/** What a check found of one indicator, with the target that was in force on its day. */
export interface CheckResult {
  readonly taskId: string;
  readonly indicatorId: string;
  /** In charge on the day of the check; null: nobody was. */
  readonly unitId: string | null;
  readonly target: number;
  readonly actual: number | null;
  readonly percent: number | null;
  readonly grade: Grade;
  /** Empty where nothing was noted. */
  readonly note: string;
  readonly evidence: readonly string[];
}

/** The graded results of a check that was held; kept as kind `check-results`. */
export interface CheckResultsContent {
  readonly year: number;
  readonly quarter: Quarter;
  readonly plannedOn: LocalDate;
  readonly checkedOn: LocalDate;
  readonly dataPeriod: DataPeriod;
  readonly planVersion: number;
  readonly results: readonly CheckResult[];
}

/** One indicator in a quarter's report: the plan's words, the figures of the year's checks so far. */
export interface ReportedIndicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline: number | null;
  /** The year's. */
  readonly target: number;
  readonly quarterTarget: number;
  /** By quarter; absent where that check has not been held. */
  readonly actuals: Readonly<Partial<Record<Quarter, number | null>>>;
  readonly percent: number | null;
  readonly grade: Grade;
  readonly note: string | null;
  readonly evidence: readonly string[];
}

export interface ReportedTask {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  readonly primaryDomain: string;
  readonly leadUnitId: string | null;
  readonly indicators: readonly ReportedIndicator[];
}

/** Work that was given in the year, as it stood when the report was written. */
export interface ReportedWork {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  readonly task: string;
  readonly phase: AssignmentPhase;
  readonly isOverdue: boolean;
}

/** A visit as the report tells of it. */
export interface ReportedVisit {
  readonly unitId: string;
  readonly on: LocalDate;
  readonly themes: readonly string[];
}

/** What people think of the quarter, beside the figures. */
export interface ReportOverview {
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly causes: readonly string[];
  readonly directions: readonly string[];
  readonly proposals: readonly string[];
}

/** A quarter's report; its figures are those of the version of results that it names. */
export interface QuarterReportContent extends DraftContentBase {
  readonly quarter: Quarter;
  readonly plannedOn: LocalDate;
  readonly checkedOn: LocalDate;
  readonly dataPeriod: DataPeriod;
  readonly resultsVersion: number;
  readonly issuedPlan: IssuedPlanRef | null;
  readonly tasks: readonly ReportedTask[];
  readonly visits: readonly ReportedVisit[];
  readonly works: readonly ReportedWork[];
  readonly overview: ReportOverview;
  readonly overrides: readonly ReportOverride[];
}

/** The minutes of a visit, printed to be signed by both sides. */
export interface CheckSheetContent extends VisitContent {
  readonly issuedPlan: IssuedPlanRef | null;
  /** null: the unit has no head on the day. */
  readonly headId: string | null;
  readonly rows: readonly {
    readonly taskTitle: string;
    readonly name: string;
    readonly unit: string;
    readonly quarterTarget: number;
    readonly actual: number | null;
    readonly percent: number | null;
    readonly grade: Grade;
    readonly evidence: readonly string[];
  }[];
}

const idOf = (year: number, ...parts: readonly string[]): string =>
  [String(year), ...parts].join('-');

export const figuresContentId = (year: number, quarter: Quarter, unitId: string): string =>
  idOf(year, quarter, unitId);

export const visitContentId = (year: number, quarter: Quarter, visitId: string): string =>
  idOf(year, quarter, visitId);

export const resultsContentId = (year: number, quarter: Quarter): string =>
  `check-${idOf(year, quarter)}`;

/** The work that a visit's finding gives to the unit, one within the office. */
export const remedyIdOf = (
  year: number,
  quarter: Quarter,
  visitId: string,
  finding: number,
): string => idOf(year, quarter, visitId, String(finding));
