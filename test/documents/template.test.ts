import { describe, expect, test } from 'vitest';

import { readSections } from '../../documents/read-blocks.ts';
import { renderPaper, templateVersion, localeVersion } from '../../documents/render.ts';
import { findLetterWithoutGlyph, normaliseText } from '../../documents/render.ts';
import { TemplateError } from '../../documents/template-error.ts';
import { fillTemplate } from '../../documents/template-fill.ts';
import { readTemplate } from '../../documents/template-nodes.ts';
import { plan2024 } from './plan-fixture.ts';

const build = (source: string, view: unknown = {}) =>
  readSections(fillTemplate(readTemplate('probe.hbs', source), view));

const refusal = (source: string, view: unknown = {}): string => {
  try {
    build(source, view);
  } catch (error) {
    if (error instanceof TemplateError) {
      return `${String(error.line)} ${error.field} ${error.problem}`;
    }
    throw error;
  }
  return 'not refused';
};

const view = {
  name: 'Mẫu',
  none: null,
  blank: '  ',
  count: 3,
  list: ['a'],
  empty: [],
  broken: 'một\nhai',
  box: 'a☐b',
};

describe('a hole is refused with line and field', () => {
  const cases: readonly [string, string, string][] = [
    ['an unknown field', '<p>x</p>\n<p>{{nope}}</p>', '2 nope unknown-field'],
    ['an unknown nested field', '<p>{{name.first}}</p>', '1 name.first unknown-field'],
    ['null', '<p>\n{{none}}</p>', '2 none missing-value'],
    ['a blank', '<p>{{blank}}</p>', '1 blank missing-value'],
    ['a number without its helper', '<p>{{count}}</p>', '1 count wrong-value'],
    ['null for a helper', '<p>{{number none}}</p>', '1 number none missing-value'],
    ['text for a number helper', '<p>{{number name}}</p>', '1 number name wrong-value'],
    ['text for a date helper', '<p>{{date name}}</p>', '1 date name wrong-value'],
    ['an unknown field in if', '{{#if nope}}<p>x</p>{{/if}}', '1 nope unknown-field'],
    ['an unknown field in each', '{{#each nope}}<p>x</p>{{/each}}', '1 nope unknown-field'],
    ['an empty list in each', '{{#each empty}}<p>x</p>{{/each}}', '1 empty missing-value'],
    ['text in each', '{{#each name}}<p>x</p>{{/each}}', '1 name wrong-value'],
    ['an outer list that is not there', '<p>{{../name}}</p>', '1 ../name unknown-field'],
    ['a letter without a glyph in a value', '<p>{{box}}</p>', '1 box letter-without-glyph'],
    ['a letter without a glyph in the template', '<p>☐</p>', '1 U+2610 letter-without-glyph'],
    ['an empty paragraph', '<p>x</p>\n<p> </p>', '2 <p> missing-value'],
  ];
  test.each(cases)('%s', (_, source, expected) => {
    expect(refusal(source, view)).toBe(expected);
  });
});

describe('what is not in the vocabulary is refused when the template is read', () => {
  const cases: readonly [string, string, string][] = [
    ['an unknown tag', '<p>x</p>\n\n<script>x</script>', '3 <script> unknown-tag'],
    ['a tag made from a value', '<{{name}}>x', '1 <> unknown-tag'],
    ['an unknown helper', '<p>x</p>\n<p>{{shout name}}</p>', '2 shout unknown-helper'],
    ['an unknown block', '{{#with name}}x{{/with}}', '1 with unknown-helper'],
    ['an unescaped value', '<p>{{{name}}}</p>', '1 {{{ not-a-template'],
    ['a partial', '<p>{{> part}}</p>', '1 PartialStatement not-a-template'],
    ['a way to a prototype', '<p>{{name.constructor}}</p>', '1 name.constructor unknown-field'],
    ['a named argument', '<p>{{upper name a="b"}}</p>', '1 MustacheStatement not-a-template'],
    ['an unknown attribute', '<p style="x">x</p>', '1 <p style> unknown-attribute'],
    ['an attribute without quotes', '<p align=center>x</p>', '1 < not-a-template'],
    ['a tag never closed', '<p>x</p>\n<p>x', '2 <p> misplaced-tag'],
    ['a tag closed twice', '<p>x</p></p>', '1 </p> misplaced-tag'],
    ['a paragraph in a paragraph', '<p>x<p>y</p></p>', '1 <p> misplaced-tag'],
    ['loose text', '<p>x</p>y', '1 <paper> misplaced-tag'],
    [
      'a row with a cell too few',
      '<table><col width="1"><col width="1"><tbody>\n<tr><td>x</td></tr></tbody></table>',
      '2 <tr> wrong-value',
    ],
    [
      'a span below the table',
      '<table><col width="1"><tbody>\n<tr><td rowspan="2">x</td></tr></tbody></table>',
      '2 <tr> wrong-value',
    ],
    [
      'a table without rows',
      '<table><col width="1"><tbody></tbody></table>',
      '1 <table> missing-value',
    ],
    [
      'two sign, and there is one',
      '<signing>\n<party signer="x"><li>y</li></party></signing>',
      '1 <signing> wrong-value',
    ],
    [
      'two sign, and a list is one',
      '<signing><party signer="x"><li>y</li></party>\n<ul><li>y</li></ul></signing>',
      '2 <ul> misplaced-tag',
    ],
    [
      'a party without a name',
      '<signing><party><li>y</li></party>\n<party signer="x"><li>y</li></party></signing>',
      '1 <party> missing-value',
    ],
    [
      'a party without a post',
      '<signing><party signer="x"></party><party signer="x"><li>y</li></party></signing>',
      '1 <party> missing-value',
    ],
    [
      'an approval box without a title',
      '<signing><approval-box signer="x"><li>y</li></approval-box><party signer="x"><li>y</li></party></signing>',
      '1 <approval-box> missing-value',
    ],
    ['a party by itself', '<party signer="x"><li>y</li></party>', '1 <party> misplaced-tag'],
    [
      'a sheet in the middle',
      '<p>x</p>\n<sheet orientation="landscape">',
      '2 <sheet> misplaced-tag',
    ],
    [
      'a sheet that lies in no way',
      '<sheet orientation="across"><p>x</p>',
      '1 <sheet> wrong-value',
    ],
    [
      'an annex that lies in no way',
      '<p>x</p>\n<annex orientation="across"><p>x</p></annex>',
      '2 <annex> wrong-value',
    ],
    [
      'a number that is blank',
      '<letterhead parent="a" office="b" number=" " place-date="c">',
      '1 <letterhead> missing-value',
    ],
    [
      'a signature without recipients',
      '<signatures signer="x"><li>y</li></signatures>',
      '1 <signatures> misplaced-tag',
    ],
  ];
  test.each(cases)('%s', (_, source, expected) => {
    expect(refusal(source, view)).toBe(expected);
  });

  test('a syntax error names its line', () => {
    expect(refusal('<p>x</p>\n<p>{{#if name}}x</p>')).toMatch(/^\d+ syntax not-a-template$/);
  });
});

describe('values', () => {
  test('a line break in a value becomes a line', () => {
    const [section] = build('<p>{{broken}}</p>', view);
    const [block] = section?.blocks ?? [];
    const lines = block?.kind === 'paragraph' ? block.lines : [];
    expect(lines.map((line) => line.map((run) => run.text).join(''))).toEqual(['một', 'hai']);
  });

  test('a field of the object itself is found, one of its prototype is not', () => {
    expect(refusal('<p>{{toString}}</p>', view)).toBe('1 toString unknown-field');
  });

  test('the first letter that can not be printed is named', () => {
    expect(findLetterWithoutGlyph('Nguyễn Văn Mẫu'.normalize('NFD'))).toBeNull();
    expect(findLetterWithoutGlyph('a\u0007b')).toEqual({ letter: '\u0007', codePoint: 'U+0007' });
    expect(findLetterWithoutGlyph('việc 漢')).toEqual({ letter: '漢', codePoint: 'U+6F22' });
    expect(normaliseText('e\u0302\u0323')).toBe('ệ');
  });

  test('no plan is printed with a letter that the font lacks', async () => {
    const paper = { ...plan2024('final'), purpose: 'Hoàn thành ✓' };
    await expect(renderPaper(paper)).rejects.toMatchObject({
      problem: 'letter-without-glyph',
      field: 'sentence purpose',
      template: 'plan.hbs',
    });
  });

  test('template and words have a version each', () => {
    expect(templateVersion('plan')).toMatch(/^[0-9a-f]{64}$/);
    expect(localeVersion('plan')).toMatch(/^[0-9a-f]{64}$/);
    expect(localeVersion('plan')).not.toBe(templateVersion('plan'));
  });
});
