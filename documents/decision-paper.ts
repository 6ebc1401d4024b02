import type { DecisionContent } from '../domain/decision-paper.ts';
import { headOfUnit, type OfficeFacts } from '../domain/office.ts';
import { decisionWords } from '../locale/decision-papers.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import { viewDraft } from './draft-view.ts';
import type { PaperDating } from './paper.ts';
import { coordinatingUnitOf, leaderOf } from './paper-parts.ts';
import { lowerCase } from '../locale/vietnamese.ts';

type DecisionKind = 'check-team-decision' | 'commendation-decision';

/** What the paper of every decision shows (Decree 30/2020, sample 1.2). */
export interface DecisionPaper extends DraftPaper {
  readonly kind: DecisionKind;
  /** By whose authority it is issued: the head's post with the office's name. */
  readonly authority: string;
  readonly bases: readonly string[];
  readonly execution: string;
}

/** The post and the office in one: what ends the one and begins the other is said once. */
export const postInOffice = (position: string, officeName: string): string => {
  if (lowerCase(position).includes(lowerCase(officeName))) return position;
  const words = officeName.split(' ');
  const isShared = (count: number): boolean =>
    lowerCase(` ${position}`).endsWith(` ${lowerCase(words.slice(0, count).join(' '))}`);
  const shared = words.findLastIndex((_, index) => isShared(index + 1)) + 1;
  return [position, ...words.slice(shared)].join(' ');
};

// The unit that drafts proposes; a head does not propose to themselves.
const proposalIn = (facts: OfficeFacts, signerId: string): readonly string[] => {
  const unit = coordinatingUnitOf(facts);
  const head = unit && headOfUnit(facts, unit.id);
  return head && head.id !== signerId ? [`${decisionWords.proposedBy} ${head.position}`] : [];
};

/** @throws DomainError unknown-reference with the pointer into the content */
export const decisionPaperOf = <Kind extends DecisionKind>(
  kind: Kind,
  content: DecisionContent,
  facts: OfficeFacts,
  dating: PaperDating,
) => ({
  ...draftPaperOf(kind, content, facts, dating),
  kind,
  authority: postInOffice(leaderOf(facts, '/leader').position, facts.name),
  bases: [...content.bases, ...proposalIn(facts, content.signer.personId)],
  execution: content.execution,
});

/** The fields that the template of every decision may name. */
export const viewDecision = (paper: DecisionPaper) => ({
  ...viewDraft(paper),
  authority: paper.authority,
  bases: paper.bases,
  execution: paper.execution,
});
