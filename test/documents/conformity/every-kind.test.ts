import { describe, expect, test } from 'vitest';
import type { FormRule } from '../../../domain/conformity.ts';
import { judgePaper } from '../../../documents/conformity/judge-paper.ts';
import { paperOf } from '../../../documents/paper-of.ts';
import { renderDocx, renderPaper, renderPdf } from '../../../documents/render.ts';
import type { PaperStage } from '../../../documents/paper.ts';
import { correction, officeWithSuperior } from '../letter-fixture.ts';
import { plan2024 } from '../plan-fixture.ts';
import { dating } from '../registration-fixture.ts';
import { EVERY_KIND, paperWithUnits } from '../every-kind.ts';

// Rules about which every paper has something to say, so that none passes by being read as empty.
const ALWAYS: readonly FormRule[] = [
  'page-size',
  'page-margins',
  'font',
  'national-name',
  'motto',
  'motto-rule',
  'office-name',
  'office-rule',
  'page-number-first',
];
const OF_NUMBERED: readonly FormRule[] = [
  'number-style',
  'number-form',
  'body-style',
  'first-line-indent',
  'paragraph-gap',
  'line-spacing',
  'end-mark',
  'signing-power',
  'signing-post',
  'signer-name',
  'recipients-head',
  'recipients-style',
  'recipients-form',
];

const judge = async (bytes: Uint8Array) => {
  const { results } = await judgePaper(bytes);
  const verdicts = (wanted: string) =>
    results.filter(({ verdict }) => verdict === wanted).map(({ rule }) => rule);
  return { findings: results.flatMap((one) => one.findings), passed: verdicts('pass') };
};

describe('both files of every kind conform to the decree', () => {
  test.each(EVERY_KIND)('%s', async (kind) => {
    const { docx, pdf } = await renderPaper(paperWithUnits(kind, 2));
    for (const file of [await judge(docx), await judge(pdf)]) {
      expect(file.findings).toEqual([]);
      expect(file.passed).toEqual(expect.arrayContaining([...ALWAYS]));
      if (file.passed.includes('number-form')) {
        expect(file.passed).toEqual(expect.arrayContaining([...OF_NUMBERED]));
      }
    }
  });
});

test.each([
  ['year-report', 'part-heading'],
  ['plan', 'section-heading'],
  ['minutes', 'section-heading'],
  ['check-team-decision', 'article-heading'],
  ['commendation-decision', 'article-heading'],
] as const)('the headings of a %s are found in both files, and judged: %s', async (kind, rule) => {
  const { docx, pdf } = await renderPaper(paperWithUnits(kind, 2));
  for (const file of [docx, pdf]) expect((await judge(file)).passed).toContain(rule);
});

test.each<PaperStage>(['draft', 'for-signature', 'working-copy'])(
  'a plan conforms at the stage %s too: room or dots for number and day are no fault',
  async (stage) => {
    const { docx, pdf } = await renderPaper(plan2024(stage));
    expect((await judge(docx)).findings).toEqual([]);
    expect((await judge(pdf)).findings).toEqual([]);
  },
);

test('a landscape annex of eighty tasks conforms over all its pages', async () => {
  const { docx, pdf } = await renderPaper(paperWithUnits('plan', 80));
  expect((await judge(docx)).findings).toEqual([]);
  const read = await judge(pdf);
  expect(read.findings).toEqual([]);
  expect(read.passed).toContain('annex-numbering');
});

test('what is no paper is refused, and not judged', async () => {
  const refused = { name: 'UnreadablePaper' };
  await expect(judgePaper(new Uint8Array())).rejects.toMatchObject(refused);
  await expect(judgePaper(new TextEncoder().encode('%PDF-1.7 x'))).rejects.toMatchObject(refused);
  await expect(judgePaper(new TextEncoder().encode('PK\u0003\u0004 x'))).rejects.toMatchObject(
    refused,
  );
  const half = await renderDocx(plan2024('final'));
  await expect(judgePaper(half.slice(0, half.length / 2))).rejects.toMatchObject(refused);
});

test.each([
  ['several of them', ['S-PTM', 'S-2'], 'Phòng Tham mưu Công an tỉnh Nghệ'],
  ['one alone', ['S-2'], 'Phòng Tham mưu Công an tỉnh Nghệ An và các'],
])(
  'an addressee in the middle of the page by chance is none that was centred: %s',
  async (_, ids, name) => {
    const [above] = officeWithSuperior.superiors;
    if (!above) throw new Error('the office has a body above');
    const facts = { ...officeWithSuperior, superiors: [above, { ...above, id: 'S-2', name }] };
    const letter = correction({ superiorIds: ids, unitIds: [], guests: [] });
    const pdf = await renderPdf(paperOf(letter, facts, dating('final')));
    const { findings, passed } = await judge(pdf);
    expect(findings).toEqual([]);
    expect(passed).toContain('addressees-form');
  },
);
