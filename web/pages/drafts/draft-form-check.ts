import type { WebContext } from '../../environment.ts';
import { formPage, judgedDraftFiles } from '../form/form-check.tsx';
import { paperAsDraft } from '../../../documents/paper-of.ts';
import { pathOfDraft, readDraft } from './draft-reading.ts';

/** The form of a draft, judged before the leader approves it. */
export const draftFormPage = async (c: WebContext): Promise<Response> => {
  const view = await readDraft(c);
  if (!view) return c.notFound();
  const { cycle, draft, version, source, pinnedTemplate } = view;
  const of = { officeId: cycle.facts.officeId, year: cycle.year };
  const own = await c.get('deps').acts.stores.ownTemplate(of, source.kind);
  const template = pinnedTemplate ?? own?.text ?? null;
  const t = c.get('t');
  return formPage(c, {
    title: t('drafts.draft-title', { kind: t(`paper.kind.${draft.kind}`) }),
    back: pathOfDraft(cycle.year, draft.draftId, version),
    files: await judgedDraftFiles(c, paperAsDraft(source, cycle.facts), template),
  });
};
