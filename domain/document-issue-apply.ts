import type { DocumentIssueCommand, DocumentIssueEvent } from './document-issue.ts';
import { localDateOf, type Instant } from './local-date.ts';

/** `at` is the command's business moment. */
export const applyDocumentIssue = (
  command: DocumentIssueCommand,
  at: Instant,
): DocumentIssueEvent => {
  const { by } = command;
  switch (command.type) {
    case 'confirmSigned':
      return { type: 'PaperSigned', how: command.how, by };
    case 'giveNumber':
      return {
        type: 'NumberGiven',
        number: command.number,
        documentDate: command.documentDate,
        by,
      };
    case 'signDigitally':
      return { type: 'PaperSigned', how: 'digital', signedSha256: command.signedSha256, by };
    case 'voidNumber':
      return { type: 'NumberVoided', number: command.number, reasonId: command.reasonId, by };
    case 'stamp':
      return { type: 'PaperStamped', by };
    case 'attachScan':
      return { type: 'ScanAttached', sha256: command.sha256, by };
    case 'issue':
      return { type: 'PaperIssued', issuedOn: localDateOf(at), by };
    case 'handOver':
      return { type: 'HandedOver', recipientId: command.recipientId, by };
    case 'sendAgain':
      return { type: 'SendAgainAsked', recipientId: command.recipientId, by };
    case 'giveUp':
      return {
        type: 'DeliveryGivenUp',
        recipientId: command.recipientId,
        reasonId: command.reasonId,
        by,
      };
  }
};
