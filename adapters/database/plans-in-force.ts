import type { Draft } from '../../domain/draft.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { tasksInForce, type PlanAmendment } from '../../domain/plan-in-force.ts';
import type { PlanContent, PlanTask } from '../../domain/plan.ts';
import { planContentId } from '../../domain/registration.ts';
import type { createOfficeStore } from './offices.ts';
import type { createVersionStore } from './versions.ts';

// The papers whose contents are amendments of the plan.
const AMENDING: string = 'plan-amendment';

const inOrderOfIssue = ({ issued: left }: Draft, { issued: right }: Draft): number => {
  if (left === null || right === null || left.on === right.on) {
    return (left?.number ?? 0) - (right?.number ?? 0);
  }
  return left.on < right.on ? -1 : 1;
};

/** The plan as it was amended by a day, and the units that may be in charge of its tasks then. */
export const createPlanInForceStore = (
  versions: ReturnType<typeof createVersionStore>,
  offices: ReturnType<typeof createOfficeStore>,
) => {
  const read = async (officeId: string, kind: 'plan' | 'draft', id: string, version: number) => {
    const row = await versions.find(officeId, kind, id, version);
    if (!row) throw new Error(`version ${String(version)} of ${id} is missing`);
    return row.text;
  };

  const amendmentsOf = (officeId: string, drafts: readonly Draft[]): Promise<PlanAmendment[]> =>
    Promise.all(
      drafts
        .filter(({ kind, phase }) => kind === AMENDING && phase === 'issued')
        .toSorted(inOrderOfIssue)
        .map(async ({ draftId, submitted }) => {
          const text = await read(officeId, 'draft', draftId, submitted.version);
          // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- submitted from a checked content
          return JSON.parse(text) as PlanAmendment;
        }),
    );

  return {
    /** The plan of that version, amended by the issued papers among the drafts. */
    async tasksOn(
      plan: { readonly officeId: string; readonly year: number; readonly planVersion: number },
      drafts: readonly Draft[],
      on: LocalDate,
    ): Promise<readonly PlanTask[]> {
      const { officeId, year, planVersion } = plan;
      const text = await read(officeId, 'plan', planContentId(year), planVersion);
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/save-plan.ts
      const { tasks } = JSON.parse(text) as PlanContent;
      return tasksInForce(tasks, await amendmentsOf(officeId, drafts), on);
    },

    /** Every unit that the office ever had, with its last day and its successor. */
    async unitSpans(officeId: string) {
      const units = await offices.listUnits(officeId);
      return units.map(({ unit_id, valid_to, successor_id }) => ({
        id: unit_id,
        validTo: valid_to,
        successorId: successor_id,
      }));
    },
  };
};
