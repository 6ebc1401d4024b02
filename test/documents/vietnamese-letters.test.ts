import { describe, expect, test } from 'vitest';
import { templateText } from '../../documents/paper-blocks.ts';
import { paperOf } from '../../documents/paper-of.ts';
import { renderDocx, renderPdf } from '../../documents/render.ts';
import { readSections } from '../../documents/read-blocks.ts';
import { fillTemplate } from '../../documents/template-fill.ts';
import { readTemplate } from '../../documents/template-nodes.ts';
import { officeWithSuperior, plainPaper } from './letter-fixture.ts';
import { canReadPdf, letters, readDocx, readPdfPages } from './paper-text.ts';
import { dating } from './registration-fixture.ts';

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const small = Array.from('aăâeêioôơuưy').flatMap((vowel) =>
  TONES.map((tone) => (vowel + tone).normalize('NFC')),
);
const inBothCases = [...small, 'đ'].flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]);
/** The letters that the Latin alphabet of 26 does not have. */
const VIETNAMESE = inBothCases.filter((letter) => /[^a-z]/iu.test(letter));

const FACES = [
  ['upright', '', ''],
  ['bold', '<b>', '</b>'],
  ['italic', '<i>', '</i>'],
  ['bold italic', '<b><i>', '</i></b>'],
] as const;

const noticeOf = (text: string) => {
  const source = plainPaper('notice', 1);
  const paper = { ...source, content: { ...source.content, paragraphs: [text] } };
  return paperOf(paper, officeWithSuperior, dating('final'));
};

// The one paragraph of the notice, in each face.
const inFace = (open: string, close: string): string => {
  const shipped = templateText('notice').text;
  const inside = '{{clause lastParagraph}}';
  if (!shipped.includes(inside)) throw new Error('the notice has no last paragraph');
  return shipped.replace(inside, `${open}${inside}${close}`);
};

const ALPHABET = VIETNAMESE.join(' ');

test('there are 134 of them, each one letter', () => {
  expect(VIETNAMESE).toHaveLength(134);
  expect(new Set(VIETNAMESE).size).toBe(134);
  for (const letter of VIETNAMESE) expect(Array.from(letter)).toHaveLength(1);
});

describe.each(FACES)('all 134 letters in the %s face', (_, open, close) => {
  const template = inFace(open, close);

  test('come out of the DOCX as they went in, composed or not', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const docx = await renderDocx(noticeOf(ALPHABET.normalize(form)), template);
      expect(letters(readDocx(docx))).toContain(letters(ALPHABET));
    }
  });

  test.runIf(canReadPdf)('come out of the PDF as they went in, composed or not', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const pdf = await renderPdf(noticeOf(ALPHABET.normalize(form)), template);
      expect(letters(readPdfPages(pdf).join(''))).toContain(letters(ALPHABET));
    }
  });
});

test('each has its capital in a head that is set in capitals', () => {
  const template = readTemplate('probe.hbs', '<p>{{upper text}}</p>');
  for (const form of ['NFC', 'NFD'] as const) {
    const text = small.join(' ').normalize(form);
    expect(JSON.stringify(readSections(fillTemplate(template, { text })))).toContain(
      small.map((letter) => letter.toLocaleUpperCase('vi')).join(' '),
    );
  }
});

test.each([
  ['Chinese', '中'],
  ['an emoji', '🙂'],
  ['an empty box', '☐'],
  ['a direction of writing', '\u202e'],
])(
  '%s is in no face of the font: the paper is refused, and the letter named',
  async (_, letter) => {
    const refused = { name: 'TemplateError', problem: 'letter-without-glyph' };
    for (const render of [renderPdf, renderDocx]) {
      await expect(render(noticeOf(`Họp ${letter} tại trụ sở`))).rejects.toMatchObject(refused);
    }
  },
);
