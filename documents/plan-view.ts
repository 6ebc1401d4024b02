import {
  blankNumber,
  formatBlankDate,
  formatNumber,
  formatNumberAndSymbol,
  formatPaperDate,
  formatTarget,
} from '../locale/papers.ts';

import type { PaperHead, PaperStage } from './paper.ts';
import type { PlanPaper, PlanPaperIndicator, PlanPaperTask } from './plan-paper.ts';

const ROMAN = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

const toRoman = (value: number): string => {
  let rest = value;
  let roman = '';
  for (const [letters, worth] of ROMAN) {
    while (rest >= worth) {
      roman += letters;
      rest -= worth;
    }
  }
  return roman;
};

interface HeadView {
  readonly parentName: string;
  readonly officeName: string;
  readonly placeName: string;
  readonly numberAndSymbol: string | null;
  readonly date: string | null;
}

// A final paper or working copy without number or date keeps null here, and the template refuses it.
const viewHead = (head: PaperHead, stage: PaperStage): HeadView => {
  const names = {
    parentName: head.parentName,
    officeName: head.officeName,
    placeName: head.placeName,
  };
  if (stage === 'draft' || stage === 'for-signature') {
    const blank = stage === 'draft' ? 'dots' : 'room';
    return {
      ...names,
      numberAndSymbol: formatNumberAndSymbol(blankNumber(blank), head.symbol),
      date: formatBlankDate(blank, head.date?.slice(0, 4) ?? null),
    };
  }
  return {
    ...names,
    numberAndSymbol: head.number ? formatNumberAndSymbol(head.number, head.symbol) : null,
    date: head.date ? formatPaperDate(head.date) : null,
  };
};

const viewIndicator = (indicator: PlanPaperIndicator) => ({
  name: indicator.name,
  unit: indicator.unit,
  target: formatTarget(indicator),
  Q1: formatNumber(indicator.quarterTargets.Q1),
  Q2: formatNumber(indicator.quarterTargets.Q2),
  Q3: formatNumber(indicator.quarterTargets.Q3),
  Q4: formatNumber(indicator.quarterTargets.Q4),
});

const viewTask = (task: PlanPaperTask) => ({
  ordinal: String(task.ordinal),
  title: task.title,
  product: task.product,
  lead: task.lead,
  coordinating: task.coordinating,
  indicators: task.indicators.map(viewIndicator),
  rows: String(Math.max(1, task.indicators.length)),
});

/** The fields that templates/documents/plan.hbs may name. */
export const viewPlan = (paper: PlanPaper) => {
  const groups = paper.taskGroups.filter((group) => group.tasks.length > 0);
  const tasks = groups.flatMap((group) => group.tasks);
  const indicatorCount = tasks.reduce((sum, task) => sum + task.indicators.length, 0);
  return {
    year: String(paper.year),
    head: viewHead(paper.head, paper.stage),
    subject: paper.subject,
    bases: paper.bases,
    purpose: paper.purpose,
    priorityStatement: paper.priorityStatement,
    qualityGoal: paper.qualityGoal,
    requirements: paper.requirements,
    solutions: paper.solutions,
    funding: paper.funding,
    focalTaskCount: paper.focalTaskCount,
    taskCount: tasks.length,
    indicatorCount,
    hasIndicators: indicatorCount > 0,
    schedule: paper.schedule,
    coordinatingUnitName: paper.coordinatingUnitName,
    units: paper.units,
    recipients: paper.recipients,
    archive: paper.archive,
    signature: paper.signature,
    // Number 1 of part III is the office's own steering; the domains follow it.
    groups: groups.map((group, index) => ({
      order: String(index + 2),
      roman: toRoman(index + 1),
      domainName: group.domainName,
      tasks: group.tasks.map(viewTask),
    })),
  };
};
