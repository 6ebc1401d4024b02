import type { OfficeFacts } from '../domain/office.ts';
import type { PlanContent, PlanTask } from '../domain/plan.ts';
import type { PaperDating } from './paper.ts';
import {
  distributionOf,
  headOf,
  indicatorOf,
  refuseUnknown,
  signatureOf,
  unitName,
} from './paper-parts.ts';
import type { PlanPaper, PlanPaperTask } from './plan-paper.ts';

const taskOf = (task: PlanTask, index: number, facts: OfficeFacts): PlanPaperTask => ({
  ordinal: task.ordinal,
  title: task.title,
  product: task.product,
  lead: unitName(facts, task.leadUnitId, `/tasks/${String(index)}/leadUnitId`),
  coordinating: task.coordinatingUnitIds.map((id) =>
    unitName(facts, id, `/tasks/${String(index)}/coordinatingUnitIds`),
  ),
  indicators: task.indicators.map(indicatorOf),
});

const taskGroups = (content: PlanContent, facts: OfficeFacts): PlanPaper['taskGroups'] => {
  content.tasks.forEach(({ primaryDomain }, index) => {
    if (!facts.domains.some(({ code }) => code === primaryDomain)) {
      refuseUnknown('domain of reform', primaryDomain, `/tasks/${String(index)}/primaryDomain`);
    }
  });
  return facts.domains
    .map(({ code, name }) => ({
      domainName: name,
      tasks: content.tasks
        .map((task, index) => ({ task, index }))
        .filter(({ task }) => task.primaryDomain === code)
        .map(({ task, index }) => taskOf(task, index, facts)),
    }))
    .filter(({ tasks }) => tasks.length > 0);
};

const basesOf = (content: PlanContent, facts: OfficeFacts): readonly string[] => [
  ...content.legalBasisIds.map(
    (id, index) =>
      facts.legalBases.find((basis) => basis.id === id)?.citation ??
      refuseUnknown('legal basis', id, `/legalBasisIds/${String(index)}`),
  ),
  ...content.otherBases,
];

/**
 * The plan's paper from what staff wrote and the office as it was on the paper's day.
 * @throws DomainError unknown-reference with the pointer into the content
 */
export const planPaperOf = (
  content: PlanContent,
  facts: OfficeFacts,
  dating: PaperDating,
): PlanPaper => ({
  kind: 'plan',
  stage: dating.stage,
  year: content.year,
  head: headOf('plan', facts, dating),
  subject: content.subject,
  bases: basesOf(content, facts),
  purpose: content.purpose,
  priorityStatement: content.priorityStatement,
  qualityGoal: content.qualityGoal,
  requirements: content.requirements,
  solutions: content.solutions,
  funding: content.funding,
  focalTaskCount: content.focalTaskCount,
  taskGroups: taskGroups(content, facts),
  schedule: content.schedule,
  units: facts.units.map(({ name }) => name),
  ...distributionOf('plan', facts),
  signature: signatureOf(content.signer, facts, dating.confirmedAt),
});
