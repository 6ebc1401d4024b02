import * as z from 'zod';
import { draftPaperId, findDraft, paperIdOfDraft, type Draft } from '../../domain/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import { decideReformCycle } from '../../domain/reform-cycle.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { approve, giveBack, versionRead, withdraw } from '../decide-approval.ts';
import { commanded, readCycle, sendToCycle, yearOf } from '../on-strand.ts';
import { saveReason } from '../save-reason.ts';
import { text, wholeNumber } from '../year-file/fields.ts';
import { checkPrintable } from '../template/check-printable.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

export const draftSubjectOf = (call: Call, draftId: string) =>
  ({ kind: 'draft', year: yearOf(call), draftId }) as const;

export const requireDraft = async (deps: ActDependencies, call: Call, draftId: string) => {
  const draft = findDraft((await readCycle(deps, call)).drafts, draftId);
  if (draft) return draft;
  throw new DomainError(
    'unknown-reference',
    'there is no such draft',
    { given: draftId },
    '/draftId',
  );
};

/** What that version of the draft says. */
export const readDraftSource = (
  { stores }: Pick<ActDependencies, 'stores'>,
  call: Call,
  { draftId, kind }: Pick<Draft, 'draftId' | 'kind'>,
  version: number,
): Promise<PaperSource> =>
  stores.paperSources.read({
    officeId: call.officeId,
    year: yearOf(call),
    paperId: draftPaperId(draftId, version),
    kind,
    contentVersion: version,
  });

/** That the paper can be made and signed is asked once more: people and units change in between. */
export const approveDraft = defineAct({
  name: 'approve-draft',
  schema: z.strictObject({ draftId: text, ...versionRead }),
  power: 'decideDraft',
  async perform(deps, call) {
    const { draftId, ...read } = call.data;
    const draft = await requireDraft(deps, call, draftId);
    return approve(deps, call, draftSubjectOf(call, draftId), read, async () => {
      const source = await readDraftSource(deps, call, draft, read.version);
      const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
      await checkPrintable(deps, { officeId: call.officeId, year: yearOf(call) }, source, facts);
    });
  },
});

export const returnDraft = defineAct({
  name: 'return-draft',
  schema: z.strictObject({ draftId: text, ...versionRead, reason: text }),
  power: 'decideDraft',
  perform(deps, call) {
    const { draftId, ...read } = call.data;
    return giveBack(deps, call, draftSubjectOf(call, draftId), read);
  },
});

export const withdrawDraft = defineAct({
  name: 'withdraw-draft',
  schema: z.strictObject({ draftId: text, version: wholeNumber(1) }),
  power: 'submitDraft',
  perform(deps, call) {
    const { draftId, version } = call.data;
    return withdraw(deps, call, draftSubjectOf(call, draftId), version);
  },
});

// The paper's own strand may be a moment ahead of what the cycle knows of it.
const checkNotIssued = async (
  deps: ActDependencies,
  call: Call,
  paperId: string,
): Promise<void> => {
  const paper = await deps.stores.papers.find(call.officeId, paperId);
  if (!paper?.issued_on) return;
  throw new DomainError('out-of-time', 'the paper is issued', { phase: 'issued' });
};

/** The paper is not wanted any more. A number that it has by then stays in the register as void. */
export const dropDraft = defineAct({
  name: 'drop-draft',
  schema: z.strictObject({ draftId: text, reason: text }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { draftId, reason } = call.data;
    const command = {
      ...commanded(call),
      type: 'dropDraft' as const,
      draftId,
      reasonId: call.actId,
    };
    const state = await readCycle(deps, call);
    decideReformCycle(state, command, call.enteredAt);
    const draft = findDraft(state.drafts, draftId);
    if (draft) await checkNotIssued(deps, call, paperIdOfDraft(draft));
    await saveReason(deps, call, reason);
    return sendToCycle(deps, call, command);
  },
});
