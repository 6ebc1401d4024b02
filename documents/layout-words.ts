import type { Line, Run } from './blocks.ts';
import { measureText } from './fonts.ts';
import type { Face } from './fonts.ts';

interface Piece {
  readonly text: string;
  readonly run: Run;
  readonly width: number;
}

/** What no line break parts. */
export interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Width of the space before it; 0 at the start of a written line, and behind a dash. */
  readonly space: number;
}

export const faceOf = ({ bold, italic }: Pick<Run, 'bold' | 'italic'>): Face => {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
};

// Word ends a line behind a dash too, unless a figure, a space or another dash follows.
const PARTS = /( +)|(?<=[-‐–—])(?![\d\s\u00a0-]|$)/u;

export const splitWords = (line: Line, size: number, width: number): readonly Word[] => {
  const words: Word[] = [];
  // null: the next piece goes on with the word before it.
  let space: number | null = 0;
  for (const run of line) {
    const face = faceOf(run);
    let isBehindDash = false;
    for (const part of run.text.split(PARTS)) {
      if (!part) continue;
      if (part.startsWith(' ')) {
        space = measureText(' ', face, size);
        isBehindDash = false;
        continue;
      }
      if (isBehindDash) space = 0;
      const piece = { text: part, run, width: measureText(part, face, size) };
      const open = space === null ? words.pop() : undefined;
      words.push(
        open ? growWord(open, piece) : { pieces: [piece], width: piece.width, space: space ?? 0 },
      );
      space = null;
      isBehindDash = true;
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
