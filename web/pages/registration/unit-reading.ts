import { registrationContentSchema } from '../../../acts/registration-content-schema.ts';
import type { VersionRow } from '../../../adapters/database/versions.ts';
import { DomainError } from '../../../domain/errors.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import { headOfUnit, type OfficeFacts, type Person } from '../../../domain/office.ts';
import type { PlanContent } from '../../../domain/plan.ts';
import type { RegisteredUnit, RegistrationPeriod } from '../../../domain/registration-period.ts';
import { registrationContentId, type RegistrationContent } from '../../../domain/registration.ts';
import type { UnitRegistrationState } from '../../../domain/unit-registration.ts';
import { registrationId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { findPlan, readLatestPlan } from '../plan/plan-reading.ts';

export interface RegistrationVersion {
  readonly row: VersionRow;
  readonly content: RegistrationContent;
}

/** One unit in the registration of a year, and what the reader is to it. */
export interface UnitInCycle {
  readonly cycle: RunningCycle;
  readonly unitId: string;
  readonly name: string;
  /** null: nobody heads it on that day. */
  readonly head: Person | null;
  /** null: registration has not been opened. */
  readonly period: RegistrationPeriod | null;
  /** null: it does not register in this cycle. */
  readonly unit: RegisteredUnit | null;
  /** Of its round; null while the round is being opened. */
  readonly state: UnitRegistrationState | null;
  /** The plan that units answer. */
  readonly plan: PlanContent;
  readonly mayWrite: boolean;
  /** Coordinator or clerk, who enter what the head signed on paper. */
  readonly isFromPaper: boolean;
}

export const pathOfRegistration = (year: number): string => `${pathOfCycle(year)}/registration`;
export const pathOfUnit = ({ cycle, unitId }: Pick<UnitInCycle, 'cycle' | 'unitId'>): string =>
  `${pathOfRegistration(cycle.year)}/units/${unitId}`;

const versionIn = (row: VersionRow | undefined): RegistrationVersion | null =>
  row ? { row, content: registrationContentSchema.parse(JSON.parse(row.text)) } : null;

export const findLatestRegistration = async (
  c: WebContext,
  year: number,
  unitId: string,
): Promise<RegistrationVersion | null> => {
  const { versions } = c.get('deps').acts.stores;
  const id = registrationContentId(year, unitId);
  return versionIn(await versions.latest(userOn(c).officeId, 'registration', id));
};

export const findRegistration = async (
  c: WebContext,
  year: number,
  unitId: string,
  version: number,
): Promise<RegistrationVersion | null> => {
  const { versions } = c.get('deps').acts.stores;
  const id = registrationContentId(year, unitId);
  return versionIn(await versions.find(userOn(c).officeId, 'registration', id, version));
};

const readPlan = async (
  c: WebContext,
  { year, state }: Pick<RunningCycle, 'year' | 'state'>,
): Promise<PlanContent> => {
  const version = state.registration?.planVersion;
  const inForce = version === undefined ? null : await findPlan(c, year, version);
  return (inForce ?? (await readLatestPlan(c, year))).plan;
};

// A unit that is no more is called as on the day on which it began to register.
const nameOfUnit = async (
  c: WebContext,
  facts: OfficeFacts,
  unitId: string,
  unit: RegisteredUnit | null,
): Promise<string | null> => {
  const named = (one: OfficeFacts) => one.units.find(({ id }) => id === unitId)?.name ?? null;
  if (named(facts) !== null || !unit) return named(facts);
  const { stores } = c.get('deps').acts;
  return named(await stores.factsOn(facts.officeId, localDateOf(unit.openedAt))) ?? unitId;
};

const writerIn = (c: WebContext, facts: OfficeFacts, head: Person | null) => {
  const me = userOn(c).person.person_id;
  const roles = facts.people.find(({ id }) => id === me)?.roles ?? [];
  const isHead = head?.id === me;
  const isHelper = roles.some((role) => role === 'cycleCoordinator' || role === 'clerk');
  return { mayWrite: isHead || isHelper, isFromPaper: isHelper && !isHead };
};

/** null: the office has no unit of that key. */
export const readUnitOf = async (
  c: WebContext,
  cycle: RunningCycle,
  unitId: string,
): Promise<UnitInCycle | null> => {
  const { facts, state, year } = cycle;
  const period = state.registration;
  const unit = period?.units.find((one) => one.unitId === unitId) ?? null;
  const name = await nameOfUnit(c, facts, unitId, unit);
  if (name === null) return null;
  const { strands } = c.get('deps').acts.stores;
  const { officeId } = userOn(c);
  const strand =
    unit &&
    (await strands.find(
      officeId,
      registrationId(officeId, year, unitId, unit.round),
      'unitRegistration',
    ));
  const head = headOfUnit(facts, unitId);
  return {
    cycle,
    unitId,
    name,
    head,
    period,
    unit,
    state: strand?.state ?? null,
    plan: await readPlan(c, cycle),
    ...writerIn(c, facts, head),
  };
};

/** The unit that the address names. */
export const readUnit = async (c: WebContext): Promise<UnitInCycle | null> =>
  readUnitOf(c, await readRunningCycle(c), c.req.param('unitId') ?? '');

const versionInForce = ({ unit, state }: UnitInCycle): number | null =>
  unit?.accepted?.version ?? state?.submitted?.version ?? null;

/** It has said that it registers nothing. */
export const isDeclined = ({ state }: Pick<UnitInCycle, 'state'>): boolean =>
  state?.phase === 'declining' || state?.phase === 'declined';

/** What was submitted or accepted, else the newest; null: nothing written, or nothing to register. */
export const readInForce = async (
  c: WebContext,
  unit: UnitInCycle,
): Promise<RegistrationVersion | null> => {
  if (isDeclined(unit)) return null;
  const { cycle, unitId } = unit;
  const version = versionInForce(unit);
  return version === null
    ? findLatestRegistration(c, cycle.year, unitId)
    : findRegistration(c, cycle.year, unitId, version);
};

/** Can be written: the round is open or came back, and somebody heads the unit. */
export const isWritable = ({ cycle, state, head }: UnitInCycle): boolean =>
  head !== null &&
  cycle.state.cancelled === null &&
  (state?.phase === 'open' || state?.phase === 'returned');

/** @throws DomainError no-power, out-of-time: for pages that make sense to the unit's writer alone */
export const checkMayWrite = (unit: UnitInCycle): void => {
  if (!unit.mayWrite) {
    throw new DomainError('no-power', "a unit's registration is written by its head", {});
  }
  if (isWritable(unit)) return;
  const { event = null, at = null, personId = null } = unit.state?.last ?? {};
  throw new DomainError('out-of-time', 'a registration is written while its round is open', {
    lastEvent: event,
    lastAt: at,
    lastBy: personId,
  });
};
