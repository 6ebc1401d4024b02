import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { PledgeContent } from '../../domain/pledge/pledge-content.ts';
import { isPledgeOver } from '../../domain/pledge/pledge.ts';
import { defineAct } from '../act.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { key } from '../year-file/fields.ts';
import { readSignedBody } from './pledge-body.ts';
import { readPledge, readPledgeText } from './read-pledge.ts';

/**
 * The joint pledge that all have signed becomes a paper: without number and stamp, one copy to each party.
 * Submitted again after its paper was dropped, it is another paper.
 * @throws DomainError not-ready with the units that are missing
 */
export const submitPledge = defineAct({
  name: 'submit-pledge',
  schema: z.strictObject({ pledgeId: key, subject: nfc, signer: signerSchema }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { pledgeId, subject, signer } = call.data;
    const { workflowId, state } = await readPledge(deps, call, pledgeId);
    if (state.form !== 'joint') {
      throw new DomainError(
        'not-schema',
        "units' own commitments have no joint paper",
        { given: state.form, expected: 'joint' },
        '/pledgeId',
      );
    }
    if (isPledgeOver(state)) {
      throw new DomainError('out-of-time', `the pledge is ${state.phase}`, { phase: state.phase });
    }
    const text = await readPledgeText(deps, call.officeId, state);
    const body = await readSignedBody(deps, call.officeId, state, text);
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const parties = body.parties.map(({ unitId }) => unitId);
    const content: PledgeContent = {
      year: yearOf(call),
      subject,
      signer,
      addressees: {
        superiorIds: [],
        unitIds: facts.units.map(({ id }) => id).filter((id) => parties.includes(id)),
        guests: [],
      },
      ...body,
    };
    const { drafts } = await readCycle(deps, call);
    const dropped = drafts.filter(
      ({ ownerId, phase }) => ownerId === workflowId && phase === 'dropped',
    ).length;
    const about = dropped === 0 ? pledgeId : `${pledgeId}-${String(dropped + 1)}`;
    return submitDraft(deps, call, {
      source: { kind: 'pledge', content },
      about,
      ownerId: workflowId,
    });
  },
});
