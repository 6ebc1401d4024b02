import { DomainError } from '../../domain/errors.ts';
import { quote } from './quote.ts';
import type { YearFile } from './year-file.ts';

interface Link {
  readonly id: string;
  readonly next: string | undefined;
  readonly place: string;
}

type Entry<Field extends string> = { readonly id: string } & Partial<
  Readonly<Record<Field, string | undefined>>
>;

const linksOf = <Field extends string>(
  list: string,
  entries: readonly Entry<Field>[] | undefined,
  field: Field,
): Link[] =>
  (entries ?? []).map((entry, index) => ({
    id: entry.id,
    next: entry[field],
    place: `${list}/${String(index)}/${field}`,
  }));

const refuseCircle = ({ next = '', place }: Link): never => {
  const details = { id: quote(next), expected: 'an id that does not lead back here' };
  throw new DomainError('unknown-reference', 'one leads to the other in a circle', details, place);
};

const refuseCircles = (links: readonly Link[]): void => {
  const byId = new Map(links.map((link) => [link.id, link]));
  const leadOn = new Set<string>();
  for (const start of links) {
    const path = new Set<string>();
    for (let link: Link | undefined = start; link && !leadOn.has(link.id);) {
      path.add(link.id);
      if (link.next !== undefined && path.has(link.next)) refuseCircle(link);
      link = byId.get(link.next ?? '');
    }
    path.forEach((id) => leadOn.add(id));
  }
};

/** What was taken over, merged, attached, corrected or amended leads somewhere in the end. */
export const checkChains = ({ orgUnits, dialogue, documents }: YearFile): void => {
  [
    linksOf('/orgUnits', orgUnits, 'successorId'),
    linksOf('/dialogue/questions', dialogue?.questions, 'mergedIntoId'),
    linksOf('/documents', documents, 'attachedTo'),
    linksOf('/documents', documents, 'amends'),
    linksOf('/documents', documents, 'corrects'),
  ].forEach(refuseCircles);
};
