import { paperOf, type Paper } from '../../documents/paper-of.ts';
import type { PaperStage } from '../../documents/paper.ts';
import type { PaperSource, PrintedKind } from '../../domain/paper-source.ts';
import { checkedOffice, checkSheet, quarterReport } from './check-fixture.ts';
import {
  attendanceSheet,
  cancellation,
  conclusion,
  invitation,
  minutes,
  programme,
  summons,
} from './conference-fixture.ts';
import { dialogueFacts, slip, submission, summary } from './dialogue/dialogue-fixture.ts';
import { correction, officeWithSuperior, plainPaper, recall } from './letter-fixture.ts';
import { plan2024 } from './plan-fixture.ts';
import { pledge, sheet } from './pledge-fixture.ts';
import {
  commitment,
  dating,
  form,
  office,
  ofTeam1,
  opening,
  result,
} from './registration-fixture.ts';
import { amendmentOf, office as summaryOffice, yearReport } from './summary-fixture.ts';

type Make = (stage: PaperStage) => Paper;

const of =
  (source: PaperSource, facts = office): Make =>
  (stage) =>
    paperOf(source, facts, dating(stage));

/** One paper of every kind that is printed. */
export const EVERY_PAPER: Readonly<Record<PrintedKind, Make>> = {
  plan: plan2024,
  'plan-amendment': of(amendmentOf(), summaryOffice),
  'registration-opening': of(opening()),
  'registration-result': of(result()),
  'registration-form': of(form(ofTeam1)),
  commitment: of(commitment(ofTeam1)),
  invitation: of(invitation()),
  summons: of(summons()),
  'conference-cancellation': of(cancellation),
  programme: of(programme),
  'attendance-sheet': of(attendanceSheet),
  minutes: of(minutes()),
  conclusion: of(conclusion),
  pledge: of(pledge()),
  'pledge-sheet': of(sheet()),
  submission: of(submission, dialogueFacts),
  'transfer-slip': of(slip, dialogueFacts),
  'dialogue-summary': of(summary, dialogueFacts),
  'question-slip': of({ kind: 'question-slip', content: { year: 2024 } }, dialogueFacts),
  'check-sheet': of({ kind: 'check-sheet', content: checkSheet }, checkedOffice),
  'quarter-report': of({ kind: 'quarter-report', content: quarterReport }, checkedOffice),
  'year-report': of(yearReport(), summaryOffice),
  correction: of(correction(), officeWithSuperior),
  recall: of(recall(), officeWithSuperior),
  letter: of(plainPaper('letter'), officeWithSuperior),
  notice: of(plainPaper('notice'), officeWithSuperior),
  report: of(plainPaper('report', 1), officeWithSuperior),
};
