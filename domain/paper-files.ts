import type { DocumentIssueState } from './document-issue.ts';
import type { FinalFiles } from './final-files.ts';

/**
 * `for-signature`: what the clerk prints; `scan`: the signed and stamped original; `enclosure-…`: what
 * goes along with the paper, such as the programme with an invitation.
 */
export type PaperFileRole =
  'for-signature' | 'final-pdf' | 'working-copy' | 'enclosure-pdf' | 'enclosure-copy' | 'scan';

/** The sha256 of the file that holds now; files made with a void number or replaced hold no more. */
export const fileInForce = (state: DocumentIssueState, role: PaperFileRole): string | null => {
  if (role === 'for-signature') return state.preparedSha256;
  return role === 'scan' ? state.scanSha256 : finalFile(state.finalFiles, role);
};

const finalFile = (
  files: FinalFiles | null,
  role: Exclude<PaperFileRole, 'for-signature' | 'scan'>,
): string | null => {
  switch (role) {
    case 'final-pdf':
      return files?.pdfSha256 ?? null;
    case 'working-copy':
      return files?.docxSha256 ?? null;
    case 'enclosure-pdf':
      return files?.enclosure?.pdfSha256 ?? null;
    case 'enclosure-copy':
      return files?.enclosure?.docxSha256 ?? null;
  }
};

/** What recipients get: the scan of the original signed in ink, else the paper as the system made it. */
export const issuedRole = (state: DocumentIssueState): PaperFileRole =>
  state.signed?.how === 'ink' || state.scanSha256 !== null ? 'scan' : 'final-pdf';
