import type { CitedPaper } from '../../domain/conference/conference-draft.ts';
import type { ConferencePaper, ConferenceState } from '../../domain/conference/conference.ts';
import type { DraftKind } from '../../domain/paper-kind.ts';
import { draftIdOf, draftIdOfPaper, findDraft, type Draft } from '../../domain/draft.ts';
import type { DraftContent } from '../../domain/paper-source.ts';
import { NO_ADDRESSEES, type Addressees } from '../../domain/recipients.ts';
import { KIND_NAMES, numberAndSymbol } from '../../locale/paper-names.ts';
import type { ActDependencies, CheckedCall } from '../act.ts';
import type { FoundConference } from './on-conference.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const isOver = ({ phase }: Draft): boolean => phase === 'issued' || phase === 'dropped';

/**
 * What a paper of that kind is about: the conference, and where an earlier one went out or was dropped,
 * the next of its kind. One that is still in the making is submitted anew under its own name.
 */
export const aboutOf = (
  drafts: readonly Draft[],
  kind: DraftKind,
  { workflowId, state: { year, conferenceId } }: FoundConference,
): string => {
  for (let order = 1; ; order += 1) {
    const about = order === 1 ? conferenceId : `${conferenceId}-${String(order)}`;
    const draft = findDraft(drafts, draftIdOf(kind, year, about));
    if (!draft || (draft.ownerId === workflowId && !isOver(draft))) return about;
  }
};

/** Drafts of that conference that are neither out nor dropped. */
export const openDrafts = (
  drafts: readonly Draft[],
  { workflowId }: FoundConference,
  kinds: readonly DraftKind[],
): readonly string[] =>
  drafts
    .filter((draft) => draft.ownerId === workflowId && kinds.includes(draft.kind) && !isOver(draft))
    .map(({ draftId }) => draftId);

/** How another paper cites one that went out; null where it has no number to be cited by. */
export const citePaper = async (
  deps: ActDependencies,
  call: Call,
  { paperId }: Pick<ConferencePaper, 'paperId'>,
): Promise<CitedPaper | null> => {
  const paper = await deps.stores.papers.find(call.officeId, paperId);
  const number = paper && numberAndSymbol(paper);
  if (!paper || paper.document_date === null || !number) return null;
  return {
    paperId,
    kind: KIND_NAMES[paper.kind],
    numberAndSymbol: number,
    date: paper.document_date,
  };
};

/** Whom a paper that went out was meant for. */
export const addresseesOfPaper = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  { paperId, version }: Pick<ConferencePaper, 'paperId' | 'version'>,
): Promise<Addressees> => {
  const row = await stores.versions.find(officeId, 'draft', draftIdOfPaper(paperId), version);
  if (!row) return NO_ADDRESSEES;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/drafts/submit-draft.ts
  return (JSON.parse(row.text) as DraftContent).addressees;
};

const once = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** Everybody whom one of the lists names, once. */
export const joinAddressees = (lists: readonly Addressees[]): Addressees => ({
  superiorIds: once(lists.flatMap(({ superiorIds }) => superiorIds)),
  unitIds: once(lists.flatMap(({ unitIds }) => unitIds)),
  guests: lists
    .flatMap(({ guests }) => guests)
    .filter((guest, index, all) => all.findIndex(({ key }) => key === guest.key) === index),
});

/** The calendar entry counts up each time the conference is put off, and once more when it is called off. */
export const sequenceOf = ({ round, phase }: ConferenceState): number =>
  phase === 'cancelled' ? round : round - 1;
