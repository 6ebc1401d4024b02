import type { PaperRow } from '../../../adapters/database/papers.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { RegistrationPeriod } from '../../../domain/registration-period.ts';
import type { IssuedPlanRef } from '../../../domain/registration.ts';
import type { WebContext } from '../../environment.ts';
import type { WaitingRow } from '../../waiters.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { readUnitLines, type UnitLine } from './period-units.ts';

export const pathOfPeriod = (year: number): string => `${pathOfCycle(year)}/registration`;
export const pathOfUnit = (year: number, unitId: string): string =>
  `${pathOfPeriod(year)}/units/${unitId}`;
export const pathOfList = (year: number, version: number): string =>
  `${pathOfPeriod(year)}/list/${String(version)}`;

/** Registration once it has been opened. */
export interface PeriodView {
  readonly cycle: RunningCycle;
  readonly period: RegistrationPeriod;
  readonly unitName: (unitId: string) => string;
  readonly units: readonly UnitLine[];
  /** Of this year. */
  readonly waiting: readonly WaitingRow[];
}

/** Names as they are on the cycle's day; a unit that is gone by then keeps its last one. */
export const readUnitNames = async (c: WebContext, { row, facts }: RunningCycle) => {
  const rows = await c.get('deps').acts.stores.offices.listUnits(row.office_id);
  const names = new Map([
    ...rows.map((unit) => [unit.unit_id, unit.name] as const),
    ...facts.units.map(({ id, name }) => [id, name] as const),
  ]);
  return (unitId: string): string => names.get(unitId) ?? unitId;
};

const readWaitingOfYear = async (c: WebContext, { row, year }: RunningCycle) => {
  const rows = await c.get('deps').acts.stores.cycles.listWaiting(row.office_id);
  return rows.filter((one) => one.year === year);
};

/** null: registration has not been opened. */
export const readPeriod = async (
  c: WebContext,
  cycle: RunningCycle,
): Promise<PeriodView | null> => {
  const period = cycle.state.registration;
  if (!period) return null;
  const [unitName, waiting] = await Promise.all([
    readUnitNames(c, cycle),
    readWaitingOfYear(c, cycle),
  ]);
  const units = await readUnitLines(c, cycle, period, { unit: unitName, waiting });
  return { cycle, period, unitName, units, waiting };
};

/** @throws DomainError out-of-time: for pages that make sense in a running period alone */
export const readOpenPeriod = async (c: WebContext): Promise<PeriodView> => {
  const view = await readPeriod(c, await readRunningCycle(c));
  if (view && view.cycle.state.cancelled === null) return view;
  throw new DomainError('out-of-time', 'registration has not been opened, or the cycle is over', {
    phase: 'not-open',
  });
};

/** Number and date of the plan's paper; null: units answer proposed tasks. */
export const readIssuedPlan = async (
  c: WebContext,
  { row, state: { plan } }: RunningCycle,
): Promise<IssuedPlanRef | null> => {
  if (plan.phase !== 'issued') return null;
  const paper = await c.get('deps').acts.stores.papers.find(row.office_id, plan.paperId);
  const { number = null, document_date: documentDate = null } = paper ?? {};
  return number === null || documentDate === null ? null : { number, documentDate };
};

export interface NoticeLine {
  readonly kind: 'registration-opening' | 'registration-result';
  readonly paperId: string;
  /** null for the moment until its strand shows. */
  readonly paper: PaperRow | null;
}

/** The notices of the period on their way to the units. */
export const readNotices = (c: WebContext, view: PeriodView): Promise<readonly NoticeLine[]> => {
  const { opening, result } = view.period;
  const { papers } = c.get('deps').acts.stores;
  return Promise.all(
    [opening, ...(result ? [result] : [])].map(async ({ kind, paperId }) => ({
      kind,
      paperId,
      paper: (await papers.find(view.cycle.row.office_id, paperId)) ?? null,
    })),
  );
};
