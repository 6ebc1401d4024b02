import type { OfficeFacts } from '../../../domain/office.ts';
import { waitersFor } from '../../../domain/waiters.ts';
import type { WebContext } from '../../environment.ts';

interface Acting {
  readonly personId: string;
  readonly delegationId: string | null;
}

export interface Delegations {
  /** Who acted; whoever acts for the head is named with the head. */
  readonly nameOfActing: (acting: Acting) => string;
  /** Those who decide for the head on the day of the facts. */
  readonly delegateIds: readonly string[];
}

export const readDelegations = async (
  c: WebContext,
  facts: OfficeFacts,
  nameOf: (personId: string) => string,
): Promise<Delegations> => {
  const { offices } = c.get('deps').acts.stores;
  const rows = await offices.listDelegations(facts.officeId);
  const heads = waitersFor('leader', facts);
  const inForce = rows.filter(
    ({ from_person_id, valid_from, valid_to }) =>
      heads.includes(from_person_id) && valid_from <= facts.date && facts.date <= valid_to,
  );
  return {
    nameOfActing: ({ personId, delegationId }) => {
      const row = rows.find(({ delegation_id }) => delegation_id === delegationId);
      const who = nameOf(personId);
      return row
        ? c.get('t')('decision.on-behalf', { who, head: nameOf(row.from_person_id) })
        : who;
    },
    delegateIds: inForce.map(({ to_person_id }) => to_person_id),
  };
};
