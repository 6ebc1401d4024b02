import * as z from 'zod';
import { checkTeam, TEAM_ROLES } from '../../domain/check/check-team.ts';
import { aboutOnceMore } from '../../domain/draft.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { defineAct } from '../act.ts';
import { once, refer } from '../check-plan.ts';
import { decisionAddressees } from '../drafts/decision-addressees.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { day, key, quarter } from '../year-file/fields.ts';

const KIND = 'check-team-decision';
const OF_YEAR = 'year';

/** The decision that sets up who checks the units: in one quarter, or (null) in all of the year. */
export const submitCheckTeam = defineAct({
  name: 'submit-check-team',
  schema: z.strictObject({
    quarter: quarter.nullable(),
    subject: nfc,
    signer: signerSchema,
    bases: z.array(nfc).min(1),
    team: z.array(z.strictObject({ personId: key, role: z.enum(TEAM_ROLES) })).min(1),
    unitIds: z.array(key).min(1),
    from: day,
    to: day,
    duties: z.array(nfc).min(1),
    execution: nfc,
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { data } = call;
    const year = yearOf(call);
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    checkTeam(data);
    const people = data.team.map(({ personId }) => personId);
    people.forEach((id, index) => {
      const known = facts.people.map((person) => person.id);
      refer(known, id, `/team/${String(index)}/personId`);
    });
    const placeOf = (index: number): string => `/unitIds/${String(index)}`;
    once(data.unitIds, placeOf);
    data.unitIds.forEach((id, index) => {
      refer(
        facts.units.map((unit) => unit.id),
        id,
        placeOf(index),
      );
    });
    const addressees = decisionAddressees(facts, data.unitIds, people);
    const { drafts } = await readCycle(deps, call);
    return submitDraft(deps, call, {
      source: { kind: KIND, content: { ...data, year, addressees } },
      about: aboutOnceMore(drafts, KIND, year, data.quarter ?? OF_YEAR),
      ownerId: null,
    });
  },
});
