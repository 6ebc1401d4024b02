import type { DocumentIssueEvent, DocumentIssueState } from '../domain/document-issue.ts';
import type { Instant } from '../domain/local-date.ts';
import { workflowInfo } from '@temporalio/workflow';
import { mailActivities } from './activity-proxies.ts';
import type { ActReceipt } from './contract.ts';

interface PaperStrand {
  state(): DocumentIssueState;
  moment(): Instant;
  record(event: DocumentIssueEvent, at: Instant): ActReceipt;
}

/**
 * Sends each message of a paper once. Messages go side by side, so that one mailbox's trouble holds up
 * no other, and people's acts on the paper are taken meanwhile.
 */
export const createPostRoom = (officeId: string, paper: PaperStrand) => {
  const { sendMessage } = mailActivities(workflowInfo().taskQueue);
  const underWay = new Set<string>();

  const send = async (messageId: string): Promise<void> => {
    const answer = await sendMessage({ officeId, messageId });
    underWay.delete(messageId);
    paper.record(
      answer.sent
        ? { type: 'MessageSent', messageId }
        : { type: 'MessageRefused', messageId, responseCode: answer.responseCode },
      paper.moment(),
    );
  };

  return {
    sendWhatIsDue(): void {
      for (const { messageId, status } of paper.state().deliveries ?? []) {
        if (status !== 'due' || messageId === null || underWay.has(messageId)) continue;
        underWay.add(messageId);
        void send(messageId);
      }
    },
    isIdle: (): boolean => underWay.size === 0,
  };
};
