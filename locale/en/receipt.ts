import type { receipt as vietnamese } from '../vi/receipt.ts';

export const receipt: Readonly<Record<keyof typeof vietnamese, string>> = {
  'receipt.from': 'Issued by',
  'receipt.subject': 'Subject',
  'receipt.document-date': 'Date of the paper',
  'receipt.recipient': 'Recipient',
  'receipt.open-paper': 'Open the paper (PDF)',
  'receipt.working-copy': 'Download the working copy (DOCX)',
  'receipt.working-copy-explained':
    'The working copy is for convenience; it does not stand for the original.',
  'receipt.have-you-got-it': 'Confirm receipt',
  'receipt.confirm': 'Confirm receipt',
  'receipt.confirmed-at': 'Receipt confirmed at {when}.',
  'receipt.open-until': 'This page opens until the end of {date}.',
  'receipt.expired': 'This link has expired',
  'receipt.expired-explained':
    "The paper is still in the mail that you got. To open it here again, ask the issuing office's clerk.",
};
