import type { ApprovalState } from '../../../domain/approval.ts';
import { isOwnSubmission } from '../../../domain/authority.ts';
import { listApprovalId } from '../../../workflows/contract.ts';
import { noticePaperId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import type { Difference } from '../../layout/diff-list.tsx';
import { findAuthority } from '../../powers.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { readTrail, versionOf, type TrailStep } from '../cycle/trail-reading.ts';
import { listDifferences, type ListSource } from './list-difference.ts';
import { readUnitNames } from './period-reading.ts';

/** Another version that went before the leader, and what differs between the two. */
export interface ComparedList {
  readonly version: number;
  readonly differences: readonly Difference[];
}

interface Decided {
  readonly state: ApprovalState;
  readonly reason: string | null;
}

export interface ListView {
  readonly cycle: RunningCycle;
  readonly version: number;
  readonly unitName: (unitId: string) => string;
  readonly source: ListSource;
  readonly state: ApprovalState;
  /** With which the leader gave it back. */
  readonly reason: string | null;
  readonly closedAt: string;
  readonly earlier: (ComparedList & { readonly decided: Decided | null }) | null;
  readonly newer: ComparedList | null;
  readonly pinnedTemplate: string | null;
  readonly mayDecide: boolean;
  readonly isOwn: boolean;
}

const readSource = async (
  c: WebContext,
  { row, year }: RunningCycle,
  contentVersion: number,
): Promise<ListSource> => {
  const kind = 'registration-result';
  const paperId = noticePaperId(kind, year, contentVersion);
  const ref = { officeId: row.office_id, year, paperId, kind, contentVersion } as const;
  const source = await c.get('deps').acts.stores.paperSources.read(ref);
  if (source.kind !== kind) throw new Error(`the list ${String(contentVersion)} is no list`);
  return source;
};

const findDecided = async (
  c: WebContext,
  { row, year }: RunningCycle,
  version: number | undefined,
): Promise<Decided | null> => {
  if (version === undefined) return null;
  const { strands, paperSources } = c.get('deps').acts.stores;
  const id = listApprovalId(row.office_id, year, version);
  const strand = await strands.find(row.office_id, id, 'approval');
  if (!strand) return null;
  const reasonId = strand.state.decision?.reasonId ?? null;
  const reason = reasonId === null ? null : await paperSources.readReason(row.office_id, reasonId);
  return { state: strand.state, reason };
};

const readPinnedTemplate = async (c: WebContext, { row }: RunningCycle, closing: TrailStep) => {
  const hash = closing.event.submitted?.pins?.template;
  if (hash === undefined) return null;
  return c.get('deps').acts.stores.versions.findPinnedWords(row.office_id, hash);
};

interface Shown {
  readonly cycle: RunningCycle;
  readonly version: number;
  readonly source: ListSource;
  readonly unitName: (unitId: string) => string;
}

const compare = async (
  c: WebContext,
  { cycle, version, source, unitName }: Shown,
  other: number | undefined,
): Promise<ComparedList | null> => {
  if (other === undefined) return null;
  const found = await readSource(c, cycle, other);
  const [before, after] = other < version ? [found, source] : [source, found];
  const names = { unit: unitName, person: cycle.nameOf };
  return { version: other, differences: listDifferences(before, after, names, c.get('t')) };
};

const readAround = async (c: WebContext, shown: Shown, versions: readonly number[]) => {
  const before = versions.findLast((one) => one < shown.version);
  const [earlier, decided, newer] = await Promise.all([
    compare(c, shown, before),
    findDecided(c, shown.cycle, before),
    compare(
      c,
      shown,
      versions.findLast((one) => one > shown.version),
    ),
  ]);
  return { earlier: earlier && { ...earlier, decided }, newer };
};

/** One closed list as it went before the leader; null: there is none of that version. */
export const readList = async (c: WebContext): Promise<ListView | null> => {
  const cycle = await readRunningCycle(c);
  const version = Number(c.req.param('version'));
  const trail = await readTrail(c.get('deps').acts.stores, cycle.row.office_id, cycle.year);
  const closings = trail.filter(({ type }) => type === 'ListClosed');
  const closing = closings.find((step) => versionOf(step) === version);
  const [own, authority, unitName] = await Promise.all([
    findDecided(c, cycle, version),
    findAuthority(c, 'decideRegistration', cycle.day),
    readUnitNames(c, cycle),
  ]);
  if (!closing || !own) return null;
  const source = await readSource(c, cycle, version);
  const shown = { cycle, version, source, unitName };
  const versions = closings.flatMap((step) => versionOf(step) ?? []);
  const { submittedBy, authorId } = own.state;
  return {
    ...shown,
    ...own,
    ...(await readAround(c, shown, versions)),
    closedAt: closing.at,
    pinnedTemplate: await readPinnedTemplate(c, cycle, closing),
    mayDecide: authority !== null,
    isOwn: authority !== null && isOwnSubmission(authority, [submittedBy.personId, authorId]),
  };
};
