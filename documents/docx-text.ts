import { BorderStyle, Paragraph, TextRun } from 'docx';
import type { IRunOptions } from 'docx';

import type { Line, Paragraph as PaperParagraph, Run } from './blocks.ts';
import { paragraphLook, STYLE_IDS } from './docx-styles.ts';
import { RULE, toTwips } from './format.ts';
import type { ParagraphStyle } from './format.ts';

const BOLD: IRunOptions = { bold: true };
const ITALIC: IRunOptions = { italics: true };
const UNDERLINE: IRunOptions = { underline: {} };

const toRun = (run: Run, look: Pick<IRunOptions, 'break' | 'size'>): TextRun =>
  new TextRun({
    text: run.text,
    ...(run.bold ? BOLD : {}),
    ...(run.italic ? ITALIC : {}),
    ...(run.underline ? UNDERLINE : {}),
    ...look,
  });

/** A line's runs, with breaks between the lines that the writer set. */
const toRuns = (lines: readonly Line[], sizePt?: number): readonly TextRun[] =>
  lines.flatMap((line, lineIndex) =>
    line.map((run, runIndex) =>
      toRun(run, {
        ...(lineIndex > 0 && runIndex === 0 && { break: 1 }),
        ...(sizePt !== undefined && { size: sizePt * 2 }),
      }),
    ),
  );

/** A paragraph whose look is its own: in letterheads and signatures. */
export const lookedParagraph = (lines: readonly Line[], look: ParagraphStyle): Paragraph =>
  new Paragraph({ ...paragraphLook(look), children: toRuns(lines, look.size) });

/** A paragraph of its role's style; what is said here goes before the style. */
export const styledParagraph = (
  { role, lines }: Pick<PaperParagraph, 'role' | 'lines'>,
  own: { readonly keepWithNext: boolean; readonly gapAfter: number },
): Paragraph =>
  new Paragraph({
    style: STYLE_IDS[role],
    ...(own.keepWithNext && { keepNext: true }),
    ...(own.gapAfter > 0 && { spacing: { after: toTwips(own.gapAfter) } }),
    children: toRuns(lines),
  });

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
