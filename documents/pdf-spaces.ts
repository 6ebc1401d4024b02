import { measureText } from './fonts.ts';
import type { LaidLine, Segment } from './layout-lines.ts';

interface DrawnPart {
  readonly text: string;
  readonly x: number;
  readonly wordSpacing: number;
}

const NO_BREAK = /(\u00a0+)/;

// In a stretched line pdfkit joins no-break spaces to one of the other kind and stretches it, where
// the layouter left room for the pen. So they are drawn apart, each with the width of its own.
export const partsOf = (
  { text, face, x }: Segment,
  { size, wordSpacing }: Pick<LaidLine, 'size' | 'wordSpacing'>,
): readonly DrawnPart[] => {
  if (wordSpacing === 0 || !NO_BREAK.test(text)) return [{ text, x, wordSpacing }];
  const widthOf = (part: string): number =>
    measureText(part, face, size) + (part.split(' ').length - 1) * wordSpacing;
  let at = x;
  return text.split(NO_BREAK).flatMap((part) => {
    const from = at;
    at += widthOf(part);
    if (NO_BREAK.test(part)) return [{ text: part, x: from, wordSpacing: 0 }];
    // What pdfkit trims off the start is not drawn.
    const trimmed = part.trimStart();
    const start = from + widthOf(part.slice(0, part.length - trimmed.length));
    return trimmed === '' ? [] : [{ text: trimmed, x: start, wordSpacing }];
  });
};
