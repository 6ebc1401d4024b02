import type { DocumentIssueState } from './document-issue.ts';

/**
 * `for-signature`: what the clerk prints; `scan`: the signed and stamped original; `enclosure-…`: what
 * goes along with the paper, such as the programme with an invitation.
 */
export type PaperFileRole =
  'for-signature' | 'final-pdf' | 'working-copy' | 'enclosure-pdf' | 'enclosure-copy' | 'scan';

/** The sha256 of the file that holds now; files made with a void number or replaced hold no more. */
export const fileInForce = (state: DocumentIssueState, role: PaperFileRole): string | null => {
  switch (role) {
    case 'for-signature':
      return state.preparedSha256;
    case 'final-pdf':
      return state.finalFiles?.pdfSha256 ?? null;
    case 'working-copy':
      return state.finalFiles?.docxSha256 ?? null;
    case 'enclosure-pdf':
      return state.finalFiles?.enclosure?.pdfSha256 ?? null;
    case 'enclosure-copy':
      return state.finalFiles?.enclosure?.docxSha256 ?? null;
    case 'scan':
      return state.scanSha256;
  }
};

/** What recipients get: the scan of the original signed in ink, else the paper as the system made it. */
export const issuedRole = (state: DocumentIssueState): PaperFileRole =>
  state.signed?.how === 'ink' || state.scanSha256 !== null ? 'scan' : 'final-pdf';
