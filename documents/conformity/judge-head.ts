import {
  FORM_EXAMPLES,
  isAnnexReference,
  isBlankDate,
  isMinutes,
  KIND_SYMBOLS,
  PARTY_LETTER_SYMBOL,
  splitNumberLine,
  splitPlaceDate,
} from '../../locale/form-patterns.ts';
import type { Choice, Component } from '../legal-format.ts';
import {
  isNumbered,
  issueAt,
  judgeCentred,
  judgeLook,
  missing,
  outside,
  type Issue,
  type Judge,
  type Judged,
} from './judge.ts';
import type { ReadParagraph } from './read-paper.ts';

type HeadBox =
  'nation' | 'motto' | 'parent' | 'office' | 'number' | 'placeDate' | 'kind' | 'subject';

export const judgeBox =
  (box: HeadBox & Component, isAsked: (judged: Judged) => boolean): Judge =>
  (judged) => {
    const lines = judged.main[box];
    if (lines.length > 0) {
      return [...judgeLook(lines, judged.format.components[box]), ...centredIn(box, lines)];
    }
    return isAsked(judged) ? [missing()] : null;
  };

// Of columns side by side a PDF does not tell where they begin.
const centredIn = (box: HeadBox, lines: readonly ReadParagraph[]): readonly Issue[] =>
  box === 'kind' || box === 'subject' ? judgeCentred(lines) : [];

export const always = (): boolean => true;
export const never = (): boolean => false;

const ROUNDING = 0.02;

const shareOf = (rule: number, widths: readonly number[]): number => rule / Math.max(...widths, 1);

/** The rule under some lines, as a part of their widest one or of their last. */
export const judgeRule =
  (box: 'motto' | 'office' | 'subject'): Judge =>
  ({ main, format }) => {
    const lines = main[box];
    const last = lines.at(-1);
    if (!last) return null;
    const asked: Choice = format.rules[box];
    if (last.rule === null) {
      // Under the number of a letter there is none: only a kind has a ruled subject.
      return [issueAt(last, 'rule-share', null, { from: asked.from, to: asked.to })];
    }
    const { rule } = last;
    const widths = lines.flatMap(({ lineWidths }) => lineWidths);
    const shares = [shareOf(rule, widths), shareOf(rule, last.lineWidths.slice(-1))];
    const tolerance = box === 'motto' ? ROUNDING * 2 : ROUNDING;
    const issues = shares.map((share) => outside(last, 'rule-share', share, asked, tolerance));
    return issues.some((found) => found.length === 0) ? [] : (issues[0] ?? []);
  };

const kindOf = ({ main }: Judged): string =>
  main.kind
    .map(({ text }) => text)
    .join(' ')
    .trim();

const isEnclosed = ({ paper }: Judged): boolean =>
  paper.parts[0]?.paragraphs.some(({ text }) => isAnnexReference(text)) ?? false;

export const numberForm: Judge = (judged) => {
  const [line] = judged.main.number;
  const symbol = KIND_SYMBOLS[kindOf(judged)] ?? null;
  if (!line) return symbol === null || isEnclosed(judged) ? null : [missing()];
  const split = splitNumberLine(line.text);
  const isRight = split && isNumber(split.number) && isSymbolOf(symbol, split.symbol);
  const asked = FORM_EXAMPLES.number(symbol === null ? 'ABC-XY' : `${symbol}-ABC`);
  return isRight ? [] : [issueAt(line, 'words', line.text, asked)];
};

// A paper that has no number yet shows the room for it.
const isNumber = (number: string): boolean => number === '' || /^(?:0[1-9]|[1-9]\d+)$/.test(number);

const isSymbolOf = (symbol: string | null, [first]: readonly string[]): boolean =>
  symbol === null ? first !== PARTY_LETTER_SYMBOL : first === symbol;

const DAY = /^(?:0[1-9]|[12]\d|3[01])$/;
const MONTH = /^(?:0[12]|[3-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;

/** Minutes say place and day in their text (sample 1.9). */
export const placeDateIsAsked = (judged: Judged): boolean =>
  isNumbered(judged) && !isMinutes(kindOf(judged));

export const dateForm: Judge = (judged) => {
  const [line] = judged.main.placeDate;
  if (!line || isBlankDate(line.text)) return null;
  const split = splitPlaceDate(line.text);
  const isRight =
    split !== null && DAY.test(split.day) && MONTH.test(split.month) && YEAR.test(split.year);
  return isRight ? [] : [issueAt(line, 'words', line.text, FORM_EXAMPLES.placeDate)];
};

/** Of an official letter, which has no kind above its text. */
export const letterSubject: Judge = (judged) => {
  const { main, format } = judged;
  if (main.kind.length > 0) return null;
  if (main.letterSubject.length === 0) return isNumbered(judged) ? [missing()] : null;
  const gaps = main.letterSubject.flatMap((line) =>
    line.gapBefore === null ? [] : outside(line, 'gap', line.gapBefore, format.letterSubjectGap, 1),
  );
  return [...judgeLook(main.letterSubject, format.components.letterSubject), ...gaps];
};

export const subjectIsAsked = ({ main }: Judged): boolean => main.kind.length > 0;
