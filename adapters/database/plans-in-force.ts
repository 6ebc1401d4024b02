import {
  byIssue,
  type IssuedAmendment,
  type PlanAmendmentContent,
} from '../../domain/amendment/plan-amendment.ts';
import { paperIdOfDraft, type Draft } from '../../domain/draft.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { tasksInForce } from '../../domain/plan-in-force.ts';
import type { PlanContent, PlanTask } from '../../domain/plan.ts';
import { planContentId } from '../../domain/registration.ts';
import type { createOfficeStore } from './offices.ts';
import type { createVersionStore } from './versions.ts';

// The papers whose contents are amendments of the plan.
const AMENDING: string = 'plan-amendment';

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

  /** The amendments among the drafts whose papers are out, in the order of their issue. */
  const listAmendments = async (
    officeId: string,
    drafts: readonly Draft[],
  ): Promise<readonly IssuedAmendment[]> => {
    const amendments = drafts
      .filter(({ kind, phase }) => kind === AMENDING && phase === 'issued')
      .flatMap((draft) => (draft.issued ? [{ draft, issued: draft.issued }] : []))
      .map(async ({ draft, issued }) => ({
        draftId: draft.draftId,
        paperId: paperIdOfDraft(draft),
        issuedOn: issued.on,
        number: issued.number,
        // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by submit-amendment from a checked content
        content: JSON.parse(
          await read(officeId, 'draft', draft.draftId, draft.submitted.version),
        ) as PlanAmendmentContent,
      }));
    return (await Promise.all(amendments)).toSorted(byIssue);
  };

  return {
    listAmendments,

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
      const amendments = await listAmendments(officeId, drafts);
      return tasksInForce(
        tasks,
        amendments.map(({ content }) => content),
        on,
      );
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
