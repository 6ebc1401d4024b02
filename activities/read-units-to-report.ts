import { unitInCharge } from '../domain/unit-in-charge.ts';
import type { ReformActivities } from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';

/** Reads alone: twice gives the same, but for what has changed meanwhile. */
export const createUnitReading = ({ stores }: ActivityDependencies) =>
  ({
    readUnitsToReport: async ({ officeId, year, planVersion, on }) => {
      const row = await stores.cycles.find(officeId, year);
      const cycle = row && (await stores.strands.find(officeId, row.workflow_id, 'reformCycle'));
      const drafts = cycle?.state.drafts ?? [];
      const tasks = await stores.plansInForce.tasksOn({ officeId, year, planVersion }, drafts, on);
      const spans = await stores.plansInForce.unitSpans(officeId);
      const units = tasks
        .filter(({ indicators }) => indicators.length > 0)
        .flatMap(({ leadUnitId }) => unitInCharge(spans, leadUnitId, on) ?? []);
      return [...new Set(units)];
    },
  }) satisfies Partial<ReformActivities>;
