import type PDFDocument from 'pdfkit';

import { encodeSubset, fonts, hasLooseMarks } from './fonts.ts';
import type { Face } from './fonts.ts';

type Pdf = InstanceType<typeof PDFDocument>;

/** x and y: the upper left corner, in points from the page's. */
export interface PlacedText {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  /** Added to each space. */
  readonly wordSpacing: number;
}

const SPACE = ' ';

const round = (value: number): string => String(Math.round(value * 1000) / 1000);

const toHex = (glyph: number): string => glyph.toString(16).padStart(4, '0');

/** The letters of one face in one document, each with its number among those that are embedded. */
const openFace = (pdf: Pdf, face: Face) => {
  const embedded = pdf.font(face)._font;
  embedded.subset.encode = () => encodeSubset[face](embedded.subset);
  const font = fonts[face];
  const scale = 1000 / font.unitsPerEm;
  const codes = new Map<string, string>();
  const codeOf = (letter: string): string => {
    let code = codes.get(letter);
    if (code === undefined) {
      const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
      const inSubset = embedded.subset.includeGlyph(glyph.id);
      embedded.widths[inSubset] ??= glyph.advanceWidth * scale;
      embedded.unicode[inSubset] ??= glyph.codePoints;
      code = toHex(inSubset);
      codes.set(letter, code);
    }
    return code;
  };
  return { embedded, codeOf, ascent: font.ascent / font.unitsPerEm };
};

type OpenFace = ReturnType<typeof openFace>;

// Spaces are letters like others, so that they are read out again; what is added to them moves the pen.
const encode = (
  { codeOf }: OpenFace,
  { text, size, wordSpacing }: Pick<PlacedText, 'text' | 'size' | 'wordSpacing'>,
): string => {
  const move = wordSpacing === 0 ? '' : `> ${round((-wordSpacing / size) * 1000)} <`;
  let codes = '';
  for (const letter of text) codes += letter === SPACE ? codeOf(letter) + move : codeOf(letter);
  return `[<${codes}>] TJ`;
};

/**
 * Writes letters into the page's content itself: pdfkit shapes and measures each text anew for each
 * document, which took more time than all the rest.
 */
export const createTextWriter = (pdf: Pdf) => {
  const faces = new Map<Face, OpenFace>();
  const faceOf = (face: Face): OpenFace => {
    const open = faces.get(face) ?? openFace(pdf, face);
    faces.set(face, open);
    return open;
  };

  const writeRun = (texts: readonly PlacedText[]): void => {
    const height = pdf.page.height;
    pdf.save().transform(1, 0, 0, -1, 0, height);
    const content = ['BT'];
    let chosen = '';
    for (const text of texts) {
      const face = faceOf(text.face);
      const { embedded } = face;
      const choice = `/${embedded.id} ${round(text.size)} Tf`;
      if (choice !== chosen) content.push(choice);
      chosen = choice;
      Object.assign(pdf.page.fonts, { [embedded.id]: embedded.ref() });
      const baseline = height - text.y - face.ascent * text.size;
      content.push(`1 0 0 1 ${round(text.x)} ${round(baseline)} Tm`, encode(face, text));
    }
    content.push('ET');
    pdf.addContent(content.join('\n'));
    pdf.restore();
  };

  const shape = ({ text, face, size, x, y, wordSpacing }: PlacedText): void => {
    pdf.font(face).fontSize(size).text(text, x, y, { lineBreak: false, wordSpacing });
  };

  /** In the order in which they are to be read out. */
  const write = (texts: readonly PlacedText[]): void => {
    let run: PlacedText[] = [];
    for (const text of texts) {
      if (!hasLooseMarks(text.text)) run.push(text);
      else {
        if (run.length > 0) writeRun(run);
        run = [];
        shape(text);
      }
    }
    if (run.length > 0) writeRun(run);
  };
  return { write };
};

export type TextWriter = ReturnType<typeof createTextWriter>;
