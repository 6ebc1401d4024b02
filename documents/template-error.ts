/** A paper would have had a hole, or a template asks for what there is not. */
export const TEMPLATE_PROBLEMS = [
  'not-a-template',
  'unknown-tag',
  'unknown-attribute',
  'misplaced-tag',
  'unknown-field',
  'unknown-helper',
  'missing-value',
  'wrong-value',
  'letter-without-glyph',
  'missing-part',
  'too-long',
] as const;
export type TemplateProblem = (typeof TEMPLATE_PROBLEMS)[number];

export interface TemplatePlace {
  readonly template: string;
  readonly line: number;
  /** The field, helper, tag or attribute in question, as the template writes it. */
  readonly field: string;
}

// The message names places and code points, never a value: values are people's words.
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly problem: TemplateProblem;
  readonly template: string;
  readonly line: number;
  readonly field: string;
  readonly expected: string;

  constructor(problem: TemplateProblem, place: TemplatePlace, expected: string) {
    super(`${place.template}:${String(place.line)} ${place.field}: ${problem}, ${expected}`);
    this.problem = problem;
    this.template = place.template;
    this.line = place.line;
    this.field = place.field;
    this.expected = expected;
  }
}
