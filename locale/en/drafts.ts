import type { drafts as vietnamese } from '../vi/drafts.ts';

/** Words of the drafts of papers. */
export const drafts: Readonly<Record<keyof typeof vietnamese, string>> = {
  'drafts.title': 'Drafts of papers, {year}',
  'drafts.to-list': 'Drafts of papers',
  'drafts.list': 'The drafts',
  'drafts.none': 'There is no draft of a paper yet.',
  'drafts.none-hint':
    'Invitations, notices, reports and letters of the year go before the leader here, before they are signed and issued.',
  'drafts.paper': 'Paper',
  'drafts.phase': 'State',
  'drafts.waits-for': 'Waits for',
  'drafts.phase-awaiting-approval': 'Before the leader',
  'drafts.phase-drafting': 'To be corrected',
  'drafts.phase-approved': 'Being signed and issued',
  'drafts.phase-issued': 'Issued',
  'drafts.phase-dropped': 'Stopped',
  'drafts.draft-title': 'Draft: {kind}',
  'drafts.subject': 'Subject',
  'drafts.submitted-by': 'Submitted by',
  'drafts.way': 'Signature and issue',
  'drafts.stopped': 'The approval of this version stopped on {when}.',
  'drafts.came-back': 'Version {version} was returned, because: {reason}',
  'drafts.keep-title': 'Correct or stop the paper',
  'drafts.submit-anew':
    'The paper is corrected, and submitted as a new version, where it was written.',
  'drafts.drop': 'Stop this paper',
  'drafts.drop-reason': 'Why it is stopped',
  'drafts.drop-hint':
    'The paper will neither be signed nor issued. A number that it has stays void in the register.',
  'drafts.write-letter': 'Write a letter of correction or recall',
  'drafts.no-papers': 'No paper of the year is issued under a number yet.',
  'drafts.about-paper': 'About the paper',
  'drafts.letter-kind': 'Kind of letter',
  'drafts.hint-correction': 'The form, technique or procedure of the paper is wrong.',
  'drafts.hint-recall':
    'The paper was issued by mistake; whoever got it returns or destroys it, and confirms.',
  'drafts.kind-missing': 'Choose correction or recall.',
  'drafts.subject-hint': 'Printed behind "V/v" under the number.',
  'drafts.places': 'The places to be corrected',
  'drafts.places-hint':
    'For a correction only. One a line: where | printed | right. Page 2, line 5 | year 2023 | year 2024.',
  'drafts.recall-reason': 'Why it is recalled',
  'drafts.recall-reason-hint': 'For a recall only. Printed in the letter.',
  'drafts.signer': 'Signer',
  'drafts.capacity': 'Signs for the head as',
  'drafts.capacity-hint': 'Left out where the head signs; KT. for a deputy.',
  'drafts.submit': 'Submit for approval',
  'drafts.write-plain': 'Write another letter, notice or report',
  'drafts.plain-kind': 'Kind of paper',
  'drafts.plain-kind-missing': 'Choose the kind of paper.',
  'drafts.plain-subject-hint':
    'Printed behind "V/v" in a letter, or under the name of a notice or report.',
  'drafts.paragraphs': 'Text',
  'drafts.paragraphs-hint': 'Each line is a paragraph of the paper.',
  'drafts.to-units': 'To units',
  'drafts.to-superiors': 'To bodies above and specialised units',
  'drafts.plain-again': 'Submit a returned paper again',
  'drafts.replaces': 'Replaces an issued paper',
  'drafts.replaces-hint':
    'Where the content of that one was wrong; choose one of the same kind. Whoever got it gets this one too.',
  'drafts.replaces-reason': 'Why it is replaced',
  'drafts.replaces-reason-hint':
    'Printed behind “do” (because), for example: số liệu quý I chưa đúng.',
  'drafts.by-order-hint':
    'Left out where the head signs; KT. for a deputy; TL. where the head of a unit signs a letter or notice.',
};
