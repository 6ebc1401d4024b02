import fc from 'fast-check';
import { addDays, type Instant } from '../../domain/local-date.ts';
import {
  listEntriesOf,
  sharedTasksOf,
  type PeriodCommand,
  type RegistrationPeriod,
} from '../../domain/registration-period.ts';
import type { PeriodEvent, PeriodReport } from '../../domain/registration-reports.ts';
import type {
  UnitRegistrationCommand,
  UnitRegistrationState,
} from '../../domain/unit-registration.ts';
import { APPROVER, COORDINATOR, DEPUTY, HEAD, TEAM_HEAD } from '../support/actors.ts';
import { hoursAfter } from '../support/given.ts';
import {
  DUE_ON,
  joined,
  leadSet,
  listApproved,
  listClosed,
  listReturned,
  openRegistration,
  paperOf,
  periodOpened,
  reopened,
  supplementApproved,
  supplementReturned,
  unitAccepted,
  unitDeclined,
  UNITS,
} from '../support/registration-life.ts';

type Bare<C> = C extends unknown ? Omit<C, 'actId' | 'by' | 'occurredAt'> : never;

const anyone = fc.constantFrom(HEAD, DEPUTY, APPROVER, COORDINATOR, TEAM_HEAD);
const version = fc.integer({ min: 1, max: 4 });
const reasonId = fc.constantFrom('act-of-decline', 'act-of-other');
const fromPaper = fc.constantFrom(null, null, { headId: 'head-of-team-1', scanSha256: 'sha' });

type MakeBare = (state: UnitRegistrationState) => Bare<UnitRegistrationCommand>;

// What was read is mostly what is there; else something older or newer.
const shift = fc.constantFrom(0, 0, 0, -1, 1);
const registrationCommand: fc.Arbitrary<MakeBare> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(shift, fc.constantFrom(null, 'why'), fromPaper)
      .map(([by, lateReasonId, paper]): MakeBare => ({ lastSubmitted }) => ({
        type: 'submit',
        version: lastSubmitted + 1 + by,
        sha256: `sha-of-${String(lastSubmitted + 1 + by)}`,
        authorId: 'head-of-team-1',
        tasks: ['NV1'],
        lateReasonId,
        fromPaper: paper,
      })),
  },
  fc.tuple(reasonId, fromPaper).map(([reason, paper]): MakeBare => () => ({
    type: 'decline',
    reasonId: reason,
    fromPaper: paper,
  })),
  fc.constant<MakeBare>(() => ({ type: 'withdraw' })),
  fc
    .tuple(
      shift,
      fc.option(reasonId),
      fc.option(fc.integer({ min: -5, max: 5 }).map((days) => addDays(DUE_ON, days))),
    )
    .map(([by, other, resubmitOn]): MakeBare => ({ submitted, declined }) => ({
      type: 'giveBack',
      version: submitted && submitted.version + by,
      declineReasonId: declined ? (other ?? declined.reasonId) : null,
      reasonId: 'act-of-return',
      resubmitOn,
    })),
  shift.map((by): MakeBare => ({ lastSubmitted }) => ({
    type: 'accept',
    version: lastSubmitted + by,
    sha256: `sha-of-${String(lastSubmitted + by)}`,
  })),
  reasonId.map((reason): MakeBare => () => ({ type: 'consent', reasonId: reason })),
);

export const anyRegistrationStep = fc.record({
  hoursLater: fc.integer({ min: 0, max: 80 }),
  command: fc
    .tuple(registrationCommand, anyone)
    .map(([make, by]) => (state: UnitRegistrationState): UnitRegistrationCommand => ({
      ...make(state),
      actId: 'act',
      by,
      occurredAt: null,
    })),
});

const unitId = fc.constantFrom(...UNITS, 'team-9');
const key = fc.constantFrom('NV1', 'NV2', 'team-1/own', 'team-2/own', 'team-3/own', 'union/own');
const tasksOf = (id: string) => fc.subarray(['NV1', 'NV2', `${id}/own`], { minLength: 1 });

type Make<T> = (period: RegistrationPeriod | null, at: Instant, index: number) => T;

const roundOf = (period: RegistrationPeriod | null, id: string): number =>
  period?.units.find((unit) => unit.unitId === id)?.round ?? 1;

const accepted: fc.Arbitrary<Make<PeriodReport>> = unitId.chain((id) =>
  tasksOf(id).map(
    (tasks): Make<PeriodReport> =>
      (period, at, index) =>
        unitAccepted(id, tasks, { round: roundOf(period, id), version: index + 1, at }),
  ),
);
const ofRound = (
  make: (id: string, round: number) => PeriodReport,
): fc.Arbitrary<Make<PeriodReport>> =>
  unitId.map(
    (id): Make<PeriodReport> =>
      (period) =>
        make(id, roundOf(period, id)),
  );
const ofList = (make: (version: number) => PeriodReport): fc.Arbitrary<Make<PeriodReport>> =>
  fc.constantFrom<Make<PeriodReport>>(
    (period) => make(period?.list?.submitted.version ?? 1),
    () => make(999),
  );

// The list is closed seldom, so that much happens before.
const periodCommand: fc.Arbitrary<Make<PeriodCommand>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Make<PeriodCommand>>(() => openRegistration) },
  unitId.map((id): Make<PeriodCommand> => () => ({
    type: 'reopenUnit',
    unitId: id,
    reasonId: 'act',
  })),
  fc
    .tuple(key, unitId)
    .map(([of, id]): Make<PeriodCommand> => () => ({ type: 'setLead', key: of, unitId: id })),
  {
    weight: 10,
    arbitrary: fc
      .tuple(key, fc.option(key, { freq: 8 }))
      .map(([of, into]): Make<PeriodCommand> => () => ({ type: 'joinTasks', key: of, into })),
  },
  fc.constant<Make<PeriodCommand>>((period, _at, index) => ({
    type: 'closeList',
    submitted: paperOf(index + 1),
    entries: period ? listEntriesOf(period) : [],
    sharedTasks: period ? sharedTasksOf(period) : [],
  })),
);

/** A press or a strand's report, made for the period as it then is. */
export const anyPeriodStep: fc.Arbitrary<
  Make<{ readonly command: PeriodCommand } | { readonly report: PeriodReport }>
> = fc.oneof(
  {
    weight: 2,
    arbitrary: periodCommand.map((make): Make<{ command: PeriodCommand }> => (...given) => ({
      command: make(...given),
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .oneof(
        { weight: 4, arbitrary: accepted },
        ofRound(unitDeclined),
        ofRound(supplementApproved),
        ofRound(supplementReturned),
        ofList(listApproved),
        ofList(listReturned),
      )
      .map((make): Make<{ report: PeriodReport }> => (...given) => ({ report: make(...given) })),
  },
);

/** An event of the period, whether or not it could happen there. */
export const anyPeriodEvent: fc.Arbitrary<PeriodEvent> = fc.oneof(
  fc.constant<PeriodEvent>(periodOpened),
  unitId.map((id) => unitAccepted(id)),
  unitId.map((id) => unitDeclined(id)),
  unitId.map((id) => reopened(id)),
  unitId.map((id) => supplementApproved(id)),
  unitId.map((id) => supplementReturned(id)),
  fc.tuple(key, unitId).map(([of, id]) => leadSet(of, id)),
  fc.tuple(key, fc.option(key)).map(([of, into]) => joined(of, into)),
  version.map((given) => listClosed(given)),
  version.map((given) => listApproved(given)),
  version.map((given) => listReturned(given)),
);

export const anyMoment = fc
  .integer({ min: 0, max: 2_000 })
  .map((hours) => hoursAfter('2024-01-15T08:00:00+07:00', hours));
