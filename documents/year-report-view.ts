import type { TaskOutcome } from '../domain/outcomes.ts';
import type { IndicatorOfYear } from '../domain/summary/figures-of-year.ts';
import type { ScoreTable } from '../domain/summary/score-table.ts';
import { formatNumber } from '../locale/papers.ts';
import { summaryWords } from '../locale/summary-papers.ts';
import { viewDraft } from './draft-view.ts';
import type { YearReportPaper } from './year-report-paper.ts';

const figure = (value: number | null): string =>
  value === null ? summaryWords.noFigure : formatNumber(value);

// A percent sign stands at its number.
const inUnits = (value: string, unit: string): string =>
  unit.trim() === '%' ? `${value}%` : `${value} ${unit.trim()}`;

const viewIndicatorOfYear = (indicator: IndicatorOfYear) => {
  const { quarters, percent, evidence, unit } = indicator;
  return {
    name: indicator.name,
    unit,
    baseline: figure(indicator.baseline),
    target: formatNumber(indicator.target),
    Q1: figure(quarters.Q1),
    Q2: figure(quarters.Q2),
    Q3: figure(quarters.Q3),
    Q4: figure(quarters.Q4),
    actual: figure(indicator.actual),
    actualInUnits: inUnits(figure(indicator.actual), unit),
    targetInUnits: inUnits(formatNumber(indicator.target), unit),
    isMissing: indicator.grade === 'MISSING',
    percent: percent === null ? summaryWords.noFigure : `${formatNumber(percent)}%`,
    grade: summaryWords.grades[indicator.grade],
    evidence: evidence.length === 0 ? summaryWords.noFigure : evidence.join('; '),
  };
};

const outcomeWords = (outcome: TaskOutcome | null): string =>
  outcome === null ? summaryWords.undecided : summaryWords.outcomes[outcome];

const viewTask = (task: YearReportPaper['groups'][number]['tasks'][number]) => ({
  ordinal: String(task.ordinal),
  title: task.title,
  lead: task.lead,
  outcome: outcomeWords(task.outcome),
  carriedReason: task.carriedReason,
  indicators: task.indicators.map(viewIndicatorOfYear),
});

const countOutcomes = ({ content }: YearReportPaper) => {
  const count = (outcome: TaskOutcome): number =>
    content.tasks.filter((task) => task.outcome === outcome).length;
  return {
    all: content.tasks.length,
    exceeded: count('EXCEEDED'),
    achieved: count('ACHIEVED'),
    partly: count('PARTIALLY_ACHIEVED'),
    missed: count('NOT_ACHIEVED'),
    carried: count('CARRIED_OVER'),
  };
};

const headingOf = (names: ReadonlyMap<string, string>, domain: string): string =>
  names.get(domain) ?? summaryWords.steering;

const viewScores = ({ rows, totals }: ScoreTable, names: ReadonlyMap<string, string>) => {
  const line = (max: number, self: number, appraised: number | null) => ({
    max: formatNumber(max),
    self: formatNumber(self),
    appraised: figure(appraised),
  });
  return {
    total: line(totals.max, totals.self, totals.appraised),
    isAppraised: totals.appraised !== null,
    domains: totals.byDomain.map(({ domain, max, self, appraised }, index) => ({
      ...line(max, self, appraised),
      order: String(index + 1),
      name: headingOf(names, domain),
      rows: rows
        .filter((row) => row.domain === domain)
        .map((row) => ({
          ...line(row.maxScore, row.self, row.appraised),
          code: row.code,
          name: row.name,
          reason: row.differenceReason ?? summaryWords.noFigure,
        })),
    })),
  };
};

/** The fields that templates/documents/year-report.hbs may name. */
export const viewYearReport = (paper: YearReportPaper) => {
  const { content, collectives, individuals } = paper;
  const { scores, sources, summary, registration, pledges, dialogue } = content;
  return {
    ...viewDraft(paper),
    nextYear: String(paper.year + 1),
    sentTo: paper.sentTo.length === 1 ? paper.sentTo[0] : null,
    sentToAll: paper.sentTo.length > 1 ? paper.sentTo : [],
    checkCount: sources.length,
    checks: sources.map(({ quarter, checkedOn }) => ({
      quarter: summaryWords.quarters[quarter],
      checkedOn,
    })),
    groups: paper.groups.map((group, index) => ({
      order: String(index + 1),
      domainName: group.domainName,
      tasks: group.tasks.map(viewTask),
    })),
    carried: paper.groups
      .flatMap(({ tasks }) => tasks)
      .flatMap(({ ordinal, title, carriedReason }) =>
        carriedReason === null ? [] : [{ ordinal: String(ordinal), title, reason: carriedReason }],
      ),
    tasks: countOutcomes(paper),
    counts: content.counts,
    hasIndicators: content.counts.indicators > 0,
    hasMissing: content.counts.missing > 0,
    hasDeclined: (registration?.declined ?? 0) > 0,
    registration,
    pledges,
    dialogue,
    openQuestions: content.openQuestions,
    text: summary,
    scores: scores && viewScores(scores, paper.domainNames),
    collectives,
    individuals,
    isCommended: collectives.count + individuals.count > 0,
  };
};
