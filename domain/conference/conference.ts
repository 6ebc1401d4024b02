import type { Authority } from '../authority.ts';
import type { Commanded } from '../commanded.ts';
import { checkMoment, momentOf, type CycleClock, type LastStep } from '../cycle-clock.ts';
import type { DraftKind } from '../paper-kind.ts';
import type { DraftNews } from '../draft.ts';
import { DomainError } from '../errors.ts';
import { isBefore, localDateOf, type Instant, type LocalDate } from '../local-date.ts';
import type { StrandEnd, YearStrandKind } from '../year-strand.ts';
import { findLivePaper } from './conference-papers.ts';

/**
 * `postponed`: put off after invitations went out, until new ones have. `minutes`: written, on their way
 * to both signatures. `stopped`: with the cycle. `cancelled` ends once those invited know.
 */
export type ConferencePhase =
  'planned' | 'invited' | 'postponed' | 'held' | 'minutes' | 'ended' | 'cancelled' | 'stopped';

/** Who is to be asked to come: guests by invitation, own officers by summons. */
export type CallingKind = Extract<DraftKind, 'invitation' | 'summons'>;

/** What the strand knows of its content: days and ids, no names and no texts. */
export interface ConferenceFacts {
  readonly date: LocalDate;
  readonly secretaryId: string;
  readonly wants: readonly CallingKind[];
  /** The ordinals of its points. */
  readonly agenda: readonly number[];
}

export interface ConferencePaper extends Pick<
  DraftNews,
  'draftId' | 'kind' | 'phase' | 'version' | 'paperId' | 'issuedOn' | 'number'
> {
  /** 1: before it was ever put off. */
  readonly round: number;
}

export interface GivenWork {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  readonly contentVersion: number;
}

export type AwaitedStrand = { readonly kind: YearStrandKind; readonly id: string };

export interface ConferenceState extends ConferenceFacts {
  readonly year: number;
  readonly conferenceId: string;
  readonly contentVersion: number;
  readonly clock: CycleClock;
  readonly phase: ConferencePhase;
  /** Since when it is in this phase. */
  readonly phaseSince: Instant;
  readonly round: number;
  /** Its day has come: what happened there can be recorded. */
  readonly hasDayCome: boolean;
  readonly papers: readonly ConferencePaper[];
  /** Drafts that nobody wants since it was put off or cancelled, and that the cycle does not know of yet. */
  readonly toDrop: readonly {
    readonly draftId: string;
    readonly reasonId: string;
    readonly by: Authority;
  }[];
  readonly attendanceVersion: number | null;
  readonly closedPoints: readonly {
    readonly ordinal: number;
    readonly outcomeVersion: number | null;
  }[];
  readonly held: { readonly startedAt: Instant; readonly endedAt: Instant } | null;
  readonly minutes: {
    readonly version: number;
    readonly work: readonly GivenWork[];
    readonly by: Authority;
    readonly at: Instant;
  } | null;
  readonly hasWorkGiven: boolean;
  /** What must have ended before the conference has: the pledge that was signed there. */
  readonly awaited: readonly AwaitedStrand[];
  readonly endedStrands: readonly AwaitedStrand[];
  readonly reasonId: string | null;
  readonly last: LastStep | null;
}

interface ChangedPlan {
  readonly contentVersion: number;
  readonly facts: ConferenceFacts;
}
interface Stopping {
  readonly reasonId: string;
  /** Of invitations and summonses that have not been issued. */
  readonly draftIds: readonly string[];
}

export type ConferenceCommand = Commanded &
  (
    | ({ readonly type: 'changeConference' } & ChangedPlan)
    | ({ readonly type: 'postponeConference' } & ChangedPlan & Stopping)
    | ({ readonly type: 'cancelConference' } & Stopping)
    | { readonly type: 'recordAttendance'; readonly version: number }
    | {
        readonly type: 'closeAgendaPoint';
        readonly ordinal: number;
        readonly outcomeVersion: number | null;
      }
    | { readonly type: 'holdConference'; readonly startedAt: Instant; readonly endedAt: Instant }
    | {
        readonly type: 'writeMinutes';
        readonly version: number;
        readonly work: readonly GivenWork[];
        readonly awaited: readonly AwaitedStrand[];
      }
  );

export type ConferenceEvent =
  | { readonly type: 'ConferencePlanned'; readonly by: Authority }
  | ({ readonly type: 'ConferenceChanged'; readonly by: Authority } & ChangedPlan)
  | ({ readonly type: 'ConferencePostponed'; readonly by: Authority } & ChangedPlan & Stopping)
  | ({ readonly type: 'ConferenceCancelled'; readonly by: Authority } & Stopping)
  | { readonly type: 'ConferenceDayCame' }
  | { readonly type: 'AttendanceRecorded'; readonly version: number; readonly by: Authority }
  | {
      readonly type: 'AgendaPointClosed';
      readonly ordinal: number;
      readonly outcomeVersion: number | null;
      readonly by: Authority;
    }
  | {
      readonly type: 'ConferenceHeld';
      readonly startedAt: Instant;
      readonly endedAt: Instant;
      readonly by: Authority;
    }
  | {
      readonly type: 'MinutesWritten';
      readonly version: number;
      readonly work: readonly GivenWork[];
      readonly awaited: readonly AwaitedStrand[];
      readonly by: Authority;
    }
  | { readonly type: 'ConferencePaperMoved'; readonly news: DraftNews }
  | { readonly type: 'ConferenceDraftsDropped' }
  | { readonly type: 'ConclusionWorkGiven' }
  | {
      readonly type: 'ConferenceStrandEnded';
      readonly kind: YearStrandKind;
      readonly id: string;
      readonly how: StrandEnd;
    }
  | { readonly type: 'ConferenceEnded' }
  | { readonly type: 'ConferenceStopped' }
  | { readonly type: 'ClockWentLive' };

const refuse = (state: ConferenceState, message: string): DomainError =>
  new DomainError('out-of-time', message, {
    phase: state.phase,
    lastEvent: state.last?.event ?? null,
    lastAt: state.last?.at ?? null,
    lastBy: state.last?.personId ?? null,
  });

const BEFORE: readonly ConferencePhase[] = ['planned', 'invited', 'postponed'];
const FROM_ITS_DAY: readonly ConferencePhase[] = [...BEFORE, 'held', 'minutes'];

const requirePhase = (state: ConferenceState, phases: readonly ConferencePhase[]): void => {
  if (!phases.includes(state.phase)) throw refuse(state, `the conference is ${state.phase}`);
};

// What the minutes tell does not change while they are being signed.
const requireNoMinutes = (state: ConferenceState): void => {
  if (findLivePaper(state, 'minutes')) throw refuse(state, 'the minutes are on their way');
};

const notBeforeItsDay = (state: ConferenceState, day: LocalDate, place: string): void => {
  if (day >= state.date) return;
  throw new DomainError(
    'impossible-date',
    'what happened at the conference is recorded from its day on',
    { given: day, expected: `>= ${state.date}` },
    place,
  );
};

const checkRecording = (state: ConferenceState, today: LocalDate): void => {
  requirePhase(state, FROM_ITS_DAY);
  requireNoMinutes(state);
  notBeforeItsDay(state, today, '');
};

const checkHeld = (
  state: ConferenceState,
  { startedAt, endedAt }: { startedAt: Instant; endedAt: Instant },
  moment: Instant,
): void => {
  requirePhase(state, BEFORE);
  notBeforeItsDay(state, localDateOf(startedAt), '/startedAt');
  if (localDateOf(startedAt) !== state.date) {
    throw new DomainError(
      'impossible-date',
      'a conference on another day than the one announced was put off',
      { given: localDateOf(startedAt), expected: `<= ${state.date}` },
      '/startedAt',
    );
  }
  if (!isBefore(startedAt, endedAt)) {
    throw new DomainError(
      'impossible-date',
      'a conference ends after it has begun',
      { given: endedAt, expected: `> ${startedAt}` },
      '/endedAt',
    );
  }
  if (!isBefore(moment, endedAt)) return;
  throw new DomainError(
    'impossible-date',
    'a conference is recorded as held when it is over',
    { given: endedAt, expected: `<= ${moment}` },
    '/endedAt',
  );
};

// Whoever was told the day hears of another one: it is put off, not changed.
const checkChange = (state: ConferenceState, { date }: ConferenceFacts): void => {
  requirePhase(state, BEFORE);
  const isCalled = state.wants.some((kind) => findLivePaper(state, kind));
  if (isCalled && date !== state.date) throw refuse(state, 'invitations name another day');
};

const requirePoint = ({ agenda }: ConferenceState, ordinal: number): void => {
  if (agenda.includes(ordinal)) return;
  throw new DomainError(
    'unknown-reference',
    'the programme has no such point',
    { given: ordinal, expected: agenda.map(String) },
    '/ordinal',
  );
};

/** @throws DomainError out-of-time, impossible-date, unknown-reference */
export const decideConference = (
  state: ConferenceState,
  command: ConferenceCommand,
  now: Instant,
): void => {
  checkMoment(state.clock, state.last, command.occurredAt, now);
  const moment = momentOf(state.clock, command.occurredAt, now);
  switch (command.type) {
    case 'changeConference':
      checkChange(state, command.facts);
      return;
    case 'postponeConference':
    case 'cancelConference':
      requirePhase(state, BEFORE);
      return;
    case 'recordAttendance':
      checkRecording(state, localDateOf(moment));
      return;
    case 'closeAgendaPoint':
      requirePoint(state, command.ordinal);
      checkRecording(state, localDateOf(moment));
      return;
    case 'holdConference':
      checkHeld(state, command, moment);
      return;
    case 'writeMinutes':
      requirePhase(state, ['held', 'minutes']);
      requireNoMinutes(state);
      return;
  }
};

export const applyConference = (command: ConferenceCommand): ConferenceEvent => {
  const { by } = command;
  switch (command.type) {
    case 'changeConference': {
      const { contentVersion, facts } = command;
      return { type: 'ConferenceChanged', contentVersion, facts, by };
    }
    case 'postponeConference': {
      const { contentVersion, facts, reasonId, draftIds } = command;
      return { type: 'ConferencePostponed', contentVersion, facts, reasonId, draftIds, by };
    }
    case 'cancelConference': {
      const { reasonId, draftIds } = command;
      return { type: 'ConferenceCancelled', reasonId, draftIds, by };
    }
    case 'recordAttendance':
      return { type: 'AttendanceRecorded', version: command.version, by };
    case 'closeAgendaPoint': {
      const { ordinal, outcomeVersion } = command;
      return { type: 'AgendaPointClosed', ordinal, outcomeVersion, by };
    }
    case 'holdConference': {
      const { startedAt, endedAt } = command;
      return { type: 'ConferenceHeld', startedAt, endedAt, by };
    }
    case 'writeMinutes': {
      const { version, work, awaited } = command;
      return { type: 'MinutesWritten', version, work, awaited, by };
    }
  }
};
