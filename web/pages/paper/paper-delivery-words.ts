import type { DeliveryRow, MessageRow } from '../../../adapters/database/deliveries.ts';
import { instantOf, type Instant } from '../../../domain/local-date.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { Tone } from '../../layout/content.tsx';
import type { PaperView } from './paper-view.ts';

export interface DeliveryWords {
  readonly tag: string;
  readonly tone: Tone;
  readonly lines: readonly string[];
}

export const showTime = (at: Date): string => formatDateTime(instantOf(at.getTime()));

// Since when a message is on its way: the last time that its delivery was planned.
const plannedAt = (view: PaperView): Instant | null =>
  view.trail.findLast(({ type }) => type === 'DeliveriesPlanned' || type === 'DeliveryReplanned')
    ?.at ?? null;

const dueWords = (t: Words, view: PaperView, message: MessageRow | undefined): DeliveryWords => {
  if (!message || message.last_fault === null || message.last_attempt_at === null) {
    return { tag: t('paper.delivery.due'), tone: 'busy', lines: [] };
  }
  const since = plannedAt(view);
  return {
    tag: t('paper.delivery.waiting'),
    tone: 'soon',
    lines: [
      ...(since ? [t('paper.delivery.waiting-since', { when: formatDateTime(since) })] : []),
      t('paper.delivery.last-try', {
        count: message.attempts,
        when: showTime(message.last_attempt_at),
        fault: message.last_fault,
      }),
    ],
  };
};

const sentWords = (t: Words, message: MessageRow | undefined): DeliveryWords => ({
  tag: t('paper.delivery.sent'),
  tone: 'good',
  lines: message?.sent_at ? [t('paper.delivery.sent-at', { when: showTime(message.sent_at) })] : [],
});

const refusedWords = (t: Words, message: MessageRow | undefined): DeliveryWords => ({
  tag: t('paper.delivery.undeliverable'),
  tone: 'bad',
  lines: [
    t('paper.delivery.refused-code', { code: message?.response_code ?? 550 }),
    t('paper.delivery.refused-advice'),
  ],
});

const handedWords = (t: Words, { handed_over_on }: DeliveryRow): DeliveryWords => ({
  tag: t('paper.delivery.handed-over'),
  tone: 'good',
  lines: handed_over_on
    ? [t('paper.delivery.handed-over-on', { date: formatDate(handed_over_on) })]
    : [],
});

/** How a delivery stands, in words for people; the codes of the mail server only where they help. */
export const deliveryWords = (t: Words, view: PaperView, delivery: DeliveryRow): DeliveryWords => {
  const message = view.messages.find(({ message_id }) => message_id === delivery.message_id);
  switch (delivery.status) {
    case 'due':
      return dueWords(t, view, message);
    case 'sent':
      return sentWords(t, message);
    case 'undeliverable':
      return refusedWords(t, message);
    case 'handed-over':
      return handedWords(t, delivery);
    case 'to-plan-again':
      return { tag: t('paper.delivery.to-plan-again'), tone: 'busy', lines: [] };
    case 'to-hand-over':
      return { tag: t('paper.delivery.to-hand-over'), tone: 'soon', lines: [] };
    case 'given-up':
      return { tag: t('paper.delivery.given-up'), tone: 'plain', lines: [] };
    case 'historic':
      return { tag: t('paper.delivery.historic'), tone: 'plain', lines: [] };
  }
};

export const wayOf = (t: Words, { mailbox }: DeliveryRow): string =>
  mailbox ?? t('paper.way-by-hand');
