import type { Line, Run } from './blocks.ts';
import { SINGLE_LINE } from './fonts.ts';
import type { Face } from './fonts.ts';
import { RULE } from './format.ts';
import { faceOf, splitWords } from './layout-words.ts';
import type { Word } from './layout-words.ts';

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
  /** Added to each space of a justified line; less than 0 where Word would squeeze one more word in. */
  readonly wordSpacing: number;
  readonly rule: { readonly x: number; readonly width: number } | null;
}

export interface LineLook {
  readonly size: number;
  readonly align: 'justify' | 'center' | 'left';
  readonly firstLineIndent: number;
  readonly gapBefore: number;
}

/** Breaks written lines into printed ones: as many words on each as fit. */
export const layOutLines = (
  lines: readonly Line[],
  width: number,
  look: LineLook,
): readonly LaidLine[] =>
  lines.flatMap((line, index) => {
    const indent = index === 0 ? look.firstLineIndent : 0;
    const rows = breakLine(splitWords(line, look.size, width), { ...look, width }, indent);
    return rows.map((words, row) => {
      const isFirst = row === 0;
      return setLine(words, {
        ...look,
        gapBefore: isFirst && index === 0 ? look.gapBefore : 0,
        firstLineIndent: isFirst ? indent : 0,
        align: look.align === 'justify' && row === rows.length - 1 ? 'left' : look.align,
        mayBeSqueezed: look.align === 'justify',
        width,
      });
    });
  });

const ROUNDING = 0.001;
// Word sets a word that goes past the end of a justified line on it all the same, with narrower spaces:
// by a quarter at most, and by less than half of what they would grow by without the word.
const MOST_SQUEEZE = 0.25;
const STRETCH_TO_SQUEEZE = 2.015;

interface OpenLine {
  /** Where its last word ends. */
  readonly end: number;
  /** Of the spaces between its words, together. */
  readonly spaces: number;
}

const squeezesIn = ({ end, spaces }: OpenLine, word: Word, width: number): boolean => {
  const all = spaces + word.space;
  const over = end + word.space + word.width - width;
  if (all <= 0 || over / all > MOST_SQUEEZE) return false;
  return spaces <= 0 || (width - end) / spaces >= STRETCH_TO_SQUEEZE * (over / all);
};

const breakLine = (
  words: readonly Word[],
  { width, align }: LineLook & { readonly width: number },
  indent: number,
): readonly (readonly Word[])[] => {
  const rows: Word[][] = [[]];
  let line: OpenLine = { end: indent, spaces: 0 };
  for (const word of words) {
    const row = rows.at(-1);
    const space = row?.length === 0 ? 0 : word.space;
    const end = line.end + space + word.width;
    const fits = end <= width + ROUNDING || (align === 'justify' && squeezesIn(line, word, width));
    if (row && (row.length === 0 || fits)) {
      row.push(word);
      line = { end, spaces: line.spaces + space };
    } else {
      rows.push([word]);
      line = { end: word.width, spaces: 0 };
    }
  }
  return rows;
};

interface RowLook extends LineLook {
  readonly width: number;
  readonly mayBeSqueezed: boolean;
}

const setLine = (words: readonly Word[], look: RowLook): LaidLine => {
  const natural = words.reduce(
    (sum, word, at) => sum + word.width + (at === 0 ? 0 : word.space),
    0,
  );
  const room = look.width - look.firstLineIndent - natural;
  const gaps = words.filter(({ space }, at) => at > 0 && space > 0).length;
  // The last line of a paragraph is not stretched, but it may be squeezed.
  const isFilled = look.align === 'justify' || (look.mayBeSqueezed && room < 0);
  const wordSpacing = isFilled && gaps > 0 ? room / gaps : 0;
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
const toSegments = (
  words: readonly Word[],
  start: number,
  wordSpacing: number,
): readonly Segment[] => {
  const segments: { run: Run; text: string; face: Face; x: number; underlineWidth: number }[] = [];
  let x = start;
  words.forEach((word, at) => {
    const hasSpace = at > 0 && word.space > 0;
    if (hasSpace) x += word.space + wordSpacing;
    word.pieces.forEach(({ run, text, width }, order) => {
      const last = segments.at(-1);
      // The space before another look is drawn too, so that the text has it.
      if (last && order === 0 && hasSpace) last.text += ' ';
      const end = x + width;
      if (last?.run === run) {
        last.text += text;
        last.underlineWidth = run.underline ? end - last.x : 0;
      } else {
        const underlineWidth = run.underline ? width : 0;
        segments.push({ run, text, face: faceOf(run), x, underlineWidth });
      }
      x = end;
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
  height: RULE.gapAbove + RULE.thickness + RULE.gapBelow,
  gapBefore: 0,
  size: 0,
  segments: [],
  wordSpacing: 0,
  rule: { x: (cellWidth - ruleWidth) / 2, width: ruleWidth },
});

export const stackHeight = (lines: readonly LaidLine[]): number =>
  lines.reduce((sum, line) => sum + line.gapBefore + line.height, 0);
