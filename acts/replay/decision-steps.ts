import { localDateOf, type Instant, type LocalDate } from '../../domain/local-date.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import type { Assumption } from '../year-file/papers-of-year-file.ts';
import type { YearFile } from '../year-file/year-file.ts';
import { atOnce, type ReplayStep } from './replay-step.ts';
import { laterOf, morningOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

/** One decision on a plan or a list, in its turn; `place` null: the file does not have it. */
export interface Decision {
  readonly decision: 'APPROVED' | 'RETURNED';
  readonly byId: string;
  readonly at: Instant;
  readonly reason: string | null;
  readonly place: string;
}

type Approval = NonNullable<YearFile['approvals']>[number];

const placed = (file: YearFile): readonly (readonly [Approval, string])[] =>
  (file.approvals ?? []).map((approval, index) => [approval, `/approvals/${String(index)}`]);

const decisionOf = ([approval, place]: readonly [Approval, string]): Decision => ({
  decision: approval.decision,
  byId: approval.byId,
  at: approval.at,
  reason: approval.reason ?? null,
  place,
});

const byTime = (left: Decision, right: Decision): number => left.at.localeCompare(right.at);

const isOfPlan = ({ plan }: YearFile, { subject, documentId }: Approval): boolean =>
  (subject === plan.id || subject.startsWith('PLAN')) &&
  (documentId === undefined || documentId === plan.documentId);

const untilApproved = (decisions: readonly Decision[]): readonly Decision[] => {
  const first = decisions.findIndex(({ decision }) => decision === 'APPROVED');
  return first === -1 ? decisions : decisions.slice(0, first + 1);
};

/** As often as the plan was returned, and its approval. */
export const decisionsOnPlan = ({ file }: YearToEnter): readonly Decision[] =>
  untilApproved(
    placed(file)
      .filter(([approval]) => isOfPlan(file, approval))
      .map(decisionOf)
      .toSorted(byTime),
  );

/** Of the list as a whole; what is about one unit's registration is told apart. */
export const decisionsOnList = ({ file }: YearToEnter): readonly Decision[] =>
  untilApproved(
    placed(file)
      .filter(([{ subject }]) => subject.startsWith('REGISTRATION'))
      .map(decisionOf)
      .toSorted(byTime),
  );

export const decisionsOnRegistration = (
  { file }: YearToEnter,
  registrationId: string,
): readonly Decision[] =>
  placed(file)
    .filter(([{ subject }]) => subject === registrationId)
    .map(decisionOf)
    .toSorted(byTime);

/** The approval that the file has of a paper: by the paper's id, or by that of what the paper is about. */
export const approvalOfPaper = (
  { file }: YearToEnter,
  documentId: string,
  subjects: readonly string[],
): Decision | null => {
  const found = placed(file).find(
    ([approval]) =>
      approval.decision === 'APPROVED' &&
      (approval.documentId === documentId || subjects.includes(approval.subject)),
  );
  return found ? decisionOf(found) : null;
};

/** Where the file is silent: approved by whoever signed the paper, on its day. */
export const assumedApproval = (
  year: YearToEnter,
  paper: FilePaper,
  from: Instant | null = null,
): { readonly decision: Decision; readonly assumed: readonly Assumption[] } => {
  const { issuedOn, signerId } = paper.document;
  const mayDecide = signerId !== null && year.isLeaderOn(signerId, issuedOn);
  const byId = mayDecide ? signerId : year.leaderOn(issuedOn);
  const at = laterOf(morningOf(issuedOn), from ?? morningOf(issuedOn));
  return {
    decision: { decision: 'APPROVED', byId, at, reason: null, place: paper.place },
    assumed: [
      {
        path: paper.place,
        assumed: `approved by ${byId} on ${localDateOf(at)}`,
        because: mayDecide
          ? 'the file has no approval of it, so its signer approved it on its day'
          : 'the file has no approval of it, and its signer may not approve on that day, but the head may',
      },
    ],
  };
};

export const assumedSubmission = (place: string, personId: string, at: Instant): Assumption => ({
  path: place,
  assumed: `submitted by ${personId} on ${localDateOf(at)}`,
  because:
    'the file does not say who submitted it, so the coordinator did on the day of the decision',
});

/** The head lets somebody act in the head's stead on that day. */
export const delegateStep = (
  year: YearToEnter,
  { id, at, toPersonId, day }: { id: string; at: Instant; toPersonId: string; day: LocalDate },
): ReplayStep => ({
  id: `${id}-delegate`,
  at,
  personId: year.leaderOn(localDateOf(at)),
  act: 'delegate',
  data: {
    toPersonId,
    capacity: 'TUQ.',
    validFrom: day,
    validTo: day,
    basis: REPLAY_WORDS.delegationBasis,
  },
  place: '/conference/chairId',
  ready: atOnce,
});

/** The decision as the act of whoever made it; who is not the head decides by the head's delegation. */
export const decideSteps = (
  year: YearToEnter,
  decision: Decision,
  step: Pick<ReplayStep, 'id' | 'act' | 'data' | 'ready'>,
): { readonly steps: readonly ReplayStep[]; readonly assumed: readonly Assumption[] } => {
  const { byId, at, place } = decision;
  const day = localDateOf(at);
  const decide: ReplayStep = { ...step, at, personId: byId, place };
  if (year.isLeaderOn(byId, day)) return { steps: [decide], assumed: [] };
  const leaderId = year.leaderOn(day);
  const delegate = { ...delegateStep(year, { id: step.id, at, toPersonId: byId, day }), place };
  return {
    steps: [delegate, decide],
    assumed: [
      {
        path: `${place}/byId`,
        assumed: `${leaderId} delegated the decision to ${byId} for ${day}`,
        because: 'only the head decides, or whom the head has let decide',
      },
    ],
  };
};

export const reasonOf = ({ reason }: Decision): string => reason ?? REPLAY_WORDS.noReason;
