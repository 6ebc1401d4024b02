import * as z from 'zod';
import type { Stores } from '../../../adapters/database/stores.ts';
import type { PaperView, TrailRow } from './paper-view.ts';

const sent = z.looseObject({ recipientId: z.string(), messageId: z.string().nullable() });

/** What the trail shows of an event, whichever it is; which of these it has, its type says. */
const factsSchema = z.looseObject({
  type: z.string(),
  how: z.enum(['ink', 'confirmed', 'original', 'digital']).optional(),
  number: z.number().optional(),
  documentDate: z.string().optional(),
  issuedOn: z.string().optional(),
  reasonId: z.string().optional(),
  recipientId: z.string().optional(),
  messageId: z.string().optional(),
  responseCode: z.number().optional(),
  deliveries: z.array(sent).optional(),
  delivery: sent.optional(),
  by: z.looseObject({ personId: z.string(), capacity: z.string().nullable() }).optional(),
});
export type EventFacts = z.infer<typeof factsSchema>;

export const factsOf = (row: TrailRow): EventFacts => factsSchema.parse(row.event);

const reasonSchema = z.object({ reason: z.string() });

/** The reasons that the trail names by id, from where people's words are kept. */
export const readReasons = async (
  { versions }: Pick<Stores, 'versions'>,
  officeId: string,
  trail: readonly TrailRow[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = trail.flatMap((row) => factsOf(row).reasonId ?? []);
  const found = await Promise.all(
    ids.map(async (id): Promise<[string, string]> => {
      const row = await versions.latest(officeId, 'reason', id);
      return [id, row ? reasonSchema.parse(JSON.parse(row.text)).reason : ''];
    }),
  );
  return new Map(found);
};

/** Why the office stopped trying to reach a recipient; null where it did not. */
export const givenUpReason = (
  { trail }: PaperView,
  recipientId: string,
  reasons: ReadonlyMap<string, string>,
): string | null => {
  const facts = trail
    .filter(({ type }) => type === 'DeliveryGivenUp')
    .map(factsOf)
    .findLast((event) => event.recipientId === recipientId);
  return facts?.reasonId ? (reasons.get(facts.reasonId) ?? null) : null;
};
