import type { Authority } from './authority.ts';
import type { Instant } from './local-date.ts';
import {
  taskOf,
  type NoticePaper,
  type RegisteredUnit,
  type RegistrationPeriod,
} from './registration-period.ts';
import type { PeriodEvent, PeriodReport } from './registration-reports.ts';

const openedUnit = (unitId: string, openedBy: Authority, openedAt: Instant): RegisteredUnit => ({
  unitId,
  round: 1,
  standing: 'open',
  openedBy,
  openedAt,
  reopenedReasonId: null,
  wasLate: null,
  earlierVersion: 0,
  accepted: null,
  declineReasonId: null,
});

const openedPeriod = (
  { period, by }: PeriodEvent & { type: 'RegistrationPeriodOpened' },
  at: Instant,
): RegistrationPeriod => ({
  phase: 'open',
  planVersion: period.planVersion,
  openedAt: at,
  dueOn: period.dueOn,
  coordinatingUnitId: period.coordinatingUnitId,
  planLeads: period.planLeads,
  units: period.unitIds.map((unitId) => openedUnit(unitId, by, at)),
  leads: {},
  joined: {},
  list: null,
  lastSubmitted: 0,
  returned: null,
  opening: {
    paperId: period.paperId,
    kind: 'registration-opening',
    submitted: period.opening,
    readyAt: at,
    issuedOn: null,
  },
  result: null,
});

const changeUnit = (
  period: RegistrationPeriod,
  unitId: string,
  change: (unit: RegisteredUnit) => RegisteredUnit,
): RegistrationPeriod => ({
  ...period,
  units: period.units.map((unit) => (unit.unitId === unitId ? change(unit) : unit)),
});

const nextRound = (
  unit: RegisteredUnit,
  reasonId: string,
  openedBy: Authority,
  openedAt: Instant,
): RegisteredUnit => ({
  ...openedUnit(unit.unitId, openedBy, openedAt),
  round: unit.round + 1,
  reopenedReasonId: reasonId,
  wasLate: unit.accepted?.isLate ?? unit.wasLate,
  earlierVersion: unit.accepted?.version ?? unit.earlierVersion,
});

const reopen = (
  period: RegistrationPeriod,
  event: PeriodEvent & { type: 'UnitReopened' | 'SupplementReturned' },
  at: Instant,
): RegistrationPeriod => {
  const { unitId, reasonId, by } = event;
  // A unit that came after the opening of the period registers for the first time.
  return period.units.some((unit) => unit.unitId === unitId)
    ? changeUnit(period, unitId, (unit) => nextRound(unit, reasonId, by, at))
    : {
        ...period,
        units: [...period.units, { ...openedUnit(unitId, by, at), reopenedReasonId: reasonId }],
      };
};

// What was accepted while the list was before the leader joins the list that the leader gave back.
const reopenList = (period: RegistrationPeriod): RegistrationPeriod => ({
  ...period,
  phase: 'open',
  list: null,
  units: period.units.map((unit) =>
    unit.standing === 'supplement' ? { ...unit, standing: 'accepted' } : unit,
  ),
});

const withNotice = (notice: NoticePaper, event: PeriodEvent & { type: 'NoticeIssued' }) =>
  notice.paperId === event.paperId ? { ...notice, issuedOn: event.issuedOn } : notice;

const without = (
  record: Readonly<Record<string, string>>,
  key: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

const evolveUnits = (
  period: RegistrationPeriod,
  event: PeriodEvent,
  at: Instant,
): RegistrationPeriod => {
  switch (event.type) {
    case 'UnitAccepted':
      return changeUnit(period, event.unitId, (unit) => ({
        ...unit,
        standing: period.phase === 'open' ? 'accepted' : 'supplement',
        accepted: event.accepted,
      }));
    case 'UnitDeclined':
      return changeUnit(period, event.unitId, (unit) => ({
        ...unit,
        standing: 'declined',
        declineReasonId: event.reasonId,
      }));
    case 'SupplementApproved':
      return changeUnit(period, event.unitId, (unit) => ({
        ...unit,
        standing: 'supplement-approved',
      }));
    case 'UnitReopened':
    case 'SupplementReturned':
      return reopen(period, event, at);
    default:
      return period;
  }
};

const evolveList = (
  period: RegistrationPeriod,
  event: PeriodEvent,
  at: Instant,
): RegistrationPeriod => {
  switch (event.type) {
    case 'LeadSet':
      return {
        ...period,
        leads: { ...period.leads, [taskOf(period, event.key)]: event.unitId },
      };
    case 'TasksJoined':
      return {
        ...period,
        joined:
          event.into === null
            ? without(period.joined, event.key)
            : { ...period.joined, [event.key]: event.into },
      };
    case 'ListClosed':
      return {
        ...period,
        phase: 'awaiting-approval',
        list: { submitted: event.submitted, by: event.by, at },
        lastSubmitted: event.submitted.version,
        returned: null,
      };
    case 'ListApproved':
      if (!period.list) return period;
      return {
        ...period,
        phase: 'approved',
        result: {
          paperId: event.paperId,
          kind: 'registration-result',
          submitted: period.list.submitted,
          readyAt: at,
          issuedOn: null,
        },
      };
    case 'ListReturned': {
      const { version, reasonId } = event;
      return { ...reopenList(period), returned: { version, reasonId, at } };
    }
    case 'ListWithdrawn':
      return reopenList(period);
    case 'NoticeIssued':
      return {
        ...period,
        opening: withNotice(period.opening, event),
        result: period.result && withNotice(period.result, event),
      };
    default:
      return period;
  }
};

/** Total: refuses nothing, whatever the order. */
export const evolvePeriod = (
  period: RegistrationPeriod | null,
  event: PeriodEvent,
  at: Instant,
): RegistrationPeriod | null => {
  if (event.type === 'RegistrationPeriodOpened') return period ?? openedPeriod(event, at);
  return period && evolveList(evolveUnits(period, event, at), event, at);
};

/** False for a report that the cycle already knows, or that came too late to matter. */
export const isNewsOfPeriod = (
  period: RegistrationPeriod | null,
  report: PeriodReport,
): boolean => {
  if (!period) return false;
  const isOf = (standing: RegisteredUnit['standing'], row: { unitId: string; round: number }) =>
    period.units.some(
      (unit) =>
        unit.unitId === row.unitId && unit.round === row.round && unit.standing === standing,
    );
  switch (report.type) {
    case 'UnitAccepted':
    case 'UnitDeclined':
      return isOf('open', report);
    case 'SupplementApproved':
    case 'SupplementReturned':
      return isOf('supplement', report);
    case 'ListApproved':
    case 'ListReturned':
    case 'ListWithdrawn':
      return (
        period.phase === 'awaiting-approval' && period.list?.submitted.version === report.version
      );
    case 'NoticeIssued':
      return [period.opening, period.result].some(
        (notice) => notice?.paperId === report.paperId && notice.issuedOn === null,
      );
  }
};
