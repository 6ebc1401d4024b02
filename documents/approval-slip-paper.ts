import type { ApprovalSlipContent, SlipInitial } from '../domain/form-content.ts';
import type { InitialPart } from '../domain/initials.ts';
import { localDateOf } from '../domain/local-date.ts';
import { headOfUnit, type OfficeFacts } from '../domain/office.ts';
import { formWords } from '../locale/form-papers.ts';
import { KIND_NAMES } from '../locale/paper-names.ts';
import { formatShortDate } from '../locale/papers.ts';
import { viewHead } from './head-view.ts';
import type { NamedPerson, PaperDating, PaperHead, PaperStage } from './paper.ts';
import { coordinatingUnitOf, headOf, nameOf, personOf } from './paper-parts.ts';

/** What goes before a paper to its signer, with room for who checks content and form. */
export interface ApprovalSlipPaper {
  readonly kind: 'approval-slip';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: PaperHead;
  readonly subject: string;
  readonly paperName: string;
  readonly paperSubject: string;
  readonly draftingUnitName: string;
  readonly drafter: NamedPerson | null;
  /** Initials the content; null: nobody heads the unit that drafts. */
  readonly unitHead: NamedPerson | null;
  readonly signer: NamedPerson;
  /** null: to be initialled with the pen. */
  readonly contentInitial: InitialLine | null;
  readonly formInitial: InitialLine | null;
}

/** The name of who initialled in the system, and "10:30, 05/6/2024". */
interface InitialLine {
  readonly name: string;
  readonly moment: string;
}

const lineOf = (initials: readonly SlipInitial[], part: InitialPart): InitialLine | null => {
  const found = initials.find((one) => one.part === part);
  if (!found) return null;
  const { name, at } = found;
  return { name, moment: `${at.slice(11, 16)}, ${formatShortDate(localDateOf(at))}` };
};

/** @throws DomainError unknown-reference where the signer is not in post */
export const approvalSlipOf = (
  { year, paper, signer, submittedById, initials = [] }: ApprovalSlipContent,
  facts: OfficeFacts,
  dating: PaperDating,
): ApprovalSlipPaper => {
  const unit = coordinatingUnitOf(facts);
  const unitHead = unit && headOfUnit(facts, unit.id);
  const drafter = facts.people.find(({ id }) => id === submittedById);
  return {
    kind: 'approval-slip',
    stage: dating.stage,
    year,
    head: headOf(paper.kind, facts, dating),
    subject: `${formWords.approvalSlip} ${KIND_NAMES[paper.kind]}`,
    paperName: KIND_NAMES[paper.kind],
    paperSubject: paper.subject,
    draftingUnitName: unit?.name ?? facts.name,
    drafter: drafter ? nameOf(drafter) : null,
    unitHead: unitHead && nameOf(unitHead),
    signer: nameOf(personOf(facts, signer.personId, '/signer/personId')),
    contentInitial: lineOf(initials, 'content'),
    formInitial: lineOf(initials, 'form'),
  };
};

/** The fields that templates/documents/approval-slip.hbs may name. */
export const viewApprovalSlip = (paper: ApprovalSlipPaper) => ({
  head: viewHead(paper.head, paper.stage),
  paperName: paper.paperName,
  paperSubject: paper.paperSubject,
  draftingUnitName: paper.draftingUnitName,
  drafter: paper.drafter,
  unitHead: paper.unitHead,
  signer: paper.signer,
  contentInitial: paper.contentInitial,
  formInitial: paper.formInitial,
});
