import * as z from 'zod';
import { localDateOf } from '../../domain/local-date.ts';
import { signatoriesOf } from '../../domain/pledge/signatories.ts';
import { defineAct } from '../act.ts';
import { refer } from '../check-plan.ts';
import { commanded } from '../on-strand.ts';
import { saveReason } from '../save-reason.ts';
import { key, text } from '../year-file/fields.ts';
import { pressOnPledge, readPledge } from './read-pledge.ts';

/** Who must sign from now on, with the reason: a unit was merged or is new, or the witness is another. */
export const changeSignatories = defineAct({
  name: 'change-signatories',
  schema: z.strictObject({
    pledgeId: key,
    unitIds: z.array(key),
    /** Absent: as before. */
    witnessId: key.nullable().optional(),
    reason: text,
  }),
  power: 'openPledge',
  async perform(deps, call) {
    const { pledgeId, unitIds, reason } = call.data;
    const { state } = await readPledge(deps, call, pledgeId);
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const signed = state.signatures.map(({ unitId }) => unitId);
    // Who has signed may have ended meanwhile; whoever is still to sign must have a head.
    const unsigned = unitIds.filter((unitId) => !signed.includes(unitId));
    if (unsigned.length > 0) signatoriesOf('named', unsigned, facts);
    const witnessId = call.data.witnessId === undefined ? state.witnessId : call.data.witnessId;
    if (witnessId !== null) {
      const people = facts.people.map(({ id }) => id);
      if (witnessId !== state.witnessId) refer(people, witnessId, '/witnessId');
    }
    const command = {
      ...commanded(call),
      type: 'changeSignatories' as const,
      unitIds: [...new Set(unitIds)],
      witnessId,
      reasonId: call.actId,
    };
    return pressOnPledge(deps, call, pledgeId, command, async () => {
      await saveReason(deps, call, reason);
      return command;
    });
  },
});

/** Opened by mistake, or not held this year. */
export const dropPledge = defineAct({
  name: 'drop-pledge',
  schema: z.strictObject({ pledgeId: key, reason: text }),
  power: 'openPledge',
  async perform(deps, call) {
    const { pledgeId, reason } = call.data;
    const command = { ...commanded(call), type: 'dropPledge' as const, reasonId: call.actId };
    return pressOnPledge(deps, call, pledgeId, command, async () => {
      await saveReason(deps, call, reason);
      return command;
    });
  },
});
