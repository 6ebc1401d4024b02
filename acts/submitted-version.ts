import type { VersionRow } from '../adapters/database/versions.ts';
import { DomainError } from '../domain/errors.ts';
import type { ActDependencies, CheckedCall } from './act.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** The version that is submitted, which must be the latest. */
export const readSubmitted = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  call: Call,
  kind: VersionRow['kind'],
  id: string,
  given: number,
): Promise<VersionRow> => {
  const latest = await stores.versions.latest(call.officeId, kind, id);
  // The latest may be the copy that this very act made before a fault.
  if (latest && (latest.version === given || latest.act_id === call.actId)) return latest;
  throw new DomainError(
    'stale-version',
    'somebody saved a newer version meanwhile',
    {
      given,
      current: latest?.version ?? null,
      lastBy: latest?.author_id ?? null,
      lastAt: latest?.entered_at ?? null,
    },
    '/version',
  );
};

/**
 * Withdrawn or returned and submitted as it was: a version is submitted once, so it goes as a new one,
 * still by its author.
 */
export const asNewVersion = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  call: Call,
  row: VersionRow,
  lastSubmitted: number,
): Promise<VersionRow> => {
  if (row.version > lastSubmitted) return row;
  return stores.versions.save({
    office_id: row.office_id,
    kind: row.kind,
    id: row.id,
    basedOn: row.version,
    text: row.text,
    sha256: row.sha256,
    author_id: row.author_id,
    act_id: call.actId,
    occurred_at: call.at,
    entered_at: call.enteredAt,
  });
};
