import type { VersionRow } from '../adapters/database/versions.ts';
import type { ActDependencies, CheckedCall } from './act.ts';
import { canonicalText } from './canonical-text.ts';

/** A new version on top of `basedOn`, by this act; the same act saves once. */
export const saveContent = (
  deps: Pick<ActDependencies, 'stores'>,
  call: Omit<CheckedCall<unknown>, 'data'>,
  kind: VersionRow['kind'],
  id: string,
  basedOn: number | null,
  content: object,
): Promise<VersionRow> =>
  deps.stores.versions.save({
    office_id: call.officeId,
    kind,
    id,
    basedOn,
    ...canonicalText(content),
    author_id: call.personId,
    act_id: call.actId,
    occurred_at: call.at,
    entered_at: call.enteredAt,
  });
