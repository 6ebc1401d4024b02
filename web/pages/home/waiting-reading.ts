import type { LocalDate } from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';
import { isBeingPlayed, waitersOf, type WaitingRow } from '../../waiters.ts';
import { dayOfCycle } from '../cycle/cycle-reading.ts';

export interface Waiting {
  readonly row: WaitingRow;
  /** The day of its cycle: today, or where the entering of a past year has come. */
  readonly day: LocalDate;
  readonly isMine: boolean;
  /** The unit that it is about, by its name of that day. */
  readonly unitName: string | null;
  /** For whom it waits. */
  readonly personIds: readonly string[];
}

interface CycleDay {
  readonly day: LocalDate;
  readonly facts: OfficeFacts;
  readonly isForLeaderAndMe: boolean;
}

// The leader's delegates see what waits for the leader.
const actsForLeader = async (c: WebContext, facts: OfficeFacts): Promise<boolean> => {
  const { officeId, person } = userOn(c);
  const delegations = await c
    .get('deps')
    .acts.stores.offices.listDelegationsTo(officeId, person.person_id, facts.date);
  return delegations.some((delegation) =>
    facts.people.some(
      ({ id, roles }) => id === delegation.from_person_id && roles.includes('leader'),
    ),
  );
};

const readCycleDay = async (c: WebContext, year: number): Promise<CycleDay | null> => {
  const { officeId } = userOn(c);
  const { stores } = c.get('deps').acts;
  const row = await stores.cycles.find(officeId, year);
  const strand = row && (await stores.strands.find(officeId, row.workflow_id, 'reformCycle'));
  if (row && strand && isBeingPlayed(row, strand.state)) return null;
  const day = strand ? dayOfCycle(strand.state, c.get('today')) : c.get('today');
  const facts = await stores.factsOn(officeId, day);
  return { day, facts, isForLeaderAndMe: await actsForLeader(c, facts) };
};

/** Everything that waits in the office, and for whom; a thing that waits for several stands once. */
export const readWaiting = async (c: WebContext): Promise<readonly Waiting[]> => {
  const { officeId, person } = userOn(c);
  const rows = await c.get('deps').acts.stores.cycles.listWaiting(officeId);
  const days = new Map<number, CycleDay | null>();
  for (const { year } of rows) {
    if (!days.has(year)) days.set(year, await readCycleDay(c, year));
  }
  const waiting = rows.flatMap((row) => {
    const cycle = days.get(row.year);
    if (!cycle) return [];
    const personIds = waitersOf(row, cycle.facts);
    const isMine =
      personIds.includes(person.person_id) || (row.role_id === 'leader' && cycle.isForLeaderAndMe);
    const unitName = cycle.facts.units.find(({ id }) => id === row.unit_id)?.name ?? null;
    return [{ row, day: cycle.day, unitName, isMine, personIds }];
  });
  return joinSame(waiting);
};

const joinSame = (waiting: readonly Waiting[]): readonly Waiting[] => {
  const joined = new Map<string, Waiting>();
  for (const one of waiting) {
    const key = `${one.row.workflow_id} ${one.row.what} ${one.row.unit_id ?? ''}`;
    const earlier = joined.get(key);
    joined.set(
      key,
      earlier
        ? {
            ...earlier,
            isMine: earlier.isMine || one.isMine,
            personIds: [...new Set([...earlier.personIds, ...one.personIds])],
          }
        : one,
    );
  }
  return [...joined.values()];
};
