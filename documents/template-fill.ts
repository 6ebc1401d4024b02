import Handlebars from 'handlebars';

import { findLetterWithoutGlyph, normaliseText } from './fonts.ts';
import { TemplateError } from './template-error.ts';
import type { TemplateProblem } from './template-error.ts';
import { HELPERS } from './template-helpers.ts';
import type { Argument, Path, Template, TemplateNode } from './template-nodes.ts';
import { VALUE_BREAK } from './vocabulary.ts';

/** Markup with every value in place, and the template's line for each position in it. */
export interface FilledTemplate {
  readonly name: string;
  readonly markup: string;
  readonly lineAt: (position: number) => number;
}

interface Scope {
  readonly value: unknown;
  readonly index: number;
  readonly length: number;
  readonly outer: Scope | null;
}

type Part = { readonly text: string; readonly line: number };

/** Every `{{field}}` must have a value: nothing is printed for a hole, the paper is refused. */
export const fillTemplate = (template: Template, view: unknown): FilledTemplate => {
  const parts: Part[] = [];
  fillNodes(template, template.nodes, { value: view, index: 0, length: 1, outer: null }, parts);
  return {
    name: template.name,
    markup: parts.map((part) => part.text).join(''),
    lineAt: createLineFinder(parts),
  };
};

const countBreaks = (text: string): number => text.split('\n').length - 1;

// Asked for each tag, mostly from the first to the last: it goes on from where it was asked before.
const createLineFinder = (parts: readonly Part[]): ((position: number) => number) => {
  let [at, start] = [0, 0];
  return (position) => {
    if (position < start) [at, start] = [0, 0];
    for (let part = parts[at]; part; part = parts[at]) {
      const { text, line } = part;
      if (position < start + text.length) {
        return line + countBreaks(text.slice(0, position - start));
      }
      start += text.length;
      at += 1;
    }
    return parts.at(-1)?.line ?? 1;
  };
};

const refuse = (
  template: Template,
  path: Pick<Path, 'name' | 'line'>,
  problem: TemplateProblem,
  expected: string,
): never => {
  throw new TemplateError(
    problem,
    { template: template.name, line: path.line, field: path.name },
    expected,
  );
};

const fillNodes = (
  template: Template,
  nodes: readonly TemplateNode[],
  scope: Scope,
  parts: Part[],
): void => {
  for (const node of nodes) {
    switch (node.kind) {
      case 'text':
        parts.push({ text: node.text, line: node.line });
        break;
      case 'value':
        parts.push(fillValue(template, node.path, lookUp(template, node.path, scope)));
        break;
      case 'call':
        parts.push(fillCall(template, node, scope));
        break;
      case 'each':
        fillEach(template, node, scope, parts);
        break;
      default:
        fillChoice(template, node, scope, parts);
    }
  }
};

const isBlank = (value: unknown): boolean =>
  value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0);

const fillChoice = (
  template: Template,
  node: Extract<TemplateNode, { kind: 'if' | 'unless' | 'each' }>,
  scope: Scope,
  parts: Part[],
): void => {
  const isChosen = isBlank(lookUp(template, node.path, scope)) === (node.kind === 'unless');
  const chosen = isChosen ? node.body : (node.otherwise ?? []);
  fillNodes(template, chosen, scope, parts);
};

const fillEach = (
  template: Template,
  node: Extract<TemplateNode, { kind: 'if' | 'unless' | 'each' }>,
  scope: Scope,
  parts: Part[],
): void => {
  const list = lookUp(template, node.path, scope);
  if (!Array.isArray(list)) return refuse(template, node.path, 'wrong-value', 'expected a list');
  if (list.length === 0) {
    if (!node.otherwise) refuse(template, node.path, 'missing-value', 'the list is empty');
    fillNodes(template, node.otherwise ?? [], scope, parts);
    return;
  }
  list.forEach((value: unknown, index) => {
    fillNodes(template, node.body, { value, index, length: list.length, outer: scope }, parts);
  });
};

const lookUp = (template: Template, path: Path, scope: Scope): unknown => {
  let from: Scope | null = scope;
  for (let depth = path.depth; depth > 0 && from; depth -= 1) from = from.outer;
  if (!from) return refuse(template, path, 'unknown-field', 'no such outer list');
  if (path.isLoopVariable) return loopVariable(path.parts[0], from);
  let value = from.value;
  for (const part of path.parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      return refuse(template, path, 'unknown-field', 'no such field in this paper');
    }
    const next: unknown = Reflect.get(value, part);
    value = next;
  }
  if (value === undefined) refuse(template, path, 'missing-value', 'the field has no value');
  return value;
};

const loopVariable = (name: string | undefined, scope: Scope): unknown => {
  if (name === 'first') return scope.index === 0;
  if (name === 'last') return scope.index === scope.length - 1;
  return scope.index;
};

const fillCall = (
  template: Template,
  node: Extract<TemplateNode, { kind: 'call' }>,
  scope: Scope,
): Part => {
  const [argument, ...rest] = node.args;
  const place = { name: node.helper, line: node.line };
  if (!argument || rest.length > 0) {
    return refuse(template, place, 'wrong-value', 'a helper takes one value');
  }
  const value = argumentValue(template, argument, scope);
  const shown = argument.kind === 'path' ? argument : place;
  const named = { name: `${node.helper} ${shown.name}`, line: shown.line };
  if (isBlank(value)) return refuse(template, named, 'missing-value', 'the field has no value');
  const text = HELPERS.get(node.helper)?.(value) ?? null;
  if (text === null) return refuse(template, named, 'wrong-value', 'not what the helper takes');
  return fillValue(template, { ...named }, text);
};

const argumentValue = (template: Template, argument: Argument, scope: Scope): unknown =>
  argument.kind === 'literal' ? argument.value : lookUp(template, argument, scope);

const fillValue = (template: Template, path: Pick<Path, 'name' | 'line'>, value: unknown): Part => {
  if (value === null || value === '') {
    return refuse(template, path, 'missing-value', 'the field has no value');
  }
  if (typeof value !== 'string') {
    return refuse(template, path, 'wrong-value', 'expected text; numbers and dates need a helper');
  }
  const text = normaliseText(value)
    .trim()
    .replace(/[ \t]*(?:\r\n|[\n\r\u2028\u2029])+[ \t]*/gu, VALUE_BREAK);
  if (text === '') return refuse(template, path, 'missing-value', 'the value is blank');
  const missing = findLetterWithoutGlyph(text);
  if (missing) {
    refuse(template, path, 'letter-without-glyph', `${missing.codePoint} is not in the font`);
  }
  return { text: Handlebars.escapeExpression(text), line: path.line };
};
