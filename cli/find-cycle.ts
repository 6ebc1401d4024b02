import { officesAnswer } from './answers.ts';
import type { SystemClient } from './call-system.ts';
import { UsageError } from './failures.ts';
import type { Terminal } from './terminal.ts';

const CYCLE = /^(?:([A-Za-z0-9._-]{1,40})\/)?(\d{4})$/;

const onlyOffice = async (system: SystemClient, year: string): Promise<string> => {
  const { offices } = await system.call(officesAnswer, { method: 'GET', path: '/offices' });
  const [first] = offices;
  if (first && offices.length === 1) return first.id;
  const names = offices.map(({ id }) => `${id}/${year}`).join(' or ');
  throw new UsageError(
    first
      ? `There are ${String(offices.length)} offices. Name one: ${names}.`
      : 'There is no office yet. Make one with "reform office create" or "reform start FILE".',
  );
};

const OFFICE = /^[A-Za-z0-9._-]{1,40}$/;

/**
 * The address of an office or a cycle, for acts of either: OFFICE, OFFICE/YEAR, or YEAR.
 * @throws UsageError
 */
export const findPlace = async (
  terminal: Pick<Terminal, 'system'>,
  typed: string,
): Promise<string> =>
  OFFICE.test(typed) && !CYCLE.test(typed) ? `/offices/${typed}` : findCycle(terminal, typed);

/**
 * The address of a cycle from what was typed: OFFICE/YEAR, or YEAR where there is one office.
 * @throws UsageError
 */
export const findCycle = async (
  { system }: Pick<Terminal, 'system'>,
  typed: string,
): Promise<string> => {
  const match = CYCLE.exec(typed);
  const year = match?.[2];
  if (year === undefined) {
    throw new UsageError(`A cycle is named OFFICE/YEAR or YEAR, but this is "${typed}".`);
  }
  const office = match?.[1] ?? (await onlyOffice(system(), year));
  return `/offices/${encodeURIComponent(office)}/cycles/${year}`;
};
