import type { Indicator, Signer } from './plan.ts';
import type { LocalDate } from './local-date.ts';

/** A task that a unit takes on: one of the plan's (`planTaskId`), or one of its own. */
export interface RegisteredTask {
  /** Once in the registration. */
  readonly id: string;
  readonly planTaskId: string | null;
  /** Code of the domain of reform. */
  readonly domain: string;
  readonly title: string;
  readonly product: string;
  /** Who does it, as the unit writes it; null: the unit as a whole. */
  readonly performer: string | null;
  readonly note: string | null;
  readonly indicators: readonly Indicator[];
}

/** What a unit writes: the form of its registration and its commitment are made from this. */
export interface RegistrationContent {
  readonly year: number;
  readonly unitId: string;
  /** The head of the unit, who signs for it. */
  readonly headId: string;
  readonly tasks: readonly RegisteredTask[];
}

/** The number and date under which the plan was issued; null: registration on proposed tasks. */
export interface IssuedPlanRef {
  readonly number: number;
  readonly documentDate: LocalDate;
}

/** The notice that opens registration. */
export interface RegistrationOpeningContent {
  readonly year: number;
  readonly subject: string;
  readonly signer: Signer;
  readonly planVersion: number;
  readonly issuedPlan: IssuedPlanRef | null;
  readonly opensOn: LocalDate;
  /** The last day, 23:59:59 at +07:00. */
  readonly dueOn: LocalDate;
  readonly unitIds: readonly string[];
  /** What units are to mind; one paragraph each. */
  readonly requirements: readonly string[];
}

/** A task by what it is across units: the plan's id, or `unit/task` for a unit's own. */
export type TaskKey = string;

export interface RegistrationListEntry {
  readonly unitId: string;
  readonly round: number;
  readonly standing: 'registered' | 'declined' | 'missing';
  /** The accepted version; null where there is none. */
  readonly version: number | null;
  readonly isLate: boolean;
  /** The version id of the kind `reason` with which the unit declined. */
  readonly declineReasonId: string | null;
}

/** Several units with one task: one leads, the others take part. */
export interface SharedTask {
  readonly key: TaskKey;
  /** Units' own tasks that the coordinator said are this one. */
  readonly joinedKeys: readonly TaskKey[];
  readonly leadUnitId: string;
  readonly unitIds: readonly string[];
}

/** The list that the leader approves, and what the notice of its result says. */
export interface RegistrationListContent {
  readonly year: number;
  readonly subject: string;
  readonly signer: Signer;
  readonly planVersion: number;
  readonly issuedPlan: IssuedPlanRef | null;
  readonly entries: readonly RegistrationListEntry[];
  readonly sharedTasks: readonly SharedTask[];
}

export const taskKeyOf = (
  unitId: string,
  { id, planTaskId }: Pick<RegisteredTask, 'id' | 'planTaskId'>,
): TaskKey => planTaskId ?? `${unitId}/${id}`;

/** Ids under which the versions of a year's contents are kept. */
export const planContentId = (year: number): string => `plan-${String(year)}`;
export const registrationContentId = (year: number, unitId: string): string =>
  `registration-${String(year)}-${unitId}`;
export const openingContentId = (year: number): string => `registration-opening-${String(year)}`;
export const listContentId = (year: number): string => `registration-list-${String(year)}`;
