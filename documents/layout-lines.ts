import type { Line, Run } from './blocks.ts';
import { measureText, SINGLE_LINE } from './fonts.ts';
import type { Face } from './fonts.ts';
import { RULE } from './format.ts';

export interface Segment {
  readonly text: string;
  readonly face: Face;
  readonly x: number;
  readonly underlineWidth: number;
}

/** One printed line, or a rule. x is measured from the left edge of its cell. */
export interface LaidLine {
  readonly height: number;
  readonly gapBefore: number;
  readonly size: number;
  readonly segments: readonly Segment[];
  /** Added to each space of a justified line. */
  readonly wordSpacing: number;
  readonly rule: { readonly x: number; readonly width: number } | null;
}

export interface LineLook {
  readonly size: number;
  readonly align: 'justify' | 'center' | 'left';
  readonly firstLineIndent: number;
  readonly gapBefore: number;
}

interface Piece {
  readonly text: string;
  readonly run: Run;
  readonly width: number;
}

interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Width of the space before it; 0 at the start of a written line. */
  readonly space: number;
}

export const faceOf = ({ bold, italic }: Pick<Run, 'bold' | 'italic'>): Face => {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
};

/** Breaks written lines into printed ones: as many words on each as fit. */
export const layOutLines = (
  lines: readonly Line[],
  width: number,
  look: LineLook,
): readonly LaidLine[] =>
  lines.flatMap((line, index) => {
    const indent = index === 0 ? look.firstLineIndent : 0;
    const rows = breakLine(splitWords(line, look.size, width), width, indent);
    return rows.map((words, row) => {
      const isFirst = row === 0;
      return setLine(words, {
        ...look,
        gapBefore: isFirst && index === 0 ? look.gapBefore : 0,
        firstLineIndent: isFirst ? indent : 0,
        align: look.align === 'justify' && row === rows.length - 1 ? 'left' : look.align,
        width,
      });
    });
  });

const splitWords = (line: Line, size: number, width: number): readonly Word[] => {
  const words: Word[] = [];
  let space: number | null = 0;
  for (const run of line) {
    const face = faceOf(run);
    for (const part of run.text.split(/( +)/)) {
      if (part.startsWith(' ')) {
        space = measureText(' ', face, size);
      } else if (part !== '') {
        const piece = { text: part, run, width: measureText(part, face, size) };
        // Without a space before it, a piece of another look goes on with the word.
        const open = space === null ? words.pop() : undefined;
        words.push(
          open ? growWord(open, piece) : { pieces: [piece], width: piece.width, space: space ?? 0 },
        );
        space = null;
      }
    }
  }
  return words.flatMap((word) => (word.width > width ? cutWord(word, size, width) : [word]));
};

// A word wider than the line (a link, a row of dots) is cut between letters.
const cutWord = (word: Word, size: number, width: number): readonly Word[] => {
  const parts: Word[] = [];
  for (const { text, run } of word.pieces) {
    for (const letter of text) {
      const piece = { text: letter, run, width: measureText(letter, faceOf(run), size) };
      const last = parts.at(-1);
      if (last && last.width + piece.width <= width)
        parts[parts.length - 1] = growWord(last, piece);
      else parts.push({ pieces: [piece], width: piece.width, space: last ? 0 : word.space });
    }
  }
  return parts;
};

const growWord = (word: Word, piece: Piece): Word => {
  const last = word.pieces.at(-1);
  const width = word.width + piece.width;
  if (last?.run !== piece.run) return { ...word, pieces: [...word.pieces, piece], width };
  const grown = { ...last, text: last.text + piece.text, width: last.width + piece.width };
  return { ...word, pieces: [...word.pieces.slice(0, -1), grown], width };
};

const ROUNDING = 0.001;

const breakLine = (
  words: readonly Word[],
  width: number,
  indent: number,
): readonly (readonly Word[])[] => {
  const rows: Word[][] = [[]];
  let used = indent;
  for (const word of words) {
    const row = rows.at(-1);
    const needed = row?.length === 0 ? word.width : word.space + word.width;
    if (row && (row.length === 0 || used + needed <= width + ROUNDING)) {
      row.push(word);
      used += needed;
    } else {
      rows.push([word]);
      used = word.width;
    }
  }
  return rows;
};

const setLine = (words: readonly Word[], look: LineLook & { readonly width: number }): LaidLine => {
  const natural = words.reduce(
    (sum, word, at) => sum + word.width + (at === 0 ? 0 : word.space),
    0,
  );
  const room = look.width - look.firstLineIndent - natural;
  const gaps = words.length - 1;
  const wordSpacing = look.align === 'justify' && gaps > 0 ? Math.max(0, room / gaps) : 0;
  const start = look.firstLineIndent + (look.align === 'center' ? room / 2 : 0);
  return {
    height: look.size * SINGLE_LINE,
    gapBefore: look.gapBefore,
    size: look.size,
    segments: toSegments(words, start, wordSpacing),
    wordSpacing,
    rule: null,
  };
};

// Words of one look are drawn as one string, so that the PDF's text has its spaces.
const toSegments = (words: readonly Word[], start: number, wordSpacing: number): Segment[] => {
  const segments: (Segment & { run: Run })[] = [];
  let x = start;
  words.forEach((word, at) => {
    const gap = at === 0 ? 0 : word.space + wordSpacing;
    x += gap;
    word.pieces.forEach((piece, order) => {
      const last = segments.at(-1);
      const joins = last?.run === piece.run;
      const space = order === 0 && at > 0 && word.space > 0 ? ' ' : '';
      const drawn = x + piece.width;
      if (last && joins) {
        segments[segments.length - 1] = {
          ...last,
          text: last.text + space + piece.text,
          underlineWidth: piece.run.underline ? drawn - last.x : 0,
        };
      } else {
        segments.push({
          run: piece.run,
          text: piece.text,
          face: faceOf(piece.run),
          x,
          underlineWidth: piece.run.underline ? piece.width : 0,
        });
      }
      x = drawn;
    });
  });
  return segments.map(({ text, face, x: left, underlineWidth }) => ({
    text,
    face,
    x: left,
    underlineWidth,
  }));
};

/** A centred rule under the line above it. */
export const layOutRule = (cellWidth: number, ruleWidth: number): LaidLine => ({
  height: RULE.thickness + RULE.gapAbove,
  gapBefore: 0,
  size: 0,
  segments: [],
  wordSpacing: 0,
  rule: { x: (cellWidth - ruleWidth) / 2, width: ruleWidth },
});

export const stackHeight = (lines: readonly LaidLine[]): number =>
  lines.reduce((sum, line) => sum + line.gapBefore + line.height, 0);
