import type { Instant, LocalDate } from '../local-date.ts';
import type { Addressees } from '../recipients.ts';

/** A LAUNCH opens the year it belongs to; the other kind closes one year and opens the next. */
export type ConferenceKind = 'LAUNCH' | 'SUMMARY_AND_REGISTRATION';
export const CONFERENCE_KINDS = ['LAUNCH', 'SUMMARY_AND_REGISTRATION'] as const;

export interface AgendaPoint {
  readonly ordinal: number;
  readonly title: string;
  /** How long it takes. */
  readonly minutes: number;
  readonly ownerId: string;
}

/** What is planned, as people wrote it; units, people and bodies above by id. */
export interface ConferenceContent {
  readonly kind: ConferenceKind;
  readonly name: string;
  readonly closesYear: number | null;
  readonly opensYear: number | null;
  readonly date: LocalDate;
  readonly session: 'morning' | 'afternoon' | null;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** A room; a conference held by link alone names where the link leads to. */
  readonly place: string;
  readonly link: string | null;
  readonly chairId: string;
  readonly secretaryId: string;
  readonly host: string;
  /** Whoever launches the movement, such as party committee and leaders. */
  readonly launchedBy: string | null;
  readonly inResponseTo: string | null;
  readonly context: string | null;
  readonly witnesses: string | null;
  readonly guestsText: string | null;
  readonly agenda: readonly AgendaPoint[];
  readonly guests: Addressees['guests'];
  readonly invitedSuperiorIds: readonly string[];
  readonly summonedUnitIds: readonly string[];
}

/** Who came, by group; the groups add up to the whole (domain/attendance.ts). */
export interface AttendanceContent {
  readonly summoned: number;
  readonly present: number;
  readonly absentWithReason: number;
  readonly absentWithoutReason: number;
  readonly groups: readonly {
    readonly name: string;
    readonly summoned: number;
    readonly present: number;
    readonly absentWithReason: number;
    readonly absentWithoutReason: number;
  }[];
  readonly guests: string | null;
}

/** Work that the chair's conclusion gives to a unit, once the minutes are issued. */
export interface ConclusionWork {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  readonly task: string;
}

export interface MinutesText {
  readonly opening: string;
  /** The course of the conference, point by point. */
  readonly course: readonly { readonly title: string; readonly text: string }[];
  /** What was asked and answered; null: there was no dialogue. */
  readonly questions: string | null;
  /** Who signed what before whom; null: nothing was signed. */
  readonly signing: string | null;
  readonly conclusion: string;
  readonly conclusionWork: readonly ConclusionWork[];
  /** Read back to the conference and agreed to: the minutes have no leader's approval instead. */
  readonly readBack: boolean;
}

/** Pictures of the conference, in the order in which they were attached. */
export interface ConferencePhotos {
  readonly photos: readonly {
    readonly sha256: string;
    readonly mediaType: 'image/jpeg' | 'image/png';
    readonly caption: string;
  }[];
}

/** Also the id of its attendance and of its minutes, each of a kind of its own. */
export const conferenceContentId = (year: number, conferenceId: string): string =>
  `${String(year)}-${conferenceId}`;

export const agendaOutcomeId = (year: number, conferenceId: string, ordinal: number): string =>
  `${conferenceContentId(year, conferenceId)}-${String(ordinal)}`;
