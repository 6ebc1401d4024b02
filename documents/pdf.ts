import PDFDocument from 'pdfkit';

import type { PageMarks, PaperBlocks, Section } from './blocks.ts';
import { fonts, measureText } from './fonts.ts';
import { PAGE, RULE, TABLE, WATERMARK } from './format.ts';
import type { LaidCell } from './layout-box.ts';
import { stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';
import { paginate, sheetOf } from './layout-pages.ts';
import type { Sheet } from './layout-pages.ts';
import { partsOf } from './pdf-spaces.ts';

type Pdf = InstanceType<typeof PDFDocument>;

export const drawPdf = async (paper: PaperBlocks): Promise<Uint8Array> => {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    info: {
      Title: paper.title,
      Author: paper.author,
      CreationDate: new Date(`${paper.madeOn}T00:00:00Z`),
    },
  });
  const finished = collect(pdf);
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, font);
  for (const section of paper.sections) drawSection(pdf, section, paper.marks);
  pdf.end();
  return finished;
};

const collect = (pdf: Pdf): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    pdf.on('error', reject);
  });

const drawSection = (pdf: Pdf, section: Section, marks: PageMarks): void => {
  const sheet = sheetOf(section);
  paginate(section).forEach((page, index) => {
    pdf.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    drawMarks(pdf, sheet, marks);
    if (index > 0) {
      drawCentred(pdf, sheet, {
        text: String(index + 1),
        size: PAGE.numberSize,
        y: PAGE.numberTop,
      });
    }
    for (const { box, y } of page) {
      for (const cell of box.cells) {
        drawCell(pdf, cell, PAGE.marginLeft, PAGE.marginTop + y);
      }
    }
  });
};

const drawMarks = (pdf: Pdf, sheet: Sheet, marks: PageMarks): void => {
  if (marks.watermark !== null) drawWatermark(pdf, sheet, marks.watermark);
  if (marks.note !== null) {
    drawCentred(pdf, sheet, { text: marks.note, size: PAGE.noteSize, y: PAGE.noteTop });
  }
};

const drawWatermark = (pdf: Pdf, sheet: Sheet, text: string): void => {
  const { size, angle, colour } = WATERMARK;
  const [x, y] = [sheet.width / 2, sheet.height / 2];
  pdf.save();
  pdf.rotate(angle, { origin: [x, y] });
  pdf.font('bold').fontSize(size).fillColor(colour);
  pdf.text(text, x - measureText(text, 'bold', size) / 2, y - size / 2, { lineBreak: false });
  pdf.restore();
};

const drawCentred = (
  pdf: Pdf,
  sheet: Sheet,
  { text, size, y }: { text: string; size: number; y: number },
): void => {
  const left = PAGE.marginLeft;
  const room = sheet.width - left - PAGE.marginRight;
  const x = left + (room - measureText(text, 'regular', size)) / 2;
  pdf.font('regular').fontSize(size).fillColor('black').text(text, x, y, { lineBreak: false });
};

const drawCell = (pdf: Pdf, cell: LaidCell, left: number, top: number): void => {
  const [x, y] = [left + cell.x, top + cell.y];
  if (cell.hasBorder) {
    pdf.lineWidth(TABLE.border).strokeColor('black').rect(x, y, cell.width, cell.height).stroke();
  }
  const spare = cell.height - stackHeight(cell.lines) - 2 * cell.paddingY;
  let lineTop = y + cell.paddingY + (cell.isMiddle ? spare / 2 : 0);
  for (const line of cell.lines) {
    lineTop += line.gapBefore;
    drawLine(pdf, line, x + cell.paddingX, lineTop);
    lineTop += line.height;
  }
};

const drawLine = (pdf: Pdf, line: LaidLine, x: number, y: number): void => {
  if (line.rule) {
    const ruleY = y + RULE.gapAbove;
    pdf.lineWidth(RULE.thickness).strokeColor('black');
    pdf
      .moveTo(x + line.rule.x, ruleY)
      .lineTo(x + line.rule.x + line.rule.width, ruleY)
      .stroke();
  }
  for (const segment of line.segments) {
    pdf.font(segment.face).fontSize(line.size).fillColor('black');
    for (const { text, x: start, wordSpacing } of partsOf(segment, line)) {
      pdf.text(text, x + start, y, { lineBreak: false, wordSpacing });
    }
    if (segment.underlineWidth > 0) {
      const underline = y + line.size;
      pdf.lineWidth(RULE.thickness).moveTo(x + segment.x, underline);
      pdf.lineTo(x + segment.x + segment.underlineWidth, underline).stroke();
    }
  }
};
