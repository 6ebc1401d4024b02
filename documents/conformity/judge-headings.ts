import { romanNumeral } from '../../locale/conference-papers.ts';
import {
  FORM_EXAMPLES,
  splitArticle,
  splitPart,
  splitSection,
} from '../../locale/form-patterns.ts';
import {
  isWithin,
  issueAt,
  judgeCentred,
  judgeLook,
  missing,
  type Issue,
  type Judge,
} from './judge.ts';
import type { ReadParagraph } from './read-paper.ts';
import { upperCase } from '../../locale/vietnamese.ts';

// Each part may count its sections anew.
const inOrder = (
  numbered: readonly { readonly line: ReadParagraph; readonly number: string }[],
  nameOf: (order: number) => string,
): readonly Issue[] => {
  let order = 0;
  return numbered.flatMap(({ line, number }) => {
    const next = nameOf(order + 1);
    order = number === nameOf(1) ? 1 : order + 1;
    return number === nameOf(order) ? [] : [issueAt(line, 'words', number, next)];
  });
};

/** Its number alone on a line, its title below it in capitals; both bold, in the middle. */
export const partHeading: Judge = ({ main, format }) => {
  const marked = main.centred.flatMap((line, index) => {
    const split = splitPart(line.text);
    return split ? [{ line, ...split, below: main.centred[index + 1] }] : [];
  });
  if (marked.length === 0) return null;
  const look = format.components.partHeading;
  const looks = marked.flatMap(({ line, title, below }): readonly Issue[] => {
    const titled = title === '' ? below : line;
    const lines = title === '' && below ? [line, below] : [line];
    const text = title === '' ? (below?.text ?? '') : title;
    const isUpper = text !== '' && text.normalize('NFC') === upperCase(text);
    return [
      ...judgeLook(lines, look),
      ...judgeCentred(lines),
      ...(isUpper ? [] : [issueAt(titled ?? line, 'upper-case', false, true)]),
    ];
  });
  return [...looks, ...inOrder(marked, romanNumeral)];
};

/** "I. PURPOSE": bold capitals. */
export const sectionHeading: Judge = ({ main, format }) => {
  const headings = main.body.flatMap((line) => {
    const number = splitSection(line.text);
    return number === null ? [] : [{ line, number }];
  });
  if (headings.length === 0) return null;
  const lines = headings.map(({ line }) => line);
  return [
    ...judgeLook(lines, format.components.sectionHeading),
    ...inOrder(headings, romanNumeral),
  ];
};

/** Word and number bold with a full stop, as "Article 1."; decisions have them. */
export const articleHeading: Judge = ({ main, format }) => {
  const articles = main.body.flatMap((line) => {
    const split = splitArticle(line.text);
    return split ? [{ line, ...split }] : [];
  });
  if (articles.length === 0) return null;
  const look = format.components.articleHeading;
  const looks = articles.flatMap(({ line, isEnded }): readonly Issue[] => {
    const [head] = line.runs;
    if (!head) return [missing()];
    const issues: (Issue | null)[] = [
      isEnded ? null : issueAt(line, 'words', line.text.slice(0, 12), FORM_EXAMPLES.article),
      isWithin(head.size, look.size) ? null : issueAt(line, 'size', head.size, { ...look.size }),
      head.isBold === look.isBold ? null : issueAt(line, 'bold', head.isBold, look.isBold),
      head.isItalic === look.isItalic
        ? null
        : issueAt(line, 'italic', head.isItalic, look.isItalic),
    ];
    return issues.filter((issue) => issue !== null);
  });
  return [...looks, ...inOrder(articles, String)];
};
