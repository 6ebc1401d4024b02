import type { ScanPage } from '../domain/scan-rules.ts';
import { entriesOf, referencesIn, resolve, type PdfObjects } from './pdf-objects.ts';

type Entries = ReadonlyMap<string, string>;

// What a page takes over from the branch that it hangs on.
const INHERITED = ['MediaBox', 'Resources'] as const;
const MAX_PAGES = 2_000;
const POINTS_PER_INCH = 72;
/** The marks of an empty page; a page drawn in lines alone has many more. */
const EMPTY_CONTENT = 200;

const numberOf = (objects: PdfObjects, value: string | undefined): number =>
  Number(resolve(objects, value ?? null).trim());

const withInherited = (own: Entries, above: Entries): Entries => {
  const taken = INHERITED.flatMap((key) => {
    const value = own.get(key) ?? above.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return new Map([...own, ...taken]);
};

/** The pages in their order; none where the tree of pages can't be followed. */
export const readScanPages = (objects: PdfObjects, tree: string): readonly ScanPage[] => {
  const pages: ScanPage[] = [];
  const seen = new Set<string>();
  const walk = (node: Entries): void => {
    const kids = node.get('Kids');
    if (kids === undefined) {
      pages.push(readPage(objects, node));
      return;
    }
    for (const kid of referencesIn(resolve(objects, kids))) {
      if (seen.has(kid) || pages.length >= MAX_PAGES) continue;
      seen.add(kid);
      walk(withInherited(entriesOf(resolve(objects, kid)), node));
    }
  };
  if (entriesOf(tree).has('Kids')) walk(entriesOf(tree));
  return pages;
};

const readPage = (objects: PdfObjects, page: Entries): ScanPage => {
  const box = resolve(objects, page.get('MediaBox') ?? null).match(/-?\d+(?:\.\d+)?/g) ?? [];
  const [left = 0, foot = 0, right = 0, top = 0] = box.map(Number);
  const [width, height] = [Math.abs(right - left), Math.abs(top - foot)];
  const resources = entriesOf(resolve(objects, page.get('Resources') ?? null));
  const pictures = picturesOf(objects, resources);
  return {
    width,
    height,
    isEmpty: isEmpty(objects, page, resources),
    dotsPerInch: dotsPerInch(objects, pictures, width * height),
    isInColour: pictures.length === 0 ? null : pictures.some((one) => isInColour(objects, one)),
  };
};

const picturesOf = (objects: PdfObjects, resources: Entries): readonly Entries[] =>
  referencesIn(resolve(objects, resources.get('XObject') ?? null))
    .map((reference) => entriesOf(resolve(objects, reference)))
    .filter((one) => one.get('Subtype') === '/Image');

const isEmpty = (objects: PdfObjects, page: Entries, resources: Entries): boolean => {
  const contents = page.get('Contents');
  if (contents === undefined) return true;
  const holds = (key: string): boolean =>
    entriesOf(resolve(objects, resources.get(key) ?? null)).size > 0;
  if (holds('XObject') || holds('Font')) return false;
  const parts = referencesIn(
    REFERENCE_ALONE.test(contents) ? contents : resolve(objects, contents),
  );
  const length = parts
    .map((part) => numberOf(objects, entriesOf(resolve(objects, part)).get('Length')))
    .reduce((sum, one) => sum + one, 0);
  return length < EMPTY_CONTENT;
};
const REFERENCE_ALONE = /^\d+ \d+ R$/;

// A scanner may cut a page into strips: what counts is how many dots lie on the sheet.
const dotsPerInch = (
  objects: PdfObjects,
  pictures: readonly Entries[],
  area: number,
): number | null => {
  const dots = pictures
    .map((one) => numberOf(objects, one.get('Width')) * numberOf(objects, one.get('Height')))
    .reduce((sum, one) => sum + one, 0);
  if (!(dots > 0) || !(area > 0)) return null;
  return Math.round(Math.sqrt((dots * POINTS_PER_INCH ** 2) / area));
};

const isInColour = (objects: PdfObjects, picture: Entries): boolean => {
  if (picture.get('ImageMask') === 'true' || picture.get('BitsPerComponent') === '1') return false;
  const space = resolve(objects, picture.get('ColorSpace') ?? null);
  if (/^\s*(?:\[\s*)?\/(?:DeviceGray|CalGray|G)\b/.test(space)) return false;
  const [profile] = /ICCBased/.test(space) ? referencesIn(space) : [];
  return (
    profile === undefined || numberOf(objects, entriesOf(resolve(objects, profile)).get('N')) !== 1
  );
};
