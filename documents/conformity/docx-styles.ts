import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  isOn,
  numberOf,
  parseXml,
  type Xml,
} from './docx-xml.ts';
import type { Align } from './read-paper.ts';

/** Property elements from the most general to the most particular; the last that speaks holds. */
export type Properties = readonly (Xml | null)[];

export interface DocxStyles {
  readonly paragraph: (paragraph: Xml) => Properties;
  readonly run: (paragraph: Xml, run: Xml) => Properties;
  readonly table: (table: Xml) => Properties;
  /** What a list writes before the paragraph: "- "; "" where it is none. */
  readonly listMark: (paragraph: Xml) => string;
  readonly themeFont: string | null;
}

const twips = (value: number | null): number | null => (value === null ? null : value / 20);

/** The value of an attribute, each one inherited for itself. */
export const inherited = (
  properties: Properties,
  name: string,
  attribute: string,
): string | null => {
  for (const element of properties.toReversed()) {
    const value = attributeOf(childOf(element, name), attribute);
    if (value !== null) return value;
  }
  return null;
};

export const inheritedPoints = (
  properties: Properties,
  name: string,
  attribute: string,
): number | null => {
  const value = inherited(properties, name, attribute);
  return value === null || value.trim() === '' ? null : twips(Number(value));
};

export const inheritedOn = (properties: Properties, name: string): boolean => {
  const last = properties.toReversed().find((element) => childOf(element, name) !== null);
  return isOn(childOf(last, name));
};

const ALIGNS: Readonly<Record<string, Align>> = {
  both: 'justify',
  distribute: 'justify',
  center: 'center',
  right: 'right',
  end: 'right',
};
export const alignOf = (properties: Properties): Align =>
  ALIGNS[inherited(properties, 'w:jc', 'w:val') ?? ''] ?? 'left';

export const readStyles = (parts: ReadonlyMap<string, Uint8Array>): DocxStyles => {
  const root = parseXml(parts.get('word/styles.xml'));
  const styles = childrenOf(root, 'w:style');
  const byId = new Map(styles.map((style) => [attributeOf(style, 'w:styleId'), style]));
  const defaults = childOf(root, 'w:docDefaults');
  const defaultOf = (type: string): Xml | null =>
    styles.find(
      (style) =>
        attributeOf(style, 'w:type') === type &&
        /^(?:1|true|on)$/.test(attributeOf(style, 'w:default') ?? ''),
    ) ?? null;

  const chain = (style: Xml | null | undefined, depth = 0): readonly Xml[] => {
    if (!style || depth > 20) return [];
    const base = byId.get(attributeOf(childOf(style, 'w:basedOn'), 'w:val'));
    return [...chain(base, depth + 1), style];
  };
  const styleOf = (element: Xml | null, name: string, type: string): readonly Xml[] => {
    const id = attributeOf(childOf(element, name), 'w:val');
    return chain(id === null ? defaultOf(type) : byId.get(id));
  };
  const stylesOf = (paragraph: Xml): readonly Xml[] =>
    styleOf(childOf(paragraph, 'w:pPr'), 'w:pStyle', 'paragraph');

  const lists = readLists(parseXml(parts.get('word/numbering.xml')));
  const levelOf = (paragraph: Xml): Xml | null => {
    const own = [
      ...stylesOf(paragraph).map((style) => childOf(style, 'w:pPr')),
      childOf(paragraph, 'w:pPr'),
    ];
    const holder = own.toReversed().find((element) => childOf(element, 'w:numPr') !== null);
    const list = childOf(holder, 'w:numPr');
    const id = attributeOf(childOf(list, 'w:numId'), 'w:val');
    return id === null ? null : lists(id, numberOf(childOf(list, 'w:ilvl'), 'w:val') ?? 0);
  };

  return {
    paragraph: (paragraph) => [
      childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'),
      ...stylesOf(paragraph).map((style) => childOf(style, 'w:pPr')),
      childOf(levelOf(paragraph), 'w:pPr'),
      childOf(paragraph, 'w:pPr'),
    ],
    run: (paragraph, run) => {
      const own = childOf(run, 'w:rPr');
      return [
        childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'),
        ...stylesOf(paragraph).map((style) => childOf(style, 'w:rPr')),
        ...styleOf(own, 'w:rStyle', 'character').map((style) => childOf(style, 'w:rPr')),
        own,
      ];
    },
    table: (table) => {
      const own = childOf(table, 'w:tblPr');
      return [
        ...styleOf(own, 'w:tblStyle', 'table').map((style) => childOf(style, 'w:tblPr')),
        own,
      ];
    },
    listMark: (paragraph) => {
      const level = levelOf(paragraph);
      if (attributeOf(childOf(level, 'w:numFmt'), 'w:val') !== 'bullet') return '';
      const mark = attributeOf(childOf(level, 'w:lvlText'), 'w:val') ?? '';
      return mark === '' ? '' : `${mark} `;
    },
    themeFont: readThemeFont(parseXml(parts.get('word/theme/theme1.xml'))),
  };
};

const readLists = (root: Xml | null) => {
  const idOf = (list: Xml): string | null => attributeOf(childOf(list, 'w:abstractNumId'), 'w:val');
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((list) => [attributeOf(list, 'w:abstractNumId'), list]),
  );
  const numbered = new Map(
    childrenOf(root, 'w:num').map((list) => [
      attributeOf(list, 'w:numId'),
      abstracts.get(idOf(list)),
    ]),
  );
  return (id: string, level: number): Xml | null =>
    childrenOf(numbered.get(id), 'w:lvl').find((one) => numberOf(one, 'w:ilvl') === level) ?? null;
};

const readThemeFont = (theme: Xml | null): string | null => {
  const minor = descendantsOf(theme).find(({ name }) => name === 'a:minorFont');
  return attributeOf(childOf(minor, 'a:latin'), 'typeface');
};
