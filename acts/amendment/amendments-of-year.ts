import type { PlanAmendmentContent } from '../../domain/amendment/plan-amendment.ts';
import { paperIdOfDraft } from '../../domain/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { tasksInForce } from '../../domain/plan-in-force.ts';
import type { PlanContent, PlanTask } from '../../domain/plan.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import { planContentId } from '../../domain/registration.ts';
import { cycleId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';
import { planContentSchema } from '../plan-content-schema.ts';

type Deps = Pick<ActDependencies, 'stores'>;
interface InYear {
  readonly officeId: string;
  readonly year: number | null;
}

/** An amendment whose paper is out, as its paper says it. */
export interface IssuedAmendment {
  readonly draftId: string;
  readonly paperId: string;
  readonly issuedOn: LocalDate;
  readonly number: number | null;
  readonly content: PlanAmendmentContent;
}

const readState = async ({ stores }: Deps, { officeId, year }: InYear) => {
  const id = cycleId(officeId, year ?? 0);
  const strand = await stores.strands.find(officeId, id, 'reformCycle');
  if (strand) return strand.state;
  throw new DomainError('cycle-unknown', 'there is no such cycle', { officeId, year });
};

const readContent = async (
  { stores }: Deps,
  officeId: string,
  draftId: string,
  version: number,
): Promise<PlanAmendmentContent> => {
  const row = await stores.versions.find(officeId, 'draft', draftId, version);
  if (!row) throw new Error(`version ${String(version)} of ${draftId} is missing`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by submit-amendment from a checked content
  return JSON.parse(row.text) as PlanAmendmentContent;
};

const inOrderOfIssue = (left: IssuedAmendment, right: IssuedAmendment): number =>
  left.issuedOn === right.issuedOn
    ? (left.number ?? 0) - (right.number ?? 0)
    : left.issuedOn < right.issuedOn
      ? -1
      : 1;

const amendmentsIn = async (
  deps: Deps,
  officeId: string,
  { drafts }: ReformCycleState,
): Promise<readonly IssuedAmendment[]> => {
  const read = drafts
    .filter(({ kind, phase }) => kind === 'plan-amendment' && phase === 'issued')
    .flatMap((draft) => (draft.issued ? [{ draft, issued: draft.issued }] : []))
    .map(async ({ draft, issued }) => ({
      draftId: draft.draftId,
      paperId: paperIdOfDraft(draft),
      issuedOn: issued.on,
      number: issued.number,
      content: await readContent(deps, officeId, draft.draftId, draft.submitted.version),
    }));
  return (await Promise.all(read)).toSorted(inOrderOfIssue);
};

/** The issued amendments of the year's plan, in the order of their papers. */
export const readAmendments = async (
  deps: Deps,
  call: InYear,
): Promise<readonly IssuedAmendment[]> =>
  amendmentsIn(deps, call.officeId, await readState(deps, call));

const readPlanOf = async (
  { stores }: Deps,
  officeId: string,
  { year, plan }: ReformCycleState,
): Promise<{ readonly plan: PlanContent; readonly version: number }> => {
  const isApproved = plan.phase === 'approved' || plan.phase === 'issued';
  const row = isApproved
    ? await stores.versions.find(officeId, 'plan', planContentId(year), plan.submitted.version)
    : await stores.versions.latest(officeId, 'plan', planContentId(year));
  if (!row) throw new DomainError('cycle-unknown', 'that year has no plan', { year });
  return { plan: planContentSchema.parse(JSON.parse(row.text)), version: row.version };
};

/**
 * The plan that the office works by, or the latest draft of one that is not approved, with the issued
 * amendments; `tasks` as they are in force on the day.
 */
export const readPlanInForce = async (deps: Deps, call: InYear, on: LocalDate) => {
  const state = await readState(deps, call);
  const [{ plan, version }, amendments] = await Promise.all([
    readPlanOf(deps, call.officeId, state),
    amendmentsIn(deps, call.officeId, state),
  ]);
  const contents = amendments.map(({ content }) => content);
  return { plan, version, amendments, tasks: tasksInForce(plan.tasks, contents, on) };
};

/** The plan's tasks as they are in force on the day: what a check of that day grades by. */
export const readTasksInForce = async (
  deps: Deps,
  call: InYear,
  on: LocalDate,
): Promise<readonly PlanTask[]> => (await readPlanInForce(deps, call, on)).tasks;
