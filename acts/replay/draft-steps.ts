import { draftIdOf, draftPaperId } from '../../domain/draft.ts';
import { isBefore, type Instant } from '../../domain/local-date.ts';
import type { DraftKind } from '../../domain/paper-kind.ts';
import { WAY_OF_PAPER } from '../../domain/paper-way.ts';
import { draftApprovalId } from '../../workflows/contract.ts';
import {
  approvalOfPaper,
  assumedApproval,
  assumedSubmission,
  decideSteps,
} from './decision-steps.ts';
import { issueSteps } from './issue-steps.ts';
import { onceStrand, type PlannedRoom, type ReadyActs, type ReplayStep } from './replay-step.ts';
import { laterOf, morningOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

/** A paper that a room sends out, from its draft on. */
interface DraftedPaper {
  readonly paper: FilePaper;
  readonly kind: DraftKind;
  /** One within kind and year, as the room's act makes it. */
  readonly about: string;
  /** Ids of what it is about, by which the file's approvals may name it. */
  readonly subjects: readonly string[];
  /** The act that submits it, with its data. */
  readonly act: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** When it can be submitted at the earliest. */
  readonly from: Instant | null;
  readonly ready: ReadyActs;
}

/**
 * Submitted by the coordinator, approved where its kind needs that, and issued, all on the paper's day
 * unless the file has an approval of another.
 */
export const draftSteps = (year: YearToEnter, drafted: DraftedPaper): PlannedRoom => {
  const { paper, kind, about, act, data, ready } = drafted;
  const { id, issuedOn } = paper.document;
  const draftId = draftIdOf(kind, year.year, about);
  const earliest = laterOf(drafted.from ?? morningOf(issuedOn), morningOf(issuedOn));
  const said = approvalOfPaper(year, id, drafted.subjects);
  const silent = assumedApproval(year, paper, earliest);
  const decision = said ?? silent.decision;
  // What was approved on another day than its paper bears was submitted then.
  const at = said && isBefore(said.at, earliest) ? said.at : earliest;
  const submit: ReplayStep = {
    id: `${id}-submit`,
    at,
    personId: year.coordinatorOn(at.slice(0, 10)),
    act,
    data,
    place: paper.place,
    ready,
  };
  const { isApproved } = WAY_OF_PAPER[kind];
  const approved = isApproved
    ? decideSteps(year, decision, {
        id: `${id}-approve`,
        act: 'approve-draft',
        data: { draftId, version: 1 },
        ready: onceStrand(
          draftApprovalId(year.officeId, year.year, draftId, 1),
          'approval',
          ({ boundHash }) => ({ boundHash }),
        ),
      })
    : { steps: [], assumed: [] };
  const issued = issueSteps(year, {
    paper,
    kind,
    paperId: draftPaperId(draftId, 1),
    from: isApproved ? laterOf(at, decision.at) : at,
  });
  return {
    steps: [submit, ...approved.steps, ...issued.steps],
    assumed: [
      assumedSubmission(paper.place, submit.personId, at),
      ...(isApproved && !said ? silent.assumed : []),
      ...approved.assumed,
      ...issued.assumed,
    ],
    papers: issued.papers,
  };
};
