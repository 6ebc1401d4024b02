import { DomainError } from '../domain/errors.ts';
import { localDateOf, type Instant, type LocalDate } from '../domain/local-date.ts';
import { holderOf, type OfficeFacts, type Person } from '../domain/office.ts';
import type { PlanContent, PlanTask } from '../domain/plan.ts';
import {
  ABBREVIATION,
  displayNumber,
  isOfGroup,
  RECIPIENTS,
  type RecipientLine,
} from '../domain/recipients.ts';
import { formatShortDate } from '../locale/papers.ts';
import { purposeWords, recipientWords } from '../locale/recipients.ts';
import type { PaperStage, SignatureBlock } from './paper.ts';
import type { PlanPaper, PlanPaperTask } from './plan-paper.ts';

export interface PaperDating {
  readonly stage: PaperStage;
  readonly number: number | null;
  readonly date: LocalDate | null;
  readonly confirmedAt: Instant | null;
}

const unknown = (what: string, id: string, place: string): never => {
  throw new DomainError('unknown-reference', `no such ${what} on that day`, { given: id }, place);
};

const unitName = (facts: OfficeFacts, id: string, place: string): string =>
  facts.units.find((unit) => unit.id === id)?.name ?? unknown('unit', id, place);

const upper = (text: string): string => text.toLocaleUpperCase('vi');

const signatureLines = (facts: OfficeFacts, signer: Person, capacity: string | null): string[] => {
  if (capacity === null) return [upper(signer.position)];
  const head = holderOf(facts, 'leader');
  if (!head) return unknown('holder of the role', 'leader', '/signer');
  return [`${capacity} ${upper(head.position)}`, upper(signer.position)];
};

const signatureOf = (
  content: PlanContent,
  facts: OfficeFacts,
  confirmedAt: Instant | null,
): SignatureBlock => {
  const { personId, capacity } = content.signer;
  const signer =
    facts.people.find(({ id }) => id === personId) ??
    unknown('person in post', personId, '/signer/personId');
  return {
    lines: signatureLines(facts, signer, capacity),
    signer: `${signer.rank} ${signer.fullName}`.trim(),
    confirmation:
      confirmedAt === null
        ? null
        : `${recipientWords.confirmedAt} ${confirmedAt.slice(11, 16)}, ${formatShortDate(localDateOf(confirmedAt))}`,
  };
};

const taskOf = (task: PlanTask, index: number, facts: OfficeFacts): PlanPaperTask => ({
  ordinal: task.ordinal,
  title: task.title,
  product: task.product,
  lead: unitName(facts, task.leadUnitId, `/tasks/${String(index)}/leadUnitId`),
  coordinating: task.coordinatingUnitIds.map((id) =>
    unitName(facts, id, `/tasks/${String(index)}/coordinatingUnitIds`),
  ),
  indicators: task.indicators.map(
    ({ name, unit, direction, baseline, target, quarterTargets }) => ({
      name,
      unit,
      direction,
      baseline,
      target,
      quarterTargets,
    }),
  ),
});

const taskGroups = (content: PlanContent, facts: OfficeFacts): PlanPaper['taskGroups'] => {
  content.tasks.forEach(({ primaryDomain }, index) => {
    if (!facts.domains.some(({ code }) => code === primaryDomain)) {
      unknown('domain of reform', primaryDomain, `/tasks/${String(index)}/primaryDomain`);
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

const unitsLine = ({ units }: OfficeFacts): readonly string[] => {
  const has = (kind: 'team' | 'massOrganisation') => units.some((unit) => unit.kind === kind);
  if (has('team')) {
    return has('massOrganisation')
      ? [`${recipientWords.teams}, ${recipientWords.massOrganisations}`]
      : [recipientWords.teams];
  }
  return has('massOrganisation') ? [recipientWords.massOrganisationsAlone] : [];
};

const namesOf = ({ group }: RecipientLine, facts: OfficeFacts): readonly string[] => {
  if (group === 'units') return unitsLine(facts);
  return facts.superiors.filter((body) => isOfGroup(body, group)).map(({ name }) => name);
};

const basesOf = (content: PlanContent, facts: OfficeFacts): readonly string[] => [
  ...content.legalBasisIds.map(
    (id, index) =>
      facts.legalBases.find((basis) => basis.id === id)?.citation ??
      unknown('legal basis', id, `/legalBasisIds/${String(index)}`),
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
): PlanPaper => {
  const coordinator = holderOf(facts, 'cycleCoordinator');
  const unit = facts.units.find(({ id }) => id === coordinator?.unitId);
  return {
    kind: 'plan',
    stage: dating.stage,
    year: content.year,
    head: {
      parentName: facts.parentName,
      officeName: facts.name,
      symbol: `${ABBREVIATION.plan}-${facts.symbol}`,
      number: dating.number === null ? null : displayNumber(dating.number),
      placeName: facts.placeName,
      date: dating.date,
    },
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
    coordinatingUnitName: unit?.name ?? facts.name,
    units: facts.units.map(({ name }) => name),
    recipients: RECIPIENTS.plan.flatMap((line) =>
      namesOf(line, facts).map((name) => `${name} ${purposeWords[line.purpose]}`),
    ),
    archive: unit ? `${recipientWords.archive}, ${unit.abbreviation}` : recipientWords.archive,
    signature: signatureOf(content, facts, dating.confirmedAt),
  };
};
