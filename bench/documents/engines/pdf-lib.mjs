// Has no layout: lines, columns and tables are made here as simply as may be. No PDF/A.
import { readFile } from 'node:fs/promises';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument } from 'pdf-lib';
import { TINOS } from './tinos.mjs';

const LINE = 1.15;

const faceOf = ({ bold, italic }) => {
  if (bold) return italic ? 'bolditalics' : 'bold';
  return italic ? 'italics' : 'normal';
};

const wordsOf = (faces, { runs, size }) =>
  runs.flatMap((run) => {
    const font = faces[faceOf(run)];
    return run.text
      .split(' ')
      .filter(Boolean)
      .map((text) => ({ text, font, width: font.widthOfTextAtSize(text, size) }));
  });

const linesOf = (faces, text, room) => {
  const space = faces.normal.widthOfTextAtSize(' ', text.size);
  const lines = [{ words: [], width: text.indent, indent: text.indent }];
  for (const word of wordsOf(faces, text)) {
    const line = lines.at(-1);
    const width = line.width + (line.words.length > 0 ? space : 0) + word.width;
    if (line.words.length > 0 && width > room)
      lines.push({ words: [word], width: word.width, indent: 0 });
    else Object.assign(line, { words: [...line.words, word], width });
  }
  return lines.map((line, at) => {
    const isStretched = text.align === 'justify' && at < lines.length - 1 && line.words.length > 1;
    const gap = space + (isStretched ? (room - line.width) / (line.words.length - 1) : 0);
    const start = text.align === 'center' ? (room - line.width) / 2 : line.indent;
    return { words: line.words, gap, start };
  });
};

const createPen = (pdf, faces, page) => {
  let sheet;
  let y;
  const newPage = () => {
    sheet = pdf.addPage([page.width, page.height]);
    y = page.height - page.top;
    if (pdf.getPageCount() === 1) return;
    const top = page.height - page.numberTop - page.numberSize;
    const number = String(pdf.getPageCount());
    sheet.drawText(number, {
      x: page.width / 2,
      y: top,
      size: page.numberSize,
      font: faces.normal,
    });
  };
  newPage();
  const drawLine = ({ words, gap, start }, size, x, baseline) => {
    let at = x + start;
    for (const { text, font, width } of words) {
      sheet.drawText(text, { x: at, y: baseline, size, font });
      at += width + gap;
    }
  };
  const keep = (height) => {
    const isOver = y - height < page.bottom;
    if (isOver) newPage();
    return isOver;
  };
  const drawText = (text, x, room) => {
    y -= text.before;
    for (const line of linesOf(faces, text, room)) {
      keep(text.size * LINE);
      y -= text.size * LINE;
      drawLine(line, text.size, x, y);
    }
  };
  const drawColumns = ({ before, columns }) => {
    y -= before;
    keep(120);
    const top = y;
    let x = page.left;
    const ends = columns.map(({ width, texts }) => {
      y = top;
      for (const text of texts) drawText(text, x, width);
      x += width;
      return y;
    });
    y = Math.min(...ends);
  };
  const drawRow = (row, widths, head) => {
    const laid = row.map((cell, at) => linesOf(faces, cell, widths[at] - 7));
    const height = Math.max(...laid.map((lines) => lines.length)) * row[0].size * LINE + 5;
    if (keep(height) && head) for (const one of head) drawRow(one, widths, null);
    let x = page.left;
    laid.forEach((lines, at) => {
      sheet.drawRectangle({ x, y: y - height, width: widths[at], height, borderWidth: 0.5 });
      lines.forEach((line, nth) => {
        drawLine(line, row[at].size, x + 3.5, y - 2.5 - (nth + 1) * row[at].size * LINE);
      });
      x += widths[at];
    });
    y -= height;
  };
  const drawTable = ({ before, widths, head, body }) => {
    y -= before;
    for (const row of head) drawRow(row, widths, null);
    for (const row of body) drawRow(row, widths, head);
  };
  return (block) => {
    if (block.kind === 'text') drawText(block, page.left, page.width - page.left - page.right);
    else if (block.kind === 'columns') drawColumns(block);
    else drawTable(block);
  };
};

const drawPaper = async (fonts, { title, page, blocks }) => {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  pdf.setTitle(title);
  const faces = {};
  for (const [face, bytes] of Object.entries(fonts))
    faces[face] = await pdf.embedFont(bytes, { subset: true });
  const draw = createPen(pdf, faces, page);
  blocks.forEach(draw);
  return pdf.save();
};

const fonts = {};
for (const [face, path] of Object.entries(TINOS)) fonts[face] = await readFile(path);

export const draw = ({ plain }) => drawPaper(fonts, plain);
