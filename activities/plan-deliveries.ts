import type { CycleRow } from '../adapters/database/cycles.ts';
import type { PlannedDelivery } from '../adapters/database/deliveries.ts';
import { addDays, instantOf } from '../domain/local-date.ts';
import { recipientsOf, type Recipient } from '../domain/recipients.ts';
import type { IssuedPaperRef, ReformActivities } from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';

// How long a recipient may open the paper by the link in the mail.
const LINK_DAYS = 180;

export const createDeliveryPlanning = (dependencies: ActivityDependencies) => {
  const { stores, links, isMailEmbedded, wallClock } = dependencies;

  // A year that was entered and has gone live mails as any other.
  const isLive = async ({ office_id, origin, workflow_id }: CycleRow): Promise<boolean> => {
    const strand = await stores.strands.find(office_id, workflow_id, 'reformCycle');
    return strand ? strand.state.clock.mode === 'live' : origin === 'live';
  };

  // The example's finished year would bury the few mails that a newcomer is to find.
  const isPastExample = async (cycle: CycleRow): Promise<boolean> =>
    cycle.origin === 'example' &&
    cycle.year < Number(instantOf(wallClock().getTime()).slice(0, 4)) &&
    !(await isLive(cycle));

  /** Mail of an example or past year goes nowhere but into an embedded mailbox, unless it was asked for. */
  const mayMail = async ({ officeId, year }: IssuedPaperRef): Promise<boolean> => {
    const cycle = await stores.cycles.find(officeId, year);
    if (isMailEmbedded) return !cycle || !(await isPastExample(cycle));
    if (!cycle || cycle.origin === 'example') return false;
    return cycle.is_mailed || (await isLive(cycle));
  };

  const planned = (ref: IssuedPaperRef, row: Recipient, isMailed: boolean): PlannedDelivery => {
    const status = row.mailbox === null ? 'to-hand-over' : 'due';
    return {
      office_id: ref.officeId,
      paper_id: ref.paperId,
      recipient_id: row.id,
      recipient_group: row.group,
      recipient_name: row.name,
      person_id: row.personId,
      mailbox: row.mailbox,
      message_id:
        row.mailbox === null || !isMailed
          ? null
          : links.messageIdOf(ref.officeId, ref.paperId, row.mailbox.toLowerCase()),
      status: isMailed ? status : 'historic',
      link_expires_on: addDays(ref.issuedOn, LINK_DAYS),
    };
  };

  const recipients = async (ref: IssuedPaperRef): Promise<readonly Recipient[]> => {
    const facts = await stores.factsOn(ref.officeId, ref.issuedOn);
    return recipientsOf(ref.kind, facts, await stores.paperSources.readAddressees(ref));
  };

  // The office's lists may have changed since the day of issue; the recipient stays one.
  const asPlanned = async (ref: IssuedPaperRef & { readonly recipientId: string }) => {
    const row = await stores.deliveries.find(ref.officeId, ref.paperId, ref.recipientId);
    if (!row) throw new Error(`the delivery to ${ref.recipientId} is missing`);
    return {
      id: row.recipient_id,
      group: row.recipient_group,
      name: row.recipient_name,
      personId: row.person_id,
      mailbox: row.mailbox,
    };
  };

  return {
    planDeliveries: async (ref: IssuedPaperRef) => {
      const isMailed = await mayMail(ref);
      const rows = (await recipients(ref)).map((row) => planned(ref, row, isMailed));
      return (await stores.deliveries.plan(rows)).map((row) => ({
        recipientId: row.recipient_id,
        messageId: row.message_id,
        status: row.status,
        handedOverOn: null,
      }));
    },

    replanDelivery: async (ref: IssuedPaperRef & { readonly recipientId: string }) => {
      const recipient =
        (await recipients(ref)).find(({ id }) => id === ref.recipientId) ?? (await asPlanned(ref));
      const row = planned(ref, recipient, await mayMail(ref));
      await stores.deliveries.replan(row);
      return {
        recipientId: row.recipient_id,
        messageId: row.message_id,
        status: row.status,
        handedOverOn: null,
      };
    },
  } satisfies Partial<ReformActivities>;
};
