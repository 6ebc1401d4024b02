import { paperAsDraft } from '../../../documents/paper-of.ts';
import { previewPaper } from '../../../documents/render.ts';
import type { Decidable, DecidableFor } from '../../../domain/decidable.ts';
import { draftPaperId, findDraft, type Draft } from '../../../domain/draft.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { sharedTasksOf } from '../../../domain/registration-period.ts';
import type { SubmittedPaper } from '../../../domain/submitted-paper.ts';
import { draftOfApproval, noticePaperId, planPaperId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import type { DecisionView } from './decision-reading.ts';

/** What is read before deciding. */
export type Reading =
  | { readonly kind: 'paper'; readonly html: string }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'unprintable'; readonly fault: DomainError };

type Thing = Decidable & { readonly what: DecidableFor };

const draftOf = ({ link, cycle }: DecisionView): Draft => {
  const draft = findDraft(cycle.drafts, draftOfApproval(link.workflow_id));
  if (draft) return draft;
  throw new Error(`the draft of ${link.workflow_id} is missing`);
};

const submittedPaper = (view: DecisionView, { what }: Thing): SubmittedPaper | null => {
  const { cycle } = view;
  if (what === 'approve-draft') return draftOf(view).submitted;
  if (what === 'approve-plan') {
    return cycle.plan.phase === 'drafting' ? null : cycle.plan.submitted;
  }
  return cycle.registration?.list?.submitted ?? null;
};

const readTemplate = async (
  c: WebContext,
  view: DecisionView,
  thing: Thing,
): Promise<string | null> => {
  const submitted = submittedPaper(view, thing);
  if (submitted?.version !== thing.version) return null;
  const { versions } = c.get('deps').acts.stores;
  return versions.findPinnedWords(view.link.office_id, submitted.pins.template);
};

const readSource = async (
  c: WebContext,
  view: DecisionView,
  { what, version }: Thing,
): Promise<PaperSource> => {
  const { link, cycle, unitId } = view;
  const { paperSources } = c.get('deps').acts.stores;
  const { office_id: officeId, year } = link;
  if (what === 'approve-plan' || what === 'approve-list') {
    const kind = what === 'approve-plan' ? 'plan' : 'registration-result';
    const paperId =
      kind === 'plan' ? planPaperId(year, version) : noticePaperId(kind, year, version);
    return paperSources.read({ officeId, year, paperId, kind, contentVersion: version });
  }
  if (what === 'approve-draft') {
    const { draftId, kind } = draftOf(view);
    const paperId = draftPaperId(draftId, version);
    return paperSources.read({ officeId, year, paperId, kind, contentVersion: version });
  }
  const content = await paperSources.readRegistration(officeId, year, unitId ?? '', version);
  const sharedTasks = cycle.registration ? sharedTasksOf(cycle.registration) : [];
  return { kind: 'registration-form', content, sharedTasks };
};

const PAPERS: readonly DecidableFor[] = ['approve-plan', 'approve-list', 'approve-draft'];

/** The plan, the list's notice, a draft's paper, the unit's registration, or why the unit has none. */
export const readThing = async (
  c: WebContext,
  view: DecisionView,
  thing: Thing,
): Promise<Reading> => {
  const { paperSources } = c.get('deps').acts.stores;
  if (thing.what === 'consent-decline') {
    const reason = await paperSources.readReason(view.link.office_id, thing.boundHash);
    return { kind: 'decline', reason };
  }
  const source = await readSource(c, view, thing);
  const template = PAPERS.includes(thing.what) ? await readTemplate(c, view, thing) : null;
  try {
    return { kind: 'paper', html: previewPaper(paperAsDraft(source, view.facts), template) };
  } catch (error) {
    // A unit or person may have left since; the page says so, and the rest of it stays readable.
    if (error instanceof DomainError) return { kind: 'unprintable', fault: error };
    throw error;
  }
};
