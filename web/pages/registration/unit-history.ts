import * as z from 'zod';
import type { Stores } from '../../../adapters/database/stores.ts';
import { cycleId, registrationId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';

const fromPaperSchema = z.looseObject({ headId: z.string(), scanSha256: z.string() });

const eventSchema = z.looseObject({
  unitId: z.string().optional(),
  version: z.number().nullable().optional(),
  submitted: z
    .looseObject({
      version: z.number(),
      lateReasonId: z.string().nullable(),
      fromPaper: fromPaperSchema.nullable(),
    })
    .optional(),
  fromPaper: fromPaperSchema.nullable().optional(),
  reasonId: z.string().optional(),
  resubmitOn: z.string().nullable().optional(),
  by: z
    .looseObject({
      personId: z.string(),
      delegationId: z.string().nullable(),
      capacity: z.string().nullable(),
    })
    .optional(),
});
type UnitEvent = z.infer<typeof eventSchema>;

/** One thing that happened to a unit's registration. */
export interface UnitStep {
  readonly type: string;
  readonly at: string;
  readonly enteredAt: string;
  readonly by: UnitEvent['by'] | null;
  readonly version: number | null;
  readonly reason: string | null;
  readonly lateReason: string | null;
  readonly resubmitOn: string | null;
  readonly fromPaper: { readonly headId: string; readonly scanSha256: string } | null;
}

// What the cycle decides about a unit; acceptance and consent stand in the unit's own strand.
const OF_CYCLE = ['UnitReopened', 'SupplementApproved', 'SupplementReturned'];
const NOT_SHOWN = ['ClockWentLive'];

const reasonOf = async (
  { paperSources }: Stores,
  officeId: string,
  reasonId: string | null | undefined,
): Promise<string | null> => (reasonId ? paperSources.readReason(officeId, reasonId) : null);

const said = ({ by, submitted, version, resubmitOn, fromPaper }: UnitEvent) => ({
  by: by ?? null,
  version: submitted?.version ?? version ?? null,
  resubmitOn: resubmitOn ?? null,
  fromPaper: submitted?.fromPaper ?? fromPaper ?? null,
});

/** Everything that happened to the registration of one unit, oldest first. */
export const readUnitHistory = async (
  c: WebContext,
  year: number,
  unitId: string,
): Promise<readonly UnitStep[]> => {
  const { stores } = c.get('deps').acts;
  const { officeId } = userOn(c);
  const first = registrationId(officeId, year, unitId, 1);
  const ofUnit = (id: string): boolean => id === first || id.startsWith(`${first}/`);
  const rows = (await stores.cycles.listTrail(officeId, year)).flatMap((row) => {
    const isOfCycle = row.workflow_id === cycleId(officeId, year) && OF_CYCLE.includes(row.type);
    if ((!isOfCycle && !ofUnit(row.workflow_id)) || NOT_SHOWN.includes(row.type)) return [];
    const event = eventSchema.parse(row.event);
    return isOfCycle && event.unitId !== unitId ? [] : [{ row, event }];
  });
  return Promise.all(
    rows.map(async ({ row, event }): Promise<UnitStep> => {
      const [reason, lateReason] = await Promise.all([
        reasonOf(stores, officeId, event.reasonId),
        reasonOf(stores, officeId, event.submitted?.lateReasonId),
      ]);
      return {
        type: row.type,
        at: row.at,
        enteredAt: row.entered_at,
        reason,
        lateReason,
        ...said(event),
      };
    }),
  );
};

/** The versions that were put before a judge, in the order in which they came. */
export const submittedVersions = (steps: readonly UnitStep[]): readonly number[] =>
  steps.flatMap(({ type, version }) =>
    type === 'RegistrationSubmitted' && version !== null ? [version] : [],
  );
