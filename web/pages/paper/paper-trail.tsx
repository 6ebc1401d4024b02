import type { DocumentIssueEvent } from '../../../domain/document-issue.ts';
import { displayNumber } from '../../../domain/recipients.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { Details, Table } from '../../layout/content.tsx';
import { factsOf, type EventFacts } from './paper-trail-facts.ts';
import { personName, type PaperView, type TrailRow } from './paper-view.ts';

interface TrailNames {
  readonly recipient: (recipientId: string | undefined) => string;
  /** Whom a message was for: several units may share a mailbox. */
  readonly ofMessage: (messageId: string | undefined) => string;
  readonly reason: (reasonId: string | undefined) => string;
}

type Sentence = (t: Words, event: EventFacts, names: TrailNames) => string;

const dateOf = (date: string | undefined): string => (date === undefined ? '' : formatDate(date));
const numberOf = ({ number }: EventFacts): string =>
  number === undefined ? '' : displayNumber(number);

const SENTENCES: Readonly<Record<DocumentIssueEvent['type'], Sentence>> = {
  ClockWentLive: (t) => t('paper.event.ClockWentLive'),
  PaperOpened: (t) => t('paper.event.PaperOpened'),
  PaperPrepared: (t) => t('paper.event.PaperPrepared'),
  PaperSigned: (t, { how }) => t(`paper.event.PaperSigned-${how ?? 'ink'}`),
  PaperSealed: (t) => t('paper.event.PaperSealed'),
  NumberGiven: (t, event) =>
    t('paper.event.NumberGiven', { number: numberOf(event), date: dateOf(event.documentDate) }),
  NumberVoided: (t, event, { reason }) =>
    t('paper.event.NumberVoided', { number: numberOf(event), reason: reason(event.reasonId) }),
  PaperStamped: (t) => t('paper.event.PaperStamped'),
  FinalRendered: (t) => t('paper.event.FinalRendered'),
  ScanAttached: (t) => t('paper.event.ScanAttached'),
  PaperIssued: (t, { issuedOn }) => t('paper.event.PaperIssued', { date: dateOf(issuedOn) }),
  DeliveriesPlanned: (t, { deliveries }) =>
    t('paper.event.DeliveriesPlanned', { count: deliveries?.length ?? 0 }),
  MessageSent: (t, { messageId }, names) =>
    t('paper.event.MessageSent', { recipients: names.ofMessage(messageId) }),
  MessageRefused: (t, { messageId, responseCode }, names) =>
    t('paper.event.MessageRefused', {
      recipients: names.ofMessage(messageId),
      code: responseCode ?? '',
    }),
  HandedOver: (t, event, { recipient }) =>
    t('paper.event.HandedOver', { recipient: recipient(event.recipientId) }),
  SendAgainAsked: (t, event, { recipient }) =>
    t('paper.event.SendAgainAsked', { recipient: recipient(event.recipientId) }),
  DeliveryReplanned: (t, { delivery }, { recipient }) =>
    t('paper.event.DeliveryReplanned', { recipient: recipient(delivery?.recipientId) }),
  DeliveryGivenUp: (t, event, { recipient, reason }) =>
    t('paper.event.DeliveryGivenUp', {
      recipient: recipient(event.recipientId),
      reason: reason(event.reasonId),
    }),
  PaperClosed: (t) => t('paper.event.PaperClosed'),
  PaperCancelled: (t) => t('paper.event.PaperCancelled'),
};

const SENTENCE_OF: ReadonlyMap<string, Sentence> = new Map(Object.entries(SENTENCES));

const namesIn = (view: PaperView, reasons: ReadonlyMap<string, string>): TrailNames => {
  const planned = view.trail
    .map(factsOf)
    .flatMap(({ deliveries, delivery }) => [
      ...(deliveries ?? []),
      ...(delivery ? [delivery] : []),
    ]);
  const recipient = (id: string | undefined): string =>
    view.deliveries.find((row) => row.recipient_id === id)?.recipient_name ?? id ?? '';
  return {
    recipient,
    ofMessage: (messageId) => {
      const ids = planned.filter((row) => row.messageId === messageId);
      return [...new Set(ids.map(({ recipientId }) => recipient(recipientId)))].join(', ');
    },
    reason: (id) => reasons.get(id ?? '') ?? '',
  };
};

const whoDid = (t: Words, view: PaperView, { by }: EventFacts): string => {
  if (!by) return t('paper.by-system');
  const name = personName(view.people, by.personId);
  return by.capacity ? `${by.capacity} ${name}` : name;
};

const whenOf = (t: Words, { at, entered_at }: TrailRow): string =>
  at.slice(0, 10) === entered_at.slice(0, 10)
    ? formatDateTime(at)
    : t('paper.entered-later', {
        when: formatDateTime(at),
        entered: formatDateTime(entered_at),
      });

/** What happened to the paper: when, what, by whom. */
export const PaperTrail = ({
  t,
  view,
  reasons,
}: {
  readonly t: Words;
  readonly view: PaperView;
  readonly reasons: ReadonlyMap<string, string>;
}) => {
  const names = namesIn(view, reasons);
  return (
    <Details summary={t('paper.trail', { count: view.trail.length })}>
      <Table
        caption={t('paper.trail', { count: view.trail.length })}
        isCaptionHidden
        columns={[
          { label: t('paper.trail-when') },
          { label: t('paper.trail-what') },
          { label: t('paper.trail-who') },
        ]}
        rows={view.trail.map((row) => {
          const event = factsOf(row);
          return [
            whenOf(t, row),
            SENTENCE_OF.get(row.type)?.(t, event, names) ?? row.type,
            whoDid(t, view, event),
          ];
        })}
      />
    </Details>
  );
};
