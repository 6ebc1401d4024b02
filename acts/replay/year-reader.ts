import type { ActDependencies } from '../act.ts';
import type { YearReader } from './replay-step.ts';

/** What steps look at, from the read model. */
export const createYearReader = (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  year: number,
): YearReader => ({
  officeId,
  year,
  strand: async (workflowId, kind) =>
    (await stores.strands.find(officeId, workflowId, kind))?.state ?? null,
});
