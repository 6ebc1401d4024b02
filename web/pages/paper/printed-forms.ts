import { paperOf } from '../../../documents/paper-of.ts';
import type { PersonRow } from '../../../adapters/database/offices.ts';
import type { PaperRow } from '../../../adapters/database/papers.ts';
import { draftIdOfPaper } from '../../../domain/draft.ts';
import type { ApprovalSlipContent, SlipInitial } from '../../../domain/form-content.ts';
import type { Initial } from '../../../domain/initials.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import { documentDateOf } from '../../../domain/paper-way.ts';
import { draftApprovalId, planApprovalId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { drawnFile } from './drawn-file.ts';
import { personName, type PaperView } from './paper-view.ts';

// Number and day are written by hand.
const forThePen = (date: LocalDate) =>
  ({ stage: 'for-signature', number: null, date, confirmedAt: null }) as const;

/** Those who get a paper by hand, each with room to sign for it. */
export const byHand = ({ deliveries }: Pick<PaperView, 'deliveries'>) =>
  deliveries.filter(({ mailbox, status }) => mailbox === null || status === 'handed-over');

/** To print and carry along: whoever gets the paper by hand signs for it here. */
export const handOverFile = (c: WebContext, view: PaperView): Promise<Response> => {
  const { paper, state, subject, numberAndSymbol, facts, day } = view;
  const date = documentDateOf({ ...state, kind: paper.kind });
  const content = {
    year: paper.year,
    paper: { kind: paper.kind, numberAndSymbol, date, subject },
    recipients: byHand(view).map(({ recipient_name, handed_over_on }) => ({
      name: recipient_name,
      receivedOn: handed_over_on,
    })),
  };
  return drawnFile(c, paperOf({ kind: 'hand-over-list', content }, facts, forThePen(day)), {
    year: paper.year,
  });
};

const printedInitials = (
  people: readonly PersonRow[],
  initials: readonly Initial[],
): readonly SlipInitial[] =>
  initials.flatMap(({ part, given }) =>
    given ? [{ part, name: personName(people, given.by.personId), at: given.at }] : [],
  );

/** One page that goes before a paper to its signer, with what was initialled of it. */
export const approvalSlipFile = async (
  c: WebContext,
  slip: Omit<ApprovalSlipContent, 'initials'>,
  facts: OfficeFacts,
  initials: readonly Initial[],
): Promise<Response> => {
  const people = await c.get('deps').acts.stores.offices.listPeople(facts.officeId);
  const content = { ...slip, initials: printedInitials(people, initials) };
  return drawnFile(c, paperOf({ kind: 'approval-slip', content }, facts, forThePen(facts.date)), {
    year: content.year,
  });
};

const approvalIdOf = ({ office_id, year, paper_id, kind, content_version }: PaperRow): string =>
  kind === 'plan'
    ? planApprovalId(office_id, year, content_version)
    : draftApprovalId(office_id, year, draftIdOfPaper(paper_id), content_version);

export const approvalSlipOfPaper = async (
  c: WebContext,
  { paper, state, subject, facts }: PaperView,
): Promise<Response> => {
  const { strands } = c.get('deps').acts.stores;
  const approval = await strands.find(paper.office_id, approvalIdOf(paper), 'approval');
  const content = {
    year: paper.year,
    paper: { kind: paper.kind, subject },
    signer: state.signer,
    submittedById: null,
  };
  return approvalSlipFile(c, content, facts, approval?.state.initials ?? []);
};

/** The form of a registration that any unit fills by hand. */
export const blankRegistrationFile = (
  c: WebContext,
  { year, facts }: { readonly year: number; readonly facts: OfficeFacts },
): Promise<Response> => {
  const source = { kind: 'blank-registration-form', content: { year } } as const;
  return drawnFile(c, paperOf(source, facts, forThePen(facts.date)), { year });
};
