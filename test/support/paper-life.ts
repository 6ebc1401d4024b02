import type { DeliveryState, DocumentIssueEvent } from '../../domain/document-issue.ts';
import { CLERK } from './actors.ts';

// What happens to a paper, one event each, for the tests to put in a row.
export const opened = { type: 'PaperOpened' } as const;
export const prepared = { type: 'PaperPrepared', pdfSha256: 'sha-for-signature' } as const;
export const signedInInk = { type: 'PaperSigned', how: 'ink', by: CLERK } as const;
export const confirmed = { type: 'PaperSigned', how: 'confirmed', by: CLERK } as const;
export const stamped = { type: 'PaperStamped', by: CLERK } as const;
export const rendered = {
  type: 'FinalRendered',
  pdfSha256: 'sha-final',
  docxSha256: 'sha-copy',
} as const;
export const scanned = { type: 'ScanAttached', sha256: 'sha-scan', by: CLERK } as const;

export const numbered = (number = 15, documentDate = '2024-01-15') =>
  ({ type: 'NumberGiven', number, documentDate, by: CLERK }) as const;
export const voided = (number = 15) =>
  ({ type: 'NumberVoided', number, reasonId: 'act-of-reason', by: CLERK }) as const;
export const issued = (issuedOn = '2024-01-15') =>
  ({ type: 'PaperIssued', issuedOn, by: CLERK }) as const;

const DELIVERIES: readonly DeliveryState[] = [
  { recipientId: 'team-1', messageId: 'message-1', status: 'due', handedOverOn: null },
  { recipientId: 'team-2', messageId: 'message-2', status: 'due', handedOverOn: null },
  { recipientId: 'team-3', messageId: null, status: 'to-hand-over', handedOverOn: null },
];
export const planned = (deliveries: readonly DeliveryState[] = DELIVERIES) =>
  ({ type: 'DeliveriesPlanned', deliveries }) as const;

/** A paper as far as the step named, signed in ink. */
export const UNTIL = {
  signature: [opened, prepared],
  number: [opened, prepared, signedInInk],
  stamp: [opened, prepared, signedInInk, numbered()],
  issue: [opened, prepared, signedInInk, numbered(), rendered, stamped],
  delivering: [opened, prepared, signedInInk, numbered(), rendered, stamped, scanned, issued()],
} as const satisfies Record<string, readonly DocumentIssueEvent[]>;
