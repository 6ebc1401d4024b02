import * as z from 'zod';
import type { Stores } from '../../../adapters/database/stores.ts';

type TrailRow = Awaited<ReturnType<Stores['cycles']['listTrail']>>[number];

const eventSchema = z.looseObject({
  version: z.number().optional(),
  submitted: z
    .looseObject({
      version: z.number(),
      pins: z.looseObject({ template: z.string() }),
    })
    .optional(),
  reasonId: z.string().optional(),
  number: z.number().optional(),
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
  readonly reason: string | null;
}

const reasonSchema = z.object({ reason: z.string() });

const readReason = async (
  stores: Stores,
  officeId: string,
  reasonId: string | undefined,
): Promise<string | null> => {
  if (reasonId === undefined) return null;
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
        event,
        reason: await readReason(stores, officeId, event.reasonId),
      };
    }),
  );
};

/** Which version a step was about. */
export const versionOf = ({ event }: TrailStep): number | null =>
  event.submitted?.version ?? event.version ?? null;
