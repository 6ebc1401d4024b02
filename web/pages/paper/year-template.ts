import type { PrintedKind } from '../../../domain/paper-source.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';

/** What the reader's office makes papers of that kind from in that year; null: the shipped template. */
export const templateOfYear = async (
  c: WebContext,
  year: number,
  kind: PrintedKind,
): Promise<string | null> => {
  const of = { officeId: userOn(c).officeId, year };
  return (await c.get('deps').acts.stores.ownTemplate(of, kind))?.text ?? null;
};
