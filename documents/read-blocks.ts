import type { Block, Line, Paragraph, Section } from './blocks.ts';
import type { Role } from './format.ts';
import { attributeLines, elementsOf, itemsOf, textOf } from './read-element.ts';
import type { Refuse } from './read-element.ts';
import { PLAIN } from './read-lines.ts';
import { readMarkup } from './read-markup.ts';
import type { Element } from './read-markup.ts';
import { readClosing, readDistribution, readSigning, readSigningGrid } from './read-signatures.ts';
import { readTable } from './read-table.ts';
import { TemplateError } from './template-error.ts';
import type { FilledTemplate } from './template-fill.ts';

/** Markup in the vocabulary of papers becomes sections of blocks; anything else is refused. */
export const readSections = (filled: FilledTemplate): readonly Section[] => {
  const refuse: Refuse = (element, problem, expected) => {
    throw new TemplateError(
      problem,
      { template: filled.name, line: element.line, field: `<${element.tag}>` },
      expected,
    );
  };
  const root = readMarkup(filled);
  const elements = elementsOf(root, refuse);
  const [first] = elements;
  const sheet = first?.tag === 'sheet' ? first : null;
  const annexes = elements.filter((element) => element.tag === 'annex');
  const main = elements.filter((element) => element.tag !== 'annex' && element !== sheet);
  return [
    { orientation: orientationOf(sheet, refuse), blocks: readBlocks(main, false, refuse) },
    ...annexes.map((annex) => readAnnex(annex, refuse)),
  ];
};

const orientationOf = (element: Element | null, refuse: Refuse): Section['orientation'] => {
  const orientation = element?.attributes.get('orientation') ?? 'portrait';
  if (orientation === 'portrait' || orientation === 'landscape') return orientation;
  return refuse(element ?? { tag: 'sheet', line: 1 }, 'wrong-value', 'portrait or landscape');
};

const readAnnex = (annex: Element, refuse: Refuse): Section => ({
  orientation: orientationOf(annex, refuse),
  blocks: readBlocks(elementsOf(annex, refuse), true, refuse),
});

const readBlocks = (
  elements: readonly Element[],
  isAnnex: boolean,
  refuse: Refuse,
): readonly Block[] =>
  elements.flatMap((element, index) => {
    if (element.tag === 'signatures') {
      return [readClosing(elements[index - 1], element, refuse)];
    }
    if (element.tag === 'recipients') {
      if (elements[index + 1]?.tag === 'signatures') return [];
      if (elements[index - 1]?.tag === 'signing') return [readDistribution(element, refuse)];
      return refuse(element, 'misplaced-tag', 'signatures must follow it, or signing go before');
    }
    return readBlock(element, isAnnex, refuse);
  });

const BOLD = { ...PLAIN, bold: true };
const ITALIC = { ...PLAIN, italic: true };

type ReadBlocks = (element: Element, isAnnex: boolean, refuse: Refuse) => readonly Block[];

const readHeading =
  (role: 'heading' | 'subheading'): ReadBlocks =>
  (element, _, refuse) => [paragraph(role, textOf(element, refuse, BOLD))];

const READERS: ReadonlyMap<string, ReadBlocks> = new Map<string, ReadBlocks>([
  ['p', (element, _, refuse) => [readParagraph(element, refuse)]],
  ['h1', (element, isAnnex, refuse) => readTitle(textOf(element, refuse, BOLD), isAnnex)],
  ['h2', readHeading('heading')],
  ['h3', readHeading('subheading')],
  ['addressees', (element, _, refuse) => readAddressees(element, refuse)],
  ['ul', (element, _, refuse) => readList(element, refuse)],
  ['ol', (element, _, refuse) => readList(element, refuse)],
  ['basis', (element, _, refuse) => readBases(element, refuse)],
  ['signing', (element, _, refuse) => [readSigning(element, refuse)]],
  ['signing-grid', (element, _, refuse) => [readSigningGrid(element, refuse)]],
  ['letterhead', (element, _, refuse) => [readLetterhead(element, refuse)]],
  ['table', (element, _, refuse) => [readTable(element, refuse)]],
  ['page-break', () => [{ kind: 'page-break' }]],
]);

const readBlock: ReadBlocks = (element, isAnnex, refuse) =>
  READERS.get(element.tag)?.(element, isAnnex, refuse) ??
  refuse(element, 'misplaced-tag', 'not allowed here');

const readParagraph = (element: Element, refuse: Refuse): Paragraph => {
  const role = element.attributes.get('align') === 'center' ? 'centred' : 'body';
  return paragraph(role, textOf(element, refuse));
};

const paragraph = (role: Role, lines: readonly Line[], hasRule = false): Paragraph => ({
  kind: 'paragraph',
  role,
  lines,
  hasRule,
});

const readTitle = (lines: readonly Line[], isAnnex: boolean): readonly Block[] => {
  const kind = paragraph(isAnnex ? 'annex-kind' : 'kind', lines.slice(0, 1));
  if (lines.length < 2) return [kind];
  const role = isAnnex ? 'annex-title' : 'subject';
  return [kind, paragraph(role, lines.slice(1), !isAnnex)];
};

const startWith = (mark: string, [first = [], ...rest]: readonly Line[]): readonly Line[] => [
  [{ ...PLAIN, text: mark }, ...first],
  ...rest,
];

const endWith = (mark: string, lines: readonly Line[], look = PLAIN): readonly Line[] => [
  ...lines.slice(0, -1),
  [...(lines.at(-1) ?? []), { ...look, text: mark }],
];

const readList = (element: Element, refuse: Refuse): readonly Block[] =>
  itemsOf(element, refuse).map((item, index) => {
    const mark = element.tag === 'ol' ? `${String(index + 1)}. ` : '- ';
    return paragraph('item', startWith(mark, textOf(item, refuse)));
  });

// Decree 30/2020, Appendix I, box 9a: one addressee stands behind the colon; each of several on a line of
// its own, with a semicolon after it, and a full stop after the last.
const readAddressees = (element: Element, refuse: Refuse): readonly Block[] => {
  const title = attributeLines(element, 'title', refuse).join(' ');
  const items = itemsOf(element, refuse).map((item) => textOf(item, refuse));
  const [first = [], ...more] = items;
  if (more.length === 0) {
    return [paragraph('addressees', endWith('.', startWith(`${title} `, first)))];
  }
  return [
    paragraph('addressees', [[{ ...PLAIN, text: title }]]),
    ...items.map((item, index) =>
      paragraph(
        'addressee',
        endWith(index === items.length - 1 ? '.' : ';', startWith('- ', item)),
      ),
    ),
  ];
};

// Decree 30/2020, Appendix I, II.6: each basis on its own line, a semicolon after each, a full stop
// after the last.
const readBases = (element: Element, refuse: Refuse): readonly Block[] => {
  const items = itemsOf(element, refuse);
  return items.map((item, index) => {
    const mark = index === items.length - 1 ? '.' : ';';
    return paragraph('basis', endWith(mark, textOf(item, refuse, ITALIC), ITALIC));
  });
};

const readLetterhead = (element: Element, refuse: Refuse): Block => ({
  kind: 'letterhead',
  parent: attributeLines(element, 'parent', refuse),
  office: attributeLines(element, 'office', refuse),
  number: element.attributes.has('number')
    ? attributeLines(element, 'number', refuse).join(' ')
    : null,
  subject: element.attributes.has('subject') ? attributeLines(element, 'subject', refuse) : [],
  placeDate: element.attributes.has('place-date')
    ? attributeLines(element, 'place-date', refuse).join(' ')
    : null,
});
