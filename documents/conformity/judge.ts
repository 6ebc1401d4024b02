import type { FormAspect, FormFinding, FormRange, FormValue } from '../../domain/conformity.ts';
import type { LegalFormat, Look } from '../legal-format.ts';
import { isUpper, type Components } from './find-components.ts';
import type { ReadPaper, ReadParagraph, ReadPart, ReadRun } from './read-paper.ts';

/** What the rules look at: the paper as read, and its parts told from each other. */
export interface Judged {
  readonly paper: ReadPaper;
  readonly main: Components;
  readonly format: LegalFormat;
}

export interface Issue extends Pick<FormFinding, 'aspect' | 'found' | 'asked'> {
  readonly part: number;
  readonly page: number | null;
  readonly line: string | null;
}

/** What breaks the rule; null: the paper has nothing that the rule is about. */
export type Judge = (judged: Judged) => readonly Issue[] | null;

const LINE = 80;

export const issueAt = (
  paragraph: ReadParagraph | null,
  aspect: FormAspect,
  found: FormValue,
  asked: FormFinding['asked'],
  part = 0,
): Issue => {
  const text = paragraph?.text ?? null;
  const line = text !== null && text.length > LINE ? `${text.slice(0, LINE)}…` : text;
  return { part, page: paragraph?.page ?? null, line, aspect, found, asked };
};

export const missing = (part = 0): Issue => issueAt(null, 'presence', false, true, part);

const TOLERANCE = 0.05;

export const isWithin = (value: number, { from, to }: FormRange, tolerance = TOLERANCE): boolean =>
  value >= from - tolerance && (to === null || value <= to + tolerance);

/** From and to alone, without what we print. */
export const rangeOf = ({ from, to }: FormRange): FormFinding['asked'] =>
  from === to ? from : { from, to };

const rounded = (value: number): number => Math.round(value * 100) / 100;

export const outside = (
  paragraph: ReadParagraph | null,
  aspect: FormAspect,
  value: number,
  range: FormRange,
  tolerance = TOLERANCE,
): readonly Issue[] =>
  isWithin(value, range, tolerance)
    ? []
    : [issueAt(paragraph, aspect, rounded(value), rangeOf(range))];

const firstThat = (paragraph: ReadParagraph, is: (run: ReadRun) => boolean): ReadRun | undefined =>
  paragraph.runs.filter(({ text }) => text.trim() !== '').find(is);

/** Size, weight, slope and case of some lines, by the table. */
export const judgeLook = (
  paragraphs: readonly ReadParagraph[],
  look: Look,
  part = 0,
): readonly Issue[] =>
  paragraphs.flatMap((paragraph) => {
    const wrongSize = firstThat(paragraph, ({ size }) => !isWithin(size, look.size));
    const wrongBold = firstThat(paragraph, ({ isBold }) => isBold !== look.isBold);
    const wrongItalic = firstThat(paragraph, ({ isItalic }) => isItalic !== look.isItalic);
    // Dots that wait for the pen are neither.
    const hasCase = look.isUpper !== null && /\p{L}/u.test(paragraph.text);
    const wrongCase = hasCase && isUpper(paragraph.text) !== look.isUpper;
    const issues: (Issue | null)[] = [
      wrongSize ? issueAt(paragraph, 'size', wrongSize.size, rangeOf(look.size), part) : null,
      wrongBold ? issueAt(paragraph, 'bold', wrongBold.isBold, look.isBold, part) : null,
      wrongItalic ? issueAt(paragraph, 'italic', wrongItalic.isItalic, look.isItalic, part) : null,
      wrongCase ? issueAt(paragraph, 'upper-case', !look.isUpper, look.isUpper, part) : null,
    ];
    return issues.filter((issue) => issue !== null);
  });

export const judgeCentred = (paragraphs: readonly ReadParagraph[], part = 0): readonly Issue[] =>
  paragraphs
    .filter(({ align }) => align !== 'center' && align !== null)
    .map((paragraph) => issueAt(paragraph, 'alignment', paragraph.align, 'center', part));

/** Annexes, with their numbers as parts: 1, 2, … */
export const annexesOf = ({
  paper,
}: Judged): readonly { readonly part: number; readonly read: ReadPart }[] =>
  paper.parts.slice(1).map((read, index) => ({ part: index + 1, read }));

/** A paper of a kind that takes a number (art. 7): forms and what is enclosed are not. */
export const isNumbered = ({ main }: Judged): boolean => main.number.length > 0;
