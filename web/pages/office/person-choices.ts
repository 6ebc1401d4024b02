import type { Person } from '../../../domain/office.ts';
import { comparePersonNames } from '../../../locale/vietnamese.ts';

/** People to choose among, each with the post, by given name: no rank is meant by their order. */
export const personChoices = (people: readonly Pick<Person, 'id' | 'fullName' | 'position'>[]) =>
  people
    .toSorted((left, right) => comparePersonNames(left.fullName, right.fullName))
    .map(({ id, fullName, position }) => ({ value: id, label: `${fullName}, ${position}` }));
