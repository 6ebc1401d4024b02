import PDFDocument from 'pdfkit';

import type { PageMarks, PaperBlocks } from './blocks.ts';
import { fonts, measureText } from './fonts.ts';
import { PAGE, PROOF, RULE, TABLE, WATERMARK } from './format.ts';
import type { LaidCell } from './layout-box.ts';
import { stackHeight } from './layout-lines.ts';
import type { LaidLine } from './layout-lines.ts';
import { paginate, sheetOf } from './layout-pages.ts';
import type { Page, Sheet } from './layout-pages.ts';
import { escapeInXmp, toMetadata } from './pdf-metadata.ts';
import { createOutline } from './pdf-outline.ts';
import { createTextWriter } from './pdf-text.ts';
import type { PlacedText, TextWriter } from './pdf-text.ts';
import type { ProofMark } from './proof-mark.ts';

type Pdf = InstanceType<typeof PDFDocument>;

export const drawPdf = async (paper: PaperBlocks): Promise<Uint8Array> => {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    // Archives take nothing less; it costs 3 KB of colour profile and no time.
    subset: 'PDF/A-2b',
    lang: 'vi-VN',
    displayTitle: true,
    info: {
      Title: toMetadata(paper.title),
      Author: toMetadata(paper.author),
      CreationDate: new Date(`${paper.madeOn}T00:00:00Z`),
    },
  });
  const finished = collect(pdf);
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, font);
  const sections = paper.sections.map((section) => ({
    sheet: sheetOf(section),
    pages: paginate(section),
  }));
  const pageCount = sections.flatMap(({ pages }) => pages).length;
  const pen = { pdf, writer: createTextWriter(pdf), outline: createOutline(pdf, pageCount) };
  sections.forEach((section, index) => {
    drawSection(pen, section, index === 0 ? paper.marks : { ...paper.marks, proof: null });
  });
  escapeInXmp(pdf);
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

interface Pen {
  readonly pdf: Pdf;
  readonly writer: TextWriter;
  readonly outline: ReturnType<typeof createOutline>;
}

interface LaidSection {
  readonly sheet: Sheet;
  readonly pages: readonly Page[];
}

const drawSection = (
  { pdf, writer, outline }: Pen,
  { sheet, pages }: LaidSection,
  marks: PageMarks,
): void => {
  pages.forEach((page, index) => {
    pdf.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    outline.addPage(page, sheet);
    if (marks.watermark !== null) drawWatermark(pdf, writer, sheet, marks.watermark);
    pdf.fillColor('black').strokeColor('black');
    if (marks.proof !== null && index === 0) drawProof(pdf, sheet, marks.proof);
    const texts: PlacedText[] = [];
    if (marks.note !== null) {
      texts.push(centred(sheet, { text: marks.note, size: PAGE.noteSize, y: PAGE.noteTop }));
    }
    if (index > 0) {
      const number = { text: String(index + 1), size: PAGE.numberSize, y: PAGE.numberTop };
      texts.push(centred(sheet, number));
    }
    for (const { box, y } of page) {
      for (const cell of box.cells) {
        texts.push(...drawCell(pdf, cell, PAGE.marginLeft, PAGE.marginTop + y));
      }
    }
    writer.write(texts);
  });
};

const drawWatermark = (pdf: Pdf, writer: TextWriter, sheet: Sheet, text: string): void => {
  const { size, angle, colour } = WATERMARK;
  const [x, y] = [sheet.width / 2, sheet.height / 2];
  pdf.save();
  pdf.rotate(angle, { origin: [x, y] });
  pdf.fillColor(colour);
  const left = x - measureText(text, 'bold', size) / 2;
  writer.write([{ text, face: 'bold', size, x: left, y: y - size / 2, wordSpacing: 0 }]);
  pdf.restore();
};

// As areas, not as a picture: it stays sharp in print, and whoever reads on a screen can follow it.
const drawProof = (pdf: Pdf, sheet: Sheet, { address, size, bars }: ProofMark): void => {
  const { side, left, fromFoot, rim } = PROOF;
  const top = sheet.height - fromFoot - side;
  const module = side / (size + 2 * rim);
  for (const { x, y, width } of bars) {
    pdf.rect(left + (rim + x) * module, top + (rim + y) * module, width * module, module);
  }
  pdf.fill();
  pdf.link(left, top, side, side, address);
};

const centred = (
  sheet: Sheet,
  { text, size, y }: { text: string; size: number; y: number },
): PlacedText => {
  const left = PAGE.marginLeft;
  const room = sheet.width - left - PAGE.marginRight;
  const x = left + (room - measureText(text, 'regular', size)) / 2;
  return { text, face: 'regular', size, x, y, wordSpacing: 0 };
};

/** Draws its frame and rules, and says which texts stand in it. */
const drawCell = (pdf: Pdf, cell: LaidCell, left: number, top: number): readonly PlacedText[] => {
  const [x, y] = [left + cell.x, top + cell.y];
  if (cell.hasBorder) {
    pdf.lineWidth(TABLE.border).rect(x, y, cell.width, cell.height).stroke();
  }
  const spare = cell.height - stackHeight(cell.lines) - 2 * cell.paddingY;
  let lineTop = y + cell.paddingY + (cell.isMiddle ? spare / 2 : 0);
  return cell.lines.flatMap((line) => {
    const at = lineTop + line.gapBefore;
    lineTop = at + line.height;
    drawRules(pdf, line, x + cell.paddingX, at);
    return line.segments.map(({ text, face, x: start }) => ({
      text,
      face,
      size: line.size,
      x: x + cell.paddingX + start,
      y: at,
      wordSpacing: line.wordSpacing,
    }));
  });
};

const drawRules = (pdf: Pdf, line: LaidLine, x: number, y: number): void => {
  if (line.rule) drawRule(pdf, x + line.rule.x, y + RULE.gapAbove, line.rule.width);
  for (const { x: start, underlineWidth } of line.segments) {
    if (underlineWidth > 0) drawRule(pdf, x + start, y + line.size, underlineWidth);
  }
};

const drawRule = (pdf: Pdf, x: number, y: number, width: number): void => {
  pdf
    .lineWidth(RULE.thickness)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke();
};
