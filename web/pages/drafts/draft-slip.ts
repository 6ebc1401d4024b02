import type { WebContext } from '../../environment.ts';
import { approvalSlipFile } from '../paper/printed-forms.ts';
import { pathOfDraft, readDraft, subjectOf, type DraftView } from './draft-reading.ts';

/** Where one page is printed that goes before the draft; null once it is out, dropped or replaced. */
export const pathOfSlip = ({ cycle, draft, version, isCurrent }: DraftView): string | null =>
  isCurrent && (draft.phase === 'awaiting-approval' || draft.phase === 'approved')
    ? `${pathOfDraft(cycle.year, draft.draftId, version)}/approval-slip.pdf`
    : null;

export const draftSlip = async (c: WebContext): Promise<Response> => {
  const view = await readDraft(c);
  if (!view || pathOfSlip(view) === null) return c.notFound();
  const { source, draft, cycle } = view;
  const signer = 'signer' in source.content ? source.content.signer : null;
  if (!signer) return c.notFound();
  const content = {
    year: cycle.year,
    paper: { kind: draft.kind, subject: subjectOf(source) },
    signer,
    submittedById: draft.by.personId,
  };
  return approvalSlipFile(c, content, cycle.facts, view.initials.all);
};
