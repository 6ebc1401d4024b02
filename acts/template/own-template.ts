import type { OfficeFacts } from '../../domain/office.ts';
import type { PaperSource, PrintedKind } from '../../domain/paper-source.ts';
import type { ActDependencies } from '../act.ts';

interface OfYear {
  readonly officeId: string;
  readonly year: number;
}

interface OwnTemplate {
  readonly text: string;
  readonly sha256: string;
}

/**
 * The office's own template of the kind, as it was when the year's cycle was started: what is installed later
 * counts from the next cycle on. null: the shipped one.
 */
export const ownTemplate = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  { officeId, year }: OfYear,
  kind: PrintedKind,
): Promise<OwnTemplate | null> => {
  const cycle = await stores.cycles.find(officeId, year);
  if (!cycle) return null;
  return (await stores.versions.lastUntil(officeId, 'template', kind, cycle.entered_at)) ?? null;
};

/** That the paper can be printed whole, from the template that it will be printed from. */
export const checkPrintable = async (
  deps: Pick<ActDependencies, 'stores' | 'paperCheck'>,
  of: OfYear,
  source: PaperSource,
  facts: OfficeFacts,
): Promise<void> => {
  const own = await ownTemplate(deps, of, source.kind);
  deps.paperCheck.render(source, facts, own?.text ?? null);
};
