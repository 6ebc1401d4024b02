import { sha256Of } from './canonical-text.ts';

/** What an approval binds: the content's canonical text, the template's version, the words' version. */
export const boundHashOf = (text: string, template: string, locale: string): string =>
  sha256Of(`${text}\n${template}\n${locale}`);
