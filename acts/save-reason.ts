import { checkTexts } from './check-plan.ts';
import type { ActDependencies, CheckedCall } from './act.ts';
import { saveContent } from './save-content.ts';

/** Keeps a reason as content; histories hold its id alone. The same act keeps it once. */
export const saveReason = async (
  deps: ActDependencies,
  call: Omit<CheckedCall<unknown>, 'data'>,
  reason: string,
): Promise<string> => {
  checkTexts(deps, [{ pointer: '/reason', text: reason }]);
  await saveContent(deps, call, 'reason', call.actId, null, { reason });
  return call.actId;
};
