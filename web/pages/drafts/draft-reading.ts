import { authorsOf, type ApprovalState } from '../../../domain/approval.ts';
import { isOwnSubmission } from '../../../domain/authority.ts';
import { draftPaperId, findDraft, type Draft } from '../../../domain/draft.ts';
import type { DraftSource, PaperSource } from '../../../domain/paper-source.ts';
import { draftApprovalId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { findAuthority, hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { draftOf, readTrail, type TrailStep } from '../cycle/trail-reading.ts';
import { viewInitials, type InitialsView } from '../initials/initials-reading.ts';
import { readUnitNames } from '../registration/period-reading.ts';

export const pathOfDrafts = (year: number): string => `${pathOfCycle(year)}/drafts`;
export const pathOfDraft = (year: number, draftId: string, version: number): string =>
  `${pathOfDrafts(year)}/${draftId}/${String(version)}`;

/** One version of a draft, with what became of it. */
export interface DraftView {
  readonly cycle: RunningCycle;
  readonly draft: Draft;
  readonly version: number;
  readonly source: PaperSource;
  /** null: its kind needs no approval. */
  readonly approval: ApprovalState | null;
  /** With which the leader gave this version back. */
  readonly reason: string | null;
  /** Why the version before it came back; null: it did not. */
  readonly earlierReason: string | null;
  readonly pinnedTemplate: string | null;
  readonly isCurrent: boolean;
  readonly mayDecide: boolean;
  readonly isOwn: boolean;
  readonly initials: InitialsView;
  readonly maySubmit: boolean;
  readonly steps: readonly TrailStep[];
  readonly unitName: (unitId: string) => string;
}

const readApproval = async (
  c: WebContext,
  { row, year }: RunningCycle,
  draftId: string,
  version: number,
): Promise<{ approval: ApprovalState | null; reason: string | null }> => {
  const { strands, paperSources } = c.get('deps').acts.stores;
  const id = draftApprovalId(row.office_id, year, draftId, version);
  const approval = (await strands.find(row.office_id, id, 'approval'))?.state ?? null;
  const reasonId = approval?.decision?.reasonId ?? null;
  const reason = reasonId && (await paperSources.readReason(row.office_id, reasonId));
  return { approval, reason };
};

/** What that version of the draft says. */
export const readDraftSource = async (
  c: WebContext,
  { row, year }: RunningCycle,
  { draftId, kind }: Pick<Draft, 'draftId' | 'kind'>,
  version: number,
): Promise<PaperSource> =>
  c.get('deps').acts.stores.paperSources.read({
    officeId: row.office_id,
    year,
    paperId: draftPaperId(draftId, version),
    kind,
    contentVersion: version,
  });

export const subjectOf = (source: PaperSource): string => {
  const content: Partial<DraftSource['content']> =
    'subject' in source.content ? { subject: source.content.subject } : {};
  return content.subject ?? '';
};

const readPowers = async (c: WebContext, cycle: RunningCycle, approval: ApprovalState | null) => {
  const authority = await findAuthority(c, 'decideDraft', cycle.day);
  const authors = approval ? authorsOf(approval) : [];
  return {
    mayDecide: authority !== null,
    isOwn: authority !== null && isOwnSubmission(authority, authors),
    maySubmit: await hasPower(c, 'submitDraft', cycle.day),
  };
};

/** null: the year has no such draft, or it never went anywhere in that version. */
export const readDraft = async (c: WebContext): Promise<DraftView | null> => {
  const cycle = await readRunningCycle(c);
  const { stores } = c.get('deps').acts;
  const draft = findDraft(cycle.state.drafts, c.req.param('draftId') ?? '');
  const version = Number(c.req.param('version'));
  if (!draft || version < 1 || version > draft.submitted.version) return null;
  const { draftId } = draft;
  if (!(await stores.versions.find(cycle.row.office_id, 'draft', draftId, version))) return null;
  const [own, earlier, source, trail, unitName] = await Promise.all([
    readApproval(c, cycle, draftId, version),
    readApproval(c, cycle, draftId, version - 1),
    readDraftSource(c, cycle, draft, version),
    readTrail(stores, cycle.row.office_id, cycle.year),
    readUnitNames(c, cycle),
  ]);
  const isCurrent = draft.submitted.version === version;
  const { template } = draft.submitted.pins;
  return {
    cycle,
    draft,
    version,
    source,
    ...own,
    earlierReason: earlier.reason,
    pinnedTemplate: isCurrent
      ? await stores.versions.findPinnedWords(cycle.row.office_id, template)
      : null,
    isCurrent,
    ...(await readPowers(c, cycle, own.approval)),
    initials: viewInitials(c, cycle, own.approval),
    steps: trail.filter((step) => draftOf(step) === draftId),
    unitName,
  };
};
