import * as z from 'zod';
import { aboutOnceMore } from '../../domain/draft.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { SUMMARY_ID } from '../../domain/summary/year-end-summary.ts';
import type { Commendations } from '../../domain/summary/year-report.ts';
import { defineAct } from '../act.ts';
import { decisionAddressees } from '../drafts/decision-addressees.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { readSummary } from './on-summary.ts';
import { readSummaryContents } from './summary-contents.ts';
import { collectiveSchema, individualSchema } from './summary-schemas.ts';

const KIND = 'commendation-decision';

type Commended = Exclude<Commendations['collectives' | 'individuals'], number>[number];

const isSame = (a: Commended, b: Commended): boolean => {
  const keyOf = (one: Commended): string =>
    'name' in one ? one.name : 'unitId' in one ? one.unitId : one.personId;
  return keyOf(a) === keyOf(b) && a.form === b.form && 'name' in a === 'name' in b;
};

// Nobody is commended whom the summary has not named.
const checkNamed = (
  given: readonly Commended[],
  named: readonly Commended[] | number,
  list: 'collectives' | 'individuals',
): void => {
  given.forEach((one, index) => {
    if (typeof named !== 'number' && named.some((other) => isSame(one, other))) return;
    throw new DomainError(
      'unknown-reference',
      'the summary does not name them so',
      { given: JSON.stringify(one) },
      `/${list}/${String(index)}`,
    );
  });
};

/** The decision that commends, of those whom the year's summary names, those whom this office commends. */
export const submitCommendation = defineAct({
  name: 'submit-commendation',
  schema: z.strictObject({
    subject: nfc,
    signer: signerSchema,
    bases: z.array(nfc).min(1),
    collectives: z.array(collectiveSchema),
    individuals: z.array(individualSchema),
    merit: nfc,
    reward: nfc,
    execution: nfc,
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { data } = call;
    const { collectives, individuals } = data;
    const { text } = await readSummaryContents(deps, call.officeId, await readSummary(deps, call));
    if (text === null) {
      throw new DomainError('not-ready', 'nobody has written about the year yet', {
        needed: 'text',
      });
    }
    checkNamed(collectives, text.commendations.collectives, 'collectives');
    checkNamed(individuals, text.commendations.individuals, 'individuals');
    if (collectives.length + individuals.length === 0) {
      throw new DomainError('missing-field', 'somebody is commended', {}, '/collectives');
    }
    const year = yearOf(call);
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const addressees = decisionAddressees(
      facts,
      collectives.flatMap((one) => ('unitId' in one ? [one.unitId] : [])),
      individuals.flatMap((one) => ('personId' in one ? [one.personId] : [])),
    );
    const { drafts } = await readCycle(deps, call);
    return submitDraft(deps, call, {
      source: { kind: KIND, content: { ...data, year, addressees } },
      about: aboutOnceMore(drafts, KIND, year, SUMMARY_ID),
      ownerId: null,
    });
  },
});
