import type { QuestionCounts } from '../dialogue/question-end.ts';
import type { DraftContentBase } from '../draft-content.ts';
import type { AttendanceContent, ConferenceContent, MinutesText } from './conference-content.ts';

/** The news item about a conference; its title is the subject. */
export interface NewsContent extends DraftContentBase {
  readonly conferenceId: string;
  readonly paragraphs: readonly string[];
  /** Of the pictures that go along. */
  readonly captions: readonly string[];
}

export interface NewsTask {
  readonly title: string;
  readonly unitName: string;
  /** The first of its indicators, by which the task is told; null: none. */
  readonly indicator: {
    readonly name: string;
    readonly unit: string;
    readonly target: number;
  } | null;
}

/** What the system knows of a conference when its news item is drafted: nothing else is told. */
export interface NewsFacts {
  readonly officeName: string;
  readonly parentName: string;
  readonly year: number;
  readonly conference: ConferenceContent;
  readonly chair: { readonly name: string; readonly position: string };
  readonly attendance: AttendanceContent | null;
  readonly minutes: MinutesText;
  /** Of the plan as it stands; null: there is none yet. */
  readonly plan: {
    readonly priorityStatement: string | null;
    readonly qualityGoal: string | null;
    readonly focalTaskCount: number | null;
    readonly domainNames: readonly string[];
  } | null;
  readonly tasks: readonly NewsTask[];
  /** The tasks are those that the units have registered. */
  readonly areRegistered: boolean;
  /** Of what was signed there. */
  readonly pledgeTitles: readonly string[];
  /** null: nobody asked anything. */
  readonly dialogue: (QuestionCounts & { readonly passedUpTo: readonly string[] }) | null;
  readonly captions: readonly string[];
}
