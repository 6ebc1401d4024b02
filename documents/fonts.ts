import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { create, type Font } from 'fontkit';

import { createSubsetEncoder, type GlyphSubset } from './font-subset.ts';

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

const parseFont = (file: Buffer): Font => {
  const font = create(file);
  if ('fonts' in font) throw new Error('the font is a collection, one face is needed');
  prewarm(font);
  return font;
};

// A parsed font is shared by all papers of the process. fontkit keeps each glyph with the code points
// of its first look-up, and subsetting looks up the parts of a composed letter (O in an O with a hat)
// without any: from the second paper on such letters would no longer extract as text. Looking up
// every letter once, Vietnamese first, settles the code points beforehand.
const prewarm = (font: Font): void => {
  const vietnamese = [...Array(0x1f0).keys()]
    .slice(0x20)
    .concat([...Array(0x5a).keys()].map((i) => 0x1ea0 + i));
  for (const codePoint of [...vietnamese, ...font.characterSet]) font.glyphForCodePoint(codePoint);
};

const readTinos = (face: string): Buffer => {
  const file = `@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`;
  return readFileSync(fileURLToPath(import.meta.resolve(file)));
};

const files: Readonly<Record<Face, Buffer>> = {
  regular: readTinos('400Regular'),
  bold: readTinos('700Bold'),
  italic: readTinos('400Regular_Italic'),
  boldItalic: readTinos('700Bold_Italic'),
};

export const fonts: Readonly<Record<Face, Font>> = {
  regular: parseFont(files.regular),
  bold: parseFont(files.bold),
  italic: parseFont(files.italic),
  boldItalic: parseFont(files.boldItalic),
};

/** A face with no more than the letters of one paper, as it is embedded. */
export const encodeSubset: Readonly<Record<Face, (subset: GlyphSubset) => Uint8Array>> = {
  regular: createSubsetEncoder(files.regular, fonts.regular),
  bold: createSubsetEncoder(files.bold, fonts.bold),
  italic: createSubsetEncoder(files.italic, fonts.italic),
  boldItalic: createSubsetEncoder(files.boldItalic, fonts.boldItalic),
};

/** One line's height in units of the font size: ascent, descent and gap of Tinos and of Times. */
export const SINGLE_LINE =
  (fonts.regular.ascent - fonts.regular.descent + fonts.regular.lineGap) / fonts.regular.unitsPerEm;

/** Marks that no composed letter has taken in: the font must place them one by one. */
export const hasLooseMarks = (text: string): boolean => /\p{M}/u.test(text);

const createAdvances = (font: Font) => {
  const known = new Map<number, number>();
  return (codePoint: number): number => {
    let advance = known.get(codePoint);
    if (advance === undefined) {
      advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
      known.set(codePoint, advance);
    }
    return advance;
  };
};

const advances: Readonly<Record<Face, (codePoint: number) => number>> = {
  regular: createAdvances(fonts.regular),
  bold: createAdvances(fonts.bold),
  italic: createAdvances(fonts.italic),
  boldItalic: createAdvances(fonts.boldItalic),
};

/**
 * Width in points. Each letter has its own, as in Word, which pulls no pairs together unless it is told
 * to; so nothing needs to be shaped, which took most of a paper's time.
 */
export const measureText = (text: string, face: Face, sizePt: number): number => {
  if (hasLooseMarks(text)) {
    return (fonts[face].layout(text).advanceWidth / fonts[face].unitsPerEm) * sizePt;
  }
  let ems = 0;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    ems += advances[face](codePoint);
  }
  return ems * sizePt;
};

/** Letters composed (NFC): decomposed marks print misplaced and don't extract. */
export const normaliseText = (text: string): string => text.normalize('NFC');

const LINE_BREAKS = new Set(['\n', '\r', '\t', '\u2028', '\u2029']);

// They turn the direction of writing where Word draws them, and nowhere else: a paper would say one thing
// as DOCX and another as PDF.
const TURNS_WRITING = /[\u202a-\u202e\u2066-\u2069]/;

/** The first letter that the papers' font can't print, after composing; null where all can. */
export const findLetterWithoutGlyph = (
  text: string,
): { letter: string; codePoint: string } | null => {
  for (const letter of normaliseText(text)) {
    const codePoint = letter.codePointAt(0) ?? 0;
    if (LINE_BREAKS.has(letter)) continue;
    const isControl =
      codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) || TURNS_WRITING.test(letter);
    if (isControl || !fonts.regular.hasGlyphForCodePoint(codePoint)) {
      return { letter, codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}` };
    }
  }
  return null;
};
