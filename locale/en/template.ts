import type { template as vietnamese } from '../vi/template.ts';

export const template: Readonly<Record<keyof typeof vietnamese, string>> = {
  'template.title': 'Templates of papers',
  'template.in-short': 'words and layout of each kind of paper',
  'template.about':
    'Each kind of paper is made from a template. The office may change it; the national heading, number and symbol, signatures and recipients must always be there.',
  'template.kind': 'Kind of paper',
  'template.made-from': 'Made from',
  'template.shipped': 'The template that came with the program',
  'template.own': 'The office’s template, version {version}, installed by {by} on {when}',
  'template.of': 'Template: {kind}',
  'template.when':
    'A template that is installed now counts for cycles that are started later. A running cycle keeps what it started with; an issued paper never changes.',
  'template.versions': 'Versions',
  'template.text': 'Text of the template',
  'template.text-hint':
    'Leave what stands in double braces as it is: data is filled in there. To go back to the shipped template, open it under “Versions” and install it.',
  'template.preview': 'Try it',
  'template.install': 'Install this template',
  'template.preview-title': 'The paper from this template',
  'template.preview-hint': 'Where data is filled in, the name of the field stands in « ».',
  'template.no-preview': 'The template can’t be used yet: line {line}, {field}: {why}.',
  'template.problem.not-a-template': 'this syntax is not allowed',
  'template.problem.unknown-tag': 'not one of the tags of papers',
  'template.problem.unknown-attribute': 'not an attribute of this tag',
  'template.problem.misplaced-tag': 'the tag is in the wrong place, or is not opened or closed',
  'template.problem.unknown-field': 'papers of this kind have no such field',
  'template.problem.unknown-helper': 'there is no such helper',
  'template.problem.missing-value': 'some papers have no such value, and a hole would be printed',
  'template.problem.wrong-value': 'the value can’t be used here',
  'template.problem.letter-without-glyph': 'the letter is not in the font',
  'template.problem.missing-part': 'a required part is missing',
  'template.problem.too-long': 'the template is too long',
};
