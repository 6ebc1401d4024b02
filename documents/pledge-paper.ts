import { splitPledgeTitle, markOfParty } from '../locale/pledge-papers.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type {
  PledgeBody,
  PledgeContent,
  PledgeSheetContent,
} from '../domain/pledge/pledge-content.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import type { FormHead, PaperDating, PaperStage } from './paper.ts';
import { coordinatingUnitOf } from './paper-parts.ts';
import { formatBlankDate, formatPaperDate } from '../locale/papers.ts';

/** The joint pledge that all have signed. */
export interface PledgePaper extends DraftPaper {
  readonly kind: 'pledge';
  readonly body: PledgeBody;
}

/** The sheet that lies on the table at the ceremony, with empty cells. */
export interface PledgeSheet {
  readonly kind: 'pledge-sheet';
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: FormHead & { readonly parentName: string };
  readonly subject: string;
  readonly coordinatingUnitName: string;
  readonly body: PledgeBody;
}

/** @throws DomainError unknown-reference with the pointer into the content */
export const pledgePaperOf = (
  content: PledgeContent,
  facts: OfficeFacts,
  dating: PaperDating,
): PledgePaper => ({
  ...draftPaperOf('pledge', content, facts, dating),
  kind: 'pledge',
  body: content,
});

export const pledgeSheetOf = (
  content: PledgeSheetContent,
  facts: OfficeFacts,
  { stage, date }: PaperDating,
): PledgeSheet => ({
  kind: 'pledge-sheet',
  stage,
  year: content.year,
  head: {
    parentName: facts.parentName,
    officeName: facts.name,
    unitName: facts.name,
    placeName: facts.placeName,
    date,
  },
  subject: content.title,
  coordinatingUnitName: coordinatingUnitOf(facts)?.name ?? facts.name,
  body: content,
});

// The day is the ceremony's, whenever the paper is made; on an empty sheet whoever signs writes it.
const dateOf = ({ body, head, stage }: PledgePaper | PledgeSheet): string =>
  body.signedOn === null
    ? formatBlankDate(stage === 'draft' ? 'dots' : 'room', head.date?.slice(0, 4) ?? null)
    : formatPaperDate(body.signedOn);

/** The fields that templates/documents/pledge.hbs may name. */
export const viewPledge = (paper: PledgePaper | PledgeSheet) => {
  const { body, head } = paper;
  return {
    year: String(paper.year),
    lastDay: `${String(paper.year)}-12-31`,
    head: {
      parentName: head.parentName,
      officeName: head.officeName,
      placeName: head.placeName,
      date: dateOf(paper),
    },
    title: splitPledgeTitle(body.title),
    inResponseTo: body.inResponseTo,
    place: body.place ?? head.placeName,
    parties: body.parties.map((party) => ({
      unitName: party.unitName,
      name: party.name,
      position: party.position,
      mark: markOfParty(party),
    })),
    witness: body.witness,
    points: body.points,
    copies: body.copies,
    keeperName: paper.coordinatingUnitName,
  };
};
