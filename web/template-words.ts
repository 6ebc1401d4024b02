import type { TemplateProblem } from '../documents/template-error.ts';
import type { Words } from '../locale/words.ts';

const WORDS = {
  'not-a-template': 'template.problem.not-a-template',
  'unknown-tag': 'template.problem.unknown-tag',
  'unknown-attribute': 'template.problem.unknown-attribute',
  'misplaced-tag': 'template.problem.misplaced-tag',
  'unknown-field': 'template.problem.unknown-field',
  'unknown-helper': 'template.problem.unknown-helper',
  'missing-value': 'template.problem.missing-value',
  'wrong-value': 'template.problem.wrong-value',
  'letter-without-glyph': 'template.problem.letter-without-glyph',
  'missing-part': 'template.problem.missing-part',
  'too-long': 'template.problem.too-long',
} as const satisfies Record<TemplateProblem, string>;

const isProblem = (text: string): text is TemplateProblem => Object.hasOwn(WORDS, text);

/** What is wrong with a template, in the reader's language. */
export const problemInWords = (t: Words, problem: string): string =>
  isProblem(problem) ? t(WORDS[problem]) : problem;
