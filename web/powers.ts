import { resolveAuthority } from '../acts/resolve-authority.ts';
import { MAY_GIVE_OCCURRED_AT, type Authority, type Power } from '../domain/authority.ts';
import { DomainError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { WebContext } from './environment.ts';
import { userOn } from './signed-in.ts';

/** By what right the signed-in person would do it on that day; null: they may not. */
export const findAuthority = async (
  c: WebContext,
  power: Power,
  date: LocalDate,
): Promise<Authority | null> => {
  const { officeId, person } = userOn(c);
  try {
    return await resolveAuthority(c.get('deps').acts, officeId, person.person_id, power, date);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'no-power') return null;
    throw error;
  }
};

export const hasPower = async (c: WebContext, power: Power, date: LocalDate): Promise<boolean> =>
  (await findAuthority(c, power, date)) !== null;

export const mayGiveOccurredAt = (facts: OfficeFacts, personId: string): boolean =>
  facts.people.some(
    ({ id, roles }) => id === personId && roles.some((role) => MAY_GIVE_OCCURRED_AT.includes(role)),
  );
