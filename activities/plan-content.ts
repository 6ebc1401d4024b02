import type { Stores } from '../adapters/database/stores.ts';
import type { PlanContent } from '../domain/plan.ts';

/** The version that was approved. It is immutable, so a missing one is a fault, not a refusal. */
export const readPlanContent = async (
  stores: Stores,
  officeId: string,
  year: number,
  version: number,
): Promise<PlanContent> => {
  const row = await stores.versions.find(officeId, 'plan', `plan-${String(year)}`, version);
  if (!row) throw new Error(`plan version ${String(version)} of ${String(year)} is missing`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written from a checked PlanContent, and bound by its hash
  return JSON.parse(row.text) as PlanContent;
};
