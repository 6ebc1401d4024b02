import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { decideApproval, type ApprovalState } from '../../../domain/approval.ts';
import type { Authority, Power } from '../../../domain/authority.ts';
import { momentOf } from '../../../domain/cycle-clock.ts';
import { DomainError } from '../../../domain/errors.ts';
import { instantOf, type Instant } from '../../../domain/local-date.ts';
import { sharedTasksOf } from '../../../domain/registration-period.ts';
import type { SharedTask } from '../../../domain/registration.ts';
import {
  decideUnitRegistration,
  type UnitRegistrationState,
} from '../../../domain/unit-registration.ts';
import { supplementApprovalId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import type { Difference } from '../../layout/diff-list.tsx';
import type { TypedFields } from '../../layout/typed-values.ts';
import { findAuthority } from '../../powers.ts';
import type { FormError } from '../../refusal.ts';
import { userOn } from '../../signed-in.ts';
import { namesOfPlan } from '../plan/plan-reading.ts';
import { registrationDifferences } from './unit-difference.ts';
import { readUnitHistory, submittedVersions, type UnitStep } from './unit-history.ts';
import {
  findLatestRegistration,
  findRegistration,
  isWritable,
  readInForce,
  type RegistrationVersion,
  type UnitInCycle,
} from './unit-reading.ts';

/** What was typed into a form of the unit's page and refused. */
export interface RefusedUnit {
  readonly form: string;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly status: ContentfulStatusCode;
  /** What somebody else changed while the page was open; null: nothing. */
  readonly differences: readonly Difference[] | null;
}

/** What the reader may decide on a registration that waits. */
export type Judging = 'accept' | 'consent' | 'supplement' | 'own' | null;

/** A unit's page: where it stands, what is read, and what this reader may do. */
export interface UnitView extends UnitInCycle {
  /** Now, or where the clock of a year that is being entered stands. */
  readonly moment: Instant;
  readonly latest: RegistrationVersion | null;
  /** What the page shows: what was submitted or accepted, else the newest; null: nothing written. */
  readonly shown: RegistrationVersion | null;
  /** The version that was submitted before the one shown, with what changed since. */
  readonly earlier: {
    readonly version: number;
    readonly differences: readonly Difference[];
  } | null;
  readonly steps: readonly UnitStep[];
  readonly reasons: {
    readonly returned: string | null;
    readonly declined: string | null;
    readonly late: string | null;
  };
  readonly sharedTasks: readonly SharedTask[];
  /** The leader's approval of what came after the list; null: none is asked for. */
  readonly supplement: ApprovalState | null;
  readonly isWriting: boolean;
  readonly judging: Judging;
  readonly mayGiveBack: boolean;
}

const isAllowed = (decide: () => void): boolean | 'own' => {
  try {
    decide();
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'own-submission' ? 'own' : false;
  }
};

interface Judge {
  readonly state: UnitRegistrationState;
  readonly now: Instant;
  readonly by: Authority;
}

const asked = (by: Authority) => ({ actId: '', by, occurredAt: null });

const mayGiveBack = ({ state, now, by }: Judge): boolean =>
  isAllowed(() => {
    const version = state.submitted?.version ?? null;
    const command = {
      type: 'giveBack',
      version,
      declineReasonId: null,
      reasonId: '',
      resubmitOn: null,
    } as const;
    decideUnitRegistration(state, { ...asked(by), ...command }, now);
  }) === true;

// Asked of the rules themselves, so that a page never offers what they refuse.
const judgingOf = ({ state, now, by }: Judge): Judging => {
  const { submitted, declined } = state;
  const answer = isAllowed(() => {
    if (submitted) {
      const { version, sha256 } = submitted;
      decideUnitRegistration(state, { ...asked(by), type: 'accept', version, sha256 }, now);
    } else {
      const reasonId = declined?.reasonId ?? '';
      decideUnitRegistration(state, { ...asked(by), type: 'consent', reasonId }, now);
    }
  });
  if (answer !== true) return answer === 'own' ? 'own' : null;
  return submitted ? 'accept' : 'consent';
};

const judgingOfSupplement = (approval: ApprovalState | null, { by, now }: Judge): Judging => {
  if (!approval || approval.decision) return null;
  const { version, boundHash } = approval;
  const answer = isAllowed(() => {
    decideApproval(approval, { ...asked(by), type: 'approve', version, boundHash }, now);
  });
  if (answer === 'own') return 'own';
  return answer ? 'supplement' : null;
};

const powerFor = ({ state }: UnitInCycle): Power =>
  state?.phase === 'submitted' && !state.isCoordinators
    ? 'reviewRegistration'
    : 'decideRegistration';

const readEarlier = async (
  c: WebContext,
  unit: UnitInCycle,
  shown: RegistrationVersion | null,
  steps: readonly UnitStep[],
): Promise<UnitView['earlier']> => {
  if (!shown) return null;
  const version = submittedVersions(steps).findLast((one) => one < shown.row.version);
  const found =
    version === undefined ? null : await findRegistration(c, unit.cycle.year, unit.unitId, version);
  if (!found) return null;
  const names = namesOfPlan(unit.cycle);
  return {
    version: found.row.version,
    differences: registrationDifferences(found.content, shown.content, names, c.get('t')),
  };
};

export const readSupplement = async (
  c: WebContext,
  { cycle, unitId, unit }: UnitInCycle,
): Promise<ApprovalState | null> => {
  if (unit?.standing !== 'supplement') return null;
  const { officeId } = userOn(c);
  const id = supplementApprovalId(officeId, cycle.year, unitId, unit.round);
  return (await c.get('deps').acts.stores.strands.find(officeId, id, 'approval'))?.state ?? null;
};

const readReasons = async (
  c: WebContext,
  state: UnitRegistrationState | null,
): Promise<UnitView['reasons']> => {
  const { paperSources } = c.get('deps').acts.stores;
  const read = (id: string | null | undefined) =>
    id ? paperSources.readReason(userOn(c).officeId, id) : Promise.resolve(null);
  const [returned, declined, late] = await Promise.all([
    read(state?.returned?.reasonId),
    read(state?.declined?.reasonId),
    read(state?.lateReasonId),
  ]);
  return { returned, declined, late };
};

const judgeOf = (
  { cycle, state }: UnitInCycle,
  now: Instant,
  by: Authority | null,
): Judge | null =>
  cycle.state.cancelled === null && state !== null && by !== null ? { state, now, by } : null;

export const readUnitView = async (c: WebContext, unit: UnitInCycle): Promise<UnitView> => {
  const { cycle, state, period } = unit;
  const now = instantOf(c.get('deps').acts.wallClock().getTime());
  const [latest, shown, steps, reasons, supplement, by] = await Promise.all([
    findLatestRegistration(c, cycle.year, unit.unitId),
    readInForce(c, unit),
    readUnitHistory(c, cycle.year, unit.unitId),
    readReasons(c, state),
    readSupplement(c, unit),
    findAuthority(c, powerFor(unit), cycle.day),
  ]);
  const judge = judgeOf(unit, now, by);
  return {
    ...unit,
    moment: momentOf(cycle.state.clock, null, now),
    latest,
    shown,
    earlier: await readEarlier(c, unit, shown, steps),
    steps,
    reasons,
    sharedTasks: period ? sharedTasksOf(period) : [],
    supplement,
    isWriting: unit.mayWrite && isWritable(unit),
    judging: judge && (judgingOf(judge) ?? judgingOfSupplement(supplement, judge)),
    mayGiveBack: judge !== null && mayGiveBack(judge),
  };
};

/** False in the moment after an act, while what it leads to has not reached the read model. */
export const isInStep = (
  { state, unit }: UnitInCycle,
  supplement: ApprovalState | null,
): boolean => {
  if (!unit) return true;
  if (!state) return false;
  const isSettled = state.phase === 'accepted' || state.phase === 'declined';
  if (isSettled && unit.standing === 'open') return false;
  return !(unit.standing === 'supplement' && supplement?.decision);
};
