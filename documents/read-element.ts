import type { Line } from './blocks.ts';
import { PLAIN, readLines, splitValue } from './read-lines.ts';
import type { Element } from './read-markup.ts';
import type { TemplateProblem } from './template-error.ts';

export type Refuse = (
  element: Pick<Element, 'tag' | 'line'>,
  problem: TemplateProblem,
  expected: string,
) => never;

/** Elements only: loose text between blocks would have no place on paper. */
export const elementsOf = (parent: Element, refuse: Refuse): readonly Element[] =>
  parent.children.flatMap((child) => {
    if (typeof child !== 'string') return [child];
    if (child.trim() !== '')
      refuse(parent, 'misplaced-tag', 'text must stand in a paragraph or cell');
    return [];
  });

/** The lines inside an element, at least one. */
export const textOf = (element: Element, refuse: Refuse, look = PLAIN): readonly Line[] => {
  const read = readLines(element.children, look);
  if ('strayTag' in read) return refuse(read.strayTag, 'misplaced-tag', 'not allowed within text');
  if (read.lines.length === 0) refuse(element, 'missing-value', 'it is empty');
  return read.lines;
};

/** The entries of a list, at least one. */
export const itemsOf = (element: Element, refuse: Refuse): readonly Element[] => {
  const items = elementsOf(element, refuse);
  const stray = items.find((item) => item.tag !== 'li');
  if (stray) refuse(stray, 'misplaced-tag', 'only li may stand in this list');
  if (items.length === 0) refuse(element, 'missing-value', 'the list is empty');
  return items;
};

/** The lines of an attribute that must be there. */
export const attributeLines = (
  element: Element,
  name: string,
  refuse: Refuse,
): readonly string[] => {
  const lines = splitValue(element.attributes.get(name) ?? '');
  if (lines.length === 0) refuse(element, 'missing-value', `expected the attribute ${name}`);
  return lines;
};
