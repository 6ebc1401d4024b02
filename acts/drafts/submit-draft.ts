import type { DraftContent, DraftSource } from '../../domain/paper-source.ts';
import { draftIdOf, findDraft } from '../../domain/draft.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { decideReformCycle } from '../../domain/reform-cycle.ts';
import type { SubmittedPaper } from '../../domain/submitted-paper.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { checkSigner, checkTexts } from '../check-plan.ts';
import { askedInitials } from '../initials/asked-initials.ts';
import { commanded, readCycle, sendToCycle, yearOf } from '../on-strand.ts';
import { bindPaper, unboundPaper } from '../pin-words.ts';
import { saveContent } from '../save-content.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { checkPrintable } from '../template/check-printable.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** What a room wants to send out: `about` is one within kind and year, such as a question's id. */
export interface WantedPaper {
  readonly source: DraftSource;
  readonly about: string;
  /** The strand that is told how the draft goes on; null: nobody but the people. */
  readonly ownerId: string | null;
  /** Others that are told as well. */
  readonly otherOwnerIds?: readonly string[];
}

/**
 * Puts a paper before the leader, or where its kind needs no approval, on its way to the signer. Checked
 * as a whole first: a refusal writes nothing. Submitted again after it was given back, it is a new version.
 * @throws DomainError out-of-time while an earlier version is on its way; missing-field, no-power and what
 * else makes the paper one that could not be issued
 */
export const submitDraft = async (
  deps: ActDependencies,
  call: Call,
  { source, about, ownerId, otherOwnerIds = [] }: WantedPaper,
): Promise<ActOutcome> => {
  const { kind } = source;
  const content: DraftContent = source.content;
  const draftId = draftIdOf(kind, yearOf(call), about);
  const state = await readCycle(deps, call);
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  checkTexts(deps, placedTexts(content));
  checkSigner(content, facts, { kind, clock: call.clock });
  const of = { officeId: call.officeId, year: yearOf(call) };
  await checkPrintable(deps, of, source, facts);
  const commandFor = (submitted: SubmittedPaper) => ({
    ...commanded(call),
    type: 'submitDraft' as const,
    draftId,
    kind,
    ownerId,
    otherOwnerIds,
    submitted,
  });
  const last = await deps.stores.versions.latest(call.officeId, 'draft', draftId);
  const submittedBefore = findDraft(state.drafts, draftId)?.submitted.version ?? 0;
  const next = Math.max(last?.version ?? 0, submittedBefore) + 1;
  decideReformCycle(state, commandFor(unboundPaper(call, next, content.signer)), call.enteredAt);

  const saved = await saveContent(deps, call, 'draft', draftId, last?.version ?? null, content);
  const submitted = {
    ...(await bindPaper(deps, of, kind, saved, content.signer)),
    ...(await askedInitials(deps, call, kind, facts)),
  };
  const done = await sendToCycle(deps, call, commandFor(submitted));
  return { ...done, result: { ...done.result, draftId, version: saved.version } };
};
