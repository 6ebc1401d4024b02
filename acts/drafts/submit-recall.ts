import * as z from 'zod';
import { defineAct } from '../act.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { text } from '../year-file/fields.ts';
import { submitLetter } from './submit-letter.ts';

/**
 * An official letter that takes an issued paper back (Decree 30/2020, article 18): whoever got the paper
 * gets it, and confirms as with any paper that they did.
 */
export const submitRecall = defineAct({
  name: 'submit-recall',
  schema: z.strictObject({ paperId: text, subject: nfc, signer: signerSchema, reason: nfc }),
  power: 'submitDraft',
  perform(deps, call) {
    const { reason, ...letter } = call.data;
    return submitLetter(deps, call, letter, (base, recalled) => ({
      kind: 'recall',
      content: { ...base, recalled, reason },
    }));
  },
});
