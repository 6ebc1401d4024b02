import { TEMPLATE_PROBLEMS } from '../documents/template-error.ts';
import type { Words } from '../locale/words.ts';

/** What is wrong with a template, in the reader's language. */
export const problemInWords = (t: Words, problem: string): string => {
  const known = TEMPLATE_PROBLEMS.find((one) => one === problem);
  return known ? t(`template.problem.${known}`) : problem;
};
