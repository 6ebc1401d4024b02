import type { Argument, Path, Template, TemplateNode } from './template-nodes.ts';

/** What a template does with one field of the paper, and with the fields below it. */
export interface TemplateField {
  readonly name: string;
  /** Where it may be absent: it decides what is printed. */
  isChoice: boolean;
  isPrinted: boolean;
  /** It stands where markup wants a whole number, such as `rowspan="…"`. */
  isSpan: boolean;
  readonly helpers: Set<string>;
  readonly fields: Map<string, TemplateField>;
  /** Of a list: what each of its items is. */
  item: TemplateField | null;
}

/** A field that is printed inside a part of the paper, as `letterhead head.officeName`. */
export interface PartField {
  readonly part: string;
  readonly field: string;
}

export interface UsedField {
  readonly field: string;
  readonly line: number;
}

export interface TemplateFields {
  readonly root: TemplateField;
  readonly used: readonly UsedField[];
  /** Names of those that may be absent. */
  readonly choices: readonly string[];
  /** The parts that the template has, such as `letterhead`, and what each of them prints. */
  readonly parts: ReadonlySet<string>;
  readonly printedIn: readonly PartField[];
}

/** Parts that a paper can't be without once its kind has them (Decree 30/2020, article 8). */
const PARTS: ReadonlySet<string> = new Set([
  'letterhead',
  'addressees',
  'signatures',
  'signing',
  'signing-grid',
  'approval-box',
  'recipients',
]);

interface Scope {
  readonly field: TemplateField;
  readonly outer: Scope | null;
}

const SPAN_BEFORE = /(?:rowspan|colspan)="$/;
const PART_TOKEN = /<(\/?)([a-z][a-z-]*)|>/g;
const EMPTY_PART = 'letterhead';

const newField = (name: string): TemplateField => ({
  name,
  isChoice: false,
  isPrinted: false,
  isSpan: false,
  helpers: new Set(),
  fields: new Map(),
  item: null,
});

const isPath = (argument: Argument): argument is Path => argument.kind === 'path';

const findField = (path: Path, scope: Scope): TemplateField | null => {
  if (path.isLoopVariable) return null;
  let from: Scope | null = scope;
  for (let depth = path.depth; depth > 0 && from; depth -= 1) from = from.outer;
  let field = from?.field ?? null;
  for (const part of path.parts) {
    if (!field) return null;
    const name = field.name === '' ? part : `${field.name}.${part}`;
    const next: TemplateField = field.fields.get(part) ?? newField(name);
    field.fields.set(part, next);
    field = next;
  }
  return field;
};

/** Reads from a template alone which fields it uses, how, and in which parts of the paper. */
export const readFields = ({ nodes }: Template): TemplateFields => {
  const root = newField('');
  const parts = new Set<string>();
  const printedIn: PartField[] = [];
  const used: UsedField[] = [];
  const choices = new Set<string>();
  let part: string | null = null;
  let textBefore = '';

  const readText = (text: string): void => {
    textBefore = text;
    for (const [token, slash, tag] of text.matchAll(PART_TOKEN)) {
      if (token === '>') {
        if (part === EMPTY_PART) part = null;
      } else if (tag !== undefined && PARTS.has(tag)) {
        part = slash === '/' ? null : tag;
        parts.add(tag);
      }
    }
  };

  const use = (path: Path, scope: Scope): TemplateField | null => {
    const field = findField(path, scope);
    if (field) used.push({ field: field.name, line: path.line });
    return field;
  };

  const choose = (field: TemplateField): void => {
    field.isChoice = true;
    choices.add(field.name);
  };

  const print = (path: Path, scope: Scope, helper: string | null): void => {
    const field = use(path, scope);
    if (!field) return;
    field.isPrinted = true;
    if (helper !== null) field.helpers.add(helper);
    if (SPAN_BEFORE.test(textBefore)) field.isSpan = true;
    if (part !== null) printedIn.push({ part, field: field.name });
  };

  const readChoice = (
    node: Extract<TemplateNode, { kind: 'if' | 'unless' | 'each' }>,
    scope: Scope,
  ): void => {
    const field = use(node.path, scope);
    if (!field) {
      walk(node.body, scope);
    } else if (node.kind === 'each') {
      field.item ??= newField(`${field.name}[]`);
      if (node.otherwise) choose(field);
      walk(node.body, { field: field.item, outer: scope });
    } else {
      choose(field);
      walk(node.body, scope);
    }
    walk(node.otherwise ?? [], scope);
  };

  const walk = (all: readonly TemplateNode[], scope: Scope): void => {
    for (const node of all) {
      if (node.kind === 'text') readText(node.text);
      else if (node.kind === 'value') print(node.path, scope, null);
      else if (node.kind === 'call') {
        for (const path of node.args.filter(isPath)) print(path, scope, node.helper);
      } else readChoice(node, scope);
      if (node.kind !== 'text') textBefore = '';
    }
  };

  walk(nodes, { field: root, outer: null });
  return { root, used, choices: [...choices], parts, printedIn };
};
