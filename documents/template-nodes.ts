import Handlebars from 'handlebars';

import { findLetterWithoutGlyph } from './fonts.ts';
import { KNOWN_TAGS } from './vocabulary.ts';
import { TemplateError } from './template-error.ts';
import { HELPERS } from './template-helpers.ts';

/** Where a value comes from: `../a.b`, `this`, `@index`. */
export interface Path {
  readonly kind: 'path';
  readonly name: string;
  readonly depth: number;
  readonly isLoopVariable: boolean;
  readonly parts: readonly string[];
  readonly line: number;
}
export interface Literal {
  readonly kind: 'literal';
  readonly value: string | number;
}
export type Argument = Path | Literal;

/** All that a template may hold. What Handlebars parses beyond this is refused when it is read. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'value'; readonly path: Path }
  | {
      readonly kind: 'call';
      readonly helper: string;
      readonly args: readonly Argument[];
      readonly line: number;
    }
  | {
      readonly kind: 'if' | 'unless' | 'each';
      readonly path: Path;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[] | null;
    };

export interface Template {
  readonly name: string;
  readonly nodes: readonly TemplateNode[];
}

const isText = (node: hbs.AST.Node): node is hbs.AST.ContentStatement =>
  node.type === 'ContentStatement';
const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement';
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement =>
  node.type === 'BlockStatement';
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression =>
  node.type === 'PathExpression';
const isLiteral = (node: hbs.AST.Node): node is hbs.AST.StringLiteral | hbs.AST.NumberLiteral =>
  node.type === 'StringLiteral' || node.type === 'NumberLiteral';

const TAG = /<(\/?)([^\s>/]*)/g;
const BLOCKS = new Set(['if', 'unless', 'each'] as const);
const LOOP_VARIABLES = new Set(['@index', '@first', '@last']);
const FORBIDDEN_PARTS = new Set(['__proto__', 'prototype', 'constructor']);

const blockKind = (name: string): 'if' | 'unless' | 'each' | null => {
  for (const kind of BLOCKS) if (kind === name) return kind;
  return null;
};

// Handlebars reads the text; what stands in the tree is turned into our few nodes or refused here,
// because Handlebars' own strict mode lets missing values pass in blocks and helpers.
export const readTemplate = (name: string, source: string): Template => {
  const fail = (
    problem: TemplateError['problem'],
    node: { loc: hbs.AST.SourceLocation },
    field: string,
    expected: string,
  ): never => {
    throw new TemplateError(
      problem,
      { template: name, line: node.loc.start.line, field },
      expected,
    );
  };

  const toText = (node: hbs.AST.ContentStatement): TemplateNode => {
    checkTags(name, node.value, node.loc.start.line);
    const line = node.loc.start.line;
    const missing = findLetterWithoutGlyph(node.value);
    if (missing) fail('letter-without-glyph', node, missing.codePoint, 'not in the font');
    return { kind: 'text', text: node.value, line };
  };

  const toPath = (node: hbs.AST.Node): Path => {
    if (!isPath(node)) return fail('not-a-template', node, node.type, 'expected a field');
    const parts = node.parts.map(String);
    if (parts.some((part) => FORBIDDEN_PARTS.has(part))) {
      fail('unknown-field', node, node.original, 'not a field of a paper');
    }
    if (node.data && !LOOP_VARIABLES.has(node.original)) {
      fail(
        'unknown-field',
        node,
        node.original,
        `expected one of ${[...LOOP_VARIABLES].join(', ')}`,
      );
    }
    return {
      kind: 'path',
      name: node.original,
      depth: node.depth,
      isLoopVariable: node.data,
      parts,
      line: node.loc.start.line,
    };
  };

  const toArgument = (node: hbs.AST.Node): Argument =>
    isLiteral(node) ? { kind: 'literal', value: node.value } : toPath(node);

  const toMustache = (node: hbs.AST.MustacheStatement): TemplateNode => {
    if (!node.escaped) fail('not-a-template', node, '{{{', 'unescaped values are not allowed');
    const path = toPath(node.path);
    refuseHash(node);
    if (node.params.length === 0) {
      if (HELPERS.has(path.name)) fail('wrong-value', node, path.name, 'a helper needs a value');
      return { kind: 'value', path };
    }
    if (!HELPERS.has(path.name)) fail('unknown-helper', node, path.name, 'no such helper');
    return { kind: 'call', helper: path.name, args: node.params.map(toArgument), line: path.line };
  };

  const refuseHash = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): void => {
    // Handlebars leaves `hash` out where there is none, against its types.
    const pairs = 'hash' in node ? Object.values(node).filter(isHash) : [];
    if (pairs.some((hash) => hash.pairs.length > 0)) {
      fail('not-a-template', node, node.type, 'named arguments are not allowed');
    }
  };

  const toBlock = (node: hbs.AST.BlockStatement): TemplateNode => {
    const kind = blockKind(node.path.original);
    if (!kind)
      return fail('unknown-helper', node, node.path.original, 'expected if, unless or each');
    refuseHash(node);
    const [subject, ...rest] = node.params;
    if (!subject || rest.length > 0) return fail('wrong-value', node, kind, 'expected one field');
    const inverse: hbs.AST.Program | undefined = node.inverse;
    return {
      kind,
      path: toPath(subject),
      body: toNodes(node.program),
      otherwise: isProgram(inverse) ? toNodes(inverse) : null,
    };
  };

  const toNode = (node: hbs.AST.Statement): TemplateNode | null => {
    if (node.type === 'CommentStatement') return null;
    if (isText(node)) return toText(node);
    if (isMustache(node)) return toMustache(node);
    if (isBlock(node)) return toBlock(node);
    return fail('not-a-template', node, node.type, 'not allowed in a paper');
  };

  const toNodes = (program: hbs.AST.Program): readonly TemplateNode[] =>
    program.body.map(toNode).filter((node) => node !== null);

  return { name, nodes: toNodes(parseSource(name, source)) };
};

const isProgram = (node: hbs.AST.Program | undefined): node is hbs.AST.Program =>
  node?.type === 'Program';

const isHash = (value: unknown): value is hbs.AST.Hash =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Hash';

const parseSource = (name: string, source: string): hbs.AST.Program => {
  try {
    return Handlebars.parse(source.normalize('NFC'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)|- (\d+):/.exec(message)?.slice(1).find(Boolean) ?? 1);
    throw new TemplateError('not-a-template', { template: name, line, field: 'syntax' }, message);
  }
};

const checkTags = (template: string, text: string, firstLine: number): void => {
  for (const match of text.matchAll(TAG)) {
    const tag = match[2] ?? '';
    if (KNOWN_TAGS.has(tag)) continue;
    const line = firstLine + text.slice(0, match.index).split('\n').length - 1;
    throw new TemplateError(
      'unknown-tag',
      { template, line, field: `<${tag}>` },
      'not in the vocabulary of papers',
    );
  }
};
