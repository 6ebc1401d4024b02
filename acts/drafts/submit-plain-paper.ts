import * as z from 'zod';
import { draftIdOf, findDraft } from '../../domain/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { PLAIN_PAPER_KINDS } from '../../domain/plain-paper.ts';
import { defineAct } from '../act.ts';
import { once, refer } from '../check-plan.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { joinAddressees } from '../conference/conference-papers.ts';
import { key } from '../year-file/fields.ts';
import { recipientsOfIssued } from './issued-paper.ts';
import { readReplaced, replacesSchema } from './replaced-paper.ts';
import { submitDraft } from './submit-draft.ts';

const ENDED = ['issued', 'dropped'];

/**
 * A letter, notice or report about the year that no room writes: its text is the office's own. `about` is
 * what the office calls it, one within kind and year; once it was returned, the next version keeps it. It
 * may replace an issued paper of its kind, and then goes to whoever got that one too.
 */
export const submitPlainPaper = defineAct({
  name: 'submit-plain-paper',
  schema: z.strictObject({
    kind: z.enum(PLAIN_PAPER_KINDS),
    about: key,
    subject: nfc,
    signer: signerSchema,
    paragraphs: z.array(nfc).min(1),
    unitIds: z.array(key),
    superiorIds: z.array(key),
    replaces: replacesSchema,
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { kind, about, unitIds, superiorIds, replaces, ...written } = call.data;
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const lists = { unitIds: facts.units, superiorIds: facts.superiors };
    for (const list of ['unitIds', 'superiorIds'] as const) {
      const placeOf = (index: number): string => `/${list}/${String(index)}`;
      const known = lists[list].map(({ id }) => id);
      once(call.data[list], placeOf);
      call.data[list].forEach((id, index) => {
        refer(known, id, placeOf(index));
      });
    }
    if (unitIds.length + superiorIds.length === 0) {
      throw new DomainError('missing-field', 'a paper goes to somebody', {}, '/unitIds');
    }
    const year = yearOf(call);
    const earlier = findDraft((await readCycle(deps, call)).drafts, draftIdOf(kind, year, about));
    if (earlier && ENDED.includes(earlier.phase)) {
      throw new DomainError('duplicate-id', 'that name is another paper', { id: about }, '/about');
    }
    const replaced = replaces && (await readReplaced(deps, call, kind, replaces));
    const given = { unitIds, superiorIds, guests: [] };
    // Whoever got the paper that is replaced gets the new one as well.
    const told = replaces ? [await recipientsOfIssued(deps, call, replaces.paperId)] : [];
    const addressees = joinAddressees([given, ...told]);
    const content = { year, ...written, addressees, replaced };
    return submitDraft(deps, call, { source: { kind, content }, about, ownerId: null });
  },
});
