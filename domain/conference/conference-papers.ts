import type { DraftKind } from '../paper-kind.ts';
import type { AwaitedStrand, ConferencePaper, ConferenceState } from './conference.ts';

type WithPapers = Pick<ConferenceState, 'papers' | 'round'>;

/** Of the round that the conference is in, and not dropped: on its way, or out. */
export const findLivePaper = (
  { papers, round }: WithPapers,
  kind: DraftKind,
): ConferencePaper | null =>
  papers.findLast(
    (paper) => paper.kind === kind && paper.round === round && paper.phase !== 'dropped',
  ) ?? null;

/** Papers of that kind that went out, oldest first; a later one replaced those before it. */
export const issuedPapers = (
  { papers }: Pick<WithPapers, 'papers'>,
  kind: DraftKind,
): readonly ConferencePaper[] => papers.filter((paper) => paper.kind === kind && paper.issuedOn);

/** Somebody was told to come, and must be told otherwise. */
export const wasAnnounced = ({ papers }: Pick<WithPapers, 'papers'>): boolean =>
  papers.some(
    ({ kind, issuedOn }) => (kind === 'invitation' || kind === 'summons') && issuedOn !== null,
  );

/** Whom nobody has written to in this round yet. */
export const missingCalls = (state: Pick<ConferenceState, 'papers' | 'round' | 'wants'>) =>
  state.wants.filter((kind) => findLivePaper(state, kind) === null);

export const isIssued = (state: WithPapers, kind: DraftKind): boolean =>
  findLivePaper(state, kind)?.phase === 'issued';

export const isStillAwaited = ({
  awaited,
  endedStrands,
}: Pick<ConferenceState, 'awaited' | 'endedStrands'>): boolean =>
  awaited.some(({ kind, id }) => !endedStrands.some(isStrand({ kind, id })));

const isStrand =
  (strand: AwaitedStrand) =>
  ({ kind, id }: AwaitedStrand): boolean =>
    kind === strand.kind && id === strand.id;
