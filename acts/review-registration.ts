import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf, type LocalDate } from '../domain/local-date.ts';
import { registrationContentId } from '../domain/registration.ts';
import { decideUnitRegistration, type UnitRegistrationState } from '../domain/unit-registration.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { defineAct, type ActDependencies, type CheckedCall } from './act.ts';
import { checkWholeRegistration } from './check-registration.ts';
import { sha256 } from './decide-approval.ts';
import {
  commanded,
  pressOnRegistration,
  readCycle,
  readRegistration,
  yearOf,
} from './on-strand.ts';
import { readPlanInForce } from './open-registration.ts';
import { registrationContentSchema } from './registration-content-schema.ts';
import { resolveAuthority } from './resolve-authority.ts';
import { saveReason } from './save-reason.ts';
import { day, key, text, wholeNumber } from './year-file/fields.ts';

// Whoever coordinates may lead as well, or stand in for the head: what is the leader's to judge is judged
// by that right.
const judging = async (
  deps: ActDependencies,
  call: Omit<CheckedCall<unknown>, 'data'>,
  { isCoordinators, phase }: UnitRegistrationState,
) => {
  if (!isCoordinators && phase !== 'declining') return commanded(call);
  const { officeId, personId, authority } = call;
  const day = localDateOf(call.at);
  try {
    const by = await resolveAuthority(deps, officeId, personId, 'decideRegistration', day);
    return { ...commanded(call), by };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'no-power') {
      return { ...commanded(call), by: authority };
    }
    throw error;
  }
};

/** By the coordinator; the coordinator's own unit by the leader only. */
export const acceptRegistration = defineAct({
  name: 'accept-registration',
  schema: z.strictObject({ unitId: key, version: wholeNumber(1), sha256 }),
  power: 'reviewRegistration',
  async perform(deps, call) {
    const { unitId, version } = call.data;
    const { state } = await readRegistration(deps, call, unitId);
    const command = {
      ...(await judging(deps, call, state)),
      type: 'accept' as const,
      version,
      sha256: call.data.sha256,
    };
    decideUnitRegistration(state, command, call.enteredAt);
    const id = registrationContentId(yearOf(call), unitId);
    const row = await deps.stores.versions.find(call.officeId, 'registration', id, version);
    const content = registrationContentSchema.parse(JSON.parse(row?.text ?? '{}'));
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const plan = await readPlanInForce(deps, call, await readCycle(deps, call));
    await checkWholeRegistration(deps, content, plan.content, facts);
    return pressOnRegistration(deps, call, unitId, command);
  },
});

const checkResubmission = (resubmitOn: LocalDate | null, today: LocalDate): void => {
  if (resubmitOn === null || resubmitOn >= today) return;
  throw new DomainError(
    'impossible-date',
    'what is given back can only come again from today on',
    { given: resubmitOn, expected: `>= ${today}` },
    '/resubmitOn',
  );
};

/** Back to the unit with the reason (Decree 30/2020, art. 10.3); a decline is given back by the leader. */
export const returnRegistration = defineAct({
  name: 'return-registration',
  schema: z.strictObject({
    unitId: key,
    version: wholeNumber(1).nullable(),
    /** Which decline it is, by its reason; null: whichever stands. */
    declineReasonId: text.nullable().default(null),
    reason: text,
    /** Until when it is to come again; null: the deadline stays. */
    resubmitOn: day.nullable().default(null),
  }),
  power: 'reviewRegistration',
  async perform(deps, call) {
    const { unitId, version, declineReasonId, reason, resubmitOn } = call.data;
    checkResubmission(resubmitOn, localDateOf(call.at));
    const calendar = await deps.stores.calendars.calendarOf(call.officeId);
    const { state } = await readRegistration(deps, call, unitId);
    const command = {
      ...(await judging(deps, call, state)),
      type: 'giveBack' as const,
      version,
      declineReasonId,
      reasonId: call.actId,
      resubmitOn: resubmitOn === null ? null : workingDayFrom(calendar, resubmitOn),
    };
    return pressOnRegistration(deps, call, unitId, command, () => saveReason(deps, call, reason));
  },
});

/** The leader consents that the unit registers nothing. */
export const consentToDecline = defineAct({
  name: 'consent-decline',
  schema: z.strictObject({ unitId: key, reasonId: text }),
  power: 'decideRegistration',
  async perform(deps, call) {
    const { unitId, reasonId } = call.data;
    const command = { ...commanded(call), type: 'consent' as const, reasonId };
    return pressOnRegistration(deps, call, unitId, command);
  },
});
