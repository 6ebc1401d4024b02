import { sha256Of } from '../canonical-text.ts';

const ID_LENGTH = 12;

/**
 * Legal bases have no id in the schema. Their words are their id, since another year's list has others
 * in the same places, and a plan must go on citing what it cited.
 */
export const legalBasisIdOf = (citation: string): string =>
  `LB-${sha256Of(citation.normalize('NFC')).slice(0, ID_LENGTH)}`;
