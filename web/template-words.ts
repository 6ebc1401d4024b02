import { SIGNATURE_PROBLEMS } from '../domain/digital-signing.ts';
import { TEMPLATE_PROBLEMS } from '../documents/template-error.ts';
import type { Words } from '../locale/words.ts';

/** What is wrong with a template, or with a digital signature, in the reader's language. */
export const problemInWords = (t: Words, problem: string): string => {
  const known = TEMPLATE_PROBLEMS.find((one) => one === problem);
  const ofSignature = SIGNATURE_PROBLEMS.find((one) => one === problem);
  if (ofSignature) return t(`paper.signature-problem.${ofSignature}`);
  return known ? t(`template.problem.${known}`) : problem;
};
