import type { Authority } from '../authority.ts';
import type { Commanded } from '../commanded.ts';
import type { CycleClock, LastStep } from '../cycle-clock.ts';
import type { DraftNews } from '../draft.ts';
import type { Instant, LocalDate } from '../local-date.ts';
import type { StrandEnd, YearStrandKind } from '../year-strand.ts';
import type { ConferenceFacts } from './conference-facts.ts';

/**
 * `postponed`: put off after invitations went out, until new ones have. `minutes`: written, on their way
 * to both signatures. `stopped`: with the cycle. `cancelled` ends once those invited know.
 */
export type ConferencePhase =
  'planned' | 'invited' | 'postponed' | 'held' | 'minutes' | 'ended' | 'cancelled' | 'stopped';

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
