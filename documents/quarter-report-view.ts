import type { ReportedIndicator } from '../domain/check/check-content.ts';
import type { Grade } from '../domain/grading.ts';
import type { Quarter } from '../domain/plan.ts';
import { checkWords, periodAfter } from '../locale/check-papers.ts';
import { formatNumber } from '../locale/papers.ts';
import { viewDraft } from './draft-view.ts';
import type { QuarterReportPaper } from './quarter-report-paper.ts';
import { lowerCase } from '../locale/vietnamese.ts';

/** "94,5"; null where there is no figure. */
const shown = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : formatNumber(value);

/** "94,5%"; null where a share says nothing. */
const shownPercent = (percent: number | null): string | null =>
  percent === null ? null : `${formatNumber(percent)}%`;

const cellOf = ({ actuals }: ReportedIndicator, quarter: Quarter): string | null =>
  quarter in actuals ? (shown(actuals[quarter]) ?? checkWords.grades.MISSING) : null;

/** What every table of checked indicators says of one. */
export const viewResult = (result: {
  readonly name: string;
  readonly unit: string;
  readonly quarterTarget: number;
  readonly actual: number | null;
  readonly percent: number | null;
  readonly grade: Grade;
  readonly evidence: readonly string[];
}) => ({
  name: result.name,
  unit: result.unit,
  quarterTarget: formatNumber(result.quarterTarget),
  actual: shown(result.actual),
  percent: shownPercent(result.percent),
  grade: checkWords.grades[result.grade],
  evidence: result.evidence.length === 0 ? null : result.evidence.join('; '),
});

// In the middle of a sentence a grade begins small, and a percent sign stands at its number.
const inSentence = (grade: string): string => lowerCase(grade);
const afterNumber = (unit: string): string => (unit.trim() === '%' ? '%' : ` ${unit}`);

const viewIndicator = (indicator: ReportedIndicator, quarter: Quarter) => ({
  ...viewResult({ ...indicator, actual: indicator.actuals[quarter] ?? null }),
  // One value with its unit: a space at the edge of a value would be trimmed.
  quarterTargetInUnit: `${formatNumber(indicator.quarterTarget)}${afterNumber(indicator.unit)}`,
  gradeInSentence: inSentence(checkWords.grades[indicator.grade]),
  baseline: shown(indicator.baseline),
  target: formatNumber(indicator.target),
  note: indicator.note,
  Q1: cellOf(indicator, 'Q1'),
  Q2: cellOf(indicator, 'Q2'),
  Q3: cellOf(indicator, 'Q3'),
  Q4: cellOf(indicator, 'Q4'),
});

const countGrades = ({ content }: QuarterReportPaper) => {
  const grades = content.tasks.flatMap(({ indicators }) => indicators.map(({ grade }) => grade));
  const count = (...wanted: readonly Grade[]) =>
    grades.filter((grade) => wanted.includes(grade)).length;
  return {
    indicatorCount: grades.length,
    exceeded: count('EXCEEDED'),
    reached: count('ON_TRACK', 'ACHIEVED'),
    missed: count('BEHIND', 'NOT_ACHIEVED'),
    missing: count('MISSING'),
  };
};

/** The fields that templates/documents/quarter-report.hbs may name. */
export const viewQuarterReport = (paper: QuarterReportPaper) => {
  const { content } = paper;
  const { quarter } = content;
  const groups = paper.groups.map(({ domainName, tasks }, index) => ({
    // Number 1 of part I is the office's own steering; the domains follow it.
    order: String(index + 2),
    domainName,
    tasks: tasks.map((task) => ({
      ordinal: String(task.ordinal),
      title: task.title,
      lead: task.lead,
      indicators: task.indicators.map((one, at) => ({
        ...viewIndicator(one, quarter),
        order: `${String(task.ordinal)}.${String(at + 1)}`,
      })),
    })),
  }));
  return {
    ...viewDraft(paper),
    ...countGrades(paper),
    addressedTo: paper.addressedTo,
    plan: paper.plan,
    quarter: checkWords.quarters[quarter],
    reachedWord: inSentence(checkWords.grades[quarter === 'Q4' ? 'ACHIEVED' : 'ON_TRACK']),
    missedWord: inSentence(checkWords.grades[quarter === 'Q4' ? 'NOT_ACHIEVED' : 'BEHIND']),
    after: periodAfter(quarter, content.year),
    dataPeriod: content.dataPeriod,
    checkedOn: content.checkedOn,
    plannedOn: content.plannedOn,
    isLate: paper.daysLate > 0,
    daysLate: paper.daysLate,
    taskCount: content.tasks.length,
    groups,
    listed: groups.filter(({ tasks }) => tasks.length > 0),
    visits: paper.visits,
    visitCount: paper.visits.length,
    works: paper.works,
    workCount: paper.works.length,
    workOrder: String(groups.length + 2),
    ...content.overview,
  };
};
