import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { headOfUnit } from '../../domain/office.ts';
import { pledgeContentId } from '../../domain/pledge/pledge-content.ts';
import type { PledgeState } from '../../domain/pledge/pledge.ts';
import { checkSignatory } from '../../domain/pledge/signatories.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts } from '../check-plan.ts';
import { checkScan, keepScan } from '../keep-scan.ts';
import { commanded, readCycle, yearOf } from '../on-strand.ts';
import { nfc } from '../plan-content-schema.ts';
import { saveContent } from '../save-content.ts';
import { saveReason } from '../save-reason.ts';
import { day, key, text } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { pledgeWorkflowId, pressOnPledge, readPledge } from './read-pledge.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const bytes = z.instanceof(Uint8Array);

const markSchema = z.strictObject({
  pledgeId: key,
  signed: z.array(
    z.strictObject({
      unitId: key,
      personId: key,
      /** By what right somebody else than the head signs. */
      substitute: z.strictObject({ basis: nfc }).nullable().default(null),
    }),
  ),
  signedOn: day,
  /** The scan of the sheet; null: it follows. */
  bytes: bytes.nullable().default(null),
});
type Marks = z.output<typeof markSchema>;

const checkSignatories = async (
  deps: ActDependencies,
  call: Call,
  { signed, signedOn }: Marks,
): Promise<void> => {
  const facts = await deps.stores.factsOn(call.officeId, signedOn);
  signed.forEach(({ unitId, personId, substitute }, index) => {
    const isSubstitute = substitute !== null;
    checkSignatory(facts, { unitId, personId, isSubstitute }, `/signed/${String(index)}`);
  });
};

const basesOf = ({ signed }: Marks): Readonly<Record<string, string>> =>
  Object.fromEntries(
    signed.flatMap(({ unitId, substitute }) => (substitute ? [[unitId, substitute.basis]] : [])),
  );

// Once the paper has been put on its way it says who signed, and only dropping it makes room for a change.
const requireNoPaper = async (
  deps: ActDependencies,
  call: Call,
  pledgeId: string,
  { phase }: PledgeState,
): Promise<void> => {
  const ownerId = pledgeWorkflowId(call, pledgeId);
  const { drafts } = await readCycle(deps, call);
  if (!drafts.some((draft) => draft.ownerId === ownerId && draft.phase !== 'dropped')) return;
  throw new DomainError('out-of-time', 'the paper of the pledge is on its way', { phase });
};

/**
 * Signed with the pen at the ceremony, or later with a day and a scan of its own. Who signs is the unit's
 * head on that day, or a substitute with a delegation.
 */
export const markSigned = defineAct({
  name: 'mark-signed',
  schema: markSchema,
  power: 'markSigned',
  async perform(deps, call) {
    const { pledgeId, signed, signedOn, bytes: scan } = call.data;
    const commandWith = (scanSha256: string | null) => ({
      ...commanded(call),
      type: 'markSigned' as const,
      signed: signed.map(({ unitId, personId, substitute }) => ({
        unitId,
        personId,
        basisId: substitute === null ? null : call.actId,
      })),
      signedOn,
      scanSha256,
    });
    await readPledge(deps, call, pledgeId);
    await checkSignatories(deps, call, call.data);
    const bases = basesOf(call.data);
    checkTexts(deps, placedTexts(bases));
    if (scan) checkScan(deps, scan, '/bytes');
    return pressOnPledge(deps, call, pledgeId, commandWith(null), async () => {
      if (Object.keys(bases).length > 0) {
        await saveContent(deps, call, 'pledge-marks', call.actId, null, { bases });
      }
      const id = pledgeContentId(yearOf(call), pledgeId);
      return commandWith(scan ? await keepScan(deps, call, id, scan) : null);
    });
  },
});

/** The scan of the sheet that was signed on that day, where it was not there at once or was wrong. */
export const attachPledgeScan = defineAct({
  name: 'attach-pledge-scan',
  schema: z.strictObject({ pledgeId: key, signedOn: day, bytes }),
  power: 'markSigned',
  async perform(deps, call) {
    const { pledgeId, signedOn, bytes: scan } = call.data;
    const commandWith = (scanSha256: string) => ({
      ...commanded(call),
      type: 'attachPledgeScan' as const,
      signedOn,
      scanSha256,
    });
    checkScan(deps, scan, '/bytes');
    return pressOnPledge(deps, call, pledgeId, commandWith(''), async () =>
      commandWith(await keepScan(deps, call, pledgeContentId(yearOf(call), pledgeId), scan)),
    );
  },
});

/** The unit's own head says so in the system; it prints when, and never a drawn signature. */
export const confirmCommitment = defineAct({
  name: 'confirm-commitment',
  schema: z.strictObject({ pledgeId: key, unitId: key }),
  power: 'confirmCommitment',
  async perform(deps, call) {
    const { pledgeId, unitId } = call.data;
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    await readPledge(deps, call, pledgeId);
    if (headOfUnit(facts, unitId)?.id !== call.personId) {
      throw new DomainError(
        'no-power',
        'a unit is committed by its own head',
        { unitId },
        '/unitId',
      );
    }
    const command = { ...commanded(call), type: 'confirmCommitment' as const, unitId };
    return pressOnPledge(deps, call, pledgeId, command);
  },
});

/** Marked by mistake: the unit is missing again. */
export const takeBackMark = defineAct({
  name: 'take-back-mark',
  schema: z.strictObject({ pledgeId: key, unitId: key, reason: text }),
  power: 'markSigned',
  async perform(deps, call) {
    const { pledgeId, unitId, reason } = call.data;
    const { state } = await readPledge(deps, call, pledgeId);
    await requireNoPaper(deps, call, pledgeId, state);
    const command = {
      ...commanded(call),
      type: 'takeBackMark' as const,
      unitId,
      reasonId: call.actId,
    };
    return pressOnPledge(deps, call, pledgeId, command, async () => {
      await saveReason(deps, call, reason);
      return command;
    });
  },
});
