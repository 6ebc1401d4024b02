import type { CheckSheetContent } from '../domain/check/check-content.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { displayNumber } from '../domain/recipients.ts';
import { checkWords } from '../locale/check-papers.ts';
import { formatNumberAndSymbol } from '../locale/papers.ts';
import type { NamedPerson, PaperDating, PaperStage } from './paper.ts';
import { nameOf, personOf, symbolOf, unitName } from './paper-parts.ts';
import { viewResult } from './quarter-report-view.ts';

/** The minutes of a visit to a unit, for the pens of both sides. */
export interface CheckSheetPaper {
  readonly kind: 'check-sheet';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: {
    readonly parentName: string;
    readonly officeName: string;
    readonly placeName: string;
    readonly date: string | null;
  };
  readonly subject: string;
  readonly content: CheckSheetContent;
  readonly unitName: string;
  readonly plan: { readonly numberAndSymbol: string; readonly date: string } | null;
  readonly team: readonly NamedPerson[];
  /** null: the unit has no head, and whoever stands for it writes their name. */
  readonly unitHead: NamedPerson | null;
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const checkSheetPaperOf = (
  content: CheckSheetContent,
  facts: OfficeFacts,
  { stage, date }: PaperDating,
): CheckSheetPaper => ({
  kind: 'check-sheet',
  stage,
  year: content.year,
  head: {
    parentName: facts.parentName,
    officeName: facts.name,
    placeName: facts.placeName,
    date,
  },
  subject: `${checkWords.sheetTitle} ${checkWords.quarters[content.quarter]} ${checkWords.nextYear} ${String(content.year)}`,
  content,
  unitName: unitName(facts, content.unitId, '/unitId'),
  plan: content.issuedPlan && {
    numberAndSymbol: formatNumberAndSymbol(
      displayNumber(content.issuedPlan.number),
      symbolOf('plan', facts),
    ),
    date: content.issuedPlan.documentDate,
  },
  team: content.team.map((id, index) => nameOf(personOf(facts, id, `/team/${String(index)}`))),
  unitHead: content.headId === null ? null : nameOf(personOf(facts, content.headId, '/headId')),
});

/** The fields that templates/documents/check-sheet.hbs may name. */
export const viewCheckSheet = ({ content, ...paper }: CheckSheetPaper) => ({
  year: String(paper.year),
  quarter: checkWords.quarters[content.quarter],
  head: paper.head,
  plan: paper.plan,
  on: content.on,
  unitName: paper.unitName,
  unitHead: paper.unitHead,
  teamHead: paper.team[0] ?? null,
  team: paper.team,
  themes: content.themes,
  rows: content.rows.map((row, index) => ({
    order: String(index + 1),
    taskTitle: row.taskTitle,
    ...viewResult(row),
  })),
  strengths: content.strengths,
  weaknesses: content.weaknesses,
  findings: content.findings,
  remedies: content.findings.flatMap(({ remedy }) => (remedy === null ? [] : [{ remedy }])),
  remedyDueOn: content.remedyDueOn,
});
