import * as z from 'zod';
import type { Stores } from '../../../adapters/database/stores.ts';
import { draftIdOfPaper } from '../../../domain/draft.ts';

type TrailRow = Awaited<ReturnType<Stores['cycles']['listTrail']>>[number];

const eventSchema = z.looseObject({
  version: z.number().optional(),
  submitted: z
    .looseObject({
      version: z.number(),
      // What a unit submits becomes no paper of its own.
      pins: z.looseObject({ template: z.string() }).optional(),
      lateReasonId: z.string().nullish(),
      fromPaper: z.looseObject({ headId: z.string() }).nullish(),
    })
    .optional(),
  fromPaper: z.looseObject({ headId: z.string() }).nullish(),
  unitId: z.string().optional(),
  part: z.string().optional(),
  reasonId: z.string().optional(),
  draftId: z.string().optional(),
  draft: z.looseObject({ draftId: z.string() }).optional(),
  // null: a paper that gets none.
  number: z.number().nullish(),
  due: z.looseObject({ step: z.string(), dueOn: z.string() }).optional(),
  by: z
    .looseObject({
      personId: z.string(),
      roleId: z.string().nullable(),
      delegationId: z.string().nullable(),
      capacity: z.string().nullable(),
    })
    .optional(),
});

export interface TrailStep {
  readonly workflowId: string;
  readonly type: string;
  readonly at: string;
  readonly enteredAt: string;
  readonly event: z.infer<typeof eventSchema>;
  /** Done by the link in a leader's mail. */
  readonly isByMail: boolean;
  readonly reason: string | null;
  /** Why it came late; null where it did not. */
  readonly lateReason: string | null;
}

const reasonSchema = z.object({ reason: z.string() });

const readReason = async (
  stores: Stores,
  officeId: string,
  reasonId: string | null | undefined,
): Promise<string | null> => {
  if (reasonId === undefined || reasonId === null) return null;
  const row = await stores.versions.find(officeId, 'reason', reasonId, 1);
  return row ? reasonSchema.parse(JSON.parse(row.text)).reason : null;
};

/** Everything that happened in the year, with the reasons that people gave. */
export const readTrail = async (
  stores: Stores,
  officeId: string,
  year: number,
): Promise<readonly TrailStep[]> => {
  const rows = await stores.cycles.listTrail(officeId, year);
  return Promise.all(
    rows.map(async (row: TrailRow) => {
      const event = eventSchema.parse(row.event);
      return {
        workflowId: row.workflow_id,
        type: row.type,
        at: row.at,
        enteredAt: row.entered_at,
        isByMail: row.channel === 'mail',
        event,
        reason: await readReason(stores, officeId, event.reasonId),
        lateReason: await readReason(stores, officeId, event.submitted?.lateReasonId),
      };
    }),
  );
};

/** Which version a step was about. */
export const versionOf = ({ event }: TrailStep): number | null =>
  event.submitted?.version ?? event.version ?? null;

const PLACES = [
  { kind: 'unit', pattern: /\/registration\/([^/]+)/ },
  { kind: 'supplement', pattern: /\/approval\/supplement\/([^/]+)/ },
  { kind: 'list', pattern: /\/approval\/registration-list\/(.+)/ },
  { kind: 'draft', pattern: /\/approval\/draft\/([^/]+)/ },
  { kind: 'work', pattern: /\/assignment\/([^/]+)/ },
  { kind: 'paper', pattern: /\/paper\/(.+)/ },
] as const;

type Place = (typeof PLACES)[number]['kind'] | 'cycle' | 'plan';

/** What the step's strand is about: its kind, and the unit, version or paper that its id names. */
export const placeOf = ({
  workflowId,
}: Pick<TrailStep, 'workflowId'>): { kind: Place; id: string } => {
  for (const { kind, pattern } of PLACES) {
    const id = pattern.exec(workflowId)?.[1];
    if (id !== undefined) return { kind, id };
  }
  return { kind: workflowId.includes('/approval/') ? 'plan' : 'cycle', id: '' };
};

/** The draft that a step is about, from its submission to its paper's last recipient; null: none. */
export const draftOf = (step: Pick<TrailStep, 'workflowId' | 'event'>): string | null => {
  const { kind, id } = placeOf(step);
  if (kind === 'draft') return id;
  if (kind === 'paper') return draftIdOfPaper(id);
  return step.event.draft?.draftId ?? step.event.draftId ?? null;
};

/** The unit that a step is about; null: the office as a whole. */
export const unitOf = (step: Pick<TrailStep, 'workflowId' | 'event'>): string | null => {
  const { kind, id } = placeOf(step);
  return kind === 'unit' || kind === 'supplement' ? id : (step.event.unitId ?? null);
};

/** False for the strands of registration: they have approvals and papers of their own. */
export const isOfPlan = (step: TrailStep): boolean => {
  const { kind } = placeOf(step);
  return kind === 'plan' || kind === 'cycle';
};
