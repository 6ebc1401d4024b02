import type { Authority } from '../../domain/authority.ts';
import type { PeriodCommand, RegistrationPeriod } from '../../domain/registration-period.ts';
import type { PeriodEvent, PeriodReport } from '../../domain/registration-reports.ts';
import type { TaskKey } from '../../domain/registration.ts';
import type { SubmittedPaper } from '../../domain/submitted-paper.ts';
import type { FromPaper, SubmittedRegistration } from '../../domain/unit-registration.ts';
import { COORDINATOR, HEAD, TEAM_HEAD } from './actors.ts';
import { givenCycle, type Past } from './given.ts';

// What happens to a unit's registration, and to the period, one event each, to be put in a row.
export const DUE_ON = '2024-01-31';

export const roundOpened = {
  type: 'RegistrationOpened',
  dueOn: DUE_ON,
  by: COORDINATOR,
  returnedReasonId: null,
} as const;

export const registered = (
  version = 1,
  rest: Partial<Omit<SubmittedRegistration, 'at' | 'isLate'>> = {},
) => {
  const by = rest.by ?? TEAM_HEAD;
  const submitted = {
    version,
    sha256: `sha-of-${String(version)}`,
    authorId: by.personId,
    tasks: ['NV1', 'team-1/own'],
    by,
    lateReasonId: null,
    fromPaper: null,
    ...rest,
  };
  return { type: 'RegistrationSubmitted', submitted, by } as const;
};

export const givenBack = (resubmitOn: string | null = null, version: number | null = 1) =>
  ({
    type: 'RegistrationReturned',
    version,
    reasonId: 'act-of-return',
    resubmitOn,
    by: COORDINATOR,
  }) as const;

export const withdrawn = { type: 'RegistrationWithdrawn', by: TEAM_HEAD } as const;

export const declined = (fromPaper: FromPaper | null = null, by: Authority = TEAM_HEAD) =>
  ({ type: 'RegistrationDeclined', reasonId: 'act-of-decline', fromPaper, by }) as const;

export const accepted = (version = 1) =>
  ({ type: 'RegistrationAccepted', version, by: COORDINATOR }) as const;

export const consented = {
  type: 'DeclineConsented',
  reasonId: 'act-of-decline',
  by: HEAD,
} as const;

/** A round as far as the phase named. */
export const ROUND = {
  open: [roundOpened],
  submitted: [roundOpened, registered()],
  returned: [roundOpened, registered(), givenBack()],
  declining: [roundOpened, declined()],
  accepted: [roundOpened, registered(), accepted()],
  declined: [roundOpened, declined(), consented],
  cancelled: [roundOpened, { type: 'RegistrationCancelled' }],
} as const;

export const paperOf = (version: number): SubmittedPaper => ({
  version,
  boundHash: `hash-of-${String(version)}`,
  pins: { template: 'hash-of-template', locale: 'hash-of-words' },
  authorId: 'coordinator',
  signer: { personId: 'head', capacity: null },
});

export const UNITS = ['team-1', 'team-2', 'team-3', 'union'] as const;

type OpenRegistration = PeriodCommand & { readonly type: 'openRegistration' };

const period: Omit<OpenRegistration, 'type'> = {
  paperId: 'opening',
  opening: paperOf(1),
  planVersion: 1,
  dueOn: DUE_ON,
  coordinatingUnitId: 'team-3',
  unitIds: UNITS,
  planLeads: { NV1: 'team-2', NV2: 'team-1', NV3: 'team-3' },
};

export const openRegistration: OpenRegistration = { type: 'openRegistration', ...period };
export const periodOpened = { type: 'RegistrationPeriodOpened', period, by: COORDINATOR } as const;

export const unitAccepted = (
  unitId: string,
  tasks: readonly TaskKey[] = ['NV1'],
  { version = 1, round = 1, isLate = false, at = '2024-01-20T08:00:00+07:00' } = {},
): PeriodReport => ({
  type: 'UnitAccepted',
  unitId,
  round,
  accepted: {
    version,
    sha256: `sha-of-${String(version)}`,
    tasks,
    isLate,
    authorId: `head-of-${unitId}`,
    submittedBy: TEAM_HEAD,
    at,
  },
  by: COORDINATOR,
});

export const unitDeclined = (unitId: string, round = 1): PeriodReport => ({
  type: 'UnitDeclined',
  unitId,
  round,
  reasonId: 'act-of-decline',
  by: HEAD,
});

export const reopened = (unitId: string): PeriodEvent => ({
  type: 'UnitReopened',
  unitId,
  reasonId: 'act-of-reopening',
  by: COORDINATOR,
});

export const leadSet = (key: TaskKey, unitId: string): PeriodEvent => ({
  type: 'LeadSet',
  key,
  unitId,
  by: COORDINATOR,
});

export const joined = (key: TaskKey, into: TaskKey | null): PeriodEvent => ({
  type: 'TasksJoined',
  key,
  into,
  by: COORDINATOR,
});

export const listClosed = (version = 1): PeriodEvent => ({
  type: 'ListClosed',
  submitted: paperOf(version),
  by: COORDINATOR,
});

export const listApproved = (version = 1): PeriodReport => ({
  type: 'ListApproved',
  version,
  paperId: 'result',
  by: HEAD,
});

export const listReturned = (version = 1): PeriodReport => ({
  type: 'ListReturned',
  version,
  reasonId: 'act-of-return',
  by: HEAD,
});

export const supplementApproved = (unitId: string, round = 1): PeriodReport => ({
  type: 'SupplementApproved',
  unitId,
  round,
  by: HEAD,
});

export const supplementReturned = (unitId: string, round = 1): PeriodReport => ({
  type: 'SupplementReturned',
  unitId,
  round,
  reasonId: 'act-of-return',
  by: HEAD,
});

export const started = { type: 'CycleStarted', schedule: [], by: COORDINATOR } as const;

/** A cycle in which registration was opened, and then this happened. */
export const givenPeriod = (...events: readonly Past<PeriodEvent>[]) =>
  givenCycle([started, periodOpened, ...events]);

export const periodAfter = (...events: readonly Past<PeriodEvent>[]): RegistrationPeriod => {
  const { registration } = givenPeriod(...events).state;
  if (!registration) throw new Error('registration was opened');
  return registration;
};
