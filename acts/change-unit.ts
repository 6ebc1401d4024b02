import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { defineAct, outcome, type ActDependencies } from './act.ts';
import { checkTexts } from './check-plan.ts';
import { nfc } from './plan-content-schema.ts';
import { saveReason } from './save-reason.ts';
import { day, key } from './year-file/fields.ts';
import { placedTexts } from './year-file/texts-of-year-file.ts';

const refuseDate = (given: LocalDate, expected: string, place: string): never => {
  throw new DomainError(
    'impossible-date',
    'a unit changes within its time',
    { given, expected },
    place,
  );
};

const findUnit = async (
  { stores }: ActDependencies,
  officeId: string,
  unitId: string,
  place: string,
) => {
  const units = await stores.offices.listUnits(officeId);
  const unit = units.find((row) => row.unit_id === unitId);
  if (unit) return unit;
  throw new DomainError('unknown-reference', 'no such unit', { id: unitId }, place);
};

const checkSuccessor = async (
  deps: ActDependencies,
  officeId: string,
  { unitId, successorId, validTo }: { unitId: string; successorId: string; validTo: LocalDate },
): Promise<void> => {
  const successor = await findUnit(deps, officeId, successorId, '/successorId');
  const next = addDays(validTo, 1);
  const isThere =
    successor.valid_from <= next && (successor.valid_to === null || next <= successor.valid_to);
  if (isThere && successorId !== unitId) return;
  throw new DomainError(
    'unknown-reference',
    'what takes over is another unit, and there on the day after',
    { id: successorId, date: next },
    '/successorId',
  );
};

/**
 * A unit's last day, and which unit takes it over. Its tasks in the plan move by an amendment, work that
 * was given to it by move-work: both are decided, neither follows by itself.
 */
export const endUnit = defineAct({
  name: 'end-unit',
  schema: z.strictObject({
    unitId: key,
    validTo: day,
    successorId: key.nullable(),
    reason: nfc,
  }),
  power: 'keepOffice',
  async perform(deps, call) {
    const { unitId, validTo, successorId, reason } = call.data;
    const unit = await findUnit(deps, call.officeId, unitId, '/unitId');
    if (validTo < unit.valid_from) refuseDate(validTo, `>= ${unit.valid_from}`, '/validTo');
    if (successorId !== null) {
      await checkSuccessor(deps, call.officeId, { unitId, successorId, validTo });
    }
    await saveReason(deps, call, reason);
    await deps.stores.offices.save({
      units: [{ ...unit, valid_to: validTo, successor_id: successorId }],
    });
    await deps.temporal.wakeOfficeDay(call.officeId);
    return outcome({ workflowId: null, seq: null, result: { unitId, successorId } });
  },
});

/** Another name from a day on; papers of earlier days keep the name that was right then. */
export const renameUnit = defineAct({
  name: 'rename-unit',
  schema: z.strictObject({ unitId: key, name: nfc, from: day }),
  power: 'keepOffice',
  async perform(deps, call) {
    const { unitId, name, from } = call.data;
    const { officeId } = call;
    const unit = await findUnit(deps, officeId, unitId, '/unitId');
    checkTexts(deps, placedTexts(call.data));
    const all = await deps.stores.offices.listUnitNames(officeId);
    const names = all.filter((row) => row.unit_id === unitId);
    const current = names.at(-1) ?? {
      office_id: officeId,
      unit_id: unitId,
      ordinal: 1,
      name: unit.name,
      valid_from: null,
      valid_to: null,
    };
    const since = current.valid_from ?? unit.valid_from;
    if (from <= since) refuseDate(from, `> ${since}`, '/from');
    await deps.stores.offices.save({
      units: [{ ...unit, name }],
      unitNames: [
        { ...current, valid_to: addDays(from, -1) },
        { ...current, ordinal: current.ordinal + 1, name, valid_from: from, valid_to: null },
      ],
    });
    return outcome({ workflowId: null, seq: null, result: { unitId } });
  },
});
