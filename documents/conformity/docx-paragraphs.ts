import { measureText, SINGLE_LINE } from '../fonts.ts';
import { layOutLines } from '../layout-lines.ts';
import { faceOf } from '../layout-words.ts';
import {
  alignOf,
  inherited,
  inheritedOn,
  inheritedPoints,
  type DocxStyles,
  type Properties,
} from './docx-styles.ts';
import { attributeOf, childOf, descendantsOf, numberOf, textIn, type Xml } from './docx-xml.ts';
import type { ReadParagraph, ReadRun } from './read-paper.ts';

/** Where the paragraph stands. */
export interface Column {
  readonly column: ReadParagraph['column'];
  readonly isFramed: boolean;
  readonly width: number;
}

const DEFAULT_SIZE = 10;
const DRAWINGS = new Set(['w:drawing', 'w:pict', 'mc:AlternateContent']);
const SPECIAL: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

export const readRuns = (paragraph: Xml, styles: DocxStyles): readonly ReadRun[] =>
  descendantsOf(paragraph, DRAWINGS)
    .filter(({ name }) => name === 'w:r')
    .map((run) => {
      const properties = styles.run(paragraph, run);
      const text = descendantsOf(run, DRAWINGS)
        .map((part) => (part.name === 'w:t' ? textIn(part) : (SPECIAL[part.name] ?? '')))
        .join('');
      return { ...lookOf(properties, styles), text };
    });

const lookOf = (properties: Properties, { themeFont }: DocxStyles): Omit<ReadRun, 'text'> => {
  const size = inherited(properties, 'w:sz', 'w:val');
  const theme = inherited(properties, 'w:rFonts', 'w:asciiTheme') === null ? null : themeFont;
  return {
    font: inherited(properties, 'w:rFonts', 'w:ascii') ?? theme ?? 'Times New Roman',
    size: size === null ? DEFAULT_SIZE : Number(size) / 2,
    isBold: inheritedOn(properties, 'w:b'),
    isItalic: inheritedOn(properties, 'w:i'),
  };
};

/** Empty: a paragraph that only makes room, or draws a rule. */
export const readParagraph = (
  paragraph: Xml,
  styles: DocxStyles,
  place: Column,
  gapAfterLast: number,
): ReadParagraph => {
  const properties = styles.paragraph(paragraph);
  const runs = readRuns(paragraph, styles);
  const text = `${styles.listMark(paragraph)}${runs.map((run) => run.text).join('')}`;
  const firstLine = inheritedPoints(properties, 'w:ind', 'w:firstLine') ?? 0;
  const hanging = inheritedPoints(properties, 'w:ind', 'w:hanging') ?? 0;
  const left = inheritedPoints(properties, 'w:ind', 'w:left') ?? 0;
  const align = alignOf(properties);
  const shown = runs.filter((run) => run.text.trim() !== '');
  return {
    // Words are told alike whether or not a line may break between them.
    text: text.replaceAll('\u00a0', ' ').trim(),
    runs: shown,
    page: null,
    column: place.column,
    isFramed: place.isFramed,
    align,
    // A list hangs: its mark stands where other paragraphs begin.
    firstLineIndent: hanging > 0 ? left - hanging : firstLine,
    gapBefore: Math.max(gapAfterLast, inheritedPoints(properties, 'w:spacing', 'w:before') ?? 0),
    lineSpacing: spacingOf(properties, shown[0]?.size ?? DEFAULT_SIZE),
    // Only what a rule may stand under is measured: laying out every cell would take the most time.
    lineWidths:
      align === 'center' && !place.isFramed ? lineWidths(text, shown, place.width - left) : [],
    rule: drawnRule(paragraph),
  };
};

const spacingOf = (properties: Properties, size: number): number => {
  const line = Number(inherited(properties, 'w:spacing', 'w:line') ?? 240);
  const kind = inherited(properties, 'w:spacing', 'w:lineRule') ?? 'auto';
  return kind === 'auto' ? line / 240 : line / 20 / (size * SINGLE_LINE);
};

export const gapAfter = (paragraph: Xml, styles: DocxStyles): number =>
  inheritedPoints(styles.paragraph(paragraph), 'w:spacing', 'w:after') ?? 0;

const lineWidths = (text: string, runs: readonly ReadRun[], width: number): readonly number[] => {
  const [first] = runs;
  if (!first || width <= 0) return [];
  const run = { text: '', bold: first.isBold, italic: first.isItalic, underline: false };
  const written = text.trim().split('\n');
  const look = { size: first.size, align: 'left', firstLineIndent: 0, gapBefore: 0 } as const;
  const lines = layOutLines(
    written.map((line) => [{ ...run, text: line.replaceAll('\t', ' ') }]),
    width,
    look,
  );
  return lines.map(({ segments }) => {
    const end = segments.at(-1);
    return end ? end.x + measureText(end.text, faceOf(run), first.size) : 0;
  });
};

/** The length of a rule that an otherwise empty paragraph draws by its border; null: it draws none. */
export const borderRule = (paragraph: Xml, styles: DocxStyles, width: number): number | null => {
  const borders = childOf(childOf(paragraph, 'w:pPr'), 'w:pBdr');
  const line = childOf(borders, 'w:top') ?? childOf(borders, 'w:bottom');
  if (!line || /^(?:none|nil)$/.test(attributeOf(line, 'w:val') ?? '')) return null;
  const properties = styles.paragraph(paragraph);
  const side = (name: string): number => inheritedPoints(properties, 'w:ind', name) ?? 0;
  return width - side('w:left') - side('w:right');
};

const EMU_PER_POINT = 12_700;

// A line that was drawn as a shape, anchored in the paragraph above it.
const drawnRule = (paragraph: Xml): number | null => {
  const all = descendantsOf(paragraph);
  const isLine = all.some(
    ({ name, attribs }) =>
      name === 'a:prstGeom' && /^(?:line|straightConnector1)$/.test(attribs['prst'] ?? ''),
  );
  const extent = all.find(({ name }) => name === 'wp:extent');
  if (isLine && extent) return (numberOf(extent, 'cx') ?? 0) / EMU_PER_POINT;
  const drawn = all.find(({ name }) => name === 'v:line');
  const [from = NaN, to = NaN] = ['from', 'to'].map((end) =>
    parseFloat(attributeOf(drawn, end) ?? ''),
  );
  return Number.isNaN(to - from) ? null : to - from;
};
