import type { OfficeFacts } from '../domain/office.ts';
import { formWords } from '../locale/form-papers.ts';
import { viewHead } from './head-view.ts';
import type { NamedPerson, PaperDating, PaperHead, PaperStage } from './paper.ts';
import { headOf, leaderOf, nameOf } from './paper-parts.ts';

// Two pages of them, with the leader's box under the last.
const ROWS = 6;

/** The form of a registration that any unit fills by hand. */
export interface BlankRegistrationPaper {
  readonly kind: 'blank-registration-form';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  readonly leader: NamedPerson;
  readonly domainNames: readonly string[];
}

/** @throws DomainError unknown-reference where nobody heads the office */
export const blankRegistrationOf = (
  { year }: { readonly year: number },
  facts: OfficeFacts,
  dating: PaperDating,
): BlankRegistrationPaper => ({
  kind: 'blank-registration-form',
  stage: dating.stage,
  year,
  head: headOf('registration-opening', facts, dating),
  subject: `${formWords.blankRegistration} ${String(year)}`,
  leader: nameOf(leaderOf(facts, '/leader')),
  domainNames: facts.domains.map(({ name }) => name),
});

/** The fields that templates/documents/blank-registration-form.hbs may name. */
export const viewBlankRegistration = (paper: BlankRegistrationPaper) => ({
  year: String(paper.year),
  head: viewHead(paper.head, paper.stage),
  leader: paper.leader,
  domainNames: paper.domainNames,
  rows: Array.from({ length: ROWS }, (_, index) => ({ order: String(index + 1) })),
});
