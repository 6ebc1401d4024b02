import type { Stores } from '../adapters/database/stores.ts';
import type { CycleRow } from '../adapters/database/cycles.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { WaitingThing } from '../domain/notices.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { waitersFor, waitersOf } from '../domain/waiters.ts';

export interface OfficeWaiting {
  readonly facts: OfficeFacts;
  readonly things: readonly (WaitingThing & {
    readonly unitId: string | null;
    /** It waits for the leader as such, or for somebody by name; not for a role that a leader may hold too. */
    readonly isForLeader: boolean;
  })[];
  /** Those who decide today, in their own right or for the head who is away. */
  readonly leaderIds: readonly string[];
  readonly coordinatorIds: readonly string[];
}

/** Years that run by themselves: nobody is reminded of what is only being entered. */
const liveYears = async (
  { cycles, strands }: Stores,
  officeId: string,
  mayMail: (cycle: CycleRow) => boolean,
): Promise<ReadonlySet<number>> => {
  const years = new Set<number>();
  for (const cycle of await cycles.list(officeId)) {
    const strand = await strands.find(officeId, cycle.workflow_id, 'reformCycle');
    if (strand?.state.clock.mode === 'live' && mayMail(cycle)) years.add(cycle.year);
  }
  return years;
};

const delegatesOf = async (
  { offices }: Stores,
  officeId: string,
  facts: OfficeFacts,
): Promise<readonly string[]> => {
  const heads = waitersFor('leader', facts);
  const inForce = (await offices.listDelegations(officeId)).filter(
    ({ from_person_id, valid_from, valid_to }) =>
      heads.includes(from_person_id) && valid_from <= facts.date && facts.date <= valid_to,
  );
  const inPost = facts.people.map(({ id }) => id);
  return inForce.map(({ to_person_id }) => to_person_id).filter((id) => inPost.includes(id));
};

/** The rows that lists show, with the people of that day: what a list shows and what a mail says is one. */
export const readOfficeWaiting = async (
  stores: Stores,
  officeId: string,
  today: LocalDate,
  mayMail: (cycle: CycleRow) => boolean,
): Promise<OfficeWaiting> => {
  const facts = await stores.factsOn(officeId, today);
  const years = await liveYears(stores, officeId, mayMail);
  const delegates = await delegatesOf(stores, officeId, facts);
  const rows = (await stores.cycles.listWaiting(officeId)).filter(({ year }) => years.has(year));
  const things = rows.map((row) => {
    const who = { personId: row.person_id, role: row.role_id, unitId: row.unit_id };
    const personIds = waitersOf(who, facts);
    return {
      workflowId: row.workflow_id,
      year: row.year,
      what: row.what,
      since: row.since,
      until: row.until_date,
      unitId: row.unit_id,
      isForLeader: row.role_id === 'leader' || row.person_id !== null,
      personIds: row.role_id === 'leader' ? [...new Set([...personIds, ...delegates])] : personIds,
    };
  });
  return {
    facts,
    things: joinSame(things).toSorted(byAge),
    leaderIds: [...new Set([...waitersFor('leader', facts), ...delegates])],
    coordinatorIds: waitersFor('cycleCoordinator', facts),
  };
};

// Those that began to wait at one moment stand in the same order in each mail.
const byAge = (left: WaitingThing, right: WaitingThing): number =>
  left.since.localeCompare(right.since) || left.workflowId.localeCompare(right.workflowId);

// A paper waits for its signer and for the clerk who brings it: one thing, for both. What waits for several
// units is not one: each has its head, and who coordinates hears which of them is late.
const joinSame = (things: OfficeWaiting['things']): OfficeWaiting['things'] => {
  const joined = new Map<string, OfficeWaiting['things'][number]>();
  for (const thing of things) {
    const key = `${thing.workflowId} ${thing.what} ${thing.unitId ?? ''}`;
    const earlier = joined.get(key);
    const personIds = [...new Set([...(earlier?.personIds ?? []), ...thing.personIds])];
    const isForLeader = thing.isForLeader || earlier?.isForLeader === true;
    joined.set(key, { ...thing, personIds, isForLeader });
  }
  return [...joined.values()];
};
