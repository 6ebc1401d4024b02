import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { amendmentWords } from '../locale/amendment-papers.ts';
import { conferenceWords } from '../locale/conference-papers.ts';
import { decisionWords } from '../locale/decision-papers.ts';
import { checkWords } from '../locale/check-papers.ts';
import { paperWords } from '../locale/papers.ts';
import { pledgeWords } from '../locale/pledge-papers.ts';
import { addresseeWords, purposeWords, recipientWords } from '../locale/recipients.ts';
import { registrationWords } from '../locale/registration-papers.ts';
import { summaryWords } from '../locale/summary-papers.ts';
import type { PrintedKind } from '../domain/paper-source.ts';

import type { PageMarks, PaperBlocks } from './blocks.ts';
import { viewAmendment } from './amendment-paper.ts';
import { viewCalling } from './conference/calling-paper.ts';
import { viewConferenceForm } from './conference/conference-form.ts';
import { viewMinutes } from './conference/minutes-paper.ts';
import { viewApprovalSlip } from './approval-slip-paper.ts';
import { viewBlankRegistration } from './blank-registration-paper.ts';
import { viewCheckTeam } from './check-team-paper.ts';
import { viewCommendation } from './commendation-paper.ts';
import { viewCheckSheet } from './check-sheet-paper.ts';
import { viewCorrection } from './correction-paper.ts';
import { viewDialogueSummary } from './dialogue-summary-paper.ts';
import { viewForm } from './form-view.ts';
import { viewHandOver } from './hand-over-paper.ts';
import { viewNewsItem } from './news-item-paper.ts';
import { viewOpening, viewResult } from './notice-view.ts';
import type { Paper } from './paper-of.ts';
import { proofMarkOf } from './proof-mark.ts';
import type { ProofMark } from './proof-mark.ts';
import { viewRecall } from './recall-paper.ts';
import { viewPlainPaper } from './plain-paper.ts';
import { viewPlan } from './plan-view.ts';
import { viewPledge } from './pledge-paper.ts';
import { viewQuestionSlip } from './question-slip-paper.ts';
import { viewQuarterReport } from './quarter-report-view.ts';
import { readSections } from './read-blocks.ts';
import { fillTemplate } from './template-fill.ts';
import { readTemplate } from './template-nodes.ts';
import type { Template } from './template-nodes.ts';
import { viewYearReport } from './year-report-view.ts';
import { viewUpward } from './upward-paper.ts';

interface LoadedTemplate {
  readonly template: Template;
  readonly source: string;
  readonly version: string;
}

export interface VersionedText {
  readonly sha256: string;
  readonly text: string;
}

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const loadTemplate = (name: string): LoadedTemplate => {
  const file = new URL(`../templates/documents/${name}.hbs`, import.meta.url);
  const source = readFileSync(file, 'utf8');
  return { template: readTemplate(`${name}.hbs`, source), source, version: hash(source) };
};

const templates: Readonly<Record<PrintedKind, LoadedTemplate>> = {
  plan: loadTemplate('plan'),
  'registration-opening': loadTemplate('registration-opening'),
  'registration-result': loadTemplate('registration-result'),
  correction: loadTemplate('correction'),
  recall: loadTemplate('recall'),
  letter: loadTemplate('letter'),
  notice: loadTemplate('notice'),
  report: loadTemplate('report'),
  'news-item': loadTemplate('news-item'),
  'check-team-decision': loadTemplate('check-team-decision'),
  'commendation-decision': loadTemplate('commendation-decision'),
  'plan-amendment': loadTemplate('plan-amendment'),
  'year-report': loadTemplate('year-report'),
  pledge: loadTemplate('pledge'),
  // The sheet is the pledge before anybody has signed it.
  'pledge-sheet': loadTemplate('pledge'),
  submission: loadTemplate('submission'),
  'transfer-slip': loadTemplate('transfer-slip'),
  'dialogue-summary': loadTemplate('dialogue-summary'),
  'question-slip': loadTemplate('question-slip'),
  'hand-over-list': loadTemplate('hand-over-list'),
  'approval-slip': loadTemplate('approval-slip'),
  'blank-registration-form': loadTemplate('blank-registration-form'),
  'quarter-report': loadTemplate('quarter-report'),
  'check-sheet': loadTemplate('check-sheet'),
  'registration-form': loadTemplate('registration-form'),
  commitment: loadTemplate('commitment'),
  invitation: loadTemplate('invitation'),
  summons: loadTemplate('summons'),
  'conference-cancellation': loadTemplate('conference-cancellation'),
  minutes: loadTemplate('minutes'),
  conclusion: loadTemplate('conclusion'),
  programme: loadTemplate('programme'),
  'attendance-sheet': loadTemplate('attendance-sheet'),
};

const isPrinted = (text: string): text is PrintedKind => Object.hasOwn(templates, text);

export const printedKinds = (): readonly PrintedKind[] => Object.keys(templates).filter(isPrinted);

/** sha256 of the template's text: what an approval binds beside the content. */
export const templateVersion = (kind: PrintedKind): string => templates[kind].version;

/** The template with its version, to be kept with an approval. */
export const templateText = (kind: PrintedKind): VersionedText => ({
  sha256: templates[kind].version,
  text: templates[kind].source,
});

// A paper approved with an earlier release is printed only with the words of its approval: those of
// other papers stay out of its text.
const WORDS_BESIDE: Partial<Readonly<Record<PrintedKind, object>>> = {
  plan: {},
  letter: {},
  notice: { addresseeWords },
  report: {},
  'news-item': {},
  'check-team-decision': { decisionWords },
  'commendation-decision': { decisionWords },
  invitation: { conferenceWords },
  summons: { conferenceWords },
  'conference-cancellation': { conferenceWords },
  minutes: { conferenceWords },
  conclusion: { conferenceWords, addresseeWords },
  programme: { conferenceWords },
  'attendance-sheet': { conferenceWords },
  'plan-amendment': { amendmentWords },
  'year-report': { summaryWords },
  'quarter-report': { checkWords },
  'check-sheet': { checkWords },
  pledge: { registrationWords, pledgeWords },
  'pledge-sheet': { registrationWords, pledgeWords },
};

const wordsOf = (kind: PrintedKind): object => ({
  paperWords,
  purposeWords,
  recipientWords,
  ...(WORDS_BESIDE[kind] ?? { registrationWords }),
});

/** The words that a paper has beside its template's, with the sha256 that an approval binds. */
export const localeText = (kind: PrintedKind): VersionedText => {
  const text = JSON.stringify(wordsOf(kind));
  return { sha256: hash(text), text };
};

/** sha256 of the words that a paper has beside its template's. */
export const localeVersion = (kind: PrintedKind): string => localeText(kind).sha256;

// A paper that was approved with an older template keeps it until it is issued.
const templateOf = (kind: PrintedKind, pinned: string | null): Template =>
  pinned === null || pinned === templates[kind].source
    ? templates[kind].template
    : readTemplate(`${kind}.hbs`, pinned);

export const DRAFT_MARKS: PageMarks = { watermark: paperWords.draft, note: null, proof: null };

// Only what bears its number can be looked up by its mark.
const proofOf = ({ stage, head }: Paper): ProofMark | null => {
  const isNumbered = stage === 'final' || stage === 'working-copy';
  const address = 'proofAddress' in head ? head.proofAddress : null;
  return isNumbered && address ? proofMarkOf(address) : null;
};

const marksOf = (paper: Paper): PageMarks => ({
  watermark: paper.stage === 'draft' ? DRAFT_MARKS.watermark : null,
  note: paper.stage === 'working-copy' ? paperWords.workingCopy : null,
  proof: proofOf(paper),
});

const viewPaper = (paper: Paper): object => {
  switch (paper.kind) {
    case 'plan':
      return viewPlan(paper);
    case 'registration-opening':
      return viewOpening(paper);
    case 'registration-result':
      return viewResult(paper);
    case 'correction':
      return viewCorrection(paper);
    case 'recall':
      return viewRecall(paper);
    case 'letter':
    case 'notice':
    case 'report':
      return viewPlainPaper(paper);
    case 'news-item':
      return viewNewsItem(paper);
    case 'check-team-decision':
      return viewCheckTeam(paper);
    case 'commendation-decision':
      return viewCommendation(paper);
    case 'plan-amendment':
      return viewAmendment(paper);
    case 'year-report':
      return viewYearReport(paper);
    case 'pledge':
    case 'pledge-sheet':
      return viewPledge(paper);
    case 'submission':
    case 'transfer-slip':
      return viewUpward(paper);
    case 'dialogue-summary':
      return viewDialogueSummary(paper);
    case 'question-slip':
      return viewQuestionSlip(paper);
    case 'hand-over-list':
      return viewHandOver(paper);
    case 'approval-slip':
      return viewApprovalSlip(paper);
    case 'blank-registration-form':
      return viewBlankRegistration(paper);
    case 'quarter-report':
      return viewQuarterReport(paper);
    case 'check-sheet':
      return viewCheckSheet(paper);
    case 'registration-form':
    case 'commitment':
      return viewForm(paper);
    case 'programme':
    case 'attendance-sheet':
      return viewConferenceForm(paper);
    case 'minutes':
      return viewMinutes(paper);
    default:
      return viewCalling(paper);
  }
};

/**
 * The paper as typed blocks, from which DOCX, PDF and preview are all made; from today's template, or
 * from the text of the one that it was approved with.
 */
export const buildPaper = (paper: Paper, pinned: string | null = null): PaperBlocks => ({
  sections: readSections(fillTemplate(templateOf(paper.kind, pinned), viewPaper(paper))),
  marks: marksOf(paper),
  title: paper.subject.normalize('NFC'),
  author: paper.head.officeName.normalize('NFC'),
  madeOn: paper.head.date ?? `${String(paper.year)}-01-01`,
});
