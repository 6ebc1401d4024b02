import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { decideReformCycle, type ReformCycleCommand } from '../domain/reform-cycle.ts';
import { defineAct, type ActDependencies, type CheckedCall } from './act.ts';
import { commanded, readCycle, sendToCycle } from './on-strand.ts';
import { saveReason } from './save-reason.ts';
import { key, text } from './year-file/fields.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const press = async (
  deps: ActDependencies,
  call: Call,
  command: ReformCycleCommand,
  keep: () => Promise<unknown> = () => Promise.resolve(),
) => {
  decideReformCycle(await readCycle(deps, call), command, call.enteredAt);
  await keep();
  return sendToCycle(deps, call, command);
};

/**
 * Lets a unit register anew, with the reason: to correct what was accepted, or as a supplement once the
 * leader has approved the list. A unit that came to the office later registers so for the first time.
 */
export const reopenRegistration = defineAct({
  name: 'reopen-registration',
  schema: z.strictObject({ unitId: key, reason: text }),
  power: 'openRegistration',
  async perform(deps, call) {
    const { unitId, reason } = call.data;
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    if (!facts.units.some(({ id }) => id === unitId)) {
      throw new DomainError(
        'unknown-reference',
        'no such unit on that day',
        { given: unitId },
        '/unitId',
      );
    }
    const command = {
      ...commanded(call),
      type: 'reopenUnit' as const,
      unitId,
      reasonId: call.actId,
    };
    return press(deps, call, command, () => saveReason(deps, call, reason));
  },
});

/** Several units have one task: which of them leads. */
export const setLead = defineAct({
  name: 'set-lead',
  schema: z.strictObject({ key: text, unitId: key }),
  power: 'openRegistration',
  perform: (deps, call) => press(deps, call, { ...commanded(call), type: 'setLead', ...call.data }),
});

/** A unit's own task is the same as another one; `into` null takes that back. */
export const joinTasks = defineAct({
  name: 'join-tasks',
  schema: z.strictObject({ key: text, into: text.nullable() }),
  power: 'openRegistration',
  perform: (deps, call) =>
    press(deps, call, { ...commanded(call), type: 'joinTasks', ...call.data }),
});

/** A year that was entered from its papers has caught up: from now on its clock runs by itself. */
export const goLive = defineAct({
  name: 'go-live',
  schema: z.strictObject({}),
  power: 'startCycle',
  // From now on, not from the last moment that was entered.
  perform: (deps, call) =>
    press(deps, call, { ...commanded(call), occurredAt: call.enteredAt, type: 'goLive' }),
});
