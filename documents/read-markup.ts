import { TemplateError } from './template-error.ts';
import type { TemplateProblem } from './template-error.ts';
import type { FilledTemplate } from './template-fill.ts';
import { KNOWN_TAGS, VOCABULARY, VOID_TAGS } from './vocabulary.ts';

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  readonly line: number;
}

const TOKEN = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+="[^"<]*")*)\s*\/?>|[^<]+|</g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const ENTITY = /&(#x[0-9a-f]+|#\d+|amp|lt|gt|quot);/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const decode = (text: string): string =>
  text.replace(ENTITY, (whole, name: string) => {
    const named = NAMED[name.toLowerCase()];
    if (named !== undefined) return named;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

interface Open {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  readonly line: number;
}

// A browser's parser mends what is wrong; here each tag must be known, closed and in its place.
export const readMarkup = (filled: FilledTemplate): Element => {
  const root: Open = { tag: 'paper', attributes: new Map(), children: [], line: 1 };
  const open: Open[] = [root];
  for (const match of filled.markup.matchAll(TOKEN)) {
    const line = filled.lineAt(match.index);
    const [token, slash, tag, attributes = ''] = match;
    const parent = open.at(-1) ?? root;
    if (tag === undefined) {
      if (token === '<') refuse(filled.name, line, token, 'not-a-template', 'not a whole tag');
      parent.children.push(decode(token));
    } else if (slash === '/') {
      closeTag(filled.name, open, tag, line);
    } else {
      openTag(filled.name, open, { tag, attributes, line });
    }
  }
  const last = open.at(-1) ?? root;
  if (last !== root) {
    refuse(filled.name, last.line, `<${last.tag}>`, 'misplaced-tag', 'it is never closed');
  }
  return root;
};

const refuse = (
  template: string,
  line: number,
  field: string,
  problem: TemplateProblem,
  expected: string,
): never => {
  throw new TemplateError(problem, { template, line, field }, expected);
};

const closeTag = (template: string, open: Open[], tag: string, line: number): void => {
  const last = open.at(-1);
  if (open.length < 2 || last?.tag !== tag) {
    refuse(template, line, `</${tag}>`, 'misplaced-tag', 'no such tag is open here');
  }
  open.pop();
};

const openTag = (
  template: string,
  open: Open[],
  { tag, attributes, line }: { tag: string; attributes: string; line: number },
): void => {
  if (!KNOWN_TAGS.has(tag)) {
    refuse(template, line, `<${tag}>`, 'unknown-tag', 'not in the vocabulary of papers');
  }
  const element: Open = {
    tag,
    attributes: readAttributes(template, tag, attributes, line),
    children: [],
    line,
  };
  open.at(-1)?.children.push(element);
  if (!VOID_TAGS.has(tag)) open.push(element);
};

const allowedAttributes = (tag: string): readonly string[] =>
  Object.entries(VOCABULARY).find(([name]) => name === tag)?.[1] ?? [];

const readAttributes = (
  template: string,
  tag: string,
  text: string,
  line: number,
): ReadonlyMap<string, string> => {
  const allowed = allowedAttributes(tag);
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (!allowed.includes(name)) {
      refuse(template, line, `<${tag} ${name}>`, 'unknown-attribute', 'not allowed on this tag');
    }
    attributes.set(name, decode(value));
  }
  return attributes;
};
