import { canonicalText } from './canonical-text.ts';
import { checkTexts } from './check-plan.ts';
import type { ActDependencies, CheckedCall } from './act.ts';

/** Keeps a reason as content; histories hold its id alone. The same act keeps it once. */
export const saveReason = async (
  deps: ActDependencies,
  call: Omit<CheckedCall<unknown>, 'data'>,
  reason: string,
): Promise<string> => {
  checkTexts(deps, [{ pointer: '/reason', text: reason }]);
  await deps.stores.versions.save({
    office_id: call.officeId,
    kind: 'reason',
    id: call.actId,
    basedOn: null,
    ...canonicalText({ reason }),
    author_id: call.personId,
    act_id: call.actId,
    occurred_at: call.at,
    entered_at: call.enteredAt,
  });
  return call.actId;
};
