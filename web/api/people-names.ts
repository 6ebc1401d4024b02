import { UNNAMED } from '../../domain/authority.ts';
import type { Stores } from '../../adapters/database/stores.ts';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Ids as the read model has them, with the names that people have today. */
export const readNames = async ({ offices }: Pick<Stores, 'offices'>, officeId: string) => {
  const people = await offices.listPeople(officeId);
  const names = new Map(people.map((person) => [person.person_id, person.full_name]));
  return (id: string | null): NamedPerson | null =>
    id === null || id === UNNAMED.personId ? null : { id, name: names.get(id) ?? id };
};
