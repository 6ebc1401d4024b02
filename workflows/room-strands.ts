// The strands of the year's rooms: the approval and the way out of each draft, and what was opened.
import { startChild } from '@temporalio/workflow';
import { newsOfDraft, paperIdOfDraft, untoldDrafts, type Draft } from '../domain/draft.ts';
import type { ReformCycleState } from '../domain/reform-cycle.ts';
import type { OpenedStrand } from '../domain/year-strand.ts';
import { approval } from './approval.ts';
import { assignment } from './assignment.ts';
import { conference } from './conference.ts';
import {
  draftApprovalId,
  paperWorkflowId,
  yearStrandId,
  type ReformCycleInput,
} from './contract.ts';
import { dialogueQuestion } from './dialogue-question.ts';
import { documentIssue } from './document-issue.ts';
import { pledge } from './pledge.ts';
import { quarterlyCheck } from './quarterly-check.ts';
import { strandInput } from './strand-input.ts';
import { tellOwnerOfDraft, type StrandStarter } from './strand-starter.ts';
import { yearEndSummary } from './year-end-summary.ts';

export const startRoomStrands = async (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
): Promise<void> => {
  await Promise.all([
    ...state.drafts
      .filter(({ phase }) => phase === 'awaiting-approval')
      .map((draft) => startApproval(strands, input, state, draft)),
    ...state.drafts
      .filter(({ phase }) => phase === 'approved')
      .map((draft) => startPaper(strands, input, state, draft)),
    ...state.strands
      .filter(({ ended }) => ended === null)
      .map((opened) => startYearStrand(strands, input, state, opened)),
  ]);
};

const startApproval = (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  { draftId, submitted, by, at }: Draft,
): Promise<void> => {
  const { officeId, year } = input;
  return strands.start(draftApprovalId(officeId, year, draftId, submitted.version), (options) =>
    startChild(approval, {
      ...options,
      staticSummary: `approval of ${draftId}, version ${submitted.version}`,
      args: [
        {
          ...strandInput(input, state),
          subject: { kind: 'draft', year, draftId },
          submitted,
          submittedBy: by,
          requestedAt: at,
        },
      ],
    }),
  );
};

const startPaper = (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  draft: Draft,
): Promise<void> => {
  const paperId = paperIdOfDraft(draft);
  return strands.start(paperWorkflowId(input.officeId, input.year, paperId), (options) =>
    startChild(documentIssue, {
      ...options,
      staticSummary: `issue of paper ${paperId}`,
      args: [
        {
          ...strandInput(input, state),
          paperId,
          kind: draft.kind,
          contentVersion: draft.submitted.version,
          pins: draft.submitted.pins,
          signer: draft.submitted.signer,
          approvedAt: draft.approvedAt ?? draft.at,
          maySignInSystem: input.maySignInSystem,
        },
      ],
    }),
  );
};

const startYearStrand = (
  strands: StrandStarter,
  input: ReformCycleInput,
  state: ReformCycleState,
  { strand, by: openedBy, openedAt }: OpenedStrand,
): Promise<void> => {
  const id = yearStrandId(input.officeId, input.year, strand);
  const opened = { ...strandInput(input, state), openedBy, openedAt };
  switch (strand.kind) {
    case 'assignment':
      return strands.start(id, (options) =>
        startChild(assignment, {
          ...options,
          staticSummary: `work of ${strand.unitId} until ${strand.dueOn}`,
          args: [{ ...opened, strand }],
        }),
      );
    case 'pledge':
      return strands.start(id, (options) =>
        startChild(pledge, {
          ...options,
          staticSummary: `pledge of ${strand.requiredUnitIds.length} units`,
          args: [{ ...opened, strand }],
        }),
      );
    case 'conference':
      return strands.start(id, (options) =>
        startChild(conference, {
          ...options,
          staticSummary: `conference ${strand.id}`,
          args: [{ ...opened, strand }],
        }),
      );
    case 'summary':
      return strands.start(id, (options) =>
        startChild(yearEndSummary, {
          ...options,
          staticSummary: `summary of ${String(input.year)}`,
          args: [{ ...opened, strand }],
        }),
      );
    case 'question':
      return strands.start(id, (options) =>
        startChild(dialogueQuestion, {
          ...options,
          staticSummary: `question ${strand.id}`,
          args: [{ ...opened, strand }],
        }),
      );
    case 'check':
      return strands.start(id, (options) =>
        startChild(quarterlyCheck, {
          ...options,
          staticSummary: `check of ${strand.id}, planned for ${strand.plannedOn}`,
          args: [{ ...opened, strand }],
        }),
      );
  }
};

const ownersOf = ({ ownerId, otherOwnerIds = [] }: Draft): readonly string[] =>
  ownerId === null ? [] : [ownerId, ...otherOwnerIds];

/** Owners that have not heard yet how their drafts stand; answers which have now. */
export const tellOwnersOfDrafts = async (
  { drafts }: ReformCycleState,
  at: string,
): Promise<readonly Draft[]> => {
  const untold = untoldDrafts(drafts);
  await Promise.all(
    untold.flatMap((draft) =>
      ownersOf(draft).map((ownerId) => tellOwnerOfDraft(ownerId, newsOfDraft(draft), at)),
    ),
  );
  return untold;
};

/** Strands of the rooms that may still run. */
export const openRoomStrandIds = (
  input: ReformCycleInput,
  state: ReformCycleState,
): readonly string[] => {
  const { officeId, year } = input;
  return [
    ...state.drafts.flatMap((draft) => idsOfDraft(officeId, year, draft)),
    ...idsOfDroppedDrafts(input, state),
    ...openYearStrandIds(input, state),
  ];
};

export const openYearStrandIds = (
  { officeId, year }: ReformCycleInput,
  { strands }: ReformCycleState,
): readonly string[] =>
  strands
    .filter(({ ended }) => ended === null)
    .map(({ strand }) => yearStrandId(officeId, year, strand));

const idsOfDraft = (officeId: string, year: number, draft: Draft): readonly string[] => {
  const { draftId, phase, submitted } = draft;
  if (phase === 'awaiting-approval') {
    return [draftApprovalId(officeId, year, draftId, submitted.version)];
  }
  return phase === 'approved' || phase === 'issued'
    ? [paperWorkflowId(officeId, year, paperIdOfDraft(draft))]
    : [];
};

/** What still runs for a draft that is not wanted any more. */
export const idsOfDroppedDrafts = (
  { officeId, year }: ReformCycleInput,
  { drafts }: ReformCycleState,
): readonly string[] =>
  drafts
    .filter(({ phase, toldPhase }) => phase === 'dropped' && toldPhase !== 'dropped')
    .flatMap((draft) => [
      draftApprovalId(officeId, year, draft.draftId, draft.submitted.version),
      paperWorkflowId(officeId, year, paperIdOfDraft(draft)),
    ]);
