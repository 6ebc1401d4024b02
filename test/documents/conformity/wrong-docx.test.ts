import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { FORM_RULES, type FormRule } from '../../../domain/conformity.ts';
import { judgePaper } from '../../../documents/conformity/judge-paper.ts';
import { paperOf } from '../../../documents/paper-of.ts';
import { renderDocx } from '../../../documents/render.ts';
import { officeWithSuperior, plainPaper } from '../letter-fixture.ts';
import { paperWithUnits } from '../every-kind.ts';
import { plan2024 } from '../plan-fixture.ts';
import { dating } from '../registration-fixture.ts';

type Paper = 'plan' | 'letter' | 'decision' | 'year-report';
const files: Record<Paper, Uint8Array> = {
  plan: new Uint8Array(),
  letter: new Uint8Array(),
  decision: new Uint8Array(),
  'year-report': new Uint8Array(),
};

beforeAll(async () => {
  files.plan = await renderDocx(plan2024('final'));
  files.letter = await renderDocx(
    paperOf(plainPaper('letter'), officeWithSuperior, dating('final')),
  );
  files.decision = await renderDocx(paperWithUnits('check-team-decision', 2));
  files['year-report'] = await renderDocx(paperWithUnits('year-report', 2));
});

type Change = (xml: string) => string;

/** Changes the element of this name that holds the text, and refuses to change nothing. */
const inElement =
  (tag: 'w:r' | 'w:p', text: string, from: string | RegExp, to: string): Change =>
  (xml) => {
    const at = xml.replaceAll('\u00a0', ' ').indexOf(text);
    const start = xml.lastIndexOf(`<${tag}>`, at);
    const end = xml.indexOf(`</${tag}>`, at);
    const element = xml.slice(start, end);
    if (at < 0 || element.replace(from, to) === element) throw new Error(`nothing at ${text}`);
    return xml.slice(0, start) + element.replace(from, to) + xml.slice(end);
  };
const run = (text: string, from: string | RegExp, to: string) => inElement('w:r', text, from, to);
const paragraph = (text: string, from: string | RegExp, to: string) =>
  inElement('w:p', text, from, to);
const anywhere =
  (from: string | RegExp, to: string): Change =>
  (xml) => {
    if (xml.replace(from, to) === xml) throw new Error(`nothing is ${String(from)}`);
    return xml.replace(from, to);
  };

/** Gives the run or paragraph with the text a look of its own, over that of its style. */
const styled =
  (tag: 'w:r' | 'w:p', text: string, name: string, property: string): Change =>
  (xml) => {
    const at = xml.replaceAll('\u00a0', ' ').indexOf(text);
    if (at < 0) throw new Error(`nothing at ${text}`);
    const start = xml.lastIndexOf(`<${tag}>`, at) + `<${tag}>`.length;
    const before = xml.slice(start, at).replaceAll(new RegExp(`<${name}(?: [^>]*)?/>`, 'g'), '');
    const looks = `<${tag}Pr>`;
    const after = before.startsWith(looks)
      ? before.replace(looks, `${looks}${property}`)
      : `${looks}${property}</${tag}Pr>${before}`;
    return xml.slice(0, start) + after + xml.slice(at);
  };
const runLook = (text: string, [name, property]: readonly [string, string]): Change =>
  styled('w:r', text, name, property);
const paragraphLook = (text: string, name: string, property: string): Change =>
  styled('w:p', text, name, property);

const NOT_BOLD = ['w:b', '<w:b w:val="false"/>'] as const;
const BOLD = ['w:b', '<w:b/>'] as const;
const NOT_ITALIC = ['w:i', '<w:i w:val="false"/>'] as const;
const ITALIC = ['w:i', '<w:i/>'] as const;
const LARGE = ['w:sz', '<w:sz w:val="40"/>'] as const;

interface Wrong {
  readonly paper?: Paper;
  readonly part?: string;
  readonly change: Change;
}

// One paper for each rule, of which nothing but that rule is broken.
const WRONG: Readonly<Record<FormRule, Wrong>> = {
  'page-size': { change: anywhere('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"') },
  'page-margins': { change: anywhere('w:left="1701" w:header', 'w:left="1134" w:header') },
  font: { change: run('Mục đích', '<w:rPr>', '<w:rPr><w:rFonts w:ascii="Arial"/>') },
  'national-name': { change: runLook('CỘNG HÒA', LARGE) },
  motto: { change: runLook('Độc lập', ITALIC) },
  'motto-rule': {
    change: anywhere('w:left="1092" w:right="1092"', 'w:left="2000" w:right="2000"'),
  },
  'parent-name': { change: runLook('CÔNG AN TỈNH', BOLD) },
  'office-name': { change: runLook('PHÒNG AN NINH', NOT_BOLD) },
  'office-rule': { change: anywhere('w:left="1224" w:right="1224"', 'w:left="0" w:right="0"') },
  'number-style': { change: runLook('Số: 15', LARGE) },
  'number-form': { change: run('Số: 15', 'Số: 15/KH', 'Số: 5 /KH') },
  'place-date-style': { change: runLook('Nghệ An, ngày', NOT_ITALIC) },
  'date-form': { change: run('Nghệ An, ngày', 'tháng 01', 'tháng 1') },
  'letter-subject': { paper: 'letter', change: runLook('V/v', LARGE) },
  kind: { change: runLook('>KẾ HOẠCH<', NOT_BOLD) },
  subject: { change: runLook('Thực hiện công tác', LARGE) },
  'subject-rule': {
    change: anywhere(/(<w:p><w:pPr><w:keepNext\/>)<w:pBdr>(?!.*<w:pBdr>).*?<\/w:pBdr>/, '$1'),
  },
  'addressees-style': { paper: 'letter', change: runLook('Đội công tác số 1', ITALIC) },
  'addressees-form': { paper: 'letter', change: paragraph('Đội công tác số 1', '>;<', '><') },
  'bases-style': { change: runLook('Căn cứ Luật', NOT_ITALIC) },
  'bases-form': { change: paragraph('Căn cứ Luật', /;(<\/w:t>)/, '.$1') },
  'body-style': { change: paragraphLook('Đẩy mạnh', 'w:jc', '<w:jc w:val="left"/>') },
  'part-heading': { paper: 'year-report', change: runLook('Phần II', NOT_BOLD) },
  'section-heading': { change: runLook('III. NỘI DUNG', NOT_BOLD) },
  'article-heading': { paper: 'decision', change: runLook('Điều 2.', NOT_BOLD) },
  'first-line-indent': { change: paragraphLook('Đẩy mạnh', 'w:ind', '<w:ind w:firstLine="0"/>') },
  'paragraph-gap': { change: paragraphLook('Đẩy mạnh', 'w:spacing', '<w:spacing w:before="0"/>') },
  'line-spacing': {
    change: paragraphLook('Đẩy mạnh', 'w:spacing', '<w:spacing w:before="120" w:line="480"/>'),
  },
  'end-mark': { change: anywhere('./.<', '.<') },
  'signing-power': { change: anywhere('>TRƯỞNG PHÒNG<', '>PHÓ TRƯỞNG PHÒNG<') },
  'signing-post': { change: runLook('>TRƯỞNG PHÒNG<', NOT_BOLD) },
  'signer-name': { change: anywhere('>Thượng tá Nguyễn', '>TS. Nguyễn') },
  'recipients-head': { change: runLook('Nơi nhận:', NOT_ITALIC) },
  'recipients-style': { change: runLook('- Lãnh đạo Công an tỉnh (', LARGE) },
  'recipients-form': { change: anywhere('- Lưu: VT, TH.', '- Văn thư.') },
  'page-number-first': { change: anywhere('<w:titlePg/>', '') },
  'page-number-later': {
    part: 'word/header1.xml',
    change: anywhere(/<w:jc w:val="center"\/>(?!.*<w:jc)/, '<w:jc w:val="right"/>'),
  },
  'annex-mark': { change: runLook('>Phụ lục<', NOT_BOLD) },
  'annex-title': { change: runLook('DANH MỤC NHIỆM VỤ', LARGE) },
  'annex-reference': { change: run('(Kèm theo', '(Kèm theo', '(Ban hành kèm theo') },
  'annex-numbering': { change: anywhere(/<w:pgNumType w:start="1"\/>(?!.*<w:pgNumType)/, '') },
};

const failedRules = async (bytes: Uint8Array): Promise<readonly FormRule[]> =>
  (await judgePaper(bytes)).results
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ rule }) => rule);

test.each(FORM_RULES)('a DOCX that breaks %s is told so, and nothing else', async (rule) => {
  const { paper = 'plan', part = 'word/document.xml', change } = WRONG[rule];
  expect(await failedRules(files[paper])).toEqual([]);
  const parts = unzipSync(files[paper]);
  const changed = change(strFromU8(parts[part] ?? new Uint8Array()));
  const bytes = zipSync({ ...parts, [part]: strToU8(changed) });
  expect(await failedRules(bytes)).toEqual([rule]);
});

test('a finding says where, what was found, what is asked and by which section', async () => {
  const parts = unzipSync(files.plan);
  const xml = runLook('CỘNG HÒA', LARGE)(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  const { results } = await judgePaper(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
  expect(results.flatMap(({ findings }) => findings)).toEqual([
    {
      rule: 'national-name',
      part: 0,
      page: null,
      line: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      aspect: 'size',
      found: 20,
      asked: { from: 12, to: 13 },
      source: { appendix: 'I', section: 'I.II.1' },
    },
  ]);
});
