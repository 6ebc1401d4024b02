import { describe, expect, test } from 'vitest';
import type { PaperBlocks } from '../../documents/blocks.ts';
import { judgePaper } from '../../documents/conformity/judge-paper.ts';
import { writeDocx } from '../../documents/docx.ts';
import { paginate } from '../../documents/layout-pages.ts';
import { buildPaper, printedKinds, templateText } from '../../documents/paper-blocks.ts';
import { paperOf } from '../../documents/paper-of.ts';
import { drawPdf } from '../../documents/pdf.ts';
import { writePreview } from '../../documents/preview.ts';
import { readSections } from '../../documents/read-blocks.ts';
import { renderPaper } from '../../documents/render.ts';
import { SAMPLE_DATE, sampleOf } from '../../documents/sample-view.ts';
import { readFields } from '../../documents/template-fields.ts';
import { fillTemplate } from '../../documents/template-fill.ts';
import { readTemplate } from '../../documents/template-nodes.ts';
import type { PrintedKind } from '../../domain/paper-source.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { officeWithSuperior, plainPaper } from './letter-fixture.ts';
import { canReadPdf, letters, readDocx, readPdfPages } from './paper-text.ts';
import { dating } from './registration-fixture.ts';

const PROBE = `Mẫu<b>x</b><br></td></p><script>1</script>&amp;"q"'r'{{so}}{{{so}}}<annex># 1`;

/** A paper of the kind in which every text, in whatever place, is the probe. */
const probed = (kind: PrintedKind): PaperBlocks => {
  const template = readTemplate(`${kind}.hbs`, templateText(kind).text);
  const names = JSON.stringify(sampleOf(readFields(template).root, null));
  const view: unknown = JSON.parse(names.replaceAll(/"«[^"]*»"/gu, JSON.stringify(PROBE)));
  return {
    sections: readSections(fillTemplate(template, view)),
    marks: { watermark: null, note: null, proof: null },
    title: PROBE,
    author: PROBE,
    madeOn: SAMPLE_DATE,
  };
};

// Heads are set in capitals, and where a line ends does not matter.
const plain = (text: string): string => letters(text).toLocaleLowerCase('vi');
/** The pages one after another, without their numbers. */
const pdfText = (pdf: Uint8Array): string =>
  readPdfPages(pdf)
    .map((page) => page.replace(/^\d+\n/, ''))
    .join('');
const times = (text: string): number => plain(text).split(plain(PROBE)).length - 1;

describe.each(printedKinds())('values in a %s are never markup', (kind) => {
  const blocks = probed(kind);

  test('in the preview they are escaped', () => {
    const html = writePreview(blocks);
    expect(html).not.toMatch(/<script|<\/script|<annex| on\w+=/i);
    expect(html).toMatch(/&lt;script&gt;1&lt;\/script&gt;/i);
  });

  test('the paper has the parts that its template has, and no more', () => {
    const shipped = templateText(kind).text.match(/<annex/g)?.length ?? 0;
    expect(blocks.sections).toHaveLength(1 + shipped);
  });

  test.runIf(canReadPdf)('both files say them letter for letter, equally often', async () => {
    const inDocx = times(readDocx(await writeDocx(blocks)));
    expect(inDocx).toBeGreaterThan(0);
    // The head of a table is printed on each page.
    expect(times(pdfText(await drawPdf(blocks)))).toBeGreaterThanOrEqual(inDocx);
  });
});

const LONG_NAME =
  `Phòng ${'Theo dõi, đôn đốc, kiểm tra và tổng hợp công tác cải cách hành chính '.repeat(3)}`.trim();
const LONG_PARAGRAPH = 'Rà soát, sửa đổi, bổ sung quy chế, quy trình công tác nội bộ. '
  .repeat(40)
  .slice(0, 2000);

const longOffice: OfficeFacts = {
  ...officeWithSuperior,
  units: officeWithSuperior.units.map((unit) => ({ ...unit, name: `${LONG_NAME} ${unit.id}` })),
  superiors: officeWithSuperior.superiors.map((body) => ({ ...body, name: LONG_NAME })),
  people: officeWithSuperior.people.map((person) => ({
    ...person,
    fullName: `Nguyễn Phúc Công Tằng Tôn Nữ ${'Thị Minh Họa '.repeat(3)}${person.id}`,
    position: `Phó Trưởng ${LONG_NAME}`,
  })),
};
const longLetter = () => {
  const source = plainPaper('letter');
  const content = {
    ...source.content,
    subject: LONG_NAME,
    paragraphs: [LONG_PARAGRAPH, LONG_PARAGRAPH],
  };
  return paperOf({ ...source, content }, longOffice, dating('final'));
};

describe('the longest names and paragraphs of 2,000 letters', () => {
  test('stay on the page, whole', () => {
    for (const section of buildPaper(longLetter()).sections) {
      const pages = paginate(section);
      expect(pages.length).toBeGreaterThan(1);
      for (const { box, y } of pages.flat()) {
        expect(y + box.height).toBeLessThanOrEqual((297 - 40) * (72 / 25.4) + 0.1);
      }
    }
  });

  test.runIf(canReadPdf)('are all printed, and conform', async () => {
    const { pdf, docx } = await renderPaper(longLetter());
    for (const text of [pdfText(pdf), readDocx(docx)]) {
      expect(plain(text)).toContain(plain(LONG_PARAGRAPH.trimEnd()));
      expect(plain(text)).toContain(plain('Thị Minh Họa Thị Minh Họa Thị Minh Họa'));
    }
    expect((await judgePaper(docx)).results.flatMap(({ findings }) => findings)).toEqual([]);
    expect((await judgePaper(pdf)).results.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
