import type { OfficeFacts } from '../domain/office.ts';
import type { CommendationContent } from '../domain/summary/commendation.ts';
import { decisionPaperOf, viewDecision, type DecisionPaper } from './decision-paper.ts';
import type { PaperDating } from './paper.ts';
import { nameOf, personOf, unitName } from './paper-parts.ts';

interface CommendedLine {
  readonly name: string;
  /** null: of a unit, or of somebody from outside. */
  readonly post: string | null;
  readonly form: string;
}

/** The decision that commends units and people, with their list as its annex. */
export interface CommendationPaper extends DecisionPaper {
  readonly kind: 'commendation-decision';
  readonly collectives: readonly CommendedLine[];
  readonly individuals: readonly CommendedLine[];
  readonly merit: string;
  readonly reward: string;
}

type Collective = CommendationContent['collectives'][number];
type Individual = CommendationContent['individuals'][number];

const collectiveOf = (one: Collective, index: number, facts: OfficeFacts): CommendedLine => ({
  name:
    'unitId' in one
      ? unitName(facts, one.unitId, `/collectives/${String(index)}/unitId`)
      : one.name,
  post: null,
  form: one.form,
});

const individualOf = (one: Individual, index: number, facts: OfficeFacts): CommendedLine => {
  if ('name' in one) return { name: one.name, post: null, form: one.form };
  const person = nameOf(personOf(facts, one.personId, `/individuals/${String(index)}/personId`));
  return { name: person.name, post: person.position, form: one.form };
};

/** @throws DomainError unknown-reference with the pointer into the content */
export const commendationPaperOf = (
  content: CommendationContent,
  facts: OfficeFacts,
  dating: PaperDating,
): CommendationPaper => ({
  ...decisionPaperOf('commendation-decision', content, facts, dating),
  collectives: content.collectives.map((one, index) => collectiveOf(one, index, facts)),
  individuals: content.individuals.map((one, index) => individualOf(one, index, facts)),
  merit: content.merit,
  reward: content.reward,
});

const numbered = (lines: readonly CommendedLine[]) =>
  lines.map((line, index) => ({ ...line, order: String(index + 1) }));

/** The fields that templates/documents/commendation-decision.hbs may name. */
export const viewCommendation = (paper: CommendationPaper) => {
  const { collectives, individuals } = paper;
  const forms = new Set([...collectives, ...individuals].map(({ form }) => form));
  const [form] = forms;
  return {
    ...viewDecision(paper),
    collectiveCount: collectives.length,
    individualCount: individuals.length,
    hasBoth: collectives.length > 0 && individuals.length > 0,
    collectives: numbered(collectives),
    individuals: numbered(individuals),
    /** Where all get the same. */
    form: forms.size === 1 ? form : null,
    merit: paper.merit,
    reward: paper.reward,
    individualsOrder: collectives.length > 0 ? 'II' : 'I',
  };
};
