import type { CitedPaper } from '../../domain/correction.ts';
import type { DraftContentBase } from '../../domain/draft-content.ts';
import { aboutOnceMore } from '../../domain/draft.ts';
import type { DraftSource } from '../../domain/paper-source.ts';
import type { ActDependencies, ActOutcome, CheckedCall } from '../act.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { readIssued, recipientsOfIssued } from './issued-paper.ts';
import { submitDraft } from './submit-draft.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

interface Letter {
  /** The issued paper that it is about. */
  readonly paperId: string;
  readonly subject: string;
  readonly signer: DraftContentBase['signer'];
}

/** Puts an official letter about an issued paper before the leader; a second one may follow the first. */
export const submitLetter = async (
  deps: ActDependencies,
  call: Call,
  { paperId, subject, signer }: Letter,
  sourceOf: (base: DraftContentBase, cited: CitedPaper) => DraftSource,
): Promise<ActOutcome> => {
  const year = yearOf(call);
  const cited = await readIssued(deps, call, paperId);
  const addressees = await recipientsOfIssued(deps, call, paperId);
  const source = sourceOf({ year, subject, signer, addressees }, cited);
  const { drafts } = await readCycle(deps, call);
  const about = aboutOnceMore(drafts, source.kind, year, paperId);
  return submitDraft(deps, call, { source, about, ownerId: null });
};
