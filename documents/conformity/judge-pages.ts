import { romanNumeral } from '../../locale/conference-papers.ts';
import {
  annexNumeral,
  FORM_EXAMPLES,
  isAnnexMark,
  isAnnexReference,
  isWholeAnnexReference,
  namesAnnex,
  namesAnnexOf,
} from '../../locale/form-patterns.ts';
import {
  annexesOf,
  issueAt,
  isWithin,
  judgeCentred,
  judgeLook,
  missing,
  rangeOf,
  type Issue,
  type Judge,
} from './judge.ts';
import type { ReadPart, ReadParagraph } from './read-paper.ts';

const SHEET_TOLERANCE = 1.5;
const MARGIN_TOLERANCE = 1;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** A4 upright; across where a table asks for it. */
export const pageSize: Judge = ({ paper, format }) =>
  paper.parts.flatMap(({ width, height }, part) => {
    const sides = [Math.min(width, height), Math.max(width, height)] as const;
    const isNear = (one: number, other: number): boolean => Math.abs(one - other) < SHEET_TOLERANCE;
    const { width: short, height: long } = format.page;
    return [
      ...(isNear(sides[0], short)
        ? []
        : [issueAt(null, 'width', rounded(sides[0]), rounded(short), part)]),
      ...(isNear(sides[1], long)
        ? []
        : [issueAt(null, 'height', rounded(sides[1]), rounded(long), part)]),
    ];
  });

export const pageMargins: Judge = ({ paper, format }) =>
  paper.parts.flatMap(({ margins }, part) =>
    (['top', 'bottom', 'left', 'right'] as const).flatMap((side): readonly Issue[] => {
      const { from, to } = format.margins[side];
      const { value, isExact } = margins[side];
      if (isWithin(value, { from, to: isExact ? to : null }, MARGIN_TOLERANCE)) return [];
      const asked = { from: rounded(from), to: to === null ? null : rounded(to) };
      return [issueAt(null, `margin-${side}`, rounded(value), asked, part)];
    }),
  );

const plainName = (name: string): string => name.replaceAll(/[\s-]/g, '').toLowerCase();

/** Each other font once, at the first place where it stands. */
export const fontOf: Judge = ({ paper, format }) => {
  const allowed = new Set([format.font.name, ...format.font.twins].map(plainName));
  return paper.parts.flatMap((read, part) => {
    const seen = new Set<string>();
    return read.paragraphs.flatMap((paragraph) =>
      paragraph.runs.flatMap(({ font }) => {
        if (allowed.has(plainName(font)) || seen.has(font)) return [];
        seen.add(font);
        return [issueAt(paragraph, 'font', font, format.font.name, part)];
      }),
    );
  });
};

export const pageNumberFirst: Judge = ({ paper }) =>
  paper.parts.flatMap(({ firstPageNumber }, part) =>
    firstPageNumber === null
      ? []
      : [issueAt(null, 'page-number', firstPageNumber.text, null, part)],
  );

export const pageNumberLater: Judge = ({ paper, format }) => {
  if (paper.parts.every(({ laterPageNumbers }) => laterPageNumbers.length === 0)) return null;
  const look = format.pageNumber;
  return paper.parts.flatMap(({ laterPageNumbers }, part) =>
    laterPageNumbers.flatMap((number): readonly Issue[] => {
      if (!number) return [missing(part)];
      const { run, isCentred, isInTopMargin } = number;
      const issues: (Issue | null)[] = [
        isWithin(run.size, look.size)
          ? null
          : issueAt(null, 'size', run.size, rangeOf(look.size), part),
        run.isItalic === look.isItalic
          ? null
          : issueAt(null, 'italic', run.isItalic, look.isItalic, part),
        isCentred ? null : issueAt(null, 'alignment', 'left', 'center', part),
        isInTopMargin ? null : issueAt(null, 'alignment', 'bottom', 'top', part),
      ];
      return issues.filter((issue) => issue !== null);
    }),
  );
};

// A long one takes two lines, which in a PDF are two paragraphs.
const referenceIn = (paragraphs: readonly ReadParagraph[]): readonly ReadParagraph[] => {
  const start = paragraphs.findIndex(({ text }) => isAnnexReference(text));
  if (start < 0) return [];
  const end = paragraphs.findIndex(({ text }, index) => index >= start && text.includes(')'));
  return paragraphs.slice(start, end < 0 ? start + 1 : end + 1);
};

const splitAnnex = ({ paragraphs }: ReadPart) => {
  const mark = paragraphs.filter(({ text }, index) => index < 2 && isAnnexMark(text));
  const open = paragraphs.filter(({ isFramed }) => !isFramed);
  const reference = referenceIn(open.slice(0, 8));
  const below = open.slice(mark.length);
  const isOther = (one: ReadParagraph): boolean =>
    one.align !== 'center' || isAnnexReference(one.text);
  const end = below.findIndex(isOther);
  return { mark, title: below.slice(0, end < 0 ? below.length : end), reference };
};

/** Its mark, with Roman numbers from two annexes on. */
export const annexMark: Judge = (judged) => {
  const annexes = annexesOf(judged);
  if (annexes.length === 0) return null;
  return annexes.flatMap(({ part, read }): readonly Issue[] => {
    const { mark } = splitAnnex(read);
    const [first] = mark;
    if (!first) return [missing(part)];
    const asked = annexes.length === 1 ? null : romanNumeral(part);
    const found = annexNumeral(first.text);
    return [
      ...judgeLook(mark, judged.format.components.annexMark, part),
      ...judgeCentred(mark, part),
      ...(found === asked ? [] : [issueAt(first, 'words', found, asked, part)]),
    ];
  });
};

export const annexTitle: Judge = (judged) => {
  const annexes = annexesOf(judged);
  if (annexes.length === 0) return null;
  return annexes.flatMap(({ part, read }) => {
    const { title } = splitAnnex(read);
    const look = judged.format.components.annexTitle;
    return title.length === 0
      ? [missing(part)]
      : [...judgeLook(title, look, part), ...judgeCentred(title, part)];
  });
};

/** With which paper it goes, under the title, and a word of the annex in the text of that paper. */
export const annexReference: Judge = (judged) => {
  const annexes = annexesOf(judged);
  if (annexes.length === 0) return null;
  const isNamed = ({ read }: { readonly read: ReadPart }): boolean => {
    const numeral = annexNumeral(splitAnnex(read).mark[0]?.text ?? '');
    return judged.main.body.some(({ text }) =>
      annexes.length === 1 || numeral === null ? namesAnnex(text) : namesAnnexOf(text, numeral),
    );
  };
  const unnamed = annexes.filter((annex) => !isNamed(annex));
  const found = annexes.flatMap(({ part, read }): readonly Issue[] => {
    const { reference } = splitAnnex(read);
    if (reference.length === 0) return [missing(part)];
    const whole = reference.map(({ text }) => text).join(' ');
    const [first = null] = reference;
    const look = { ...judged.format.components.annexReference, isUpper: null };
    return [
      ...judgeLook(reference, look, part),
      ...(isWholeAnnexReference(whole)
        ? []
        : [issueAt(first, 'words', whole, FORM_EXAMPLES.annexReference, part)]),
    ];
  });
  return [...found, ...unnamed.map(({ part }) => missing(part))];
};

export const annexNumbering: Judge = (judged) => {
  const annexes = annexesOf(judged);
  if (annexes.length === 0) return null;
  return annexes.flatMap(({ part, read }) =>
    read.countsFromOne ? [] : [issueAt(null, 'page-number', null, 1, part)],
  );
};
