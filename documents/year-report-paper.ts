import type { OfficeFacts } from '../domain/office.ts';
import type { TaskOfYear } from '../domain/summary/figures-of-year.ts';
import {
  countOf,
  type CommendedPerson,
  type CommendedUnit,
  type YearReportContent,
} from '../domain/summary/year-report.ts';
import { purposeWords } from '../locale/recipients.ts';
import { summaryWords } from '../locale/summary-papers.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import type { PaperDating } from './paper.ts';
import { personOf, refuseUnknown, unitName } from './paper-parts.ts';

interface Commended {
  readonly name: string;
  readonly form: string;
}
interface CommendedList {
  readonly count: number;
  readonly list: readonly Commended[];
}
interface ReportTask extends Omit<TaskOfYear, 'domain' | 'leadUnitId'> {
  readonly lead: string;
}

/** The year's report to those above. */
export interface YearReportPaper extends DraftPaper {
  readonly kind: 'year-report';
  /** Whom it is addressed to (Decree 30/2020, annex I, component 9a). */
  readonly sentTo: readonly string[];
  readonly groups: readonly {
    readonly domainName: string;
    readonly tasks: readonly ReportTask[];
  }[];
  readonly domainNames: ReadonlyMap<string, string>;
  readonly content: YearReportContent;
  readonly collectives: CommendedList;
  readonly individuals: CommendedList;
}

const taskOf = (task: TaskOfYear, index: number, facts: OfficeFacts): ReportTask => {
  const { domain, leadUnitId, ...rest } = task;
  if (!facts.domains.some(({ code }) => code === domain)) {
    refuseUnknown('domain of reform', domain, `/tasks/${String(index)}/domain`);
  }
  return { ...rest, lead: unitName(facts, leadUnitId, `/tasks/${String(index)}/leadUnitId`) };
};

const groupsOf = ({ tasks }: YearReportContent, facts: OfficeFacts): YearReportPaper['groups'] => {
  const lines = tasks.map((task, index) => ({
    domain: task.domain,
    line: taskOf(task, index, facts),
  }));
  return facts.domains
    .map(({ code, name }) => ({
      domainName: name,
      tasks: lines.filter(({ domain }) => domain === code).map(({ line }) => line),
    }))
    .filter((group) => group.tasks.length > 0);
};

const unitIn = (one: CommendedUnit, index: number, facts: OfficeFacts): Commended => {
  const place = `/summary/commendations/collectives/${String(index)}`;
  const name = 'unitId' in one ? unitName(facts, one.unitId, `${place}/unitId`) : one.name;
  return { name, form: one.form };
};

const personIn = (one: CommendedPerson, index: number, facts: OfficeFacts): Commended => {
  if ('name' in one) return { name: one.name, form: one.form };
  const place = `/summary/commendations/individuals/${String(index)}/personId`;
  const { rank, fullName, position } = personOf(facts, one.personId, place);
  return { name: `${rank} ${fullName}, ${position}`.trim(), form: one.form };
};

const commendedIn = <One>(
  all: readonly One[] | number,
  facts: OfficeFacts,
  nameOf: (one: One, index: number, facts: OfficeFacts) => Commended,
): CommendedList => ({
  count: countOf(all),
  list: typeof all === 'number' ? [] : all.map((one, index) => nameOf(one, index, facts)),
});

const bodiesAbove = ({ superiors }: OfficeFacts): readonly string[] =>
  superiors
    .filter(({ kind, followsReform }) => kind === 'superior' || followsReform)
    .map(({ name }) => name);

/** @throws DomainError unknown-reference with the pointer into the content */
export const yearReportPaperOf = (
  content: YearReportContent,
  facts: OfficeFacts,
  dating: PaperDating,
): YearReportPaper => {
  const base = draftPaperOf('year-report', content, facts, dating);
  const sentTo = bodiesAbove(facts);
  const { collectives, individuals } = content.summary.commendations;
  return {
    ...base,
    kind: 'year-report',
    sentTo,
    // Whom it is addressed to stand above the text, and behind "as above" at its end.
    recipients:
      sentTo.length === 0
        ? base.recipients
        : [
            summaryWords.asAbove,
            // Those within the office get it to know of, and carry nothing out.
            ...base.recipients
              .filter((line) => !sentTo.some((name) => line.startsWith(name)))
              .map((line) => line.replace(purposeWords['carry-out'], '').trim()),
          ],
    groups: groupsOf(content, facts),
    domainNames: new Map(facts.domains.map(({ code, name }) => [code, name])),
    content,
    collectives: commendedIn(collectives, facts, unitIn),
    individuals: commendedIn(individuals, facts, personIn),
  };
};
