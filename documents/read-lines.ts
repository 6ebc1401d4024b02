import type { Line, Run } from './blocks.ts';
import { tieFigures } from './no-break.ts';
import type { Element } from './read-markup.ts';
import { VALUE_BREAK } from './vocabulary.ts';

type Look = Omit<Run, 'text'>;

export const PLAIN: Look = { bold: false, italic: false, underline: false };

const LOOKS: Readonly<Record<string, Partial<Look>>> = {
  b: { bold: true },
  i: { italic: true },
  u: { underline: true },
};

/** The text of a paragraph or cell; null where something stands in it that is no text. */
export const readLines = (
  children: readonly (Element | string)[],
  look: Look,
): { lines: readonly Line[] } | { strayTag: Element } => {
  const runs: (Run | 'break')[] = [];
  const stray = collect(children, look, runs);
  if (stray) return { strayTag: stray };
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return {
    lines: lines
      .map(tidyLine)
      .filter((line) => line.length > 0)
      .map(tieLine),
  };
};

const collect = (
  children: readonly (Element | string)[],
  look: Look,
  runs: (Run | 'break')[],
): Element | null => {
  for (const child of children) {
    if (typeof child === 'string') {
      child.split(VALUE_BREAK).forEach((text, index) => {
        if (index > 0) runs.push('break');
        runs.push({ ...look, text: text.replace(/[ \t\r\n\f]+/g, ' ') });
      });
      continue;
    }
    const change = LOOKS[child.tag];
    if (child.tag === 'br') runs.push('break');
    else if (!change) return child;
    else {
      const stray = collect(child.children, { ...look, ...change }, runs);
      if (stray) return stray;
    }
  }
  return null;
};

const isSameLook = (one: Run, other: Run): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.underline === other.underline;

// Like a browser: no space at either end of a line, one between words, whatever the tags between.
const tidyLine = (runs: readonly Run[]): Line => {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    const needsNoSpace = last === undefined || last.text.endsWith(' ');
    const text = needsNoSpace ? run.text.replace(/^ /, '') : run.text;
    if (text === '') continue;
    if (last && isSameLook(last, run)) tidy[tidy.length - 1] = { ...last, text: last.text + text };
    else tidy.push({ ...run, text });
  }
  const last = tidy.at(-1);
  if (!last) return [];
  const text = last.text.replace(/ $/, '');
  if (text !== '') tidy[tidy.length - 1] = { ...last, text };
  else tidy.pop();
  return tidy;
};

const tieLine = (line: Line): Line => line.map((run) => ({ ...run, text: tieFigures(run.text) }));

/** The lines of an attribute's value. */
export const splitValue = (value: string): readonly string[] =>
  value
    .split(VALUE_BREAK)
    .map((line) => line.replace(/[ \t\r\n\f]+/g, ' ').trim())
    .filter((line) => line !== '');
