import type { PaperKind } from '../domain/paper-kind.ts';
import type { SigningCapacity } from '../domain/plan.ts';
import type { SubmittedPaper } from '../domain/submitted-paper.ts';
import type { ActDependencies, CheckedCall } from './act.ts';
import { boundHashOf } from './bound-hash.ts';

interface SavedContent {
  readonly version: number;
  readonly text: string;
  readonly author_id: string;
}

/** Content as it goes to the leader, bound to the year's template and the words of today, which are kept. */
export const bindPaper = async (
  deps: Pick<ActDependencies, 'paperCheck' | 'stores'>,
  of: { readonly officeId: string; readonly year: number },
  kind: PaperKind,
  content: SavedContent,
  signer: { readonly personId: string; readonly capacity: SigningCapacity | null },
): Promise<SubmittedPaper> => {
  const { officeId } = of;
  const { template: shipped, locale } = deps.paperCheck.pins(kind);
  const template = (await deps.stores.ownTemplate(of, kind)) ?? shipped;
  await deps.stores.versions.pinWords(officeId, template.sha256, template.text);
  await deps.stores.versions.pinWords(officeId, locale.sha256, locale.text);
  return {
    version: content.version,
    boundHash: boundHashOf(content.text, template.sha256, locale.sha256),
    pins: { template: template.sha256, locale: locale.sha256 },
    authorId: content.author_id,
    signer,
  };
};

/** To ask the rules with, before anything is saved or pinned. */
export const unboundPaper = (
  { personId }: Pick<CheckedCall<unknown>, 'personId'>,
  version: number,
  signer: SubmittedPaper['signer'],
): SubmittedPaper => ({
  version,
  boundHash: '',
  pins: { template: '', locale: '' },
  authorId: personId,
  signer,
});
