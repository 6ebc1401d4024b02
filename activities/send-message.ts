import { ApplicationFailure } from '@temporalio/activity';
import type { SendAnswer } from '../adapters/mail.ts';
import type { MessageRow } from '../adapters/database/deliveries.ts';
import type { ReformActivities } from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { createPaperMessages } from './paper-message.ts';

const answerOf = (message: MessageRow): SendAnswer | null => {
  if (message.status === 'sent') return { sent: true };
  return message.status === 'refused'
    ? { sent: false, responseCode: message.response_code ?? 550 }
    : null;
};

export const createMessageSending = (dependencies: ActivityDependencies) => {
  const { stores, mailer, wallClock } = dependencies;
  const { compose } = createPaperMessages(dependencies);

  return {
    sendMessage: async ({ officeId, messageId }: { officeId: string; messageId: string }) => {
      const send = async (message: MessageRow) => {
        const earlier = answerOf(message);
        if (earlier) return { answer: earlier, change: {} };
        const answer = await mailer.send(await compose(message));
        const at = wallClock();
        return {
          answer,
          change: answer.sent
            ? { status: 'sent' as const, sent_at: at, last_fault: null }
            : {
                status: 'refused' as const,
                response_code: answer.responseCode,
                last_fault: `SMTP ${String(answer.responseCode)}`,
                last_attempt_at: at,
              },
        };
      };
      try {
        return await stores.deliveries.withMessageLocked(officeId, messageId, send);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'MailUnavailableError') throw error;
        await stores.deliveries.noteFault(officeId, messageId, error.message, wallClock());
        // Retried; only the reason's code goes into the history, never the server's own words.
        throw ApplicationFailure.retryable(error.message, 'mail-unavailable');
      }
    },
  } satisfies Partial<ReformActivities>;
};
