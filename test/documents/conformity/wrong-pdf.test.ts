import { expect, test } from 'vitest';
import type { FormRule } from '../../../domain/conformity.ts';
import type { Block, PaperBlocks } from '../../../documents/blocks.ts';
import { judgePaper } from '../../../documents/conformity/judge-paper.ts';
import { LEGAL_FORMAT, type Component, type LegalFormat } from '../../../documents/legal-format.ts';
import { buildPaper } from '../../../documents/paper-blocks.ts';
import { paperOf } from '../../../documents/paper-of.ts';
import { drawPdf } from '../../../documents/pdf.ts';
import { paperWithUnits } from '../every-kind.ts';
import { officeWithSuperior, plainPaper } from '../letter-fixture.ts';
import { plan2024 } from '../plan-fixture.ts';
import { dating } from '../registration-fixture.ts';

const plan = buildPaper(plan2024('final'));
const yearReport = buildPaper(paperWithUnits('year-report', 2));
const decision = buildPaper(paperWithUnits('check-team-decision', 2));
const letter = buildPaper(paperOf(plainPaper('letter'), officeWithSuperior, dating('final')));

/** The same paper, with other words in it. */
const withWords = (paper: PaperBlocks, from: string, to: string): PaperBlocks => {
  const before = JSON.stringify(paper);
  const after = before.replaceAll(from, to);
  if (after === before) throw new Error(`nothing says ${from}`);
  return JSON.parse(after);
};
/** The same paper, with other blocks in its first section. */
const withBlocks = (paper: PaperBlocks, change: (block: Block) => Block): PaperBlocks => ({
  ...paper,
  sections: paper.sections.map((section, at) =>
    at === 0 ? { ...section, blocks: section.blocks.map(change) } : section,
  ),
});

const failedRules = async (
  paper: PaperBlocks,
  format: LegalFormat = LEGAL_FORMAT,
): Promise<readonly FormRule[]> =>
  (await judgePaper(await drawPdf(paper), format)).results
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ rule }) => rule);

const WRONG: readonly (readonly [FormRule, PaperBlocks])[] = [
  ['number-form', withWords(plan, 'Số: 15/KH', 'Số: 5/KH')],
  ['number-form', withWords(plan, 'Số: 15/KH', 'Số: 15/BC')],
  ['number-form', withWords(letter, '/ANNĐ-TH', '/CV-ANNĐ')],
  ['date-form', withWords(plan, 'Nghệ An, ngày 15 tháng 01', 'Nghệ An, ngày 15 tháng 1')],
  ['date-form', withWords(letter, 'ngày 16 tháng 02', 'ngày 16 tháng 03')],
  ['part-heading', withWords(yearReport, '"Phần III"', '"Phần IV"')],
  ['part-heading', withWords(yearReport, 'ĐỀ XUẤT, KIẾN NGHỊ', 'Đề xuất, kiến nghị')],
  ['section-heading', withWords(plan, 'III. NỘI DUNG', 'V. NỘI DUNG')],
  ['section-heading', withWords(plan, 'III. NỘI DUNG', 'III. Nội dung')],
  ['article-heading', withWords(decision, 'Điều\u00a02.', 'Điều\u00a02:')],
  ['article-heading', withWords(decision, 'Điều\u00a02.', 'Điều\u00a04.')],
];

test('the papers that are made wrong here are right before', async () => {
  expect(await failedRules(plan)).toEqual([]);
  expect(await failedRules(letter)).toEqual([]);
  expect(await failedRules(yearReport)).toEqual([]);
  expect(await failedRules(decision)).toEqual([]);
});

test.each(WRONG)('a PDF that breaks %s is told so (%#)', async (rule, paper) => {
  expect(await failedRules(paper)).toEqual([rule]);
});

test('a text that has no mark at its end is told so', async () => {
  expect(await failedRules(withWords(letter, './.', '.'))).toEqual(['end-mark']);
});

test('recipients without their end, or without those above, are told so', async () => {
  const joined = withBlocks(letter, (block) =>
    block.kind === 'closing' ? { ...block, recipients: ['Như trên', 'Văn thư'] } : block,
  );
  expect(await failedRules(joined)).toEqual(['recipients-form']);
  const unnamed = withBlocks(letter, (block) =>
    block.kind === 'closing' ? { ...block, recipients: block.recipients.slice(1) } : block,
  );
  expect(await failedRules(unnamed)).toEqual(['recipients-form']);
});

test.each([
  [['PHÓ TRƯỞNG PHÒNG']],
  [['KT. TRƯỞNG PHÒNG']],
  [['KT. TRƯỞNG PHÒNG', 'TRƯỞNG PHÒNG']],
  [['TL. TRƯỞNG PHÒNG']],
  [['K/T TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG']],
])('a power to sign that is not as it must be is told so: %j', async (posts) => {
  const wrong = withBlocks(plan, (block) =>
    block.kind === 'closing' ? { ...block, posts } : block,
  );
  expect(await failedRules(wrong)).toEqual(['signing-power']);
});

test.each([
  [['TRƯỞNG PHÒNG']],
  [['Q. TRƯỞNG PHÒNG']],
  [['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG']],
  [['TL. TRƯỞNG PHÒNG', 'ĐỘI TRƯỞNG ĐỘI THAM MƯU']],
  [['TUQ. TRƯỞNG PHÒNG', 'ĐỘI TRƯỞNG ĐỘI THAM MƯU']],
  [['TM. BAN TỔ CHỨC', 'TRƯỞNG BAN']],
])('every power to sign in its right form passes: %j', async (posts) => {
  const right = withBlocks(plan, (block) =>
    block.kind === 'closing' ? { ...block, posts } : block,
  );
  expect(await failedRules(right)).toEqual([]);
});

test('an academic title before the name is told', async () => {
  const wrong = withWords(plan, 'Thượng tá Nguyễn Văn Mẫu', 'Tiến sĩ Nguyễn Văn Mẫu');
  expect(await failedRules(wrong)).toEqual(['signer-name']);
});

test('a single annex that bears a number is told so', async () => {
  const marked = withWords(plan, '"text":"Phụ lục"', '"text":"Phụ lục II"');
  expect(await failedRules(marked)).toEqual(['annex-mark']);
});

const large = { from: 20, to: 21, printed: 20 };
const withSize = (component: Component): LegalFormat => ({
  ...LEGAL_FORMAT,
  components: {
    ...LEGAL_FORMAT.components,
    [component]: { ...LEGAL_FORMAT.components[component], size: large },
  },
});
const ASKED_OTHERWISE: readonly (readonly [FormRule, LegalFormat])[] = [
  ['page-size', { ...LEGAL_FORMAT, page: { ...LEGAL_FORMAT.page, height: 792 } }],
  ['page-margins', { ...LEGAL_FORMAT, margins: { ...LEGAL_FORMAT.margins, left: large } }],
  ['font', { ...LEGAL_FORMAT, font: { ...LEGAL_FORMAT.font, name: 'Arial', twins: [] } }],
  ['national-name', withSize('nation')],
  ['motto', withSize('motto')],
  ['parent-name', withSize('parent')],
  ['office-name', withSize('office')],
  ['number-style', withSize('number')],
  ['place-date-style', withSize('placeDate')],
  ['kind', withSize('kind')],
  ['subject', withSize('subject')],
  ['bases-style', withSize('basis')],
  ['body-style', withSize('body')],
  ['section-heading', withSize('sectionHeading')],
  ['signing-post', withSize('post')],
  ['signer-name', withSize('signer')],
  ['recipients-head', withSize('recipientsHead')],
  ['recipients-style', withSize('recipients')],
  ['annex-mark', withSize('annexMark')],
  ['annex-title', withSize('annexTitle')],
  ['annex-reference', withSize('annexReference')],
  [
    'page-number-later',
    { ...LEGAL_FORMAT, pageNumber: { ...LEGAL_FORMAT.pageNumber, size: large } },
  ],
  ...(['motto', 'office', 'subject'] as const).map(
    (box) =>
      [
        `${box}-rule`,
        {
          ...LEGAL_FORMAT,
          rules: { ...LEGAL_FORMAT.rules, [box]: { ...LEGAL_FORMAT.rules[box], from: 2, to: 3 } },
        },
      ] as const,
  ),
  ...(['gap', 'spacing'] as const).map(
    (aspect) =>
      [
        aspect === 'gap' ? 'paragraph-gap' : 'line-spacing',
        { ...LEGAL_FORMAT, paragraph: { ...LEGAL_FORMAT.paragraph, [aspect]: large } },
      ] as const,
  ),
  [
    'first-line-indent',
    {
      ...LEGAL_FORMAT,
      paragraph: { ...LEGAL_FORMAT.paragraph, firstLineIndent: { allowed: [50], printed: 50 } },
    },
  ],
];

test.each(ASKED_OTHERWISE)(
  'what a PDF shows of %s is measured: it breaks the rule where another is asked',
  async (rule, format) => {
    expect(await failedRules(plan, format)).toEqual([rule]);
  },
);
