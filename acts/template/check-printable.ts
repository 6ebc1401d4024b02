import type { OfficeFacts } from '../../domain/office.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import type { ActDependencies } from '../act.ts';

/** That the paper can be printed whole, from the template that it will be printed from. */
export const checkPrintable = async (
  deps: Pick<ActDependencies, 'stores' | 'paperCheck'>,
  of: { readonly officeId: string; readonly year: number },
  source: PaperSource,
  facts: OfficeFacts,
): Promise<void> => {
  const own = await deps.stores.ownTemplate(of, source.kind);
  await deps.paperCheck.render(source, facts, own?.text ?? null);
};
