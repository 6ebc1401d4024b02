import type { ScanFacts } from '../domain/scan-rules.ts';
import { entriesOf, readObjects, resolve, type PdfObjects } from './pdf-objects.ts';
import { readScanPages } from './pdf-scan-pages.ts';

const HEAD_ROOM = 1_024;
const TAIL_ROOM = 4_096;
const MAX_PAGES = 10_000;

const ROOT = /\/Root\s+(\d+\s+\d+\s+R)/g;
const ENCRYPTED = /\/Encrypt\s+(?:\d+\s+\d+\s+R|<<)/;

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Number of pages of an uploaded scan; null where it is no readable, unencrypted PDF with a page. */
export const inspectPdf = (bytes: Uint8Array): { pages: number } | null => {
  const text = textOf(bytes);
  if (!isWholePdf(text) || ENCRYPTED.test(text)) return null;
  const { count } = pageTreeOf(text, readObjects(text));
  return isPageCount(count) ? { pages: count } : null;
};

/**
 * What can be told of a scan without decoding its pictures, which takes long and much memory.
 * `encrypted` where a password guards it; null where it is no whole PDF with a page.
 */
export const readScan = (bytes: Uint8Array): ScanFacts | 'encrypted' | null => {
  const text = textOf(bytes);
  if (!isWholePdf(text)) return null;
  if (ENCRYPTED.test(text)) return 'encrypted';
  const objects = readObjects(text);
  const { catalogue, tree, count } = pageTreeOf(text, objects);
  if (!isPageCount(count)) return null;
  return { version: versionOf(text, catalogue), count, pages: readScanPages(objects, tree) };
};

const isPageCount = (count: number): boolean => count >= 1 && count <= MAX_PAGES;

const isWholePdf = (text: string): boolean =>
  text.slice(0, HEAD_ROOM).includes('%PDF-') && text.slice(-TAIL_ROOM).includes('%%EOF');

const pageTreeOf = (text: string, objects: PdfObjects) => {
  const root = [...text.matchAll(ROOT)].at(-1)?.[1] ?? null;
  const catalogue = entriesOf(resolve(objects, root));
  const tree = resolve(objects, catalogue.get('Pages') ?? null);
  const count = Number(resolve(objects, entriesOf(tree).get('Count') ?? null));
  return { catalogue, tree, count: Number.isInteger(count) ? count : 0 };
};

// A later version stands in the catalogue of a file that was changed by appending.
const versionOf = (text: string, catalogue: ReadonlyMap<string, string>): number => {
  const head = Number(/%PDF-(\d\.\d)/.exec(text.slice(0, HEAD_ROOM))?.[1] ?? 0);
  return Math.max(head, Number((catalogue.get('Version') ?? '').replace('/', '')) || 0);
};
