import { gradedResults, readConfirmedFigures } from '../../../acts/check/confirmed-figures.ts';
import { readTasksAndUnits, type TaskInForce } from '../../../acts/check/plan-in-force.ts';
import { readResults } from '../../../acts/check/quarter-report-content.ts';
import type { CheckResult } from '../../../domain/check/check-content.ts';
import type { QuarterlyCheckState } from '../../../domain/check/quarterly-check.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { QUARTERS, type Quarter } from '../../../domain/plan.ts';
import { checkWords } from '../../../locale/check-papers.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { readUnitNames } from '../registration/period-reading.ts';

export const pathOfChecks = (year: number): string => `${pathOfCycle(year)}/checks`;
export const pathOfCheck = (year: number, quarter: Quarter): string =>
  `${pathOfChecks(year)}/${quarter}`;

export const romanOf = (quarter: Quarter): string => checkWords.quarters[quarter];

export const quarterOn = (c: WebContext): Quarter => {
  const given = c.req.param('quarter');
  const quarter = QUARTERS.find((one) => one === given);
  if (quarter) return quarter;
  throw new DomainError('unknown-reference', 'no such quarter', { given: given ?? '' });
};

export const plannedOn = ({ state }: RunningCycle, quarter: Quarter): LocalDate | null =>
  state.schedule.find(({ step }) => step === `check-${quarter}`)?.dueOn ?? null;

/** null: the check has not been opened. */
export const findCheck = async (
  c: WebContext,
  { row, year }: RunningCycle,
  quarter: Quarter,
): Promise<QuarterlyCheckState | null> => {
  const id = yearStrandId(row.office_id, year, { kind: 'check', id: quarter });
  const strand = await c.get('deps').acts.stores.strands.find(row.office_id, id, 'check');
  return strand?.state ?? null;
};

/** The checks of the year that have been opened. */
export const readChecks = async (
  c: WebContext,
  cycle: RunningCycle,
): Promise<readonly QuarterlyCheckState[]> => {
  const checks = await Promise.all(QUARTERS.map((quarter) => findCheck(c, cycle, quarter)));
  return checks.filter((check) => check !== null);
};

/** A check with the tasks that it is of. */
export interface CheckView {
  readonly cycle: RunningCycle;
  readonly quarter: Quarter;
  readonly check: QuarterlyCheckState;
  readonly tasks: readonly TaskInForce[];
  readonly unitName: (unitId: string) => string;
}

/** null: the check has not been opened. */
export const readCheckView = async (c: WebContext): Promise<CheckView | null> => {
  const cycle = await readRunningCycle(c);
  const quarter = quarterOn(c);
  const check = await findCheck(c, cycle, quarter);
  if (!check) return null;
  const on = check.held?.checkedOn ?? cycle.day;
  const of = { officeId: cycle.row.office_id, year: cycle.year };
  const [tasks, unitName] = await Promise.all([
    readTasksAndUnits(c.get('deps').acts, of, cycle.state, { planVersion: check.planVersion, on }),
    readUnitNames(c, cycle),
  ]);
  return { cycle, quarter, check, tasks, unitName };
};

/** @throws DomainError out-of-time: for pages of an open check alone */
export const requireCheckView = async (c: WebContext): Promise<CheckView> => {
  const view = await readCheckView(c);
  if (view) return view;
  throw new DomainError('out-of-time', 'the check has not been opened', { phase: 'not-open' });
};

/** As they were frozen, or by what was confirmed so far. */
export const readGraded = async (
  c: WebContext,
  { cycle, quarter, check, tasks }: CheckView,
): Promise<readonly CheckResult[]> => {
  const { acts } = c.get('deps');
  const of = { officeId: cycle.row.office_id, year: cycle.year, quarter };
  if (check.held) return (await readResults(acts, of, check.held.version)).results;
  const confirmed = await readConfirmedFigures(acts.stores, of.officeId, check);
  return gradedResults(tasks, check, confirmed);
};
