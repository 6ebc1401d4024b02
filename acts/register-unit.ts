import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { headOfUnit } from '../domain/office.ts';
import { registrationContentId, taskKeyOf } from '../domain/registration.ts';
import {
  decideUnitRegistration,
  type FromPaper,
  type UnitRegistrationState,
} from '../domain/unit-registration.ts';
import { defineAct, outcome, type ActDependencies, type CheckedCall } from './act.ts';
import { checkRegistration, checkWholeRegistration } from './check-registration.ts';
import { readFromPaper } from './from-paper.ts';
import {
  commanded,
  pressOnRegistration,
  readCycle,
  readRegistration,
  yearOf,
} from './on-strand.ts';
import { readPlanInForce } from './open-registration.ts';
import { registrationContentSchema } from './registration-content-schema.ts';
import { saveContent } from './save-content.ts';
import { saveReason } from './save-reason.ts';
import { asNewVersion, readSubmitted } from './submitted-version.ts';
import { key, text, wholeNumber } from './year-file/fields.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;
const bytes = z.instanceof(Uint8Array).nullable().default(null);

const checkWriter = async (deps: ActDependencies, call: Call, unitId: string): Promise<void> => {
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  const { roleId, personId } = call.authority;
  const mayForAll = roleId === 'cycleCoordinator' || roleId === 'clerk';
  const roles = facts.people.find(({ id }) => id === personId)?.roles ?? [];
  const isHelper = roles.some((role) => role === 'cycleCoordinator' || role === 'clerk');
  if (mayForAll || isHelper || headOfUnit(facts, unitId)?.id === personId) return;
  throw new DomainError('no-power', "a unit's registration is written by its head", {
    power: 'registerUnit',
    roles: ['cycleCoordinator', 'clerk'],
  });
};

const refuseLocked = ({ phase, last }: UnitRegistrationState): DomainError =>
  new DomainError('out-of-time', 'what was submitted is locked', {
    phase,
    lastEvent: last?.event ?? null,
    lastAt: last?.at ?? null,
    lastBy: last?.personId ?? null,
  });

/** A new version of a unit's registration on top of `basedOn` (null: the first). Submitted is locked. */
export const saveRegistration = defineAct({
  name: 'save-registration',
  schema: z.strictObject({
    basedOn: wholeNumber(1).nullable(),
    registration: registrationContentSchema,
  }),
  power: 'registerUnit',
  async perform(deps, call) {
    const { basedOn, registration } = call.data;
    await checkWriter(deps, call, registration.unitId);
    if (registration.year !== yearOf(call)) {
      throw new DomainError(
        'not-schema',
        'the registration is of another year',
        {},
        '/registration/year',
      );
    }
    const { state } = await readRegistration(deps, call, registration.unitId);
    if (state.phase !== 'open' && state.phase !== 'returned') throw refuseLocked(state);
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const plan = await readPlanInForce(deps, call, await readCycle(deps, call));
    checkRegistration(deps, registration, plan.content, facts);
    const id = registrationContentId(registration.year, registration.unitId);
    const saved = await saveContent(deps, call, 'registration', id, basedOn, registration);
    return outcome({ workflowId: null, seq: null, result: { version: saved.version } });
  },
});

/**
 * The unit registers what it wrote. After the deadline it says why it is late; entered from the unit's
 * paper it comes with the scan.
 */
export const submitRegistration = defineAct({
  name: 'submit-registration',
  schema: z.strictObject({
    unitId: key,
    version: wholeNumber(1),
    lateReason: text.nullable().default(null),
    bytes,
  }),
  power: 'registerUnit',
  async perform(deps, call) {
    const { unitId, lateReason } = call.data;
    const id = registrationContentId(yearOf(call), unitId);
    const row = await readSubmitted(deps, call, 'registration', id, call.data.version);
    const content = registrationContentSchema.parse(JSON.parse(row.text));
    const { state } = await readRegistration(deps, call, unitId);
    const entered = await readFromPaper(deps, call, unitId, call.data.bytes);
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const plan = await readPlanInForce(deps, call, await readCycle(deps, call));
    await checkWholeRegistration(deps, content, plan.content, facts);

    const commandFor = (version: number, fromPaper: FromPaper | null) => ({
      ...commanded(call),
      type: 'submit' as const,
      version,
      sha256: row.sha256,
      authorId: row.author_id,
      tasks: content.tasks.map((task) => taskKeyOf(unitId, task)),
      lateReasonId: lateReason === null ? null : call.actId,
      fromPaper,
    });
    const newest = Math.max(row.version, state.lastSubmitted + 1);
    const probe = entered.paper && { ...entered.paper, scanSha256: '' };
    decideUnitRegistration(state, commandFor(newest, probe), call.enteredAt);
    if (lateReason !== null) await saveReason(deps, call, lateReason);
    const fromPaper = await entered.keep();
    const saved = await asNewVersion(deps, call, row, state.lastSubmitted);
    return pressOnRegistration(deps, call, unitId, commandFor(saved.version, fromPaper));
  },
});

/** The unit has no task this year, and says why; the leader consents, or gives it back. */
export const declineRegistration = defineAct({
  name: 'decline-registration',
  schema: z.strictObject({ unitId: key, reason: text, bytes }),
  power: 'registerUnit',
  async perform(deps, call) {
    const { unitId, reason } = call.data;
    const entered = await readFromPaper(deps, call, unitId, call.data.bytes, true);
    const command = {
      ...commanded(call),
      type: 'decline' as const,
      reasonId: call.actId,
      fromPaper: entered.paper && { ...entered.paper, scanSha256: '' },
    };
    const { state } = await readRegistration(deps, call, unitId);
    decideUnitRegistration(state, command, call.enteredAt);
    await saveReason(deps, call, reason);
    const fromPaper = await entered.keep();
    return pressOnRegistration(deps, call, unitId, { ...command, fromPaper });
  },
});

/** Taken back by the unit, or for it, before anybody has judged it. */
export const withdrawRegistration = defineAct({
  name: 'withdraw-registration',
  schema: z.strictObject({ unitId: key }),
  power: 'registerUnit',
  async perform(deps, call) {
    await checkWriter(deps, call, call.data.unitId);
    const command = { ...commanded(call), type: 'withdraw' as const };
    return pressOnRegistration(deps, call, call.data.unitId, command);
  },
});
