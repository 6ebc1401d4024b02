import type { Authority } from '../authority.ts';
import { dataPeriodOf, type DataPeriod } from '../check-day.ts';
import { DomainError } from '../errors.ts';
import { addDays, isBefore, type Instant, type LocalDate } from '../local-date.ts';
import { QUARTERS, type Quarter } from '../plan.ts';
import type { ReformCycleState } from '../reform-cycle.ts';
import { findStrand, type CheckStrand } from '../year-strand.ts';

/** So many days before the planned day the units are asked for their figures. */
const LEAD_DAYS = 14;
/** A planned day that lies so much before the usual end of the period is the office's own end. */
const OWN_END_DAYS = 7;

/**
 * The period of a check that is planned for that day: the usual one, but an office that closes its books
 * earlier (a year may be summed up in September) ends it on the planned day.
 */
export const dataPeriodFor = (year: number, quarter: Quarter, plannedOn: LocalDate): DataPeriod => {
  const usual = dataPeriodOf(year, quarter);
  const to = plannedOn <= addDays(usual.to, -OWN_END_DAYS) ? plannedOn : usual.to;
  return { from: usual.from < to ? usual.from : dataPeriodOf(year, 'Q1').from, to };
};

const plannedDayOf = ({ schedule }: ReformCycleState, quarter: Quarter): LocalDate | null =>
  schedule.find(({ step }) => step === `check-${quarter}`)?.dueOn ?? null;

/**
 * What the check of that quarter is opened with.
 * @throws DomainError not-ready while the plan is not approved or gives the check no day
 */
export const checkStrandOf = (state: ReformCycleState, quarter: Quarter): CheckStrand => {
  const { plan, year } = state;
  const plannedOn = plannedDayOf(state, quarter);
  if (plannedOn === null || (plan.phase !== 'approved' && plan.phase !== 'issued')) {
    throw new DomainError('not-ready', 'a check is of an approved plan', { phase: plan.phase });
  }
  return {
    kind: 'check',
    id: quarter,
    plannedOn,
    dataPeriod: dataPeriodFor(year, quarter, plannedOn),
    planVersion: plan.submitted.version,
  };
};

/** The day on which the schedule opens the check that is planned for that day. */
export const openingDayOf = (plannedOn: LocalDate): LocalDate => addDays(plannedOn, -LEAD_DAYS);

/** A check that the schedule opens, and the moment at which it does. */
export interface ScheduledOpening {
  readonly strand: CheckStrand;
  readonly by: Authority;
  readonly at: Instant;
}

const later = (left: Instant, right: Instant): Instant => (isBefore(left, right) ? right : left);

/** What the schedule of an approved plan still opens, earliest first; none before its approval. */
export const openingsLeft = (state: ReformCycleState): readonly ScheduledOpening[] => {
  const { plan } = state;
  if (state.cancelled || state.closed || (plan.phase !== 'approved' && plan.phase !== 'issued'))
    return [];
  const { approvedAt, approvedBy } = plan;
  return QUARTERS.filter((quarter) => findStrand(state.strands, 'check', quarter) === null)
    .flatMap((quarter) => {
      const plannedOn = plannedDayOf(state, quarter);
      if (plannedOn === null) return [];
      const opensAt: Instant = `${openingDayOf(plannedOn)}T00:00:00+07:00`;
      return [
        { strand: checkStrandOf(state, quarter), by: approvedBy, at: later(approvedAt, opensAt) },
      ];
    })
    .toSorted((left, right) => (isBefore(left.at, right.at) ? -1 : 1));
};

/** Checks that the schedule has opened by that moment and that are not recorded yet. */
export const checksOpenedBy = (state: ReformCycleState, at: Instant): readonly ScheduledOpening[] =>
  openingsLeft(state).filter((opening) => !isBefore(at, opening.at));
