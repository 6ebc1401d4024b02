import type { ConferenceSource } from '../domain/conference/conference-draft.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { PaperSource } from '../domain/paper-source.ts';
import { amendmentPaperOf, type AmendmentPaper } from './amendment-paper.ts';
import {
  cancellationPaperOf,
  conclusionPaperOf,
  invitationPaperOf,
  summonsPaperOf,
  type CancellationPaper,
  type ConclusionPaper,
  type InvitationPaper,
  type SummonsPaper,
} from './conference/calling-paper.ts';
import {
  conferenceFormOf,
  type AttendanceSheet,
  type ProgrammePaper,
} from './conference/conference-form.ts';
import { minutesPaperOf, type MinutesPaper } from './conference/minutes-paper.ts';
import { approvalSlipOf, type ApprovalSlipPaper } from './approval-slip-paper.ts';
import { blankRegistrationOf, type BlankRegistrationPaper } from './blank-registration-paper.ts';
import { checkTeamPaperOf, type CheckTeamPaper } from './check-team-paper.ts';
import { commendationPaperOf, type CommendationPaper } from './commendation-paper.ts';
import { checkSheetPaperOf, type CheckSheetPaper } from './check-sheet-paper.ts';
import { correctionPaperOf, type CorrectionPaper } from './correction-paper.ts';
import { dialogueSummaryPaperOf, type DialogueSummaryPaper } from './dialogue-summary-paper.ts';
import type { FormPaper } from './form-paper.ts';
import { formPaperOf } from './form-paper-of.ts';
import { handOverPaperOf, type HandOverPaper } from './hand-over-paper.ts';
import type { RegistrationOpeningPaper, RegistrationResultPaper } from './notice-paper.ts';
import { openingPaperOf, resultPaperOf } from './notice-paper-of.ts';
import { newsItemPaperOf, type NewsItemPaper } from './news-item-paper.ts';
import type { PaperDating } from './paper.ts';
import { plainPaperOf, type PlainPaper } from './plain-paper.ts';
import type { PlanPaper } from './plan-paper.ts';
import { planPaperOf } from './plan-paper-of.ts';
import { questionSlipPaperOf, type QuestionSlipPaper } from './question-slip-paper.ts';
import { recallPaperOf, type RecallPaper } from './recall-paper.ts';
import { yearReportPaperOf, type YearReportPaper } from './year-report-paper.ts';
import {
  pledgePaperOf,
  pledgeSheetOf,
  type PledgePaper,
  type PledgeSheet,
} from './pledge-paper.ts';
import { upwardPaperOf, type UpwardPaper } from './upward-paper.ts';
import { quarterReportPaperOf, type QuarterReportPaper } from './quarter-report-paper.ts';

/** A paper with everything that it shows: what its template is filled with. */
export type Paper =
  | PlanPaper
  | RegistrationOpeningPaper
  | RegistrationResultPaper
  | CorrectionPaper
  | RecallPaper
  | AmendmentPaper
  | QuarterReportPaper
  | CheckSheetPaper
  | CheckTeamPaper
  | CommendationPaper
  | YearReportPaper
  | PledgePaper
  | PledgeSheet
  | PlainPaper
  | NewsItemPaper
  | UpwardPaper
  | DialogueSummaryPaper
  | QuestionSlipPaper
  | ApprovalSlipPaper
  | BlankRegistrationPaper
  | HandOverPaper
  | ConferencePaper
  | FormPaper
  | ProgrammePaper
  | AttendanceSheet;
type ConferencePaper =
  InvitationPaper | SummonsPaper | CancellationPaper | MinutesPaper | ConclusionPaper;

const conferencePaperOf = (
  source: ConferenceSource,
  facts: OfficeFacts,
  dating: PaperDating,
): ConferencePaper => {
  switch (source.kind) {
    case 'invitation':
      return invitationPaperOf(source.content, facts, dating);
    case 'summons':
      return summonsPaperOf(source.content, facts, dating);
    case 'conference-cancellation':
      return cancellationPaperOf(source.content, facts, dating);
    case 'minutes':
      return minutesPaperOf(source.content, facts, dating);
    case 'conclusion':
      return conclusionPaperOf(source.content, facts, dating);
  }
};

/**
 * The paper from what people wrote and the office as it was on the paper's day.
 * @throws DomainError unknown-reference with the pointer into the content
 */
export const paperOf = (source: PaperSource, facts: OfficeFacts, dating: PaperDating): Paper => {
  switch (source.kind) {
    case 'plan':
      return planPaperOf(source.content, facts, dating);
    case 'registration-opening':
      return openingPaperOf(source.content, facts, dating);
    case 'registration-result':
      return resultPaperOf(source, facts, dating);
    case 'correction':
      return correctionPaperOf(source.content, facts, dating);
    case 'recall':
      return recallPaperOf(source.content, facts, dating);
    case 'letter':
    case 'notice':
    case 'report':
      return plainPaperOf(source, facts, dating);
    case 'news-item':
      return newsItemPaperOf(source.content, facts, dating);
    case 'check-team-decision':
      return checkTeamPaperOf(source.content, facts, dating);
    case 'commendation-decision':
      return commendationPaperOf(source.content, facts, dating);
    case 'plan-amendment':
      return amendmentPaperOf(source.content, facts, dating);
    case 'year-report':
      return yearReportPaperOf(source.content, facts, dating);
    case 'pledge':
      return pledgePaperOf(source.content, facts, dating);
    case 'pledge-sheet':
      return pledgeSheetOf(source.content, facts, dating);
    case 'submission':
    case 'transfer-slip':
      return upwardPaperOf(source, facts, dating);
    case 'dialogue-summary':
      return dialogueSummaryPaperOf(source.content, facts, dating);
    case 'question-slip':
      return questionSlipPaperOf(source.content, facts, dating);
    case 'hand-over-list':
      return handOverPaperOf(source.content, facts, dating);
    case 'approval-slip':
      return approvalSlipOf(source.content, facts, dating);
    case 'blank-registration-form':
      return blankRegistrationOf(source.content, facts, dating);
    case 'quarter-report':
      return quarterReportPaperOf(source.content, facts, dating);
    case 'check-sheet':
      return checkSheetPaperOf(source.content, facts, dating);
    case 'registration-form':
    case 'commitment':
      return formPaperOf(source, facts, dating);
    case 'programme':
    case 'attendance-sheet':
      return conferenceFormOf(source, facts, dating);
    default:
      return conferencePaperOf(source, facts, dating);
  }
};

const DRAFT = { stage: 'draft', number: null, date: null, confirmedAt: null } as const;

/** As it is read, checked and judged before it is approved: without number and date. */
export const paperAsDraft = (source: PaperSource, facts: OfficeFacts): Paper =>
  paperOf(source, facts, DRAFT);
