import type { DeliveryRow } from '../adapters/database/deliveries.ts';
import type { ReceiptLinks } from '../adapters/receipt-links.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { ActDependencies } from './act.ts';

export interface OpenedReceipt {
  readonly officeId: string;
  readonly delivery: DeliveryRow;
  readonly expiresOn: LocalDate;
  /** The link's last day is over: it says so and shows nothing else. */
  readonly isExpired: boolean;
}

type ReceiptDependencies = Pick<ActDependencies, 'stores' | 'wallClock'>;

/** The one delivery that the link was made for; null for a link that is none of ours. */
export const openReceipt = async (
  { stores }: ReceiptDependencies,
  links: Pick<ReceiptLinks, 'read'>,
  token: string,
  today: LocalDate,
): Promise<OpenedReceipt | null> => {
  const linked = links.read(token);
  if (!linked) return null;
  const { officeId, paperId, recipientId, expiresOn } = linked;
  const delivery = await stores.deliveries.find(officeId, paperId, recipientId);
  if (!delivery) return null;
  return { officeId, delivery, expiresOn, isExpired: expiresOn < today };
};

/**
 * "We have it", said by whoever holds the link. It needs no account, counts once, and the first time
 * stays; an expired link confirms nothing.
 */
export const confirmReceipt = async (
  { stores, wallClock }: ReceiptDependencies,
  { officeId, delivery, isExpired }: OpenedReceipt,
): Promise<boolean> =>
  !isExpired &&
  (await stores.deliveries.confirmReceipt(
    officeId,
    delivery.paper_id,
    delivery.recipient_id,
    wallClock(),
  ));
