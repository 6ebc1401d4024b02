import type { SignaturePlace } from '../../domain/final-files.ts';
import { fonts, measureText, normaliseText, SINGLE_LINE, type Face } from '../fonts.ts';

export interface DrawnLine {
  readonly text: string;
  readonly face: Face;
}

export interface Appearance {
  readonly lines: readonly DrawnLine[];
  readonly size: number;
  /** Red, green, blue, each 0 to 1. */
  readonly colour: readonly [number, number, number];
  /** Share of the width that another's drawing lies over, at the left, and that stays free of words. */
  readonly leftShare: number;
  readonly hasFrame: boolean;
}

/** Blue as the ink of a pen and red as a seal's (Decree 30/2020, annex I, II.7c and II.8). */
export const BLUE = [0.05, 0.2, 0.6] as const;
export const RED = [0.8, 0.05, 0.05] as const;

const PADDING = 3;
const FRAME = 0.8;
const SMALLEST = 2;

const round = (value: number): string => String(Math.round(value * 100) / 100);

// An outline has no fonts to embed. Quadratic curves, as in the font, are drawn as cubic ones.
const outlineOf = (letter: string, face: Face, scale: number, x: number, y: number): string => {
  const { commands } = fonts[face].glyphForCodePoint(letter.codePointAt(0) ?? 0).path;
  let [penX, penY] = [0, 0];
  const point = (atX = 0, atY = 0): string => `${round(x + atX * scale)} ${round(y + atY * scale)}`;
  const drawn = commands.map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'closePath') return 'h';
    if (command === 'quadraticCurveTo') {
      const first = point(penX + (2 / 3) * (a - penX), penY + (2 / 3) * (b - penY));
      const second = point(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d));
      [penX, penY] = [c, d];
      return `${first} ${second} ${point(c, d)} c`;
    }
    [penX, penY] = [a, b];
    return `${point(a, b)} ${command === 'moveTo' ? 'm' : 'l'}`;
  });
  return drawn.length === 0 ? '' : `${drawn.join('\n')}\nf`;
};

const drawText = (
  { text, face }: DrawnLine,
  { size, x, baseline }: { size: number; x: number; baseline: number },
): string => {
  const scale = size / fonts[face].unitsPerEm;
  let start = x;
  return Array.from(text)
    .map((letter) => {
      const outline = outlineOf(letter, face, scale, start, baseline);
      start += measureText(letter, face, size);
      return outline;
    })
    .filter((outline) => outline !== '')
    .join('\n');
};

const breakLine = ({ text, face }: DrawnLine, size: number, width: number): DrawnLine[] => {
  const [first = '', ...words] = normaliseText(text).split(/\s+/);
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    if (measureText(`${line} ${word}`, face, size) <= width) line = `${line} ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((broken) => ({ text: broken, face }));
};

/** Lines and letters as large as wished, or as small as the frame asks for. */
const fitLines = (
  { lines, size }: Pick<Appearance, 'lines' | 'size'>,
  width: number,
  height: number,
): Pick<Appearance, 'lines' | 'size'> => {
  const broken = lines.flatMap((line) => breakLine(line, size, width));
  const widest = Math.max(...broken.map(({ text, face }) => measureText(text, face, size)));
  const needed = broken.length * SINGLE_LINE * size;
  if ((widest <= width && needed <= height) || size <= SMALLEST) return { lines: broken, size };
  return fitLines({ lines, size: size - 0.5 }, width, height);
};

/** The drawing of a signature in its frame, in the language of a PDF's pages. */
export const drawAppearance = (
  appearance: Appearance,
  { width, height }: Pick<SignaturePlace, 'width' | 'height'>,
): string => {
  const left = width * appearance.leftShare + PADDING;
  const room = { width: width - left - PADDING, height: height - 2 * PADDING };
  const { lines, size } = fitLines(appearance, room.width, room.height);
  const lineHeight = SINGLE_LINE * size;
  const top = (height + lines.length * lineHeight) / 2;
  const [r, g, b] = appearance.colour.map(round);
  const colour = `${r ?? 0} ${g ?? 0} ${b ?? 0}`;
  const inner = [FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME].map(round).join(' ');
  const frame = appearance.hasFrame ? `${round(FRAME)} w\n${inner} re\nS\n` : '';
  const ascent = (fonts.regular.ascent / fonts.regular.unitsPerEm) * size;
  const texts = lines.map((line, index) => {
    const centred = (room.width - measureText(line.text, line.face, size)) / 2;
    return drawText(line, { size, x: left + centred, baseline: top - index * lineHeight - ascent });
  });
  return `${colour} rg\n${colour} RG\n${frame}${texts.join('\n')}\n`;
};

/** The seal lies over the left third of the signature, and reaches out from it. */
export const SEAL_SHARE = 1 / 3;
const SEAL_WIDTH = 112;

/** The seal's place, from the signature's that it covers a third of, at its left. */
export const sealPlaceOf = (place: SignaturePlace): SignaturePlace => {
  const right = place.x + place.width * SEAL_SHARE;
  return { ...place, x: Math.max(0, right - SEAL_WIDTH), width: Math.min(right, SEAL_WIDTH) };
};
