import type { Authority } from './authority.ts';
import type { LocalDate } from './local-date.ts';
import type { AcceptedRegistration, PeriodCommand } from './registration-period.ts';
import type { SubmittedPaper } from './submitted-paper.ts';

/** What the strands of the period report to the cycle. */
export type PeriodReport =
  | {
      readonly type: 'UnitAccepted';
      readonly unitId: string;
      readonly round: number;
      readonly accepted: AcceptedRegistration;
      readonly by: Authority;
    }
  | {
      readonly type: 'UnitDeclined';
      readonly unitId: string;
      readonly round: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'ListApproved';
      readonly version: number;
      readonly paperId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'ListReturned';
      readonly version: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'ListWithdrawn'; readonly version: number; readonly by: Authority }
  | {
      readonly type: 'SupplementApproved';
      readonly unitId: string;
      readonly round: number;
      readonly by: Authority;
    }
  | {
      readonly type: 'SupplementReturned';
      readonly unitId: string;
      readonly round: number;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'NoticeIssued'; readonly paperId: string; readonly issuedOn: LocalDate };

export type PeriodEvent =
  | PeriodReport
  | {
      readonly type: 'RegistrationPeriodOpened';
      readonly period: Omit<PeriodCommand & { type: 'openRegistration' }, 'type'>;
      readonly by: Authority;
    }
  | {
      readonly type: 'UnitReopened';
      readonly unitId: string;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'LeadSet';
      readonly key: string;
      readonly unitId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'TasksJoined';
      readonly key: string;
      readonly into: string | null;
      readonly by: Authority;
    }
  | { readonly type: 'ListClosed'; readonly submitted: SubmittedPaper; readonly by: Authority };

export const applyPeriod = (command: PeriodCommand, by: Authority): PeriodEvent => {
  switch (command.type) {
    case 'openRegistration': {
      const { paperId, opening, planVersion, dueOn, coordinatingUnitId, unitIds, planLeads } =
        command;
      const period = {
        paperId,
        opening,
        planVersion,
        dueOn,
        coordinatingUnitId,
        unitIds,
        planLeads,
      };
      return { type: 'RegistrationPeriodOpened', period, by };
    }
    case 'reopenUnit':
      return { type: 'UnitReopened', unitId: command.unitId, reasonId: command.reasonId, by };
    case 'setLead':
      return { type: 'LeadSet', key: command.key, unitId: command.unitId, by };
    case 'joinTasks':
      return { type: 'TasksJoined', key: command.key, into: command.into, by };
    case 'closeList':
      return { type: 'ListClosed', submitted: command.submitted, by };
  }
};
