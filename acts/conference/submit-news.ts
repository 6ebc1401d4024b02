import * as z from 'zod';
import { aboutOnceMore } from '../../domain/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { defineAct } from '../act.ts';
import { once, refer } from '../check-plan.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { key } from '../year-file/fields.ts';
import { readConference } from './on-conference.ts';

const KIND = 'news-item';

/** The news item of a conference whose minutes are written, as the office tells it, to whom it sends it. */
export const submitNews = defineAct({
  name: 'submit-news',
  schema: z.strictObject({
    conferenceId: key,
    subject: nfc,
    signer: signerSchema,
    paragraphs: z.array(nfc).min(1),
    captions: z.array(nfc),
    superiorIds: z.array(key),
    unitIds: z.array(key),
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { conferenceId, superiorIds, unitIds, ...written } = call.data;
    const { state } = await readConference(deps, call, conferenceId);
    if (state.minutes === null) {
      const details = { phase: state.phase, expected: 'minutes' };
      throw new DomainError('not-ready', 'the news is told from the minutes', details);
    }
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const lists = { superiorIds: facts.superiors, unitIds: facts.units };
    for (const list of ['superiorIds', 'unitIds'] as const) {
      const placeOf = (index: number): string => `/${list}/${String(index)}`;
      const known = lists[list].map(({ id }) => id);
      once(call.data[list], placeOf);
      call.data[list].forEach((id, index) => {
        refer(known, id, placeOf(index));
      });
    }
    if (superiorIds.length + unitIds.length === 0) {
      throw new DomainError('missing-field', 'a paper goes to somebody', {}, '/superiorIds');
    }
    const year = yearOf(call);
    const { drafts } = await readCycle(deps, call);
    const content = {
      ...written,
      year,
      conferenceId,
      addressees: { superiorIds, unitIds, guests: [] },
    };
    return submitDraft(deps, call, {
      source: { kind: KIND, content },
      about: aboutOnceMore(drafts, KIND, year, conferenceId),
      ownerId: null,
    });
  },
});
