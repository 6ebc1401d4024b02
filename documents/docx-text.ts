import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx';
import type { IRunOptions } from 'docx';

import type { Line, Paragraph as PaperParagraph } from './blocks.ts';
import { RULE, STYLES, toTwips } from './format.ts';
import type { ParagraphStyle } from './format.ts';

const ALIGNMENTS = {
  justify: AlignmentType.BOTH,
  center: AlignmentType.CENTER,
  left: AlignmentType.LEFT,
} as const;

/** A line's runs, with breaks between the lines that the writer set. */
const toRuns = (lines: readonly Line[], sizePt: number): readonly TextRun[] =>
  lines.flatMap((line, lineIndex) =>
    line.map((run, runIndex) => {
      const options: IRunOptions = {
        text: run.text,
        bold: run.bold,
        italics: run.italic,
        ...(run.underline ? { underline: {} } : {}),
        ...(lineIndex > 0 && runIndex === 0 ? { break: 1 } : {}),
        size: sizePt * 2,
      };
      return new TextRun(options);
    }),
  );

// A first line that begins before the others hangs, as Word calls it.
const indentOf = ({ firstLineIndent, leftIndent = 0 }: ParagraphStyle) =>
  firstLineIndent < 0
    ? { left: toTwips(leftIndent), hanging: toTwips(-firstLineIndent) }
    : {
        ...(leftIndent > 0 && { left: toTwips(leftIndent) }),
        firstLine: toTwips(firstLineIndent),
      };

export const styledParagraph = (
  lines: readonly Line[],
  style: ParagraphStyle & { readonly gapAfter?: number },
): Paragraph =>
  new Paragraph({
    alignment: ALIGNMENTS[style.align],
    keepNext: style.keepWithNext,
    widowControl: true,
    spacing: { before: toTwips(style.gapBefore), after: toTwips(style.gapAfter ?? 0) },
    indent: indentOf(style),
    children: toRuns(lines, style.size),
  });

export const toParagraph = (
  paragraph: PaperParagraph,
  { keepWithNext, gapAfter }: { readonly keepWithNext: boolean; readonly gapAfter: number },
): Paragraph => {
  const style = STYLES[paragraph.role];
  return styledParagraph(paragraph.lines, {
    ...style,
    gapAfter,
    keepWithNext: keepWithNext || style.keepWithNext,
  });
};

/** A centred rule: the upper border of an all but flat paragraph. */
export const ruleParagraph = (width: number, ruleWidth: number): Paragraph => {
  const side = toTwips((width - ruleWidth) / 2);
  return new Paragraph({
    keepNext: true,
    indent: { left: side, right: side },
    spacing: { before: toTwips(RULE.gapAbove), line: toTwips(RULE.gapBelow), lineRule: 'exact' },
    border: {
      top: { style: BorderStyle.SINGLE, size: RULE.thickness * 8, space: 0, color: '000000' },
    },
    children: [],
  });
};

/** Room above a table, which has none of its own. */
export const gapParagraph = (height: number): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { line: toTwips(height), lineRule: 'exact' },
    children: [],
  });
