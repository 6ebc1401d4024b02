import * as z from 'zod';
import { defineAct } from '../act.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { text } from '../year-file/fields.ts';
import { submitLetter } from './submit-letter.ts';

/**
 * An official letter that corrects the form of an issued paper (Decree 30/2020, article 18.3). It goes to
 * whoever got that paper.
 */
export const submitCorrection = defineAct({
  name: 'submit-correction',
  schema: z.strictObject({
    paperId: text,
    subject: nfc,
    signer: signerSchema,
    places: z.array(z.strictObject({ where: nfc, printed: nfc, right: nfc })).min(1),
  }),
  power: 'submitDraft',
  perform(deps, call) {
    const { places, ...letter } = call.data;
    return submitLetter(deps, call, letter, (base, corrected) => ({
      kind: 'correction',
      content: { ...base, corrected, places },
    }));
  },
});
