import type { Line } from './blocks.ts';
import { PLAIN, readLines } from './read-lines.ts';
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
