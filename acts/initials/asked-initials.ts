import { wantedInitials, type WantedInitial } from '../../domain/initials.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { PaperKind } from '../../domain/paper-kind.ts';
import type { ActDependencies, CheckedCall } from '../act.ts';

/**
 * What a version that is submitted goes to be initialled by. A past year is entered from originals, on which
 * the initials stand in ink.
 */
export const askedInitials = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  { officeId, clock }: Pick<CheckedCall<unknown>, 'officeId' | 'clock'>,
  kind: PaperKind,
  facts: OfficeFacts,
): Promise<{ readonly initials?: readonly WantedInitial[] }> => {
  const rule = await stores.offices.initialsRule(officeId);
  const initials = clock.mode === 'entered' ? [] : wantedInitials(kind, rule, facts);
  return initials.length > 0 ? { initials } : {};
};
