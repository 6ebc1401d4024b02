import * as z from 'zod';
import { ROLES } from '../domain/authority.ts';
import { DomainError } from '../domain/errors.ts';
import { defineAct, outcome, type ActDependencies } from './act.ts';
import { checkTexts } from './check-plan.ts';
import { checkMayTouchHead } from './head-of-office.ts';
import { day, email, key, text } from './year-file/fields.ts';
import { placedTexts } from './year-file/texts-of-year-file.ts';

const nfc = text.transform((value) => value.normalize('NFC').trim());
const nothing = (result: Readonly<Record<string, string>>) =>
  outcome({ workflowId: null, seq: null, result });

const checkPeriod = (from: string | null, to: string | null): void => {
  if (from === null || to === null || from <= to) return;
  throw new DomainError(
    'impossible-date',
    'an end lies after its beginning',
    { given: to, expected: `>= ${from}` },
    '/validTo',
  );
};

const checkUnit = async (
  { stores }: ActDependencies,
  officeId: string,
  unitId: string | null,
): Promise<void> => {
  if (unitId === null) return;
  const units = await stores.offices.listUnits(officeId);
  if (units.some((unit) => unit.unit_id === unitId)) return;
  throw new DomainError('unknown-reference', 'no such unit', { id: unitId }, '/unitId');
};

/** A team or mass organisation, new or changed (same id). */
export const addUnit = defineAct({
  name: 'save-unit',
  schema: z.strictObject({
    unitId: key,
    kind: z.enum(['team', 'massOrganisation']),
    name: nfc,
    abbreviation: nfc,
    validFrom: day,
    validTo: day.nullable(),
  }),
  power: 'keepOffice',
  async perform(deps, call) {
    const { data, officeId } = call;
    checkTexts(deps, placedTexts(data));
    checkPeriod(data.validFrom, data.validTo);
    const units = await deps.stores.offices.listUnits(officeId);
    const known = units.find((unit) => unit.unit_id === data.unitId);
    await deps.stores.offices.save({
      units: [
        {
          office_id: officeId,
          unit_id: data.unitId,
          ordinal: known?.ordinal ?? units.length + 1,
          kind: data.kind,
          name: data.name,
          abbreviation: data.abbreviation,
          valid_from: data.validFrom,
          valid_to: data.validTo,
          successor_id: known?.successor_id ?? null,
        },
      ],
    });
    await deps.stores.offices.renameUnit(officeId, data.unitId, data.name);
    return nothing({ unitId: data.unitId });
  },
});

/** A person in a post, new or changed (same id). Papers go by hand where so wished, or for want of an address. */
export const addPerson = defineAct({
  name: 'save-person',
  schema: z.strictObject({
    personId: key,
    fullName: nfc,
    rank: z.string().transform((value) => value.normalize('NFC').trim()),
    position: nfc,
    unitId: key.nullable(),
    email: email.nullable(),
    byHand: z.boolean(),
    roles: z.array(z.enum(ROLES)).min(1),
    validFrom: day.nullable(),
    validTo: day.nullable(),
  }),
  power: 'keepOffice',
  async perform(deps, call) {
    const { data, officeId } = call;
    checkTexts(deps, placedTexts(data));
    checkPeriod(data.validFrom, data.validTo);
    await checkUnit(deps, officeId, data.unitId);
    await checkMayTouchHead(deps, call, data.personId, data.roles);
    await deps.stores.offices.save({
      people: [
        {
          office_id: officeId,
          person_id: data.personId,
          full_name: data.fullName,
          rank: data.rank,
          position: data.position,
          unit_id: data.unitId,
          email: data.email,
          delivery_mode: data.byHand || data.email === null ? 'paper' : 'mail',
          roles: data.roles,
          valid_from: data.validFrom,
          valid_to: data.validTo,
        },
      ],
    });
    // Somebody else may be the one who is waited for.
    await deps.temporal.wakeOfficeDay(officeId);
    return nothing({ personId: data.personId });
  },
});

/** A body above the office that gets its papers. */
export const addSuperior = defineAct({
  name: 'save-superior',
  schema: z.strictObject({
    superiorId: key,
    kind: z.enum(['superior', 'specialised']),
    name: nfc,
    email: email.nullable(),
    followsReform: z.boolean(),
  }),
  power: 'keepOffice',
  async perform(deps, call) {
    const { data, officeId } = call;
    checkTexts(deps, placedTexts(data));
    const superiors = await deps.stores.offices.listSuperiors(officeId);
    const known = superiors.find((body) => body.superior_id === data.superiorId);
    await deps.stores.offices.save({
      superiors: [
        {
          office_id: officeId,
          superior_id: data.superiorId,
          ordinal: known?.ordinal ?? superiors.length + 1,
          name: data.name,
          kind: data.kind,
          email: data.email,
          follows_reform: data.followsReform,
        },
      ],
    });
    return nothing({ superiorId: data.superiorId });
  },
});

/** Whether the clerk types numbers from the office's own register, or we count them. */
export const changeSeries = defineAct({
  name: 'change-number-series',
  schema: z.strictObject({ series: z.enum(['external', 'owned']) }),
  power: 'keepOffice',
  async perform(deps, call) {
    await deps.stores.offices.setNumberSeries(call.officeId, call.data.series);
    return nothing({ series: call.data.series });
  },
});

/** Whether papers that get their number from now on bear the mark by which anybody can look them up. */
export const changeProofMark = defineAct({
  name: 'change-proof-mark',
  schema: z.strictObject({ isPrinted: z.boolean() }),
  power: 'keepOffice',
  async perform(deps, call) {
    await deps.stores.offices.setProofMark(call.officeId, call.data.isPrinted);
    return nothing({ proofMark: call.data.isPrinted ? 'printed' : 'none' });
  },
});

/** The head lets a deputy decide while away (Decree 30/2020, art. 13: in writing, with an end). */
export const delegate = defineAct({
  name: 'delegate',
  schema: z.strictObject({
    toPersonId: key,
    capacity: z.enum(['KT.', 'TL.', 'TUQ.', 'Q.']),
    validFrom: day,
    validTo: day,
    basis: nfc,
  }),
  power: 'delegate',
  async perform(deps, call) {
    const { data, officeId } = call;
    checkTexts(deps, placedTexts(data));
    checkPeriod(data.validFrom, data.validTo);
    if (!(await deps.stores.offices.findPerson(officeId, data.toPersonId))) {
      throw new DomainError(
        'unknown-reference',
        'no such person',
        { id: data.toPersonId },
        '/toPersonId',
      );
    }
    await deps.stores.offices.insertDelegation({
      office_id: officeId,
      delegation_id: call.actId,
      from_person_id: call.personId,
      to_person_id: data.toPersonId,
      capacity: data.capacity,
      valid_from: data.validFrom,
      valid_to: data.validTo,
      basis: data.basis,
      act_id: call.actId,
    });
    await deps.temporal.wakeOfficeDay(officeId);
    return nothing({ delegationId: call.actId });
  },
});
