import { strFromU8, unzipSync } from 'fflate';
import { ElementType, parseDocument } from 'htmlparser2';

import { UnreadablePaper } from './read-paper.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
export type Xml = Extract<Node, { attribs: object }>;

/** A packed paper of some pages; what unpacks to more is none. */
const MAX_PART = 64 * 1_024 * 1_024;

/** The XML parts of a DOCX by name, without pictures. */
export const unzipParts = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
      /\.(?:xml|rels)$/.test(name) && originalSize <= MAX_PART;
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    throw new UnreadablePaper('not a zip file', { cause: error });
  }
};

export const parseXml = (bytes: Uint8Array | undefined): Xml | null => {
  if (!bytes) return null;
  const document = parseDocument(strFromU8(bytes), { xmlMode: true });
  return document.children.filter(isElement).find(({ name }) => name !== '?xml') ?? null;
};

const isElement = (node: Node): node is Xml => node.type === ElementType.Tag;

export const elementsIn = (parent: Xml | null | undefined): readonly Xml[] =>
  parent ? parent.children.filter(isElement) : [];

export const childOf = (parent: Xml | null | undefined, name: string): Xml | null =>
  elementsIn(parent).find((child) => child.name === name) ?? null;

export const childrenOf = (parent: Xml | null | undefined, name: string): readonly Xml[] =>
  elementsIn(parent).filter((child) => child.name === name);

/** All below, in the order of the text, and not into elements that `stopAt` names. */
export const descendantsOf = (
  parent: Xml | null | undefined,
  stopAt: ReadonlySet<string> = new Set(),
): readonly Xml[] =>
  elementsIn(parent).flatMap((child) =>
    stopAt.has(child.name) ? [child] : [child, ...descendantsOf(child, stopAt)],
  );

export const textIn = (element: Xml): string =>
  element.children.map((node) => ('data' in node ? node.data : '')).join('');

export const attributeOf = (element: Xml | null | undefined, name: string): string | null =>
  element?.attribs[name] ?? null;

export const numberOf = (element: Xml | null | undefined, name: string): number | null => {
  const text = attributeOf(element, name);
  const value = text === null ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

const OFF = new Set(['false', '0', 'off', 'none', 'nil']);

/** A property that is on by standing there, unless its value says otherwise. */
export const isOn = (element: Xml | null): boolean =>
  element !== null && !OFF.has(attributeOf(element, 'w:val') ?? 'true');
