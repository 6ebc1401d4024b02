import { headOfUnit, type OfficeFacts } from './office.ts';
import type { PaperKind } from './paper-kind.ts';
import type { Signer } from './plan.ts';

/** What is to be signed; `isOriginal`: it was signed on paper in a past year, and is entered from that. */
export interface ToBeSigned {
  readonly kind: PaperKind;
  readonly isOriginal: boolean;
}

// Everyday papers, which a head may let the heads of units sign by order (Decree 30/2020, article 13.3).
const BY_ORDER: readonly PaperKind[] = ['letter', 'notice'];

const headsUnit = (facts: OfficeFacts, personId: string): boolean =>
  facts.units.some(({ id }) => headOfUnit(facts, id)?.id === personId);

/**
 * Who may sign on the day of the facts (Decree 30/2020, article 13; reference rules): the head; a deputy
 * with KT.; the head of a unit with TL. on everyday papers, or with TL. or TUQ. where the original of a
 * past year says so. Nobody else.
 */
export const maySign = (
  facts: OfficeFacts,
  { personId, capacity }: Signer,
  { kind, isOriginal }: ToBeSigned,
): boolean => {
  const roles = facts.people.find(({ id }) => id === personId)?.roles ?? [];
  switch (capacity) {
    case null:
      return roles.includes('leader');
    case 'KT.':
      return roles.includes('deputyLeader') || roles.includes('delegatedSigner');
    case 'TL.':
      return (isOriginal || BY_ORDER.includes(kind)) && headsUnit(facts, personId);
    case 'TUQ.':
      return isOriginal && headsUnit(facts, personId);
    default:
      return false;
  }
};
