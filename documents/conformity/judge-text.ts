import {
  addressedTo,
  DEPUTY_POWER,
  FORM_EXAMPLES,
  hasAcademicTitle,
  isArchiveLine,
  isAsAbove,
  isDeputy,
  isRightArchiveLine,
  POWERS,
  POWERS_OF_TWO_LINES,
  signingPower,
} from '../../locale/form-patterns.ts';
import { isAllItalic } from './find-components.ts';
import {
  isNumbered,
  isWithin,
  issueAt,
  judgeLook,
  missing,
  outside,
  rangeOf,
  type Issue,
  type Judge,
} from './judge.ts';
import type { ReadParagraph } from './read-paper.ts';

export const addresseesStyle: Judge = ({ main, format }) =>
  main.addressees.length === 0
    ? null
    : judgeLook(main.addressees, { ...format.components.addressees, isUpper: null });

/** One behind the colon; several below it, each "- …;", the last with a full stop. */
export const addresseesForm: Judge = ({ main }) => {
  const [first, ...lines] = main.addressees;
  if (!first) return null;
  const named = addressedTo(first.text);
  const isRight = named !== null && (named !== '' || lines.length > 0);
  if (!isRight) return [issueAt(first, 'words', first.text, FORM_EXAMPLES.addressees)];
  return lines.flatMap((line, index) => {
    const end = index === lines.length - 1 ? '.' : ';';
    const isRight = line.text.startsWith('- ') && line.text.endsWith(end);
    return isRight ? [] : [issueAt(line, 'words', line.text, `- …${end}`)];
  });
};

export const basesStyle: Judge = ({ main, format }) =>
  main.bases.length === 0
    ? null
    : judgeLook(main.bases, { ...format.components.basis, isUpper: null });

export const basesForm: Judge = ({ main }) =>
  main.bases.length === 0
    ? null
    : main.bases.flatMap((base, index) => {
        const end = index === main.bases.length - 1 ? '.' : ';';
        const isRight = base.text.endsWith(end);
        return isRight ? [] : [issueAt(base, 'words', base.text.slice(-1), end)];
      });

/** Headings are bold, and words may be set off; but no paragraph lies as a whole. */
export const bodyStyle: Judge = (judged) => {
  const { main, format } = judged;
  if (main.body.length === 0) return null;
  const { size } = format.components.body;
  // A form may explain in italics how it is filled.
  const isLying = (one: ReadParagraph): boolean => isNumbered(judged) && isAllItalic(one);
  return main.body.flatMap((paragraph) => {
    const wrong = paragraph.runs.find((run) => !isWithin(run.size, size));
    const { align } = paragraph;
    const isJustified = align === null || align === format.paragraph.align;
    const issues: (Issue | null)[] = [
      wrong ? issueAt(paragraph, 'size', wrong.size, rangeOf(size)) : null,
      isLying(paragraph) ? issueAt(paragraph, 'italic', true, false) : null,
      isJustified ? null : issueAt(paragraph, 'alignment', align, format.paragraph.align),
    ];
    return issues.filter((issue) => issue !== null);
  });
};

const textOf = (paragraphs: readonly ReadParagraph[]): readonly ReadParagraph[] | null =>
  paragraphs.length === 0 ? null : paragraphs;

const INDENT_TOLERANCE = 1;

export const firstLineIndent: Judge = ({ main, format }) =>
  textOf([...main.bases, ...main.body])?.flatMap((paragraph) => {
    const { allowed } = format.paragraph.firstLineIndent;
    const indent = paragraph.firstLineIndent;
    if (indent === null) return [];
    const isRight = allowed.some((one) => Math.abs(one - indent) < INDENT_TOLERANCE);
    const rounded = Math.round(indent * 10) / 10;
    const asked = allowed.map((one) => Math.round(one * 10) / 10);
    return isRight ? [] : [issueAt(paragraph, 'indent', rounded, asked)];
  }) ?? null;

const GAP_TOLERANCE = 0.5;

export const paragraphGap: Judge = ({ main, format }) =>
  textOf([...main.bases, ...main.body])?.flatMap((paragraph) =>
    paragraph.gapBefore === null
      ? []
      : outside(paragraph, 'gap', paragraph.gapBefore, format.paragraph.gap, GAP_TOLERANCE),
  ) ?? null;

export const lineSpacing: Judge = ({ main, format }) =>
  textOf([...main.bases, ...main.body])?.flatMap((paragraph) =>
    paragraph.lineSpacing === null
      ? []
      : outside(paragraph, 'spacing', paragraph.lineSpacing, format.paragraph.spacing),
  ) ?? null;

export const endMark: Judge = (judged) => {
  if (!isNumbered(judged)) return null;
  const last = judged.main.body.at(-1) ?? null;
  if (last?.text.endsWith('./.')) return [];
  return [issueAt(last, 'words', last?.text.slice(-12) ?? null, './.')];
};

export const signingPowers: Judge = (judged) => {
  if (!isNumbered(judged)) return null;
  const blocks = judged.main.signatures;
  return blocks.length === 0 ? [missing()] : blocks.flatMap(({ posts }) => judgePower(posts));
};

const judgePower = ([first, second]: readonly ReadParagraph[]): readonly Issue[] => {
  if (!first) return [missing()];
  const power = signingPower(first.text);
  if (power === null) {
    return isDeputy(first.text) ? [issueAt(first, 'words', first.text, `${DEPUTY_POWER} …`)] : [];
  }
  if (!POWERS.includes(power)) return [issueAt(first, 'words', power, POWERS)];
  return !POWERS_OF_TWO_LINES.includes(power) || isSecondOf(power, second)
    ? []
    : [issueAt(second ?? first, 'words', second?.text ?? null, `${power} … / …`)];
};

const isSecondOf = (power: string, second: ReadParagraph | undefined): boolean =>
  second !== undefined && (power !== DEPUTY_POWER || isDeputy(second.text));

export const signingPost: Judge = (judged) => {
  if (!isNumbered(judged)) return null;
  const posts = judged.main.signatures.flatMap((block) => block.posts);
  return posts.length === 0 ? [missing()] : judgeLook(posts, judged.format.components.post);
};

export const signerName: Judge = (judged) => {
  if (!isNumbered(judged)) return null;
  const names = judged.main.signatures.flatMap((block) => block.names);
  if (names.length === 0) return [missing()];
  const titled = names.filter(({ text }) => hasAcademicTitle(text));
  return [
    ...judgeLook(names, judged.format.components.signer),
    ...titled.map((name) => issueAt(name, 'words', name.text, null)),
  ];
};

export const recipientsHead: Judge = (judged) => {
  const { main, format } = judged;
  if (main.recipientsHead.length > 0) {
    const wrong = main.recipientsHead.filter(({ text }) => text !== FORM_EXAMPLES.recipientsHead);
    return [
      ...judgeLook(main.recipientsHead, format.components.recipientsHead),
      ...wrong.map((head) => issueAt(head, 'words', head.text, FORM_EXAMPLES.recipientsHead)),
    ];
  }
  return isNumbered(judged) ? [missing()] : null;
};

export const recipientsStyle: Judge = ({ main, format }) =>
  main.recipientsHead.length === 0
    ? null
    : judgeLook(main.recipients, { ...format.components.recipients, isUpper: null });

/** A line each; those above first where there are addressees, the archive last. */
export const recipientsForm: Judge = ({ main }) => {
  if (main.recipientsHead.length === 0) return null;
  const lines = main.recipients;
  const last = lines.at(-1);
  if (!last) return [missing()];
  const listed = lines.slice(0, -1).filter(({ text }) => !/^- .+;$/su.test(text));
  const [first] = lines;
  const lacksAbove = main.addressees.length > 0 && first && !isAsAbove(first.text);
  const isEnded = isArchiveLine(last.text) && isRightArchiveLine(last.text);
  return [
    ...listed.map((line) => issueAt(line, 'words', line.text, '- …;')),
    ...(lacksAbove ? [issueAt(first, 'words', first.text, FORM_EXAMPLES.asAbove)] : []),
    ...(isEnded ? [] : [issueAt(last, 'words', last.text, FORM_EXAMPLES.archive)]),
  ];
};
