import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../documents/check-template.ts';
import { printedKinds, templateText } from '../../documents/paper-blocks.ts';
import { TemplateError } from '../../documents/template-error.ts';

const plan = templateText('plan').text;

const refusal = (text: string, kind: Parameters<typeof checkTemplate>[0] = 'plan'): string => {
  try {
    checkTemplate(kind, text);
  } catch (error) {
    if (error instanceof TemplateError) {
      return `${String(error.line)} ${error.field} ${error.problem}`;
    }
    throw error;
  }
  return 'taken';
};

const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;

describe("an office's own template", () => {
  it.each(printedKinds())('of %s is taken where it is the shipped one', (kind) => {
    expect(refusal(templateText(kind).text, kind)).toBe('taken');
  });

  it('is taken with other words, another order and less', () => {
    const other = plan
      .replace('<h2>V. KINH PHÍ</h2>', '<h2>V. NGUỒN LỰC</h2>')
      .replace(
        '{{#if priorityStatement}}',
        '{{#if qualityGoal}}<p>{{sentence qualityGoal}}</p>{{/if}}{{#if priorityStatement}}',
      );
    expect(other).not.toBe(plan);
    expect(refusal(other)).toBe('taken');
  });

  const cases: readonly (readonly [string, string, string, string])[] = [
    ['an unknown tag', '<h2>V. KINH PHÍ</h2>', '<font>V</font>', '<font> unknown-tag'],
    ['an unknown field', '{{#if funding}}', '{{#if fund}}', 'fund unknown-field'],
    ['a field of another paper', '{{clause subject}}', '{{clause reason}}', 'reason unknown-field'],
    ['an unknown helper', '{{clause subject}}', '{{shout subject}}', 'shout unknown-helper'],
    ['raw output', '{{clause subject}}', '{{{subject}}}', '{{{ not-a-template'],
    ['raw output by &', '{{clause subject}}', '{{&subject}}', '{{{ not-a-template'],
    ['a partial', '<h2>V. KINH PHÍ</h2>', '{{> other}}', 'PartialStatement not-a-template'],
    ['a tag that is never closed', '<h2>V. KINH PHÍ</h2>', '<h2>V. KINH PHÍ', '<h2> misplaced-tag'],
    [
      'what may be absent',
      '<p>{{sentence funding}}</p>\n{{else}}',
      '{{else}}<p>{{sentence funding}}</p>',
      'sentence funding missing-value',
    ],
    ['a letter that is not in the font', 'V. KINH PHÍ', 'V. ☐', 'U+2610 letter-without-glyph'],
    ['a table row without its cells', '<th>Quý I</th>', '', '<tr> wrong-value'],
    ['a prototype', '{{clause subject}}', '{{clause constructor}}', 'constructor unknown-field'],
  ];
  it.each(cases)('is refused with %s, at its line', (_, part, instead, expected) => {
    expect(plan).toContain(part);
    const [line, ...rest] = refusal(plan.replace(part, instead)).split(' ');
    expect(rest.join(' ')).toBe(expected);
    expect(Math.abs(Number(line) - lineOf(plan, part))).toBeLessThanOrEqual(4);
  });

  const missing: readonly (readonly [string, string, string])[] = [
    ['the number', 'number="Số: {{head.numberAndSymbol}}"', '<letterhead> head.numberAndSymbol'],
    ['the date', ', {{head.date}}">', '<letterhead> head.date'],
    [
      'the signature',
      '{{#each signature.lines}}<li>{{upper this}}</li>{{/each}}',
      '<signatures> signature.lines[]',
    ],
    [
      'the recipients',
      '{{#each recipients}}<li>{{clause this}}</li>{{/each}}',
      '<recipients> recipients[]',
    ],
    ['the file copy', '<li>{{clause archive}}</li>', '<recipients> archive'],
  ];
  it.each(missing)('is refused without %s', (_, part, field) => {
    expect(plan).toContain(part);
    const without = plan.replace(part, part.endsWith('">') ? '">' : '');
    expect(refusal(without).replace(/^\d+ /u, '')).toBe(`${field} missing-part`);
  });

  it('is refused where it is longer than any paper', () => {
    expect(refusal('a'.repeat(100_001))).toBe('1 100001 too-long');
  });

  it('is refused with the number typed by hand', () => {
    const typed = plan.replace('Số: {{head.numberAndSymbol}}', 'Số: 15/KH-ANNĐ');
    expect(refusal(typed)).toContain('<letterhead> head.numberAndSymbol missing-part');
  });
});
