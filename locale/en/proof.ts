import type { proof as vietnamese } from '../vi/proof.ts';

export const proof: Readonly<Record<keyof typeof vietnamese, string>> = {
  'proof.title': 'Check a paper',
  'proof.code': 'Code',
  'proof.code-hint':
    'The last 16 letters and digits of the address in the QR code at the foot of the first page; the whole address will do.',
  'proof.code-missing': 'Enter the code.',
  'proof.look-up': 'Check',
  'proof.look-up-another': 'Check another paper',
  'proof.is.genuine': 'This paper is genuine',
  'proof.is.replaced': 'This paper is genuine, but was replaced',
  'proof.is.recalled': 'This paper was recalled',
  'proof.is.unknown': 'No paper has this code',
  'proof.tag.genuine': 'Genuine',
  'proof.tag.replaced': 'Replaced',
  'proof.tag.recalled': 'Recalled',
  'proof.paper': 'No. {number} of {date}',
  'proof.paper-without-number': 'A paper without a number, of {date}',
  'proof.by.replaced': 'Replaced by: {paper}.',
  'proof.by.recalled': 'Recalled by: {paper}.',
  'proof.corrected': 'Corrected by: {paper}.',
  'proof.compare':
    'Compare this number and date with the paper in your hand. If they differ, the code was copied from another paper.',
  'proof.unknown-explained':
    'The code may be mistyped, or the paper was not issued by the office. Ask the clerk of the office named on the paper.',
  'proof.file-title': 'Check a file',
  'proof.file-title-of-paper': 'Compare a file with this paper',
  'proof.file-hint':
    'Drop the file that you got by mail here, or choose it. It stays on your machine: the browser sends its SHA-256 hash alone.',
  'proof.file-label': 'File to check',
  'proof.file-reading': 'Reading the file…',
  'proof.file-failed': 'The file could not be checked. Please try again.',
  'proof.file-insecure':
    'Browsers read files here only on pages opened by https. Open this page by its https address.',
  'proof.file-is.issued': 'This is the file that was issued',
  'proof.file-is.copy': 'This is the working copy that was sent along',
  'proof.file-is-copy-explained':
    'The working copy is for convenience; it does not stand for the original.',
  'proof.file-is-not': 'Not a file that was issued',
  'proof.file-is-not-ours':
    'No issued file is the same as this one, byte for byte. It may have been changed, be it in one letter, or scanned again by somebody.',
  'proof.file-is-not-of-paper':
    'This file is not, byte for byte, one that was issued of this paper. It may have been changed, be it in one letter, or scanned again by somebody.',
  'proof.too-many-title': 'Too many look-ups',
  'proof.too-many': 'Please try again in 15 minutes.',
  'proof.office-title': 'QR code to check papers',
  'proof.office-in-short':
    'Recipients scan it to learn whether a paper is genuine, replaced or recalled.',
  'proof.tag-printed.yes': 'printed on numbered papers.',
  'proof.tag-printed.no': 'not printed.',
  'proof.office-choice': 'Print the code on papers',
  'proof.office-choice-hint':
    'It holds for papers numbered from now on. Papers that have their number stay as they are.',
  'proof.office-printed': 'Print a QR code at the foot of the first page of numbered papers',
};
