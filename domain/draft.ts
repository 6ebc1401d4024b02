import type { Authority } from './authority.ts';
import { DomainError } from './errors.ts';
import type { DraftKind } from './paper-kind.ts';
import type { Instant, LocalDate } from './local-date.ts';
import { WAY_OF_PAPER } from './paper-way.ts';
import type { SubmittedPaper } from './submitted-paper.ts';

/**
 * `awaiting-approval`: before the leader. `drafting`: given back or withdrawn, to be submitted anew.
 * `approved`: on its way to signer, clerk and recipients. `issued` and `dropped` are its ends.
 */
export type DraftPhase = 'awaiting-approval' | 'drafting' | 'approved' | 'issued' | 'dropped';

/** A paper in the making, in whichever version: what the rooms of the year want to send out. */
export interface Draft {
  /** Also the id of its contents; the paper of a version is `{draftId}-v{version}`. */
  readonly draftId: string;
  readonly kind: DraftKind;
  /** The strand that wants the paper and is told how it goes; null: nobody but the people. */
  readonly ownerId: string | null;
  /** Others that want the same paper: several questions may go up on one slip. */
  readonly otherOwnerIds?: readonly string[];
  readonly phase: DraftPhase;
  readonly submitted: SubmittedPaper;
  readonly by: Authority;
  readonly at: Instant;
  readonly approvedAt: Instant | null;
  readonly returned: { readonly reasonId: string; readonly at: Instant } | null;
  readonly issued: { readonly on: LocalDate; readonly number: number | null } | null;
  /** Up to which phase the owner was told. */
  readonly toldPhase: DraftPhase | null;
}

/** What the cycle tells the strand that wants the paper. */
export interface DraftNews {
  readonly draftId: string;
  readonly kind: DraftKind;
  readonly phase: DraftPhase;
  readonly version: number;
  readonly paperId: string;
  readonly issuedOn: LocalDate | null;
  readonly number: number | null;
}

export type DraftCommand =
  | {
      readonly type: 'submitDraft';
      readonly draftId: string;
      readonly kind: DraftKind;
      readonly ownerId: string | null;
      readonly otherOwnerIds?: readonly string[];
      readonly submitted: SubmittedPaper;
    }
  /** The paper is not wanted any more: the conference was put off before its invitation went out. */
  | { readonly type: 'dropDraft'; readonly draftId: string; readonly reasonId: string };

export type DraftReport =
  | {
      readonly type: 'DraftApproved';
      readonly draftId: string;
      readonly version: number;
      readonly by: Authority;
    }
  | {
      readonly type: 'DraftReturned';
      readonly draftId: string;
      readonly version: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'DraftWithdrawn';
      readonly draftId: string;
      readonly version: number;
      readonly by: Authority;
    }
  | {
      readonly type: 'DraftIssued';
      readonly paperId: string;
      readonly issuedOn: LocalDate;
      readonly number: number | null;
    }
  /** By what happened in the strand that wanted it: the conference was put off or cancelled. */
  | {
      readonly type: 'DraftDropped';
      readonly draftId: string;
      readonly reasonId: string;
      readonly by: Authority;
    };

export type DraftEvent =
  | DraftReport
  | {
      readonly type: 'DraftSubmitted';
      readonly draft: Omit<DraftCommand & { type: 'submitDraft' }, 'type'>;
      readonly by: Authority;
    }
  | {
      readonly type: 'DraftOwnerTold';
      readonly draftId: string;
      /** A later version may have been submitted while the owner was told of this one. */
      readonly version: number;
      readonly phase: DraftPhase;
    };

const DRAFT_EVENTS: readonly string[] = [
  'DraftSubmitted',
  'DraftApproved',
  'DraftReturned',
  'DraftWithdrawn',
  'DraftIssued',
  'DraftDropped',
  'DraftOwnerTold',
] satisfies readonly DraftEvent['type'][];

export const isDraftEvent = (event: { readonly type: string }): event is DraftEvent =>
  DRAFT_EVENTS.includes(event.type);

/** Of one kind, in that year, about that thing: "transfer-slip-2024-CH-2". */
export const draftIdOf = (kind: DraftKind, year: number, about: string): string =>
  `${kind}-${String(year)}-${about}`;

export const draftPaperId = (draftId: string, version: number): string =>
  `${draftId}-v${String(version)}`;

/** The contents that a draft's paper is made from. */
export const draftIdOfPaper = (paperId: string): string => paperId.replace(/-v\d+$/, '');

export const findDraft = (drafts: readonly Draft[], draftId: string): Draft | null =>
  drafts.find((draft) => draft.draftId === draftId) ?? null;

const isClosed = ({ phase }: Draft): boolean => phase === 'issued' || phase === 'dropped';

/** What a draft is about; once more about the same thing, after what there was is issued or dropped: "…-2". */
export const aboutOnceMore = (
  drafts: readonly Draft[],
  kind: DraftKind,
  year: number,
  about: string,
): string => {
  for (let count = 1; ; count += 1) {
    const wanted = count === 1 ? about : `${about}-${String(count)}`;
    const draft = findDraft(drafts, draftIdOf(kind, year, wanted));
    if (!draft || !isClosed(draft)) return wanted;
  }
};

export const paperIdOfDraft = ({ draftId, submitted }: Draft): string =>
  draftPaperId(draftId, submitted.version);

export const newsOfDraft = (draft: Draft): DraftNews => ({
  draftId: draft.draftId,
  kind: draft.kind,
  phase: draft.phase,
  version: draft.submitted.version,
  paperId: paperIdOfDraft(draft),
  issuedOn: draft.issued?.on ?? null,
  number: draft.issued?.number ?? null,
});

/** Drafts whose owner has not heard yet how they stand; a dropped one has strands to be stopped too. */
export const untoldDrafts = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.filter(
    ({ ownerId, phase, toldPhase }) =>
      toldPhase !== phase && (ownerId !== null || phase === 'dropped'),
  );

const outOfTime = (message: string, phase: string): DomainError =>
  new DomainError('out-of-time', message, { phase });

/** @throws DomainError out-of-time, stale-version, unknown-reference */
export const decideDraft = (drafts: readonly Draft[], command: DraftCommand): void => {
  const draft = findDraft(drafts, command.draftId);
  if (command.type === 'dropDraft') {
    if (!draft) {
      throw new DomainError(
        'unknown-reference',
        'there is no such draft',
        { given: command.draftId },
        '/draftId',
      );
    }
    if (isClosed(draft)) {
      throw outOfTime(`the paper is ${draft.phase}`, draft.phase);
    }
    return;
  }
  if (!draft) return;
  if (draft.phase !== 'drafting') throw outOfTime(`the paper is ${draft.phase}`, draft.phase);
  if (command.submitted.version > draft.submitted.version) return;
  throw new DomainError('stale-version', 'a version goes before the leader once', {
    given: command.submitted.version,
    current: draft.submitted.version,
  });
};

export const applyDraft = (command: DraftCommand, by: Authority): DraftEvent => {
  if (command.type === 'dropDraft') {
    return { type: 'DraftDropped', draftId: command.draftId, reasonId: command.reasonId, by };
  }
  const { draftId, kind, ownerId, otherOwnerIds, submitted } = command;
  const others = otherOwnerIds && otherOwnerIds.length > 0 ? { otherOwnerIds } : {};
  return { type: 'DraftSubmitted', draft: { draftId, kind, ownerId, ...others, submitted }, by };
};

const submittedDraft = (
  { draft, by }: DraftEvent & { type: 'DraftSubmitted' },
  at: Instant,
  before: Draft | null,
): Draft => {
  const isApproved = WAY_OF_PAPER[draft.kind].isApproved;
  return {
    ...draft,
    phase: isApproved ? 'awaiting-approval' : 'approved',
    by,
    at,
    approvedAt: isApproved ? null : at,
    returned: before?.returned ?? null,
    issued: null,
    toldPhase: null,
  };
};

const isAbout = ({ draftId, submitted }: Draft, event: DraftEvent): boolean => {
  if (event.type === 'DraftIssued') {
    return draftPaperId(draftId, submitted.version) === event.paperId;
  }
  if (event.type === 'DraftSubmitted') return event.draft.draftId === draftId;
  if (event.draftId !== draftId) return false;
  return !('version' in event) || event.version === submitted.version;
};

const moveDraft = (draft: Draft, event: DraftEvent, at: Instant): Draft => {
  switch (event.type) {
    case 'DraftSubmitted':
      return submittedDraft(event, at, draft);
    case 'DraftApproved':
      return { ...draft, phase: 'approved', approvedAt: at };
    case 'DraftReturned':
      return { ...draft, phase: 'drafting', returned: { reasonId: event.reasonId, at } };
    case 'DraftWithdrawn':
      return { ...draft, phase: 'drafting' };
    case 'DraftIssued':
      return {
        ...draft,
        phase: 'issued',
        issued: { on: event.issuedOn, number: event.number },
      };
    case 'DraftDropped':
      return { ...draft, phase: 'dropped' };
    case 'DraftOwnerTold':
      return { ...draft, toldPhase: event.phase };
  }
};

/** Total: an event about a draft that is not there changes nothing. */
export const evolveDrafts = (
  drafts: readonly Draft[],
  event: DraftEvent,
  at: Instant,
): readonly Draft[] => {
  if (event.type === 'DraftSubmitted' && !findDraft(drafts, event.draft.draftId)) {
    return [...drafts, submittedDraft(event, at, null)];
  }
  return drafts.map((draft) => (isAbout(draft, event) ? moveDraft(draft, event, at) : draft));
};

// A paper that went out a moment before it was dropped is out: what was issued can't be taken back so.
const MAY_BE_ISSUED: readonly DraftPhase[] = ['approved', 'dropped'];

const isExpected = ({ phase }: Draft, report: DraftReport): boolean =>
  report.type === 'DraftIssued' ? MAY_BE_ISSUED.includes(phase) : phase === 'awaiting-approval';

/** False for a report that the cycle already knows, or that came too late to matter. */
export const isNewsOfDraft = (drafts: readonly Draft[], report: DraftReport): boolean => {
  if (report.type === 'DraftDropped') {
    const phase = findDraft(drafts, report.draftId)?.phase ?? 'dropped';
    return phase !== 'dropped' && phase !== 'issued';
  }
  return drafts.some((draft) => isExpected(draft, report) && isAbout(draft, report));
};
