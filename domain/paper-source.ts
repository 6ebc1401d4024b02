import type { PlanAmendmentContent } from './amendment/plan-amendment.ts';
import type { ConferenceFormSource, ConferenceSource } from './conference/conference-draft.ts';
import type { NewsContent } from './conference/news-item.ts';
import type { CheckSheetContent, QuarterReportContent } from './check/check-content.ts';
import type { CheckTeamContent } from './check/check-team.ts';
import type { CorrectionContent } from './correction.ts';
import type { DialogueSummaryContent } from './dialogue/summary-content.ts';
import type { UpwardContent } from './dialogue/upward-content.ts';
import type { ApprovalSlipContent, HandOverContent } from './form-content.ts';
import type { PlainPaperSource } from './plain-paper.ts';
import type { PlanContent } from './plan.ts';
import type { RecallContent } from './recall.ts';
import type { PledgeContent, PledgeSheetContent } from './pledge/pledge-content.ts';
import type {
  RegistrationContent,
  RegistrationListContent,
  RegistrationOpeningContent,
  SharedTask,
} from './registration.ts';
import type { CommendationContent } from './summary/commendation.ts';
import type { YearReportContent } from './summary/year-report.ts';

/** What a paper is made from, beside the office of its day: contents as people wrote them. */
export type PaperSource =
  | { readonly kind: 'plan'; readonly content: PlanContent }
  | { readonly kind: 'registration-opening'; readonly content: RegistrationOpeningContent }
  | {
      readonly kind: 'registration-result';
      readonly content: RegistrationListContent;
      /** Of the units that registered, in any order. */
      readonly registrations: readonly RegistrationContent[];
      /** By the reason's id. */
      readonly declineReasons: Readonly<Record<string, string>>;
    }
  | DraftSource
  /** The year's questions in one table, for the file or as an annex; never issued by itself. */
  | { readonly kind: 'dialogue-summary'; readonly content: DialogueSummaryContent }
  | FormSource
  | CheckSheetSource;

/**
 * Papers of the year's rooms. A draft's contents hold all that its paper says beside the office of the
 * day, so that one version and one day always give the same paper.
 */
export type DraftSource =
  | { readonly kind: 'check-team-decision'; readonly content: CheckTeamContent }
  | { readonly kind: 'commendation-decision'; readonly content: CommendationContent }
  | { readonly kind: 'correction'; readonly content: CorrectionContent }
  | { readonly kind: 'recall'; readonly content: RecallContent }
  | { readonly kind: 'plan-amendment'; readonly content: PlanAmendmentContent }
  | { readonly kind: 'year-report'; readonly content: YearReportContent }
  | { readonly kind: 'pledge'; readonly content: PledgeContent }
  | { readonly kind: 'submission' | 'transfer-slip'; readonly content: UpwardContent }
  | { readonly kind: 'quarter-report'; readonly content: QuarterReportContent }
  | { readonly kind: 'news-item'; readonly content: NewsContent }
  | PlainPaperSource
  | ConferenceSource;
export type DraftContent = DraftSource['content'];

/** Papers that are printed for the pen and neither numbered nor issued (Decree 30/2020, art. 7). */
export type FormSource =
  | RegistrationFormSource
  | ConferenceFormSource
  | { readonly kind: 'pledge-sheet'; readonly content: PledgeSheetContent }
  | { readonly kind: 'hand-over-list'; readonly content: HandOverContent }
  | { readonly kind: 'approval-slip'; readonly content: ApprovalSlipContent }
  /** Blank: a unit's registration is written on it by hand. */
  | { readonly kind: 'blank-registration-form'; readonly content: { readonly year: number } }
  /** Blank: a question of the dialogue is written on it by hand. */
  | { readonly kind: 'question-slip'; readonly content: { readonly year: number } };

/** What one unit prints of its registration. */
export type RegistrationFormSource =
  | {
      readonly kind: 'registration-form';
      readonly content: RegistrationContent;
      readonly sharedTasks: readonly SharedTask[];
    }
  | {
      readonly kind: 'commitment';
      readonly content: RegistrationContent;
      readonly sharedTasks: readonly SharedTask[];
    };

export type RegistrationFormKind = RegistrationFormSource['kind'];
/** The minutes of a visit, printed to be signed by both sides. */
export interface CheckSheetSource {
  readonly kind: 'check-sheet';
  readonly content: CheckSheetContent;
}

export type PrintedKind = PaperSource['kind'];
