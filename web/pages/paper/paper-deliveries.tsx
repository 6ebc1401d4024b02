import type { DeliveryRow } from '../../../adapters/database/deliveries.ts';
import type { Words } from '../../../locale/words.ts';
import { EmptyState, Table, Tag } from '../../layout/content.tsx';
import { deliveryWords, showTime, wayOf } from './paper-delivery-words.ts';
import { personName, type PaperView } from './paper-view.ts';

interface DeliveryProps {
  readonly t: Words;
  readonly view: PaperView;
  readonly delivery: DeliveryRow;
}

export const DeliveryStanding = ({ t, view, delivery }: DeliveryProps) => {
  const { tag, tone, lines } = deliveryWords(t, view, delivery);
  return (
    <>
      <Tag tone={tone}>{tag}</Tag>
      {lines.map((line) => (
        <div>{line}</div>
      ))}
    </>
  );
};

const cellsOf = ({ t, view, delivery }: DeliveryProps) => [
  <a href={`/papers/${view.paper.paper_id}/deliveries/${delivery.recipient_id}`}>
    {delivery.recipient_name}
  </a>,
  delivery.person_id ? personName(view.people, delivery.person_id) : '–',
  wayOf(t, delivery),
  <DeliveryStanding t={t} view={view} delivery={delivery} />,
  delivery.confirmed_at ? showTime(delivery.confirmed_at) : t('paper.not-confirmed'),
];

/** Who gets the paper, how, and whether it has arrived: one row per unit or body. */
export const PaperDeliveries = ({ t, view }: Omit<DeliveryProps, 'delivery'>) => {
  if (view.state.issuedOn === null) return null;
  if (view.deliveries.length === 0) return <EmptyState title={t('paper.deliveries-being-made')} />;
  return (
    <Table
      caption={t('paper.deliveries')}
      columns={[
        { label: t('paper.recipient') },
        { label: t('paper.recipient-person') },
        { label: t('paper.way') },
        { label: t('paper.standing') },
        { label: t('paper.confirmed') },
      ]}
      rows={view.deliveries.map((delivery) => cellsOf({ t, view, delivery }))}
    />
  );
};
