import type { DraftContentBase } from '../draft-content.ts';
import type { Instant, LocalDate } from '../local-date.ts';
import type { ReplacedPaper } from '../replaced-paper.ts';
import type { AttendanceContent, ConferenceContent, MinutesText } from './conference-content.ts';

/** A paper that went out, as another one cites it; the kind by its name. */
export interface CitedPaper {
  readonly paperId: string;
  readonly kind: string;
  readonly numberAndSymbol: string;
  readonly date: LocalDate;
}

interface ConferenceDraft extends DraftContentBase {
  readonly conferenceId: string;
  readonly conference: ConferenceContent;
}

/** Asks somebody to come: the calendar entry that goes along counts up each time it is put off. */
interface Calling extends ConferenceDraft {
  readonly sequence: number;
  /** The paper that this one replaces, and why; null: the first. */
  readonly replaced: ReplacedPaper | null;
}
export interface InvitationContent extends Calling {
  readonly notes: readonly string[];
}
export interface SummonsContent extends Calling {
  readonly requirements: readonly string[];
}

export interface CancellationContent extends ConferenceDraft {
  readonly sequence: number;
  readonly cancelled: readonly CitedPaper[];
  readonly reason: string;
}

/** All that the minutes say, so that they stay as they were read back. */
export interface MinutesContent extends ConferenceDraft {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly attendance: AttendanceContent;
  readonly minutes: MinutesText;
}

export interface ConclusionContent extends ConferenceDraft {
  readonly minutes: CitedPaper | null;
  readonly points: readonly string[];
}

export type ConferenceSource =
  | { readonly kind: 'invitation'; readonly content: InvitationContent }
  | { readonly kind: 'summons'; readonly content: SummonsContent }
  | { readonly kind: 'conference-cancellation'; readonly content: CancellationContent }
  | { readonly kind: 'minutes'; readonly content: MinutesContent }
  | { readonly kind: 'conclusion'; readonly content: ConclusionContent };

/** What lies at the door, and what goes along with an invitation. */
export type ConferenceFormSource =
  | {
      readonly kind: 'programme';
      readonly content: Pick<ConferenceDraft, 'year' | 'conference'>;
      /** The paper that it goes along with. */
      readonly parentKind: 'invitation' | 'summons';
    }
  | {
      readonly kind: 'attendance-sheet';
      readonly content: Pick<ConferenceDraft, 'year' | 'conference'>;
    };
