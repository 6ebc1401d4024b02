import * as z from 'zod';
import type { Draft } from '../../domain/draft.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { versionRead } from '../decide-approval.ts';
import { draftSubjectOf, readDraftSource, requireDraft } from '../drafts/decide-draft.ts';
import { text } from '../year-file/fields.ts';
import { initial, partToInitial, refuseInitial } from './initial-version.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const readPaper = async (deps: ActDependencies, call: Call, draft: Draft, version: number) => ({
  source: await readDraftSource(deps, call, draft, version),
  template: await deps.stores.versions.findPinnedWords(
    call.officeId,
    draft.submitted.pins.template,
  ),
});

/** The draft's content or form is in order, says whoever answers for it. */
export const initialDraft = defineAct({
  name: 'initial-draft',
  schema: z.strictObject({ draftId: text, part: partToInitial, ...versionRead }),
  power: null,
  async perform(deps, call) {
    const { draftId, ...read } = call.data;
    const draft = await requireDraft(deps, call, draftId);
    return initial(deps, call, draftSubjectOf(call, draftId), read, () =>
      readPaper(deps, call, draft, read.version),
    );
  },
});

export const refuseDraftInitial = defineAct({
  name: 'refuse-draft-initial',
  schema: z.strictObject({ draftId: text, part: partToInitial, ...versionRead, reason: text }),
  power: null,
  perform(deps, call) {
    const { draftId, ...read } = call.data;
    return refuseInitial(deps, call, draftSubjectOf(call, draftId), read);
  },
});
