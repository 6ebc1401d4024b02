import { isAnnexMark } from '../../locale/form-patterns.ts';
import { blocksIn, readBlocks } from './docx-blocks.ts';
import { readRuns } from './docx-paragraphs.ts';
import { alignOf, readStyles, type DocxStyles } from './docx-styles.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  isOn,
  numberOf,
  parseXml,
  textIn,
  unzipParts,
  type Xml,
} from './docx-xml.ts';
import {
  UnreadablePaper,
  type Margin,
  type ReadPageNumber,
  type ReadPaper,
  type ReadParagraph,
  type ReadPart,
} from './read-paper.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** @throws UnreadablePaper */
export const readDocxPaper = (bytes: Uint8Array): ReadPaper => {
  const parts = unzipParts(bytes);
  const body = childOf(parseXml(parts.get('word/document.xml')), 'w:body');
  if (!body) throw new UnreadablePaper('no document in it');
  const styles = readStyles(parts);
  let numbers: PageNumbers = { first: null, default: null };
  const read = splitSections(body).flatMap(({ blocks, properties }, index) => {
    numbers = { ...numbers, ...pageNumbersOf(properties, parts, styles) };
    return readSection(blocks, properties, { numbers, index, isOnePage: isOnePage(parts) }, styles);
  });
  return { file: 'docx', parts: read };
};

interface Section {
  readonly blocks: readonly Xml[];
  readonly properties: Xml | null;
}

const splitSections = (body: Xml): readonly Section[] => {
  const sections: Section[] = [];
  let blocks: Xml[] = [];
  for (const block of blocksIn(body)) {
    const own = block.name === 'w:sectPr' ? block : childOf(childOf(block, 'w:pPr'), 'w:sectPr');
    blocks.push(block);
    if (!own) continue;
    sections.push({ blocks, properties: own });
    blocks = [];
  }
  return blocks.length === 0 ? sections : [...sections, { blocks, properties: null }];
};

interface PageNumbers {
  readonly first: ReadPageNumber | null;
  readonly default: ReadPageNumber | null;
}

interface Numbering {
  readonly numbers: PageNumbers;
  readonly index: number;
  readonly isOnePage: boolean;
}

const readSection = (
  blocks: readonly Xml[],
  properties: Xml | null,
  { numbers, index, isOnePage: onePage }: Numbering,
  styles: DocxStyles,
): readonly ReadPart[] => {
  const size = childOf(properties, 'w:pgSz');
  const margins = childOf(properties, 'w:pgMar');
  const points = (element: Xml | null, name: string): number => (numberOf(element, name) ?? 0) / 20;
  const margin = (side: string): Margin => ({
    value: points(margins, side) + (side === 'w:left' ? points(margins, 'w:gutter') : 0),
    isExact: true,
  });
  const width = points(size, 'w:w');
  const [left, right] = [margin('w:left'), margin('w:right')];
  const paragraphs = readBlocks(blocks, styles, {
    column: 'whole',
    isFramed: false,
    width: width - left.value - right.value,
  });
  const isTitled = isOn(childOf(properties, 'w:titlePg'));
  const hasNoOther = numbers.default === null && onePage;
  const start = numberOf(childOf(properties, 'w:pgNumType'), 'w:start');
  const part = {
    width,
    height: points(size, 'w:h'),
    margins: { top: margin('w:top'), bottom: margin('w:bottom'), left, right },
    firstPageNumber: isTitled ? numbers.first : numbers.default,
    laterPageNumbers: hasNoOther ? [] : [numbers.default],
  };
  return splitAnnexes(paragraphs).map((some, at) => ({
    ...part,
    paragraphs: some,
    // An annex that goes on in the section of the paper is counted on with it.
    countsFromOne: at === 0 && (index === 0 ? (start ?? 1) === 1 : start === 1),
  }));
};

const splitAnnexes = (
  paragraphs: readonly ReadParagraph[],
): readonly (readonly ReadParagraph[])[] => {
  const parts: ReadParagraph[][] = [[]];
  for (const paragraph of paragraphs) {
    const isMark = isAnnexMark(paragraph.text) && paragraph.align === 'center';
    if (isMark && parts.at(-1)?.length !== 0) parts.push([]);
    parts.at(-1)?.push(paragraph);
  }
  return parts;
};

const pageNumbersOf = (
  properties: Xml | null,
  parts: Parts,
  styles: DocxStyles,
): Partial<PageNumbers> => {
  const relations = childrenOf(parseXml(parts.get('word/_rels/document.xml.rels')), 'Relationship');
  const read: { first?: ReadPageNumber | null; default?: ReadPageNumber | null } = {};
  for (const kind of ['w:headerReference', 'w:footerReference']) {
    for (const reference of childrenOf(properties, kind)) {
      const type = attributeOf(reference, 'w:type') === 'first' ? 'first' : 'default';
      if (attributeOf(reference, 'w:type') === 'even') continue;
      const id = attributeOf(reference, 'r:id');
      const target = relations.find((relation) => attributeOf(relation, 'Id') === id);
      const part = parts.get(`word/${attributeOf(target, 'Target') ?? ''}`);
      read[type] = read[type] ?? numberIn(parseXml(part), kind === 'w:headerReference', styles);
    }
  }
  return read;
};

const numberIn = (
  header: Xml | null,
  isInTopMargin: boolean,
  styles: DocxStyles,
): ReadPageNumber | null => {
  const paragraph = descendantsOf(header).find(
    (element) => element.name === 'w:p' && hasPageField(element),
  );
  if (!paragraph) return null;
  const runs = readRuns(paragraph, styles);
  const fields = descendantsOf(paragraph).filter(({ name }) => name === 'w:r');
  const at = fields.findIndex((run) =>
    descendantsOf(run).some(({ name }) => /instrText/.test(name)),
  );
  const run = runs[Math.max(at, 0)];
  if (!run) return null;
  const isCentred = alignOf(styles.paragraph(paragraph)) === 'center';
  return { text: '', isCentred, isInTopMargin, run };
};

const hasPageField = (paragraph: Xml): boolean =>
  descendantsOf(paragraph).some(
    (element) =>
      (element.name === 'w:instrText' && /^\s*PAGE\b/.test(textIn(element))) ||
      (element.name === 'w:fldSimple' && /^\s*PAGE\b/.test(attributeOf(element, 'w:instr') ?? '')),
  );

// Word keeps the number of pages that it last counted.
const isOnePage = (parts: Parts): boolean => {
  const pages = childOf(parseXml(parts.get('docProps/app.xml')), 'Pages');
  return pages !== null && textIn(pages).trim() === '1';
};
