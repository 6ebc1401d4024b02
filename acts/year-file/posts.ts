import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { YearFile } from './year-file.ts';

type Person = YearFile['people'][number];

export const isInPost = ({ validFrom, validTo }: Person, on: LocalDate): boolean =>
  (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);

export const peopleById = ({ people }: YearFile): ReadonlyMap<string, Person> =>
  new Map(people.map((person) => [person.id, person]));

export const refuseAct = (
  person: Person,
  on: LocalDate,
  expected: string,
  place: string,
): never => {
  const details = { id: person.id, date: on, expected };
  throw new DomainError('no-power', `${person.id} has no power on ${on}`, details, place);
};

export const checkInPost = (person: Person | undefined, on: LocalDate, place: string): void => {
  if (person && !isInPost(person, on)) refuseAct(person, on, `someone in post on ${on}`, place);
};
