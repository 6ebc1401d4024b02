import { viewHead } from './head-view.ts';
import { viewIndicator } from './indicator-view.ts';
import type { PlanPaper, PlanPaperTask } from './plan-paper.ts';

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
