import type { CheckTeamContent } from '../domain/check/check-team.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { decisionWords } from '../locale/decision-papers.ts';
import { decisionPaperOf, viewDecision, type DecisionPaper } from './decision-paper.ts';
import type { NamedPerson, PaperDating } from './paper.ts';
import { nameOf, personOf, unitName } from './paper-parts.ts';

/** The decision that sets up who checks the units. */
export interface CheckTeamPaper extends DecisionPaper {
  readonly kind: 'check-team-decision';
  /** As it stands before the year; null: the whole year. */
  readonly quarter: string | null;
  readonly team: readonly (NamedPerson & { readonly role: string })[];
  readonly checkedUnits: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly duties: readonly string[];
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const checkTeamPaperOf = (
  content: CheckTeamContent,
  facts: OfficeFacts,
  dating: PaperDating,
): CheckTeamPaper => ({
  ...decisionPaperOf('check-team-decision', content, facts, dating),
  quarter: content.quarter && decisionWords.quarters[content.quarter],
  team: content.team.map(({ personId, role }, index) => ({
    ...nameOf(personOf(facts, personId, `/team/${String(index)}/personId`)),
    role: decisionWords.roles[role],
  })),
  checkedUnits: content.unitIds.map((id, index) =>
    unitName(facts, id, `/unitIds/${String(index)}`),
  ),
  from: content.from,
  to: content.to,
  duties: content.duties,
});

/** The fields that templates/documents/check-team-decision.hbs may name. */
export const viewCheckTeam = (paper: CheckTeamPaper) => ({
  ...viewDecision(paper),
  quarter: paper.quarter,
  team: paper.team,
  checkedUnits: paper.checkedUnits,
  from: paper.from,
  to: paper.to,
  isOneDay: paper.from === paper.to,
  duties: paper.duties,
});
