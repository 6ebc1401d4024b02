import { UNNAMED } from '../domain/authority.ts';
import { momentOf, type CycleClock } from '../domain/cycle-clock.ts';
import { DomainError } from '../domain/errors.ts';
import { instantOf, isInstant, localDateOf, type Instant } from '../domain/local-date.ts';
import { cycleId } from '../workflows/contract.ts';
import {
  outcome,
  playsEverybody,
  type Act,
  type ActCall,
  type ActDependencies,
  type ActOutcome,
} from './act.ts';
import { ACTS } from './all-acts.ts';
import { checkMayDate, resolveAuthority } from './resolve-authority.ts';
import { faultOfSchema } from './year-file/schema-fault.ts';

const ACT_ID = /^[A-Za-z0-9-]{8,64}$/;
const PROJECTION_WAIT_MS = 2_000;
const PROJECTION_POLL_MS = 25;

const clockOf = async (deps: ActDependencies, call: ActCall): Promise<CycleClock> => {
  if (call.year === null) return { mode: 'live' };
  const id = cycleId(call.officeId, call.year);
  const strand = await deps.stores.strands.find(call.officeId, id, 'reformCycle');
  return strand?.state.clock ?? { mode: 'live' };
};

// The same press again, after a fault on the way back: told what it led to the first time.
const earlierOutcome = async (
  deps: ActDependencies,
  name: string,
  { officeId, actId, personId }: ActCall,
): Promise<ActOutcome | null> => {
  const row = await deps.stores.acts.find(officeId, actId);
  if (row && (row.command !== name || ![personId, UNNAMED.personId].includes(row.person_id))) {
    throw new DomainError('duplicate-id', 'that act id was used for another act', {}, '/actId');
  }
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by this file, from an ActOutcome
  if (row) return row.outcome as unknown as ActOutcome;
  const event = await deps.stores.acts.findEvent(officeId, actId);
  return event ? outcome({ workflowId: event.workflow_id, seq: event.seq }) : null;
};

const checkCall = (call: ActCall): void => {
  if (!ACT_ID.test(call.actId)) {
    throw new DomainError(
      'not-schema',
      'an act has an id of its own',
      { expected: ACT_ID.source },
      '/actId',
    );
  }
  if (call.occurredAt !== null && !isInstant(call.occurredAt)) {
    throw new DomainError(
      'impossible-date',
      'occurredAt is an instant at +07:00',
      { given: call.occurredAt, expected: 'YYYY-MM-DDThh:mm:ss+07:00' },
      '/occurredAt',
    );
  }
};

const run = async <D>(
  deps: ActDependencies,
  act: Act<D>,
  call: ActCall,
  now: Instant,
): Promise<ActOutcome> => {
  const parsed = act.schema.safeParse(call.data);
  if (!parsed.success) throw faultOfSchema(parsed.error, call.data);
  const clock = await clockOf(deps, call);
  const at = momentOf(clock, call.occurredAt, now);
  if (call.occurredAt !== null && !playsEverybody(call.channel)) {
    await checkMayDate(deps, call.officeId, call.personId, localDateOf(at));
    // Back-dating gives nobody a power that has ended: in a live year it is held today as well.
    if (clock.mode === 'live') {
      await resolveAuthority(deps, call.officeId, call.personId, act.power, localDateOf(now));
    }
  }
  const resolved = await resolveAuthority(
    deps,
    call.officeId,
    call.personId,
    act.power,
    localDateOf(at),
  );
  const authority = act.isUnnamed?.(parsed.data) === true ? UNNAMED : resolved;
  const { personId } = authority;
  const result = await act.perform(deps, {
    ...call,
    personId,
    data: parsed.data,
    authority,
    at,
    enteredAt: now,
    clock,
  });
  await deps.stores.acts.record({
    office_id: call.officeId,
    act_id: call.actId,
    command: act.name,
    year: call.year,
    person_id: personId,
    role_id: authority.roleId,
    delegation_id: authority.delegationId,
    capacity: authority.capacity,
    channel: call.channel,
    workflow_id: result.workflowId,
    occurred_at: call.occurredAt,
    entered_at: now,
    outcome: result,
  });
  return result;
};

/**
 * One act of one person, from web, API, CLI or replay alike. Repeating the same act (same id) is safe:
 * it is answered with the outcome of the first time.
 * @throws DomainError with code and place; nothing is written then
 */
export const performAct = async (
  deps: ActDependencies,
  name: string,
  call: ActCall,
): Promise<ActOutcome> => {
  const act = ACTS.get(name);
  if (!act) throw new DomainError('unknown-key', 'there is no such act', { given: name });
  checkCall(call);
  const earlier = await earlierOutcome(deps, name, call);
  if (earlier) return earlier;
  try {
    return await run(deps, act, call, instantOf(deps.wallClock().getTime()));
  } catch (error) {
    // The rules refuse what is done already. It may have been this act's own first press that did it,
    // and that came to show only since we looked.
    const shown = error instanceof DomainError ? await earlierOutcome(deps, name, call) : null;
    if (shown) return shown;
    throw error;
  }
};

/** True when the read model shows the act; false after two seconds: "recorded, being processed". */
export const waitUntilShown = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
  { workflowId, seq }: Pick<ActOutcome, 'workflowId' | 'seq'>,
): Promise<boolean> => {
  if (workflowId === null || seq === null) return true;
  for (let waitedMs = 0; waitedMs <= PROJECTION_WAIT_MS; waitedMs += PROJECTION_POLL_MS) {
    if (await stores.strands.holds(officeId, workflowId, seq)) return true;
    await new Promise((resolve) => setTimeout(resolve, PROJECTION_POLL_MS));
  }
  return false;
};
