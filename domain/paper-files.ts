import type { DocumentIssueState } from './document-issue.ts';
import type { FinalFiles } from './final-files.ts';

/**
 * `for-signature`: what the clerk prints; `scan`: the signed and stamped original; `enclosure-…`: what
 * goes along with the paper, such as the programme with an invitation; `signed-pdf`: with its signer's digital
 * signature; `sealed-pdf`: with the office's behind it.
 */
export type PaperFileRole =
  | 'for-signature'
  | 'final-pdf'
  | 'working-copy'
  | 'enclosure-pdf'
  | 'enclosure-copy'
  | 'scan'
  | 'signed-pdf'
  | 'sealed-pdf';

/** The sha256 of the file that holds now; files made with a void number or replaced hold no more. */
export const fileInForce = (state: DocumentIssueState, role: PaperFileRole): string | null => {
  if (role === 'for-signature') return state.preparedSha256;
  if (role === 'scan') return state.scanSha256;
  if (role === 'signed-pdf') return state.digital?.signedSha256 ?? null;
  if (role === 'sealed-pdf') return state.digital?.sealedSha256 ?? null;
  return finalFile(state.finalFiles, role);
};

const finalFile = (
  files: FinalFiles | null,
  role: Exclude<PaperFileRole, 'for-signature' | 'scan' | 'signed-pdf' | 'sealed-pdf'>,
): string | null => {
  if (files === null) return null;
  const { pdfSha256, docxSha256, enclosure = null } = files;
  switch (role) {
    case 'final-pdf':
      return pdfSha256;
    case 'working-copy':
      return docxSha256;
    case 'enclosure-pdf':
      return enclosure && enclosure.pdfSha256;
    case 'enclosure-copy':
      return enclosure && enclosure.docxSha256;
  }
};

/**
 * What recipients get: the scan of the original signed in ink, the paper with both digital signatures, else
 * the paper as the system made it.
 */
export const issuedRole = (state: DocumentIssueState): PaperFileRole => {
  if (state.signed?.how === 'digital') return 'sealed-pdf';
  return state.signed?.how === 'ink' || state.scanSha256 !== null ? 'scan' : 'final-pdf';
};
