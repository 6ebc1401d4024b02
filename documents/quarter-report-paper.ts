import { daysLate } from '../domain/check-day.ts';
import type {
  QuarterReportContent,
  ReportedIndicator,
  ReportedTask,
} from '../domain/check/check-content.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { displayNumber, isOfGroup } from '../domain/recipients.ts';
import { checkWords } from '../locale/check-papers.ts';
import { formatNumberAndSymbol } from '../locale/papers.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import type { PaperDating } from './paper.ts';
import { refuseUnknown, symbolOf, unitName } from './paper-parts.ts';

export interface QuarterReportTask {
  readonly ordinal: number;
  readonly title: string;
  readonly lead: string;
  readonly indicators: readonly ReportedIndicator[];
}

/** A quarter's report to the superior, with the figures of its check. */
export interface QuarterReportPaper extends DraftPaper {
  readonly kind: 'quarter-report';
  /** Whom it is addressed to above; they stand in the list of recipients as "as above". */
  readonly addressedTo: readonly string[];
  readonly plan: { readonly numberAndSymbol: string; readonly date: string } | null;
  readonly content: QuarterReportContent;
  readonly daysLate: number;
  /** Every domain of reform, in order. */
  readonly groups: readonly {
    readonly domainName: string;
    readonly tasks: readonly QuarterReportTask[];
  }[];
  readonly visits: readonly {
    readonly unitName: string;
    readonly on: string;
    readonly themes: readonly string[];
  }[];
  readonly works: readonly {
    readonly unitName: string;
    readonly dueOn: string;
    readonly task: string;
    readonly standing: string;
  }[];
}

const taskOf = (task: ReportedTask, index: number, facts: OfficeFacts): QuarterReportTask => ({
  ordinal: task.ordinal,
  title: task.title,
  lead:
    task.leadUnitId === null
      ? checkWords.noUnit
      : unitName(facts, task.leadUnitId, `/tasks/${String(index)}/leadUnitId`),
  indicators: task.indicators,
});

const groupsOf = (
  { tasks }: QuarterReportContent,
  facts: OfficeFacts,
): QuarterReportPaper['groups'] => {
  tasks.forEach(({ primaryDomain }, index) => {
    if (!facts.domains.some(({ code }) => code === primaryDomain)) {
      refuseUnknown('domain of reform', primaryDomain, `/tasks/${String(index)}/primaryDomain`);
    }
  });
  return facts.domains.map(({ code, name }) => ({
    domainName: name,
    tasks: tasks.flatMap((task, index) =>
      task.primaryDomain === code ? [taskOf(task, index, facts)] : [],
    ),
  }));
};

const worksOf = (
  { works }: QuarterReportContent,
  facts: OfficeFacts,
): QuarterReportPaper['works'] =>
  works.map(({ unitId, dueOn, task, phase, isOverdue }, index) => ({
    unitName: unitName(facts, unitId, `/works/${String(index)}/unitId`),
    dueOn,
    task,
    standing: isOverdue
      ? `${checkWords.works[phase]}, ${checkWords.overdue}`
      : checkWords.works[phase],
  }));

/** @throws DomainError unknown-reference with the pointer into the content */
export const quarterReportPaperOf = (
  content: QuarterReportContent,
  facts: OfficeFacts,
  dating: PaperDating,
): QuarterReportPaper => {
  const draft = draftPaperOf('quarter-report', content, facts, dating);
  const leaders = facts.superiors.filter((body) => isOfGroup(body, 'superior-leaders'));
  const { issuedPlan } = content;
  return {
    ...draft,
    kind: 'quarter-report',
    addressedTo: leaders.length > 0 ? leaders.map(({ name }) => name) : [facts.parentName],
    // The leaders stand first in the table of recipients.
    recipients: draft.recipients.slice(leaders.length),
    plan: issuedPlan && {
      numberAndSymbol: formatNumberAndSymbol(
        displayNumber(issuedPlan.number),
        symbolOf('plan', facts),
      ),
      date: issuedPlan.documentDate,
    },
    content,
    daysLate: daysLate(content.plannedOn, content.checkedOn),
    groups: groupsOf(content, facts),
    visits: content.visits.map(({ unitId, on, themes }, index) => ({
      unitName: unitName(facts, unitId, `/visits/${String(index)}/unitId`),
      on,
      themes,
    })),
    works: worksOf(content, facts),
  };
};
