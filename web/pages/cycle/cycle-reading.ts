import { UNNAMED } from '../../../domain/authority.ts';
import { DomainError } from '../../../domain/errors.ts';
import { localDateOf, type LocalDate } from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { ReformCycleState } from '../../../domain/reform-cycle.ts';
import type { CycleRow } from '../../../adapters/database/cycles.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';

export interface RunningCycle {
  readonly row: CycleRow;
  readonly year: number;
  readonly state: ReformCycleState;
  /** Today, or the day to which a year that is being entered has come. */
  readonly day: LocalDate;
  /** The office as it was on that day. */
  readonly facts: OfficeFacts;
  /** Everybody who ever was in the office: a trail names those who have left as well. */
  readonly nameOf: (personId: string) => string;
}

export const dayOfCycle = ({ clock }: ReformCycleState, today: LocalDate): LocalDate =>
  clock.mode === 'entered' ? localDateOf(clock.at) : today;

export const yearOn = (c: WebContext): number => Number(c.req.param('year'));

export const pathOfCycle = (year: number): string => `/cycles/${year}`;

const refuseUnknown = (year: number): never => {
  throw new DomainError('cycle-unknown', 'the office has no cycle of that year', { year });
};

export const readNames = async (c: WebContext, officeId: string) => {
  const people = await c.get('deps').acts.stores.offices.listPeople(officeId);
  const names = new Map(people.map((person) => [person.person_id, person.full_name]));
  const unnamed = c.get('t')('cycle.unnamed');
  return (personId: string): string =>
    personId === UNNAMED.personId ? unnamed : (names.get(personId) ?? personId);
};

/** The row alone where the year was entered, but its workflow never came up. */
export const findCycleRow = async (c: WebContext): Promise<CycleRow> => {
  const { stores } = c.get('deps').acts;
  return (await stores.cycles.find(userOn(c).officeId, yearOn(c))) ?? refuseUnknown(yearOn(c));
};

/** null: the year has a row, and no workflow. */
export const findRunningCycle = async (
  c: WebContext,
  row: CycleRow,
): Promise<RunningCycle | null> => {
  const { stores } = c.get('deps').acts;
  const strand = await stores.strands.find(row.office_id, row.workflow_id, 'reformCycle');
  if (!strand) return null;
  const day = dayOfCycle(strand.state, c.get('today'));
  const [facts, nameOf] = await Promise.all([
    stores.factsOn(row.office_id, day),
    readNames(c, row.office_id),
  ]);
  return { row, year: row.year, state: strand.state, day, facts, nameOf };
};

/** @throws DomainError cycle-unknown */
export const readRunningCycle = async (c: WebContext): Promise<RunningCycle> =>
  (await findRunningCycle(c, await findCycleRow(c))) ?? refuseUnknown(yearOn(c));
