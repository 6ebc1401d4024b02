import type { FormSource, PaperSource } from '../domain/paper-source.ts';

/** What goes along with a paper, made from the same contents: the programme with an invitation. */
export const enclosureOf = (source: PaperSource): FormSource | null => {
  if (source.kind !== 'invitation' && source.kind !== 'summons') return null;
  const { content, kind } = source;
  if (content.conference.agenda.length === 0) return null;
  const { year, conference } = content;
  return { kind: 'programme', content: { year, conference }, parentKind: kind };
};
